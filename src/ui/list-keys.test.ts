import { expect, it } from 'vitest';
import { rowAfterKey } from './list-keys';

it('goes row by row, and stays at the ends', () => {
  expect(rowAfterKey('ArrowDown', -1, 5)).toBe(0);
  expect(rowAfterKey('ArrowDown', 4, 5)).toBe(4);
  expect(rowAfterKey('ArrowUp', 2, 5)).toBe(1);
  expect(rowAfterKey('ArrowUp', 0, 5)).toBe(0);
});

it('goes to the first and the last row', () => {
  expect(rowAfterKey('Home', 3, 5)).toBe(0);
  expect(rowAfterKey('End', 3, 5)).toBe(4);
});

it('goes by pages where it is told how many rows one has', () => {
  expect(rowAfterKey('PageDown', 1, 50, 10)).toBe(11);
  expect(rowAfterKey('PageUp', 5, 50, 10)).toBe(0);
  expect(rowAfterKey('PageDown', 1, 50)).toBeUndefined();
});

it('leaves all other keys alone, and an empty list has use for none', () => {
  expect(rowAfterKey('ArrowRight', 3, 5)).toBeUndefined();
  expect(rowAfterKey('a', 0, 2)).toBeUndefined();
  expect(rowAfterKey('constructor', 0, 2)).toBeUndefined();
  expect(rowAfterKey('End', -1, 0)).toBeUndefined();
});
