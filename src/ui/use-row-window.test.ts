import { expect, it } from 'vitest';
import { rowsToDraw, scrollIntoSight, scrollToMiddle } from './use-row-window';

it('draws the rows in sight and six more on either side', () => {
  const rows = rowsToDraw(100, 10, 1000);
  expect([rows[0], rows.at(-1)]).toEqual([94, 115]);
});

it('draws no row before the first and none after the last', () => {
  expect(rowsToDraw(0, 2, 1000)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(rowsToDraw(998, 2, 1000)).toEqual([992, 993, 994, 995, 996, 997, 998, 999]);
});

it('draws a short list whole, and an empty one not at all', () => {
  expect(rowsToDraw(0, 20, 3)).toEqual([0, 1, 2]);
  expect(rowsToDraw(0, 20, 0)).toEqual([]);
});

it('shows the end of a list that has become shorter than the place that was looked at', () => {
  const rows = rowsToDraw(60_000, 10, 50);
  expect([rows[0], rows.at(-1)]).toEqual([34, 49]);
});

it('draws no more of a message of a megabyte than of a short one', () => {
  expect(rowsToDraw(32_000, 40, 65_536)).toHaveLength(52);
});

it('leaves a row in sight where it is', () => {
  expect(scrollIntoSight(10, 24, 200, 100)).toBe(200);
  expect(scrollIntoSight(10, 24, 240, 24)).toBe(240);
});

it('scrolls up to a row that is above, and down until a row that is below is whole', () => {
  expect(scrollIntoSight(10, 24, 241, 100)).toBe(240);
  expect(scrollIntoSight(10, 24, 100, 100)).toBe(264 - 100);
});

it('puts a row into the middle, with a whole row at the top', () => {
  expect(scrollToMiddle(100, 24, 24 * 11)).toBe(95 * 24);
  expect(scrollToMiddle(100, 24, 24 * 11 + 20)).toBe(95 * 24);
  expect(scrollToMiddle(2, 24, 24 * 11)).toBe(0);
});
