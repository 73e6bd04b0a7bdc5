// Edits of a scenario that touch more than one of its members. Each makes a new scenario.
import { type Behaviour, USUAL_TIME } from '../idl/behaviour';
import { defaultJson } from '../idl/default-json';
import { isIntegerKind } from '../idl/integers';
import type { Json, JsonObject } from '../idl/json';
import type { Method } from '../idl/types';
import type { OptionSchema } from '../protocols/protocol';
import type { Scenario, ScenarioBatch, ScenarioCall } from './scenario';

/** In order, or by name. */
export type Arguments = ScenarioCall['args'];

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
