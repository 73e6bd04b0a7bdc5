import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { arbitraryType, arbitraryValueOf } from '../../test/arbitraries';
import { ProblemError } from '../problem/problem';
import { problemSentence } from '../problem/sentence';
import { en } from '../problem/text/en';
import type { Json } from './json';
import { argumentsFromJson, valueFromJson, valueToJson } from './json-value';
import { parseInterface } from './parse';
import { ANY, BYTES, DATETIME, DOUBLE, INT, LONG, STRING, type Type } from './types';
import { Dynamic, LocalDateTime } from './value';

const [order, divide] = parseInterface(`
  struct Item { sku: string, qty: int, price?: double }
  order(items: list<Item>, stock: map<int>)
  divide(a: int, b?: int): int`).methods;

function sentence(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ProblemError) return problemSentence(error.problem, en);
    throw error;
  }
  return 'no problem';
}

describe('a value written as JSON', () => {
  test.prop([arbitraryType().chain(type => fc.record({ type: fc.constant(type), value: arbitraryValueOf(type) }))])(
    'comes back the same',
    ({ type, value }) => {
      const json: Json = JSON.parse(JSON.stringify(valueToJson(type, value)));
      expect(valueFromJson(type, json, ['args', 0])).toEqual(value);
    },
  );

  it.each<[Type, Json, unknown]>([
    [LONG, 7, 7n],
    [LONG, '9007199254740993', 9007199254740993n],
    [INT, 2.0, 2],
    [INT, -0, 0],
    [DOUBLE, '-0', -0],
    [DOUBLE, 'Infinity', Number.POSITIVE_INFINITY],
    [DOUBLE, 'NaN', Number.NaN],
    [BYTES, 'AAH/', Uint8Array.of(0, 1, 255)],
    [DATETIME, '2024-02-29T12:34:56', new LocalDateTime('2024-02-29T12:34:56')],
  ])('%o takes %o for %o', (type, json, value) => {
    expect(valueFromJson(type, json, [])).toEqual(value);
  });

  it.each<[Json, Dynamic]>([
    [null, new Dynamic({ kind: 'void' }, null)],
    [5, new Dynamic(INT, 5)],
    [3000000000, new Dynamic(LONG, 3000000000n)],
    [0.5, new Dynamic(DOUBLE, 0.5)],
    [1e300, new Dynamic(DOUBLE, 1e300)],
    [{ $double: 1 }, new Dynamic(DOUBLE, 1)],
    [{ $long: 5 }, new Dynamic(LONG, 5n)],
    [{ $map: { $int: 'x' } }, new Dynamic({ kind: 'map', value: ANY }, new Map([['$int', new Dynamic(STRING, 'x')]]))],
  ])('any takes %o for what it is by nature or by its tag', (json, dynamic) => {
    expect(valueFromJson(ANY, json, [])).toEqual(dynamic);
    expect(valueToJson(ANY, dynamic)).toEqual(json);
  });

  it('keeps a missing member apart from null', () => {
    const item = (order.params[0].type as Extract<Type, { kind: 'list' }>).element;
    expect(valueFromJson(item, { qty: 1, sku: 'A' }, [])).toEqual(
      new Map<string, unknown>([
        ['sku', 'A'],
        ['qty', 1],
      ]),
    );
    expect(valueFromJson(item, { sku: 'A', qty: 1, price: null }, [])).toEqual(
      new Map<string, unknown>([
        ['sku', 'A'],
        ['qty', 1],
        ['price', null],
      ]),
    );
  });

  it('keeps members that look like parts of objects', () => {
    const map: Type = { kind: 'map', value: INT };
    const json: Json = JSON.parse('{"__proto__":1,"constructor":2}');
    const value = new Map([
      ['__proto__', 1],
      ['constructor', 2],
    ]);
    expect(valueFromJson(map, json, [])).toEqual(value);
    expect(JSON.stringify(valueToJson(map, value))).toBe('{"__proto__":1,"constructor":2}');
  });
});

describe('a value that does not fit', () => {
  it.each<[string, Json[]]>([
    ["b: 3000000000 does not fit int's 32 bits (-2147483648 to 2147483647).", [1, 3000000000]],
    ['b: 0.5 is not a whole number.', [1, 0.5]],
    ['a: "1" is not of the type int.', ['1']],
    ['The argument "a" is missing.', []],
    ['3 arguments are given, but the method "divide" has 2 parameters.', [1, 2, 3]],
  ])('%s', (words, args) => {
    expect(sentence(() => argumentsFromJson(divide, args))).toBe(words);
  });

  it.each<[string, Json]>([
    ['items[0]: the member "sku" is missing.', [{ qty: 1 }]],
    ['items[0]: there is no member "size" in "Item".', [{ sku: '', qty: 1, size: 2 }]],
    [
      'items[1].price: "cheap" is not of the type double.',
      [
        { sku: '', qty: 1 },
        { sku: '', qty: 1, price: 'cheap' },
      ],
    ],
    ['items: {} is not of the type list.', {}],
  ])('%s', (words, items) => {
    expect(sentence(() => argumentsFromJson(order, [items, {}]))).toBe(words);
  });

  it.each<[string, Type, Json]>([
    ['x: 9007199254740992 is beyond the integers that a JSON number holds exactly; write it in quotes.', LONG, 2 ** 53],
    [
      "x: 9223372036854775808 does not fit long's 64 bits (-9223372036854775808 to 9223372036854775807).",
      LONG,
      '9223372036854775808',
    ],
    ['x: bytes are written in base64, and "AA" is not base64.', BYTES, 'AA'],
    ['x: "2023-02-29T00:00:00" is not a date and time such as 2024-02-29T12:34:56.', DATETIME, '2023-02-29T00:00:00'],
  ])('%s', (words, type, json) => {
    expect(sentence(() => valueFromJson(type, json, ['x']))).toBe(words);
  });

  it('names the argument by its place as well', () => {
    expect(() => argumentsFromJson(order, [[], { 'a b': 0.5 }])).toThrow(/"path":\["args",1,"a b"\]/);
  });

  it('cannot exhaust the stack', () => {
    const deep: Json = JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`);
    expect(sentence(() => valueFromJson(ANY, deep, ['x']))).toMatch(/nested 64 levels deep at most/);
  });
});

describe('arguments', () => {
  it('come in order or by name, and optional ones may be missing', () => {
    expect(argumentsFromJson(divide, { b: 2, a: 1 })).toEqual([1, 2]);
    expect(argumentsFromJson(divide, [1])).toEqual([1, null]);
    expect(sentence(() => argumentsFromJson(divide, { a: 1, c: 2 }))).toBe('The method "divide" has no parameter "c".');
  });
});
