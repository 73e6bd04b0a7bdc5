// The methods of a service with the structs of their messages, which are made when a message needs them.
import type { Method, ServiceInterface } from '../../idl/types';
import type { Body } from '../../wire/thrift/message';
import { argumentsBody, resultBody } from './structs';

export interface ServedMethod {
  readonly method: Method;
  arguments(): Body;
  result(): Body;
}

/** Finds a method by its name. */
export function methodsOf({ methods }: ServiceInterface): (name: string) => ServedMethod | undefined {
  const byName = new Map(methods.map(method => [method.name, served(method)]));
  return name => byName.get(name);
}

function served(method: Method): ServedMethod {
  let args: Body | undefined;
  let result: Body | undefined;
  return {
    method,
    arguments() {
      args ??= argumentsBody(method);
      return args;
    },
    result() {
      result ??= resultBody(method);
      return result;
    },
  };
}
