import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { CANONICAL } from '../scenario/canonical';
import type { Fault } from '../scenario/faults';
import type { Scenario } from '../scenario/scenario';
import { type ForkTree, presentScenario, seed } from './fork-tree';
import {
  childrenOf,
  comparedFork,
  compareWith,
  edit,
  fork,
  lineOf,
  MAX_FORKS,
  redoTarget,
  remove,
  undoTarget,
  walkTo,
} from './growth';

const slow = (latency: number): Scenario => ({ ...CANONICAL, network: { ...CANONICAL.network, latency } });
const sum = (a: number, from = CANONICAL): Scenario => ({ ...from, calls: [{ method: 'fun_add', args: [a, 3] }] });
const lossy = (loss: number, from = CANONICAL): Scenario => ({
  ...from,
  impairments: { ...CANONICAL.impairments, loss },
});
const undo = (tree: ForkTree) => walkTo(tree, undoTarget(tree)!);
const redo = (tree: ForkTree) => walkTo(tree, redoTarget(tree)!);

describe('an act', () => {
  it('leaves the run before it beside the new one, which is compared with it', () => {
    const tree = fork(seed(CANONICAL), slow(1));
    expect([...tree.forks.values()].map(({ scenario }) => scenario)).toEqual([CANONICAL, slow(1)]);
    expect(presentScenario(tree)).toEqual(slow(1));
    expect(comparedFork(tree)).toBe(0);
  });

  test.prop([fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 })])(
    'is undone and done again, however many there were',
    latencies => {
      let tree = latencies.reduce((grown, latency) => fork(grown, slow(latency)), seed(CANONICAL));
      const scenarios = [CANONICAL, ...latencies.map(slow)];
      for (const scenario of scenarios.toReversed().slice(1)) {
        tree = undo(tree);
        expect(presentScenario(tree)).toEqual(scenario);
      }
      for (const scenario of scenarios.slice(1)) {
        tree = redo(tree);
        expect(presentScenario(tree)).toEqual(scenario);
      }
      expect(redoTarget(tree)).toBeUndefined();
    },
  );

  it('after an undo makes a second branch, and redo leads to the branch that was on screen last', () => {
    const first = fork(seed(CANONICAL), slow(1));
    const both = fork(undo(first), slow(2));
    expect(childrenOf(both, 0)).toEqual([1, 2]);
    expect(redoTarget(undo(both))).toBe(2);
    expect(redoTarget(undo(walkTo(both, 1)))).toBe(1);
  });
});

describe('an edit', () => {
  it('of an untouched run replaces it: a keystroke is no fork', () => {
    const tree = edit(edit(seed(CANONICAL), sum(4)), sum(45));
    expect([...tree.forks.values()]).toEqual([{ scenario: sum(45) }]);
  });

  it('of a run that was acted on forks once, and then goes on in the fork', () => {
    const acted = fork(seed(CANONICAL), slow(1));
    const tree = edit(edit(acted, sum(4, slow(1))), sum(45, slow(1)));
    expect([...tree.forks.values()].map(({ scenario }) => scenario)).toEqual([CANONICAL, slow(1), sum(45, slow(1))]);
  });

  it('of what acts change forks by itself: a figure typed in is one act', () => {
    const tree = edit(edit(seed(CANONICAL), slow(7)), slow(75));
    expect([...tree.forks.values()].map(({ scenario }) => scenario)).toEqual([CANONICAL, slow(75)]);
    expect(edit(tree, lossy(0.1, slow(75))).forks.size).toBe(3);
  });

  it('of a fault that was just placed goes on in its fork, and another fault makes another', () => {
    const delay = (by: number, nth = 0): Fault => ({
      packet: { connection: 0, direction: 'c2s', nth },
      does: 'delay',
      by,
    });
    const withFaults = (...faults: readonly Fault[]): Scenario => ({ ...CANONICAL, faults });
    const placed = edit(edit(seed(CANONICAL), withFaults(delay(1))), withFaults(delay(10)));
    expect(placed.forks.size).toBe(2);
    expect(edit(placed, withFaults(delay(10), delay(10, 1))).forks.size).toBe(3);
  });

  it('that chooses something else in the place of what was chosen leaves the run before it', () => {
    const failing = (does: 'hang' | 'crash'): Scenario => ({ ...CANONICAL, faults: [{ does, when: { at: 5 } }] });
    const tree = edit(edit(edit(seed(CANONICAL), failing('hang')), failing('crash')), CANONICAL);
    expect([...tree.forks.values()].map(({ scenario }) => scenario)).toEqual([
      CANONICAL,
      failing('hang'),
      failing('crash'),
      CANONICAL,
    ]);
  });

  it('of an earlier run loses nothing', () => {
    const tree = edit(undo(fork(seed(CANONICAL), slow(1))), sum(4));
    expect([...tree.forks.values()].map(({ scenario }) => scenario)).toEqual([CANONICAL, slow(1), sum(4)]);
  });
});

describe('a run that is kept by hand', () => {
  const kept = fork(seed(CANONICAL), CANONICAL, 'call');

  it('is a copy to go on with: the next edit or act changes the copy', () => {
    expect(edit(kept, sum(4)).forks.size).toBe(2);
    expect(fork(kept, slow(1)).forks.size).toBe(2);
    expect(fork(kept, slow(1)).forks.get(0)).toMatchObject({ scenario: CANONICAL });
  });
});

describe('removing a run', () => {
  const branches = fork(undo(fork(seed(CANONICAL), slow(1))), slow(2));

  it('shows the one that it was made from', () => {
    const tree = remove(branches, 2);
    expect([tree.present, [...tree.forks.keys()]]).toEqual([0, [0, 1]]);
    expect(redoTarget(tree)).toBe(1);
  });

  it('is refused for the first run and for what others were made from', () => {
    expect(remove(branches, 0)).toBe(branches);
  });

  it('leaves an untouched run when no other is left: an edit replaces it as before', () => {
    const tree = remove(fork(seed(CANONICAL), slow(1)), 1);
    expect(edit(tree, sum(4)).forks.size).toBe(1);
  });

  it('forgets that it was to be compared with', () => {
    expect(comparedFork(remove(compareWith(branches, 1), 1))).toBe(0);
  });
});

describe('the run to compare with', () => {
  const line = fork(fork(seed(CANONICAL), slow(1)), slow(2));

  it('is the chosen one while the learner walks, until that is on screen itself', () => {
    const tree = compareWith(line, 0);
    expect(comparedFork(tree)).toBe(0);
    expect(comparedFork(walkTo(tree, 1))).toBe(0);
    expect(comparedFork(walkTo(walkTo(tree, 0), 2))).toBe(1);
  });

  it('of the first run is what was made from it', () => {
    expect(comparedFork(walkTo(line, 0))).toBe(1);
    expect(comparedFork(seed(CANONICAL))).toBeUndefined();
  });

  it('is the run before it again after another act', () => {
    expect(comparedFork(fork(compareWith(line, 0), slow(3)))).toBe(2);
  });
});

/** What a learner may do with a tree, as numbers: an act, an edit, a walk, a removal, a choice. */
const deed = fc.tuple(fc.constantFrom('act', 'edit', 'keep', 'walk', 'remove', 'compare'), fc.nat(1000));

test.prop([fc.array(deed, { maxLength: 400 })])('whatever is done, a tree stays a tree', deeds => {
  let tree = seed(CANONICAL);
  for (const [what, figure] of deeds) {
    const ids = [...tree.forks.keys()];
    const some = ids[figure % ids.length];
    if (what === 'act') tree = fork(tree, slow(figure));
    else if (what === 'edit') tree = edit(tree, sum(figure, presentScenario(tree)));
    else if (what === 'keep') tree = fork(tree, presentScenario(tree), 'call');
    else if (what === 'walk') tree = walkTo(tree, some);
    else if (what === 'remove') tree = remove(tree, some);
    else tree = compareWith(tree, some);
  }
  const ids = [...tree.forks.keys()];
  expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  for (const [id, { parent, recent }] of tree.forks) {
    if (parent === undefined) expect(id).toBe(ids[0]);
    else expect(tree.forks.has(parent) && parent < id).toBe(true);
    if (recent !== undefined) expect(tree.forks.get(recent)?.parent).toBe(id);
  }
  expect(tree.forks.has(tree.present)).toBe(true);
  expect(comparedFork(tree)).not.toBe(tree.present);
  expect(lineOf(tree, tree.present).at(-1)).toBe(ids[0]);
});

test('a tree has room for so many runs; the oldest that nothing was made from goes first', () => {
  let line = seed(CANONICAL);
  for (let i = 0; i < MAX_FORKS + 5; i++) line = fork(line, slow(i));
  expect(line.forks.size).toBe(MAX_FORKS);
  expect(presentScenario(line)).toEqual(slow(MAX_FORKS + 4));
  let bush = seed(CANONICAL);
  for (let i = 0; i < MAX_FORKS + 5; i++) bush = fork(walkTo(bush, 0), slow(i));
  expect([bush.forks.size, bush.forks.has(0), bush.forks.has(1)]).toEqual([MAX_FORKS, true, false]);
});
