// Edits of a scenario that touch more than one of its members. Each makes a new scenario.
import { type Behaviour, USUAL_TIME } from '../idl/behaviour';
import { defaultJson } from '../idl/default-json';
import { fitJson } from '../idl/fit-json';
import { isIntegerKind } from '../idl/integers';
import type { Json, JsonObject } from '../idl/json';
import { parseInterface } from '../idl/parse';
import { EMPTY_INTERFACE, type Method, type ServiceInterface } from '../idl/types';
import { ProblemError } from '../problem/problem';
import type { OptionSchema } from '../protocols/protocol';
import type { Scenario, ScenarioBatch, ScenarioCall } from './scenario';

type Arguments = ScenarioCall['args'];

/** Whether an entry of {@link Scenario.calls} is a batch. */
export function isBatch(entry: ScenarioCall | ScenarioBatch): entry is ScenarioBatch {
  return 'batch' in entry;
}

/** Every call of a scenario, those of batches among them, in order. */
export function callsOf(scenario: Scenario): readonly ScenarioCall[] {
  return scenario.calls.flatMap(entry => (isBatch(entry) ? entry.batch : [entry]));
}

/** The scenario with other calls: all in one batch, or each on its own. */
export function withCalls(scenario: Scenario, calls: readonly ScenarioCall[], batch: boolean): Scenario {
  return { ...scenario, calls: batch ? [{ batch: calls }] : calls };
}

/** The first call of `method`: every argument has its type's default. */
export function newCall({ name, params, oneway }: Method): ScenarioCall {
  const args = params.map(({ type }) => defaultJson(type));
  return oneway ? { method: name, args, oneway } : { method: name, args };
}

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

/** The scenario over another protocol. Options that it has as well, with the same choice, stay. */
export function withProtocol(scenario: Scenario, protocol: string, schema: OptionSchema): Scenario {
  const options = Object.entries(scenario.options).filter(
    ([key, value]) => Object.hasOwn(schema, key) && schema[key].choices.includes(value),
  );
  return { ...scenario, protocol, options: Object.fromEntries(options) };
}

/** The scenario with one option chosen. What is the default is not written down. */
export function withOption(scenario: Scenario, schema: OptionSchema, key: string, value: string | boolean): Scenario {
  const { [key]: _, ...others } = scenario.options;
  return { ...scenario, options: value === schema[key].choices[0] ? others : { ...others, [key]: value } };
}

/** The arguments by name, or in the order of the parameters. Arguments of unknown names are lost. */
export function argumentsNamed({ params }: Method, args: Arguments, named: boolean): Arguments {
  const json = params.map((_, index) => argumentAt(params, args, index));
  if (!named) return json.map((each, index) => each ?? defaultJson(params[index].type));
  return Object.fromEntries(
    params.flatMap(({ name }, index) => (json[index] === undefined ? [] : [[name, json[index]]])),
  );
}

/** The argument for the parameter at `index`, if there is one. */
export function argumentAt(params: Method['params'], args: Arguments, index: number): Json | undefined {
  if (Array.isArray(args)) return args[index];
  const { name } = params[index];
  return Object.hasOwn(args, name) ? (args as JsonObject)[name] : undefined;
}

/** The arguments with the one for the parameter at `index` replaced. */
export function withArgument(params: Method['params'], args: Arguments, index: number, json: Json): Arguments {
  if (!Array.isArray(args)) return { ...args, [params[index].name]: json };
  return params.map((param, each) => (each === index ? json : (args[each] ?? defaultJson(param.type))));
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

/** `behaviour`, which takes as long as is said; undefined: the usual time. */
export function withTime({ takes: _, ...does }: Behaviour, takes: number | undefined): Behaviour {
  return takes === undefined || takes === USUAL_TIME ? does : { ...does, takes };
}

/** The plainest thing that a function of these types can do. */
export function plainBehaviour({ params, result }: Method): Behaviour {
  const { kind } = result;
  const addable = isIntegerKind(kind) || kind === 'float' || kind === 'double' || kind === 'string';
  if (addable && params.length > 1 && params.every(({ type }) => type.kind === kind)) return { does: 'add' };
  if (params.length > 0 && params[0].type.kind === result.kind) return { does: 'echo' };
  return { does: 'return', value: defaultJson(result) };
}
