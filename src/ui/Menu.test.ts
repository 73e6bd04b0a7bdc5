import { expect, it } from 'vitest';
import { nextIndex } from './Menu';

const names = ['PNG', 'SVG', 'pcapng', 'Text'];

it('goes round with the arrow keys', () => {
  expect(nextIndex('ArrowDown', 3, names)).toBe(0);
  expect(nextIndex('ArrowUp', 0, names)).toBe(3);
  expect(nextIndex('ArrowUp', -1, names)).toBe(3);
});

it('goes to the ends with Home and End', () => {
  expect(nextIndex('Home', 2, names)).toBe(0);
  expect(nextIndex('End', 0, names)).toBe(3);
});

it('goes to the next entry that begins with the letter pressed', () => {
  expect(nextIndex('p', 0, names)).toBe(2);
  expect(nextIndex('p', 2, names)).toBe(0);
});

it('leaves every other key alone', () => {
  expect(nextIndex('Escape', 0, names)).toBeUndefined();
  expect(nextIndex(' ', 0, names)).toBeUndefined();
  expect(nextIndex('z', 0, names)).toBeUndefined();
});
