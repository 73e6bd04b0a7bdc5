// Several calls in one message: system.multicall, whose argument is an array of structs { methodName, params }, and whose result is an
// array with one element for each: an array of one value, or a fault struct. CPython: xmlrpc.client.MultiCall.
import { ANY, type Method, STRING, type Type } from '../../idl/types';
import { Dynamic, type Outcome, type Value } from '../../idl/value';
import { problem } from '../../problem/problem';
import type { Call } from '../protocol';

const LIST: Type = { kind: 'list', element: ANY };
const MAP: Type = { kind: 'map', value: ANY };

/** The argument of system.multicall for `calls`. */
export function multicallValue(calls: readonly Call[], methods: readonly Method[]): Value {
  const structs = calls.map(({ method, args }) => {
    const params = methods.find(({ name }) => name === method)?.params ?? [];
    const values = args.map((value, i) =>
      value instanceof Dynamic ? value : new Dynamic(params[i]?.type ?? ANY, value),
    );
    return new Dynamic(
      MAP,
      new Map([
        ['methodName', new Dynamic(STRING, method)],
        ['params', new Dynamic(LIST, values)],
      ]),
    );
  });
  return new Dynamic(LIST, structs);
}

/** The outcome of each of `calls` in the result of system.multicall. */
export function multicallOutcomes(result: Value, calls: readonly Call[], methods: readonly Method[]): Outcome[] {
  const results = plain(result);
  if (!Array.isArray(results) || results.length !== calls.length)
    throw problem('xml-rpc.not-a-multicall', { count: calls.length });
  return results.map((each: Value, i): Outcome => {
    const content = plain(each);
    if (Array.isArray(content)) return { kind: 'returned', value: fitted(content[0], methods, calls[i]) };
    const code = content instanceof Map ? plain(content.get('faultCode')) : undefined;
    const message = content instanceof Map ? plain(content.get('faultString')) : undefined;
    if (typeof code !== 'number' || typeof message !== 'string')
      throw problem('xml-rpc.not-a-multicall', { count: calls.length });
    return { kind: 'threw', error: { code, message } };
  });
}

/** A value without the type that it carries along. */
export function plain(value: Value | undefined): Value | undefined {
  return value instanceof Dynamic ? value.value : value;
}

function fitted(value: Value, methods: readonly Method[], { method }: Call): Value {
  return fitTo(value, methods.find(({ name }) => name === method)?.result ?? ANY);
}

/** `value`, read without knowing its type, as a value of `type` where it is one; as it is where not. */
export function fitTo(value: Value, type: Type): Value {
  if (!(value instanceof Dynamic) || type.kind === 'any') return value;
  const inner = value.value;
  switch (type.kind) {
    case 'optional':
      return inner === null ? null : fitTo(value, type.inner);
    case 'void':
      return inner === null ? null : value;
    case 'long':
    case 'ulong':
      return typeof inner === 'bigint' || Number.isInteger(inner) ? BigInt(inner as number | bigint) : value;
    case 'list':
      return Array.isArray(inner) ? inner.map((element: Value) => fitTo(element, type.element)) : value;
    case 'map':
      return inner instanceof Map ? fitMembers(inner, () => type.value) : value;
    case 'struct': {
      const types = new Map(type.members.map(member => [member.name, member.type]));
      return inner instanceof Map ? fitMembers(inner, name => types.get(name) ?? ANY) : value;
    }
    default:
      return value.type.kind === type.kind ? inner : value;
  }
}

function fitMembers(members: ReadonlyMap<string, Value>, typeOf: (name: string) => Type): ReadonlyMap<string, Value> {
  return new Map([...members].map(([name, value]) => [name, fitTo(value, typeOf(name))] as const));
}
