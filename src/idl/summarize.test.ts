import { expect, it } from 'vitest';
import { parseInterface } from './parse';
import { summarizeCall, summarizeValue } from './summarize';
import { EMPTY_INTERFACE, INT } from './types';
import { Dynamic, LocalDateTime, type Value } from './value';

it('writes a call as a programmer would', () => {
  expect(summarizeCall({ method: 'fun_add', args: [2, 3] }, EMPTY_INTERFACE)).toBe('fun_add(2, 3)');
  expect(summarizeCall({ method: 'order', args: ['茶 "A"', true, null, 9007199254740993n, -0] }, EMPTY_INTERFACE)).toBe(
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

it('writes the names of enums, wherever they are', () => {
  const service = parseInterface('enum Color { RED = 1 } struct A { c?: Color, d: set<Color> } f(a: A, m: map<Color>)');
  const args = [
    new Map<string, Value>([
      ['c', 1],
      ['d', [1, 2]],
    ]),
    new Map([['x', 1]]),
  ];
  expect(summarizeCall({ method: 'f', args }, service)).toBe('f({c: RED, d: [RED, 2]}, {x: RED})');
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
