// Brings what is drawn in rows as close together as a given width asks, keeping the order in every row and lines as straight as can be.
//
// Dagre orders the rows well but places them wide. Each round puts every row where its neighbours in other rows pull it; within a row
// that is a least-squares fit with an order to keep, which pooling adjacent violators solves exactly (Barlow et al., 1972).

/** Something in a row: a state, the words on an arrow, or an arrow that passes. Mutable: {@link straighten} changes `x`. */
export interface Item {
  /** Centre. */
  x: number;
  readonly width: number;
  /** Free room that it wants on either side. */
  readonly gap: number;
  /** What it is connected with in other rows; `shift` is where it wants to be relative to that. */
  readonly pulls: { readonly towards: Item; readonly weight: number; readonly shift: number }[];
}

const ROUNDS = 120;

/** The least width in which every row can be placed. */
export function leastWidth(rows: readonly (readonly Item[])[]): number {
  return Math.max(...rows.map(row => span(row)));
}

/** Moves all items so that every row lies in `[0, width]`; `width` is at least {@link leastWidth}. */
export function straighten(rows: readonly (readonly Item[])[], width: number): void {
  for (let round = 0; round < ROUNDS; round++) {
    for (const row of round % 2 === 0 ? rows : [...rows].reverse()) settle(row, row.map(wish), width);
  }
}

/** Where an item is drawn to: the weighted mean of what it is connected with. */
function wish({ x, pulls }: Item): { x: number; weight: number } {
  if (pulls.length === 0) return { x, weight: 0.01 };
  const weight = pulls.reduce((sum, pull) => sum + pull.weight, 0);
  return { x: pulls.reduce((sum, pull) => sum + (pull.towards.x + pull.shift) * pull.weight, 0) / weight, weight };
}

function span(row: readonly Item[]): number {
  const last = row.length - 1;
  return offsets(row)[last] + row[0].width / 2 + row[last].width / 2;
}

/** Least distance of every item's centre from that of the first. */
function offsets(row: readonly Item[]): number[] {
  const found = [0];
  for (let i = 1; i < row.length; i++) {
    const [left, right] = [row[i - 1], row[i]];
    found.push(found[i - 1] + (left.width + right.width) / 2 + Math.max(left.gap, right.gap));
  }
  return found;
}

/** Places one row as near to `wishes` as its order and the width allow. */
function settle(row: readonly Item[], wishes: readonly { x: number; weight: number }[], width: number): void {
  const offset = offsets(row);
  const low = row[0].width / 2;
  const high = width - row[row.length - 1].width / 2 - offset[row.length - 1];
  const pools: { mean: number; weight: number; count: number }[] = [];
  wishes.forEach((wished, i) => {
    let pool = { mean: wished.x - offset[i], weight: wished.weight, count: 1 };
    while (pools.length > 0 && pools[pools.length - 1].mean > pool.mean) pool = join(pools.pop()!, pool);
    pools.push(pool);
  });
  let i = 0;
  for (const { mean, count } of pools) {
    for (let n = 0; n < count; n++, i++) row[i].x = Math.max(low, Math.min(high, mean)) + offset[i];
  }
}

function join(one: { mean: number; weight: number; count: number }, other: typeof one): typeof one {
  const weight = one.weight + other.weight;
  return { mean: (one.mean * one.weight + other.mean * other.weight) / weight, weight, count: one.count + other.count };
}

/**
 * Makes lines upright: each of `chains`, the items of a line from row to row, is cut into as few runs as its neighbours leave room for,
 * and all of a run get one x.
 */
export function uprightRuns(
  rows: readonly (readonly Item[])[],
  chains: readonly (readonly Item[])[],
  width: number,
): void {
  const room = new Map<Item, () => [low: number, high: number]>();
  for (const row of rows) {
    for (const [i, item] of row.entries()) room.set(item, () => freedom(row, i, width));
  }
  for (const chain of [...chains].sort((one, other) => other.length - one.length)) {
    let start = 0;
    while (start < chain.length) {
      let [low, high] = room.get(chain[start])!();
      let end = start + 1;
      for (; end < chain.length; end++) {
        const [l, h] = room.get(chain[end])!();
        if (Math.max(low, l) > Math.min(high, h)) break;
        [low, high] = [Math.max(low, l), Math.min(high, h)];
      }
      const run = chain.slice(start, end);
      const mean = run.reduce((sum, item) => sum + item.x, 0) / run.length;
      for (const item of run) item.x = Math.max(low, Math.min(high, mean));
      start = end;
    }
  }
}

/** Between which places item `i` of a row can be moved while all others stay. */
function freedom(row: readonly Item[], i: number, width: number): [low: number, high: number] {
  const item = row[i];
  const [left, right] = [row[i - 1], row[i + 1]];
  const low = left ? left.x + (left.width + item.width) / 2 + Math.max(left.gap, item.gap) : item.width / 2;
  const high = right
    ? right.x - (right.width + item.width) / 2 - Math.max(right.gap, item.gap)
    : width - item.width / 2;
  return [Math.min(low, item.x), Math.max(high, item.x)];
}
