import { expect, it } from 'vitest';
import { summarizeCall, summarizeValue } from './summarize';
import { INT } from './types';
import { Dynamic, LocalDateTime, type Value } from './value';

it('writes a call as a programmer would', () => {
  expect(summarizeCall('fun_add', [2, 3])).toBe('fun_add(2, 3)');
  expect(summarizeCall('order', ['茶 "A"', true, null, 9007199254740993n, -0])).toBe(
    'order("茶 \\"A\\"", true, null, 9007199254740993, -0)',
  );
});

it('writes what is inside lists, structs and dynamic values', () => {
  const value: Value = new Map<string, Value>([
    ['sku', 'A-1'],
    ['nums', [1, new Dynamic(INT, 2)]],
    ['at', new LocalDateTime('2024-02-29T12:34:56')],
    ['blob', new Uint8Array(7)],
  ]);
  expect(summarizeValue(value, 99)).toBe('{sku: "A-1", nums: [1, 2], at: 2024-02-29T12:34:56, blob: bytes(7)}');
});

it('shortens a value, however large it is', () => {
  expect(summarizeValue('x'.repeat(1_000_000), 10)).toBe('"xxxxxxxx…');
  expect(summarizeValue(new Array(1_000_000).fill(1), 10)).toBe('[1, 1, 1,…');
});

it('counts characters and cuts none of them in two', () => {
  expect(summarizeValue('😀'.repeat(8), 10)).toBe(`"${'😀'.repeat(8)}"`);
  expect(summarizeValue('😀'.repeat(1000), 10)).toBe(`"${'😀'.repeat(8)}…`);
  expect(summarizeValue(`x${'😀'.repeat(1000)}`, 10)).toBe(`"x${'😀'.repeat(7)}…`);
});
