// Another interface for a scenario: its calls and the server's functions follow it.
import type { Behaviour } from '../idl/behaviour';
import { defaultJson } from '../idl/default-json';
import { fitJson } from '../idl/fit-json';
import type { Json } from '../idl/json';
import { parseInterface } from '../idl/parse';
import { EMPTY_INTERFACE, type Method, type ServiceInterface } from '../idl/types';
import { ProblemError } from '../problem/problem';
import { type Arguments, argumentAt, argumentsNamed, isBatch, plainBehaviour, withTime } from './edit';
import type { Scenario, ScenarioCall } from './scenario';

/**
 * The scenario with another interface, whose text must be right. A method that stands where another has vanished is taken for the same
 * under a new name; calls keep the arguments that still fit, by name and then by place, and get defaults for the rest. A new method does
 * the plainest thing that its types allow.
 */
export function withInterface(scenario: Scenario, text: string): Scenario {
  const after = parseInterface(text);
  const before = interfaceOrEmpty(scenario.interface);
  const names = renamings(before, after);
  const newName = (name: string) => names.get(name) ?? name;
  const adapt = (call: ScenarioCall): ScenarioCall => {
    const method = after.methods.find(each => each.name === newName(call.method));
    if (!method) return call;
    const former = before.methods.find(each => each.name === call.method);
    return { ...call, method: method.name, args: carriedOver(call.args, former, method) };
  };
  return {
    ...scenario,
    interface: text,
    calls: scenario.calls.map(entry => (isBatch(entry) ? { batch: entry.batch.map(adapt) } : adapt(entry))),
    server: serverFor(scenario.server, before, after, newName),
  };
}

function interfaceOrEmpty(text: string): ServiceInterface {
  try {
    return parseInterface(text);
  } catch (error) {
    if (error instanceof ProblemError) return EMPTY_INTERFACE;
    throw error;
  }
}

/** Old name to new name, for methods whose place in the interface is taken by one of another name. */
function renamings(before: ServiceInterface, after: ServiceInterface): ReadonlyMap<string, string> {
  const has = ({ methods }: ServiceInterface, name: string) => methods.some(each => each.name === name);
  const renamed = before.methods.flatMap(({ name }, index) => {
    const successor = after.methods[index];
    return successor && !has(after, name) && !has(before, successor.name) ? [[name, successor.name] as const] : [];
  });
  return new Map(renamed);
}

function carriedOver(args: Arguments, former: Method | undefined, method: Method): Arguments {
  const kept = method.params.map(({ name, type }, index) => {
    const json = former
      ? formerArgument(args, former, method, index)
      : Array.isArray(args)
        ? args[index]
        : args[name as never];
    return json === undefined ? defaultJson(type) : fitJson(type, json);
  });
  return argumentsNamed(method, kept, !Array.isArray(args));
}

function formerArgument(args: Arguments, former: Method, { params }: Method, index: number): Json | undefined {
  const sameName = former.params.findIndex(({ name }) => name === params[index].name);
  if (sameName >= 0) return argumentAt(former.params, args, sameName);
  const samePlace = former.params[index];
  const moved = samePlace && params.some(({ name }) => name === samePlace.name);
  return samePlace && !moved ? argumentAt(former.params, args, index) : undefined;
}

function serverFor(
  server: Scenario['server'],
  before: ServiceInterface,
  after: ServiceInterface,
  newName: (name: string) => string,
): Scenario['server'] {
  const behaviours = new Map(Object.entries(server).map(([name, behaviour]) => [newName(name), behaviour]));
  for (const method of after.methods) {
    const former = before.methods.find(({ name }) => newName(name) === method.name);
    const behaviour = behaviours.get(method.name);
    if (!former) behaviours.set(method.name, behaviour ?? plainBehaviour(method));
    else if (behaviour) behaviours.set(method.name, behaviourCarriedOver(behaviour, former, method));
  }
  return Object.fromEntries(behaviours);
}

/** What nobody has chosen follows the types; a value to return is made to fit. */
function behaviourCarriedOver(behaviour: Behaviour, former: Method, method: Method): Behaviour {
  const { takes, ...does } = behaviour;
  if (JSON.stringify(does) === JSON.stringify(plainBehaviour(former))) return withTime(plainBehaviour(method), takes);
  if (behaviour.does === 'return') return { ...behaviour, value: fitJson(method.result, behaviour.value) };
  if (behaviour.does !== 'raise') return behaviour;
  const raised = method.throws.find(({ type }) => type.name === behaviour.exception);
  return raised ? { ...behaviour, value: fitJson(raised.type, behaviour.value) } : behaviour;
}
