import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROW, Rows } from './rows';

/** Rows that tell which they are: `count` of them, from number `first` on. */
function numbered(count: number, first = 0): Rows {
  const rows = new Rows();
  for (let i = first; i < first + count; i++) rows.add(i, i + 1, i + 2, i + 3, i + 4);
  return rows;
}

function firstOf(rows: Rows, row: number): number {
  return rows.memoryOf(row)[rows.placeOf(row)];
}

describe('Rows', () => {
  it('keeps what was added, however much it grows', () => {
    const rows = numbered(80_000);
    expect(rows.count).toBe(80_000);
    const all = rows.toArray();
    for (let row = 0; row < 80_000; row++)
      if (all[row * ROW + 4] !== row + 4 || firstOf(rows, row) !== row) expect(row).toBe(-1);
  });

  it('takes others behind its own, few or many, and grows on', () => {
    const few = fc.nat(100);
    const many = fc.integer({ min: 16_000, max: 36_000 });
    fc.assert(
      fc.property(fc.oneof(few, many), fc.oneof(few, many), fc.oneof(few, many), (own, taken, more) => {
        const rows = numbered(own);
        const inner = numbered(0, own);
        inner.takeOver(numbered(taken, own));
        rows.takeOver(inner);
        for (let i = own + taken; i < own + taken + more; i++) rows.add(i, 0, 0, 0, 0);
        expect(rows.count).toBe(own + taken + more);
        const all = rows.toArray();
        for (let row = 0; row < rows.count; row++)
          if (all[row * ROW] !== row || firstOf(rows, row) !== row) expect(row).toBe(-1);
      }),
      { numRuns: 40 },
    );
  });
});
