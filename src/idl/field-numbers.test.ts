import { expect, it } from 'vitest';
import { fieldNumbers } from './field-numbers';

it('counts from 1', () => {
  expect(fieldNumbers([{}, {}, {}])).toEqual([1, 2, 3]);
});

it('counts on from a number that is given', () => {
  expect(fieldNumbers([{}, { number: 5 }, {}])).toEqual([1, 5, 6]);
});
