import { expect, it } from 'vitest';
import { seed } from '../../forks/fork-tree';
import { fork, walkTo } from '../../forks/growth';
import { CANONICAL } from '../../scenario/canonical';
import { forkRows, rowAfter } from './tree-rows';

const slow = (latency: number) => ({ ...CANONICAL, network: { ...CANONICAL.network, latency } });
const line = fork(fork(seed(CANONICAL), slow(1)), slow(2));
const branches = fork(walkTo(line, 0), slow(3));

it('a line of acts stays at the left, branches stand further in', () => {
  expect(forkRows(line).map(({ id, level, indent }) => [id, level, indent])).toEqual([
    [0, 1, 0],
    [1, 2, 0],
    [2, 3, 0],
  ]);
  expect(forkRows(branches).map(({ id, indent, parentRow }) => [id, indent, parentRow])).toEqual([
    [0, 0, -1],
    [1, 1, 0],
    [2, 1, 1],
    [3, 1, 0],
  ]);
});

it('arrow keys go up and down the rows, to the parent and to the first fork', () => {
  const rows = forkRows(branches);
  expect(['ArrowDown', 'ArrowUp', 'Home', 'End', 'ArrowLeft'].map(key => rowAfter(key, 2, rows))).toEqual([
    3, 1, 0, 3, 1,
  ]);
  expect([rowAfter('ArrowRight', 1, rows), rowAfter('ArrowRight', 2, rows), rowAfter('x', 0, rows)]).toEqual([
    2,
    2,
    undefined,
  ]);
});
