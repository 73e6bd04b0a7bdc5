// The path of a request: which method of which service is called. gRPC over HTTP2, "Requests".
import type { Method, ServiceInterface } from '../../idl/types';
import { percentEncoded, URI_CHARACTERS } from './percent';

/** The service's name where the interface gives none. */
export const DEFAULT_SERVICE = 'demo.Service';

/** `/SERVICE/METHOD`. Characters beyond ASCII, which names in .proto files do not have, are percent-encoded. */
export function pathOf({ name = DEFAULT_SERVICE }: ServiceInterface, method: string): string {
  return percentEncoded(`/${name}/${method}`, URI_CHARACTERS);
}

/** The method that `path` names, if the service has it. */
export function methodAt(service: ServiceInterface, path: string): Method | undefined {
  return service.methods.find(({ name }) => pathOf(service, name) === path);
}
