// The path of a request: which method of which service is called. gRPC over HTTP2, "Requests".
import type { Method, ServiceInterface } from '../../idl/types';

/** The service's name where the interface gives none. */
export const DEFAULT_SERVICE = 'demo.Service';

/** `/SERVICE/METHOD`. */
export function pathOf({ name = DEFAULT_SERVICE }: ServiceInterface, method: string): string {
  return `/${name}/${method}`;
}

/** The method that `path` names, if the service has it. */
export function methodAt(service: ServiceInterface, path: string): Method | undefined {
  return service.methods.find(({ name }) => pathOf(service, name) === path);
}
