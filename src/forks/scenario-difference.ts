// What is other in one scenario than in another: places with what stands there, for a name of the fork in any language.
import { isJsonObject, type Json } from '../idl/json';
import type { Scenario } from '../scenario/scenario';

export interface Difference {
  /** `['network', 'latency']`, `['calls', 0, 'args', 1]`: the innermost place that holds the whole difference. */
  readonly path: readonly (string | number)[];
  /** Undefined: nothing stood there. */
  readonly before: Json | undefined;
  /** Undefined: nothing stands there any more. */
  readonly after: Json | undefined;
}

/** The first `most` differences, in the order of the members. An element of a list that was put in or taken out is one. */
export function differencesOf(before: Scenario, after: Scenario, most: number): readonly Difference[] {
  const found: Difference[] = [];
  for (const difference of between([], before as unknown as Json, after as unknown as Json)) {
    if (found.length === most) break;
    found.push(difference);
  }
  return found;
}

type Path = readonly (string | number)[];

function* between(path: Path, before: Json | undefined, after: Json | undefined): Generator<Difference> {
  if (before === after) return;
  if (isJsonObject(before) && isJsonObject(after)) yield* betweenMembers(path, before, after);
  else if (Array.isArray(before) && Array.isArray(after)) yield* betweenElements(path, before, after);
  else yield { path, before, after };
}

function* betweenMembers(
  path: Path,
  before: Readonly<Record<string, Json>>,
  after: Readonly<Record<string, Json>>,
): Generator<Difference> {
  for (const member of new Set([...Object.keys(before), ...Object.keys(after)]))
    yield* between([...path, member], before[member], after[member]);
}

/** What both lists begin and end with stands on its own; between these, elements are compared pair by pair, and the rest came or went. */
function* betweenElements(path: Path, before: readonly Json[], after: readonly Json[]): Generator<Difference> {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(before[start], after[start])) start++;
  let tail = 0;
  while (tail < shorter - start && isSame(before.at(-1 - tail)!, after.at(-1 - tail)!)) tail++;
  const [end, newEnd] = [before.length - tail, after.length - tail];
  for (let i = start; i < Math.max(end, newEnd); i++)
    yield* between([...path, i], i < end ? before[i] : undefined, i < newEnd ? after[i] : undefined);
}

function isSame(before: Json, after: Json): boolean {
  return between([], before, after).next().done === true;
}
