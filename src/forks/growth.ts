// What is done to a tree of runs. An act (a packet dropped, another network) forks: the run before it stays, and the new one is its child.
// An edit replaces the run that is still being edited. Undo and redo walk.
import type { Scenario } from '../scenario/scenario';
import { type Fork, type ForkId, type ForkTree, presentScenario } from './fork-tree';
import { differencesOf } from './scenario-difference';
import { type Topic, topicOf } from './topic';

/** Forks of a tree. One more than that, and one of the oldest goes. */
export const MAX_FORKS = 200;

/** `scenario` as a fork of the present run, and on screen. A run that is only a copy of its parent is replaced instead. */
export function fork(tree: ForkTree, scenario: Scenario, draft?: Topic): ForkTree {
  if (isCopy(tree, tree.present)) return { ...replaced(tree, scenario), draft };
  const roomy = withRoom(tree);
  const id = Math.max(...roomy.forks.keys()) + 1;
  const forks = new Map(roomy.forks).set(id, { scenario, parent: roomy.present });
  return { forks: withRecent(forks, id), present: id, draft };
}

/** The present run edited: in its place as long as the same is being edited in it, else as a fork of it. */
export function edit(tree: ForkTree, scenario: Scenario): ForkTree {
  const topic = topicOf(presentScenario(tree), scenario);
  const goesOn = tree.draft === topic && (topic === 'call' || isSameFigure(tree, scenario));
  return goesOn ? replaced(tree, scenario) : fork(tree, scenario, topic);
}

/** Another run comes on screen. */
export function walkTo(tree: ForkTree, to: ForkId): ForkTree {
  const chosen = tree.chosen === to ? undefined : tree.chosen;
  return { forks: withRecent(tree.forks, to), present: to, chosen };
}

/** The present run is compared with another one. */
export function compareWith(tree: ForkTree, other: ForkId): ForkTree {
  return { ...tree, chosen: other === tree.present ? undefined : other };
}

/** Without a fork that nothing was made from. When it is the present one, its parent comes on screen. */
export function remove(tree: ForkTree, leaf: ForkId): ForkTree {
  const { parent } = tree.forks.get(leaf)!;
  if (parent === undefined || childrenOf(tree, leaf).length > 0) return tree;
  const forks = new Map(tree.forks);
  forks.delete(leaf);
  const { recent, ...above } = forks.get(parent)!;
  if (recent === leaf) forks.set(parent, above);
  const present = tree.present === leaf ? parent : tree.present;
  const chosen = tree.chosen === leaf || tree.chosen === present ? undefined : tree.chosen;
  const draft = forks.size === 1 ? 'call' : tree.present === leaf ? undefined : tree.draft;
  return { forks, present, chosen, draft };
}

/** Where undo leads: to the run that the present one was made from. */
export function undoTarget({ forks, present }: ForkTree): ForkId | undefined {
  return forks.get(present)!.parent;
}

/** Where redo leads: to the fork of the present run that was on screen last, else to the newest. */
export function redoTarget(tree: ForkTree): ForkId | undefined {
  return tree.forks.get(tree.present)!.recent ?? childrenOf(tree, tree.present).at(-1);
}

/** The run that the present one is compared with: the chosen one, else the one that it was made from, else what was made from it. */
export function comparedFork(tree: ForkTree): ForkId | undefined {
  return tree.chosen ?? undoTarget(tree) ?? redoTarget(tree);
}

/** What was made from `id`, in the order of making. */
export function childrenOf({ forks }: ForkTree, id: ForkId): readonly ForkId[] {
  return [...forks].flatMap(([child, { parent }]) => (parent === id ? [child] : []));
}

/** `id` and all that it was made from, up to the first run. */
export function lineOf({ forks }: ForkTree, id: ForkId): readonly ForkId[] {
  const line = [id];
  for (let { parent } = forks.get(id)!; parent !== undefined; { parent } = forks.get(parent)!) line.push(parent);
  return line;
}

/** Differences that are looked at. */
const MOST = 20;

/**
 * Whether `scenario` differs from the present one only in figures, and only where that differs from its parent: one is being typed, or that
 * of a fault just placed. Choosing something else is an act of its own, so that the run before it stays.
 */
function isSameFigure({ forks, present }: ForkTree, scenario: Scenario): boolean {
  const { scenario: before, parent } = forks.get(present)!;
  if (parent === undefined) return false;
  const places = differencesOf(forks.get(parent)!.scenario, before, MOST);
  return differencesOf(before, scenario, MOST).every(
    ({ path, before, after }) =>
      typeof before === 'number' &&
      typeof after === 'number' &&
      places.some(place => place.path.every((key, i) => key === path[i])),
  );
}

/** Whether nothing has been changed in a run since it was made of its parent. */
export function isCopy({ forks }: ForkTree, id: ForkId): boolean {
  const { scenario, parent } = forks.get(id)!;
  return parent !== undefined && forks.get(parent)!.scenario === scenario;
}

function replaced(tree: ForkTree, scenario: Scenario): ForkTree {
  const { forks, present } = tree;
  return { ...tree, forks: new Map(forks).set(present, { ...forks.get(present)!, scenario }) };
}

/** Every run on the way to `id` remembers which of its forks leads there. */
function withRecent(forks: ReadonlyMap<ForkId, Fork>, id: ForkId): ReadonlyMap<ForkId, Fork> {
  const marked = new Map(forks);
  let recent = id;
  for (let { parent } = marked.get(id)!; parent !== undefined; { parent } = marked.get(parent)!) {
    marked.set(parent, { ...marked.get(parent)!, recent });
    recent = parent;
  }
  return marked;
}

/** With room for one more: the oldest run goes that nothing was made from, or else, in a single line, the first. */
function withRoom(tree: ForkTree): ForkTree {
  if (tree.forks.size < MAX_FORKS) return tree;
  const parents = new Set([...tree.forks.values()].map(({ parent }) => parent));
  const leaf = [...tree.forks.keys()].find(id => !parents.has(id) && id !== tree.present);
  return leaf === undefined ? withoutFirst(tree) : remove(tree, leaf);
}

function withoutFirst(tree: ForkTree): ForkTree {
  const [first, second] = tree.forks.keys();
  const forks = new Map(tree.forks);
  const { parent: _, ...heir } = forks.get(second)!;
  forks.delete(first);
  forks.set(second, heir);
  return { ...tree, forks, chosen: tree.chosen === first ? undefined : tree.chosen };
}
