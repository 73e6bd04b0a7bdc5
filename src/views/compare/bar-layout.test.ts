import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { BUDGET_PARTS, type Stretch } from '../../comparison/budget';
import { boxesOf } from './bar-layout';

describe('the boxes of a bar', () => {
  it('are as wide as their octets', () => {
    const stretches: Stretch[] = [
      { part: 'headers', start: 0, end: 100 },
      { part: 'values', start: 100, end: 150, value: ['args', 0] },
    ];
    expect(boxesOf(stretches, 2).map(({ x, width }) => [x, width])).toEqual([
      [0, 200],
      [200, 100],
    ]);
  });

  it('let a value of one octet be seen', () => {
    const stretches: Stretch[] = [
      { part: 'headers', start: 0, end: 1000 },
      { part: 'values', start: 1000, end: 1001, value: ['args', 0] },
      { part: 'tags', start: 1001, end: 1100 },
    ];
    expect(boxesOf(stretches, 0.1)[1].width).toBe(3);
  });

  const arbitraryStretches = fc
    .array(fc.record({ part: fc.constantFrom(...BUDGET_PARTS), octets: fc.integer({ min: 1, max: 400 }) }))
    .map(parts => {
      let at = 0;
      return parts.map(({ part, octets }): Stretch => {
        const start = at;
        at += octets;
        return { part, start, end: at };
      });
    });
  test.prop([arbitraryStretches, fc.double({ min: 0.001, max: 5, noNaN: true })])(
    'stand side by side',
    (stretches, pixels) => {
      let x = 0;
      for (const box of boxesOf(stretches, pixels)) {
        expect(box.x).toBeCloseTo(x, 6);
        expect(box.width).toBeGreaterThanOrEqual(0);
        x = box.x + box.width;
      }
    },
  );
});
