// A fork is named by what is other in it than in the run that it was made from.

import type { ForkId, ForkTree } from '../../forks/fork-tree';
import { type Difference, differencesOf } from '../../forks/scenario-difference';
import type { Locale } from '../../i18n/locale';
import { isJsonObject, type Json } from '../../idl/json';
import { readInterface } from '../../idl/parse';
import { cutText } from '../../idl/summarize';
import { protocolById } from '../../protocols';
import type { Fault } from '../../scenario/faults';
import { POLICY_PRESET_TEXTS } from '../../scenario/policy-preset-texts';
import { policyPresetOf, withPolicyPreset } from '../../scenario/policy-presets';
import type { Scenario } from '../../scenario/scenario';
import { type NameWords, nameWords } from './name-text';
import { texts } from './text';

/** Letters of a value in a name. */
const VALUE_LENGTH = 18;
/** Differences that are counted; a name says the first. */
const MOST = 10;

/** What a fault is called, whatever run it is in. */
export type FaultNaming = (fault: Fault, locale: Locale) => string;

/** The name of `id`: 'drop SYN →', 'b: 3 → 7'. */
export function forkName({ forks }: ForkTree, id: ForkId, locale: Locale, faultName: FaultNaming): string {
  const t = texts[locale];
  const { scenario, parent } = forks.get(id)!;
  if (parent === undefined) return t.first;
  const { scenario: before } = forks.get(parent)!;
  const preset = policyPresetOf(scenario);
  const isByPreset = preset !== undefined && preset !== policyPresetOf(before);
  const differences = joined(differencesOf(isByPreset ? withPolicyPreset(before, preset) : before, scenario, MOST));
  const words = { ...nameWords[locale], fault: (fault: Fault) => faultName(fault, locale) };
  const names = differences.map(difference => differenceName(difference, scenario, words));
  if (isByPreset) names.unshift(POLICY_PRESET_TEXTS[locale][preset].title);
  if (names.length === 0) return t.copy;
  return names.length > 1 ? names[0] + t.more(names.length - 1) : names[0];
}

type Words = NameWords & { readonly fault: (fault: Fault) => string };

/** Another network is one difference, and so is another fault in the place of one, and an interface with what follows from it. */
function joined(differences: readonly Difference[]): readonly Difference[] {
  const tops = new Set<string>();
  const other = differences.find(({ path }) => path[0] === 'interface');
  if (other) return [other];
  return differences.filter(({ path }) => {
    const top = path[0] === 'faults' ? `faults ${path[1]}` : path[0] === 'network' ? 'network' : path.join(' ');
    return !tops.has(top) && tops.add(top);
  });
}

function differenceName({ path, before, after }: Difference, scenario: Scenario, words: Words): string {
  const [member, index] = path;
  if (member === 'interface') return words.interface;
  if (member === 'faults') {
    const fault = after === undefined && path.length === 2 ? undefined : scenario.faults[index as number];
    return fault ? words.fault(fault) : words.without(words.fault(before as unknown as Fault));
  }
  const place =
    member === 'calls' ? partOfCallName(path, scenario, words) : (words.places[path.join('.')] ?? path.join('.'));
  const [old, now] = [valueText(path, before, words), valueText(path, after, words)];
  if (after === undefined) return words.without(place);
  return before === undefined || isStructure(before) || isStructure(after)
    ? words.set(place, now)
    : words.changed(place, old, now);
}

/** `b`, where the path leads into the second argument; `call 2` where that is all that can be said. */
function partOfCallName(path: Difference['path'], scenario: Scenario, words: NameWords): string {
  const number = words.call((path[1] as number) + 1);
  const part = path.at(-1) === 'deadline' ? words.places.deadline : argumentName(path, scenario);
  if (part === undefined) return number;
  return scenario.calls.length > 1 ? `${number}, ${part}` : part;
}

function argumentName(path: Difference['path'], { calls, interface: text }: Scenario): string | undefined {
  const args = path.indexOf('args');
  const call = calls[path[1] as number];
  const key = path[args + 1];
  if (args < 0 || !call || !('method' in call) || key === undefined) return undefined;
  const method = readInterface(text).methods.find(({ name }) => name === call.method);
  return typeof key === 'number' ? (method?.params[key]?.name ?? `[${key}]`) : key;
}

function valueText(path: Difference['path'], value: Json | undefined, words: NameWords): string {
  const name = path.join('.');
  if (typeof value === 'number') {
    if (name === 'network.latency' || name === 'impairments.jitter') return `${value / 1000} ms`;
    if (name === 'network.bandwidth') return `${value / 1_000_000} Mbit/s`;
    if (path[0] === 'impairments') return `${Number((value * 100).toFixed(3))} %`;
    if (name === 'policy.timeout' || name === 'tcp.keepAlive' || path.at(-1) === 'deadline') return `${value} ms`;
  }
  if (name === 'protocol') return protocolById(String(value))?.title ?? String(value);
  if (isJsonObject(value) && 'attempts' in value) return words.attempts(Number(value.attempts));
  const text = value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
  return cutText(text, VALUE_LENGTH);
}

function isStructure(value: Json | undefined): boolean {
  return Array.isArray(value) || isJsonObject(value);
}
