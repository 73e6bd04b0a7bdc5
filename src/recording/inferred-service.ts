// The interface of a recorded conversation: the methods that were called in it, with what the messages call their parameters.
import { ANY, EMPTY_INTERFACE, type Method, type ServiceInterface } from '../idl/types';
import type { Value } from '../idl/value';
import { NULL, type StatedCall } from '../protocols/statement';
import type { Exchange } from '../trace/trace';
import type { RecordedExchange } from './exchanges';

/** The interface, and the exchanges with their arguments in the order of its parameters. */
export function inferredService(recorded: readonly RecordedExchange[]): {
  readonly service: ServiceInterface;
  readonly exchanges: readonly Exchange[];
} {
  const names = parameterNames(recorded.flatMap(({ calls }) => calls));
  const methods = [...names].map(([name, params]) => methodOf(name, params));
  return {
    service: { ...EMPTY_INTERFACE, methods },
    exchanges: recorded.map(({ calls, batch }) => ({ batch, calls: calls.map(call => toldCall(call, names)) })),
  };
}

function methodOf(name: string, params: readonly string[]): Method {
  return { name, params: params.map(param => ({ name: param, type: ANY })), result: ANY, throws: [], oneway: false };
}

/** The names of each method's parameters, of all its calls together: numbers in their order, other names as they come, positions as `arg1`. */
function parameterNames(calls: readonly StatedCall[]): Map<string, string[]> {
  const names = new Map<string, Set<string>>();
  for (const call of calls) {
    const known = names.get(call.method) ?? new Set();
    names.set(call.method, known);
    for (const name of namesOf(call)) known.add(name);
  }
  return new Map([...names].map(([method, known]) => [method, inOrder([...known])]));
}

function inOrder(names: string[]): string[] {
  return names.every(name => /^\d+$/.test(name)) ? names.sort((a, b) => Number(a) - Number(b)) : names;
}

function namesOf({ names, args }: StatedCall): readonly string[] {
  return names ?? args.map((_, index) => `arg${index + 1}`);
}

/** An argument that another call of the method has is null where it is missing, unless none follows it. */
function toldCall(call: StatedCall, names: ReadonlyMap<string, readonly string[]>): Exchange['calls'][number] {
  const { method, oneway } = call;
  const given = new Map<string, Value>(namesOf(call).map((name, index) => [name, call.args[index]]));
  const params = names.get(method)!;
  const last = params.findLastIndex(name => given.has(name));
  return { method, oneway, args: params.slice(0, last + 1).map(name => given.get(name) ?? NULL) };
}
