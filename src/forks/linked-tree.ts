// A tree of runs as JSON for a link: the first scenario in full, and of each fork only the members that are other than in the one that it was
// made from. A tree of one run is written as if there were no forks.
import { isJsonObject, type Json, type JsonObject } from '../idl/json';
import { ProblemError, problem } from '../problem/problem';
import type { Scenario } from '../scenario/scenario';
import { isScenario, validateScenario } from '../scenario/validate';
import { type ForkId, type ForkTree, presentScenario, seed } from './fork-tree';
import { comparedFork, lineOf, MAX_FORKS, remove, undoTarget, walkTo } from './growth';

/** The members of a link that tell of its runs. Forks are named by their place: 0 is `scenario`, the others follow in order. */
type LinkedTree = {
  readonly scenario: Scenario;
  readonly forks?: readonly { readonly of: number; readonly change: Partial<Scenario> }[];
  readonly present?: number;
  readonly compared?: number;
};

/** Octets that a link's JSON has beside its scenarios and changes, at most. */
const FRAME_OCTETS = 100;

export function treeToJson(tree: ForkTree): LinkedTree {
  const { forks, present, chosen } = tree;
  const ids = [...forks.keys()];
  // The first run is compared with the fork of it that was on screen last, which only this tree remembers.
  const compared = chosen ?? (undoTarget(tree) === undefined ? comparedFork(tree) : undefined);
  const [first, ...rest] = forks.values();
  if (rest.length === 0) return { scenario: first.scenario };
  return {
    scenario: first.scenario,
    forks: rest.map(({ scenario, parent }) => ({
      of: ids.indexOf(parent!),
      change: changeBetween(forks.get(parent!)!.scenario, scenario),
    })),
    present: ids.indexOf(present),
    compared: compared === undefined ? undefined : ids.indexOf(compared),
  };
}

/** The tree in what {@link treeToJson} wrote, or anybody else. Throws a ProblemError when it is none. */
export function treeFromJson({ scenario: first = null, forks: linked = [], present, compared }: JsonObject): ForkTree {
  const tree = seed(scenarioOf(first));
  if (!Array.isArray(linked) || linked.length >= MAX_FORKS) throw problem('link.damaged');
  if (linked.length === 0) return tree;
  const { version } = first as JsonObject;
  const forks = new Map(tree.forks);
  for (const [i, each] of (linked as readonly Json[]).entries()) {
    const { of, change } = isJsonObject(each) ? each : {};
    const parent = forkIn(forks, of);
    if (parent === undefined || !isJsonObject(change)) throw problem('link.damaged');
    // What a change does not mention may be anything: it is taken from the parent.
    const scenario = scenarioOf(version === undefined ? change : { ...change, version });
    forks.set(i + 1, { scenario: changed(forks.get(parent)!.scenario, scenario, change), parent });
  }
  const grown = walkTo({ ...tree, forks }, forkIn(forks, present) ?? 0);
  const chosen = forkIn(forks, compared);
  return chosen === undefined || chosen === grown.present ? grown : { ...grown, chosen };
}

/** The tree in at most `most` octets of JSON: without the runs farthest from the present one if need be. Undefined when that alone is larger. */
export function treeWithin(tree: ForkTree, most: number): ForkTree | undefined {
  const sizes = new Map([...tree.forks].map(([id]) => [id, sizeOf(tree, id)]));
  let octets = FRAME_OCTETS + [...sizes.values()].reduce((sum, size) => sum + size, 0);
  let smaller = tree;
  while (octets > most) {
    const leaf = farthestLeaf(smaller);
    if (leaf === undefined) break;
    octets -= sizes.get(leaf)!;
    smaller = remove(smaller, leaf);
  }
  if (octets <= most) return smaller;
  const scenario = presentScenario(tree);
  return FRAME_OCTETS + octetsOf({ scenario }) <= most ? seed(scenario) : undefined;
}

function scenarioOf(json: Json): Scenario {
  const scenario = validateScenario(json);
  if (isScenario(scenario)) return scenario;
  throw new ProblemError(scenario[0]);
}

function forkIn(forks: ForkTree['forks'], json: Json | undefined): ForkId | undefined {
  return typeof json === 'number' && forks.has(json) ? json : undefined;
}

function changeBetween(before: Scenario, after: Scenario): Partial<Scenario> {
  const entries = Object.entries(after) as [keyof Scenario, unknown][];
  return Object.fromEntries(entries.filter(([member, value]) => value !== before[member]));
}

/** `before` with the members of `scenario` that are named in `change`. */
function changed(before: Scenario, scenario: Scenario, change: JsonObject): Scenario {
  const members = Object.entries(scenario).filter(([member]) => Object.hasOwn(change, member));
  return { ...before, ...Object.fromEntries(members) };
}

function sizeOf({ forks }: ForkTree, id: ForkId): number {
  const { scenario, parent } = forks.get(id)!;
  if (parent === undefined) return octetsOf({ scenario });
  return octetsOf({ of: parent, change: changeBetween(forks.get(parent)!.scenario, scenario) });
}

/** With a comma. */
function octetsOf(json: unknown): number {
  return new TextEncoder().encode(JSON.stringify(json)).length + 1;
}

/** The leaf farthest from the present run; the chosen one only when there is no other. */
function farthestLeaf(tree: ForkTree): ForkId | undefined {
  const parents = new Set([...tree.forks.values()].map(({ parent }) => parent));
  const leaves = [...tree.forks.keys()].filter(id => !parents.has(id) && id !== tree.present);
  const here = lineOf(tree, tree.present);
  const distance = (leaf: ForkId) => {
    if (leaf === tree.chosen) return -1;
    const line = lineOf(tree, leaf);
    const common = line.filter(id => here.includes(id)).length;
    return line.length + here.length - 2 * common;
  };
  const distances = leaves.map(distance);
  return leaves[distances.indexOf(Math.max(...distances))];
}
