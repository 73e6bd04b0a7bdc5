// The tree of forks as rows. A row stands further in only where a run has several forks: a long line of acts stays at the left.
import type { Fork, ForkId, ForkTree } from '../../forks/fork-tree';
import { rowAfterKey } from '../../ui/list-keys';

export interface ForkRow {
  readonly id: ForkId;
  readonly fork: Fork;
  /** From the first run, as the tree has it; 1 for the first. */
  readonly level: number;
  /** How far in it is drawn, in steps. */
  readonly indent: number;
  /** Index of its parent's row; -1 for the first. */
  readonly parentRow: number;
  readonly isLeaf: boolean;
}

/** Further in, names would have no room. */
const MOST_STEPS = 8;

export function forkRows({ forks }: ForkTree): readonly ForkRow[] {
  const children = new Map<ForkId | undefined, ForkId[]>();
  for (const [id, { parent }] of forks) children.set(parent, [...(children.get(parent) ?? []), id]);
  const rows: ForkRow[] = [];
  const add = (id: ForkId, level: number, indent: number, parentRow: number) => {
    const own = children.get(id) ?? [];
    const row = rows.push({ id, fork: forks.get(id)!, level, indent, parentRow, isLeaf: own.length === 0 }) - 1;
    for (const child of own) add(child, level + 1, own.length > 1 ? Math.min(MOST_STEPS, indent + 1) : indent, row);
  };
  for (const first of children.get(undefined) ?? []) add(first, 1, 0, -1);
  return rows;
}

/** Where `key` leads from row `from`; undefined when it leads nowhere. */
export function rowAfter(key: string, from: number, rows: readonly ForkRow[]): number | undefined {
  if (key === 'ArrowLeft') return Math.max(0, rows[from].parentRow);
  if (key === 'ArrowRight') return rows[from].isLeaf ? from : from + 1;
  return rowAfterKey(key, from, rows.length);
}
