import { describe, expect, it } from 'vitest';
import { Slab } from './slab';

describe('Slab', () => {
  it('hands out parts that do not overlap, of any length, filled with zeros', () => {
    const slab = new Slab();
    const lengths = [0, 1, 66, 4096, 1514, 300_000, 54];
    const parts = lengths.map(length => slab.take(length));
    expect(parts.map(({ length }) => length)).toEqual(lengths);
    parts.forEach((part, index) => {
      expect(part.every(octet => octet === 0)).toBe(true);
      part.fill(index + 1);
    });
    parts.forEach((part, index) => {
      expect(part.every(octet => octet === index + 1)).toBe(true);
    });
  });
});
