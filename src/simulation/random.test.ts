import { describe, expect, it } from 'vitest';
import { randomNumbers } from './random';

describe("a run's random numbers", () => {
  const first = (seed: number, purpose: Parameters<typeof randomNumbers>[1]) => {
    const next = randomNumbers(seed, purpose);
    return Array.from({ length: 1000 }, next);
  };

  it('are uint32 that seed and purpose determine', () => {
    expect(first(7, 'client TCP')).toEqual(first(7, 'client TCP'));
    expect(first(7, 'client TCP')).not.toEqual(first(8, 'client TCP'));
    expect(first(7, 'client TCP')).not.toEqual(first(7, 'server TCP'));
    expect(first(7, 'client TCP').every(number => Number.isInteger(number) && number >= 0 && number < 2 ** 32)).toBe(
      true,
    );
  });

  it('do not repeat soon and have every bit set half the time', () => {
    const numbers = first(0, 'client messages');
    expect(new Set(numbers).size).toBe(1000);
    for (let bit = 0; bit < 32; bit++) {
      const share = numbers.filter(number => (number >>> bit) & 1).length / 1000;
      expect(share).toBeGreaterThan(0.42);
      expect(share).toBeLessThan(0.58);
    }
  });
});
