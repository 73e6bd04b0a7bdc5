import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { spread } from './spread';

const label = fc.record({
  at: fc.double({ min: -100, max: 1100, noNaN: true }),
  size: fc.double({ min: 1, max: 60, noNaN: true }),
});
const labels = fc.array(label, { maxLength: 40 }).map(list => list.sort((a, b) => a.at - b.at));

describe('labels along a line', () => {
  test.prop([labels])('never overlap, and keep their order', list => {
    const middles = spread(list, 0, 1000);
    for (let i = 1; i < list.length; i++)
      expect(middles[i] - middles[i - 1]).toBeGreaterThanOrEqual((list[i].size + list[i - 1].size) / 2 - 1e-6);
  });

  test.prop([labels])('stay between the ends when they fit', list => {
    const room = list.reduce((sum, { size }) => sum + size, 0);
    const middles = spread(list, 0, Math.max(1000, room));
    for (const [i, middle] of middles.entries()) {
      expect(middle - list[i].size / 2).toBeGreaterThanOrEqual(-1e-6);
      expect(middle + list[i].size / 2).toBeLessThanOrEqual(Math.max(1000, room) + 1e-6);
    }
  });

  it('stay where they want to be when there is room', () => {
    const list = [10, 40, 90].map(at => ({ at, size: 20 }));
    expect(spread(list, 0, 100)).toEqual([10, 40, 90]);
  });

  it('share the way they have to give', () => {
    const list = [50, 50].map(at => ({ at, size: 20 }));
    expect(spread(list, 0, 100)).toEqual([40, 60]);
  });
});
