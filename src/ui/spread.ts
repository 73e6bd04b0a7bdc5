// Labels along one line, moved apart just as far as is needed for none to overlap.

/** A label that wants its middle at `at` and takes `size` along the line. */
export interface Wanted {
  readonly at: number;
  readonly size: number;
}

/**
 * Middles for `labels`, which must be in the order of `at`: the same order, no two overlapping, within `[from, to]` as far as
 * they fit, and, on the whole, as near to where they want to be as possible (pooling of adjacent violators).
 */
export function spread(labels: readonly Wanted[], from: number, to: number): number[] {
  // Taking away the room that the labels before need turns "do not overlap" into "do not descend".
  const offsets: number[] = [];
  let before = 0;
  for (const { size } of labels) {
    offsets.push(before + size / 2);
    before += size;
  }
  const pools: { sum: number; count: number }[] = [];
  for (const [i, { at }] of labels.entries()) {
    pools.push({ sum: at - offsets[i], count: 1 });
    while (pools.length > 1 && mean(pools[pools.length - 2]) >= mean(pools[pools.length - 1])) {
      const last = pools.pop()!;
      pools[pools.length - 1].sum += last.sum;
      pools[pools.length - 1].count += last.count;
    }
  }
  const highest = Math.max(from, to - before);
  return pools
    .flatMap(pool => new Array<number>(pool.count).fill(Math.max(from, Math.min(highest, mean(pool)))))
    .map((free, i) => free + offsets[i]);
}

function mean({ sum, count }: { readonly sum: number; readonly count: number }): number {
  return sum / count;
}
