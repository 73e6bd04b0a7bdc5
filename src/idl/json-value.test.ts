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

/** A type as the interface language writes it. */
function typeNamed(text: string): Type {
  const declarations = 'enum Color { RED = 1, BLUE = 7 } struct Contact { oneof by { email: string, phone: long } }';
  return parseInterface(`f(): ${text}\n${declarations}`).methods[0].result;
}

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

  it.each<[string, Json, unknown]>([
    ['ulong', '18446744073709551615', 18446744073709551615n],
    ['float', 0.1, Math.fround(0.1)],
    ['float', 'Infinity', Number.POSITIVE_INFINITY],
    ['Color', 'BLUE', 7],
    ['Color', 7, 7],
    ['Color', 3, 3],
    ['set<int>', [1, 2], [1, 2]],
    ['map<Color, int>', { RED: 1, '3': 2 }, new Map(Object.entries({ RED: 1, '3': 2 }))],
    ['map<long, int>', { '-9223372036854775808': 1 }, new Map([['-9223372036854775808', 1]])],
    ['Contact', { phone: 5, email: null }, new Map([['phone', 5n]])],
    ['Contact', {}, new Map()],
  ])('%s takes %o', (type, json, value) => {
    expect(valueFromJson(typeNamed(type), json, [])).toEqual(value);
  });

  it('names the members of enums, and numbers what has no name', () => {
    expect(valueToJson(typeNamed('list<Color>'), [7, 3])).toEqual(['BLUE', 3]);
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

  it.each<[string, string, Json]>([
    ["x: 128 does not fit byte's 8 bits (-128 to 127).", 'byte', 128],
    ["x: -32769 does not fit short's 16 bits (-32768 to 32767).", 'short', -32769],
    ["x: -1 does not fit uint's 32 bits (0 to 4294967295).", 'uint', -1],
    [
      "x: 18446744073709551616 does not fit ulong's 64 bits (0 to 18446744073709551615).",
      'ulong',
      '18446744073709551616',
    ],
    ["x: 1e+39 does not fit float's 32 bits (-3.4028234663852886e+38 to 3.4028234663852886e+38).", 'float', 1e39],
    ['x: the enum "Color" has no member "PINK".', 'Color', 'PINK'],
    ['x: "300" is not a key of the type byte.', 'map<byte, int>', { '300': 1 }],
    ['x: "07" is not a key of the type int.', 'map<int, int>', { '07': 1 }],
    ['x: "7" is not a key of the type Color.', 'map<Color, int>', { '7': 1 }],
    ['x: "yes" is not a key of the type boolean.', 'map<boolean, int>', { yes: 1 }],
    ['x: {} is not of the type set.', 'set<int>', {}],
    [
      'x: of the oneof "by" one member at most can be given, not both "email" and "phone".',
      'Contact',
      { phone: 1, email: '' },
    ],
  ])('%s', (words, type, json) => {
    expect(sentence(() => valueFromJson(typeNamed(type), json, ['x']))).toBe(words);
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
