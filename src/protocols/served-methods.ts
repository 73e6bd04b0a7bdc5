// The server's programs hold the functions that the server has: fewer than the interface has methods, when one is missing.
import type { CodeContext } from './protocol';

/** `context` without the methods that the server has no function for. */
export function withServedMethods(context: CodeContext): CodeContext {
  const { service, functions } = context;
  return {
    ...context,
    service: { ...service, methods: service.methods.filter(({ name }) => Object.hasOwn(functions, name)) },
  };
}
