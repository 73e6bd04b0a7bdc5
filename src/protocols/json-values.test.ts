// Values that do not fit their type are handed over as they came: JavaScript checks nothing.
import { describe, expect, test } from 'vitest';
import { BOOLEAN, BYTES, DATETIME, DOUBLE, INT, LONG, STRING, type Type, VOID } from '../idl/types';
import { Dynamic, LocalDateTime, type Value } from '../idl/value';
import { ByteReader } from '../wire/bytes/byte-reader';
import { readJson } from '../wire/json/json-reader';
import { JsonWriter } from '../wire/json/json-writer';
import { readValue, writeValue } from './json-values';

const read = (type: Type, text: string) => readValue(type, readJson(new ByteReader(new TextEncoder().encode(text))));

function written(value: Value): string {
  const json = new JsonWriter();
  writeValue(json, value);
  return new TextDecoder().decode(json.finish());
}

describe('A value is read', () => {
  test.each<[Type, string, Value]>([
    [LONG, '9007199254740993', 9007199254740993n],
    [LONG, '-9223372036854775808', -9223372036854775808n],
    [LONG, '1e3', 1000n],
    [DOUBLE, '9007199254740993', 9007199254740992],
    [BYTES, '"AAECf4D+/w=="', Uint8Array.of(0, 1, 2, 127, 128, 254, 255)],
    [DATETIME, '"2024-02-29T12:34:56"', new LocalDateTime('2024-02-29T12:34:56')],
    [{ kind: 'optional', inner: INT }, 'null', null],
  ])('as %j from %s', (type, text, value) => expect(read(type, text)).toEqual(value));

  test.each<[Type, string, Type, Value]>([
    [INT, '2.5', DOUBLE, 2.5],
    [INT, '2147483648', LONG, 2147483648n],
    [INT, '"2"', STRING, '2'],
    [LONG, '9223372036854775808', DOUBLE, 2 ** 63],
    [LONG, '1e20', DOUBLE, 1e20],
    [STRING, 'null', VOID, null],
    [BYTES, '"not base64"', STRING, 'not base64'],
    [DATETIME, '"2023-02-29T12:34:56"', STRING, '2023-02-29T12:34:56'],
    [VOID, 'false', BOOLEAN, false],
  ])('where %j is wanted and %s comes, by its own nature', (wanted, text, type, value) => {
    expect(read(wanted, text)).toEqual(new Dynamic(type, value));
  });

  test('with members that the struct does not have', () => {
    const struct: Type = { kind: 'struct', name: 'S', members: [{ name: 'a', type: INT }] };
    expect(read(struct, '{"b":1,"a":2}')).toEqual(
      new Map<string, Value>([
        ['b', new Dynamic(INT, 1)],
        ['a', 2],
      ]),
    );
  });
});

describe('A value is written', () => {
  test('with names that are array indices first, as a JavaScript object lists them', () => {
    const value = new Map([...['b', '10', '9', '01', '4294967295', 'a']].map((name, i) => [name, i] as const));
    const object = Object.fromEntries(value);
    expect(written(value)).toBe(JSON.stringify(object));
  });

  test('with null for a number that JSON does not have, as JSON.stringify does', () => {
    expect(written([Number.NaN, Number.NEGATIVE_INFINITY])).toBe('[null,null]');
  });
});
