import { readdirSync, readFileSync } from 'node:fs';
import { test as property } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../problem/problem';
import type { Annotations } from '../bytes/annotations';
import { ByteReader } from '../bytes/byte-reader';
import { leafFields } from '../bytes/field-tree';
import { tilingFault } from '../bytes/tiling';
import { MAX_DEPTH, readJson } from './json-reader';
import type { JsonValue } from './json-value';
import { JsonWriter } from './json-writer';
import { MEMBER } from './kinds';

const octets = (text: string) => new TextEncoder().encode(text);
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const read = (source: string | Uint8Array) =>
  readJson(new ByteReader(typeof source === 'string' ? octets(source) : source));

function writeValue(json: JsonWriter, value: unknown, key?: string | number): void {
  if (value === null || typeof value === 'boolean') json.literal(value, undefined, key);
  else if (typeof value === 'number') json.number(value, undefined, key);
  else if (typeof value === 'string') json.string(value, undefined, key);
  else if (Array.isArray(value)) {
    json.beginArray(undefined, key);
    for (const [i, element] of value.entries()) writeValue(json, element, i);
    json.endArray();
  } else {
    json.beginObject(undefined, key);
    for (const [name, member] of Object.entries(value as object)) {
      json.beginMember(name, MEMBER, name);
      writeValue(json, member);
      json.endMember();
    }
    json.endObject();
  }
}

function written(value: unknown): { bytes: Uint8Array; annotations: Annotations } {
  const writer = new JsonWriter();
  writeValue(writer, value);
  return { bytes: writer.finish(), annotations: writer.annotations! };
}

/** The reader's values as JSON.parse gives them. */
function plain(value: JsonValue): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([name, member]: [string, JsonValue]) => [name, plain(member)]));
  return Array.isArray(value) ? value.map(plain) : value;
}

function offsetOf(source: string | Uint8Array): number | undefined {
  try {
    read(source);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.at?.offset;
    throw error;
  }
  return undefined;
}

describe('The writer', () => {
  // Each is what Node's JSON.stringify gives; jayson's captured peers send the same.
  test.each([
    [-0, '0'],
    [1e21, '1e+21'],
    [1e-7, '1e-7'],
    [9007199254740991, '9007199254740991'],
    [0.1, '0.1'],
    ['', '""'],
    ['a"b\\c/\u0007\u2028\t\n<>&é😀\ud800', '"a\\"b\\\\c/\\u0007\u2028\\t\\n<>&é😀\\ud800"'],
    ['\udc00\ud800', '"\\udc00\\ud800"'],
    ['\b\f\r\u007f', '"\\b\\f\\r\u007f"'],
    [[], '[]'],
    [{}, '{}'],
    [{ a: [1, { b: null }], c: true }, '{"a":[1,{"b":null}],"c":true}'],
  ])('writes %j as %s', (value, expected) => {
    expect(text(written(value).bytes)).toBe(expected);
    expect(expected).toBe(JSON.stringify(value));
  });

  test('writes an integer with all its digits', () => {
    const writer = new JsonWriter();
    writer.integer(-9223372036854775808n);
    expect(text(writer.finish())).toBe('-9223372036854775808');
  });

  property.prop([fc.jsonValue({ stringUnit: 'binary' })])('writes what JSON.stringify writes', value => {
    const { bytes, annotations } = written(value);
    expect(text(bytes)).toBe(JSON.stringify(value));
    expect(tilingFault(annotations, bytes.length)).toBeUndefined();
  });

  property.prop([fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(70)])(
    'escapes any UTF-16 as JSON.stringify does',
    (string, pad) => {
      const value = `${string}${'\ud800'.repeat(pad % 3)}${'x'.repeat(pad)}`;
      expect(text(written(value).bytes)).toBe(JSON.stringify(value));
    },
  );
});

describe('The reader', () => {
  property.prop([fc.jsonValue()])('gives back what the writer wrote, and the same fields', value => {
    const { bytes, annotations } = written(value);
    const reader = new ByteReader(bytes);
    expect(plain(readJson(reader))).toEqual(JSON.parse(text(bytes)));
    expect(reader.annotations!.toColumns()).toEqual(annotations.toColumns());
  });

  property.prop([fc.json(), fc.constantFrom(undefined, 1, '\t')])(
    'reads any layout as JSON.parse does, and explains each octet',
    (source, space) => {
      const spaced = JSON.stringify(JSON.parse(source), null, space);
      const reader = new ByteReader(octets(` ${spaced}\r\n`));
      expect(plain(readJson(reader))).toEqual(JSON.parse(spaced));
      expect(tilingFault(reader.annotations!, reader.bytes.length)).toBeUndefined();
    },
  );

  test('names the parts of an object', () => {
    const reader = new ByteReader(octets('{"a" : [1,"\\n"]}'));
    readJson(reader);
    expect(leafFields(reader.annotations!).map(leaf => leaf.name)).toEqual([
      'begin-object',
      'quotation-mark',
      'name',
      'quotation-mark',
      'white-space',
      'name-separator',
      'white-space',
      'begin-array',
      'number',
      'value-separator',
      'quotation-mark',
      'escape',
      'quotation-mark',
      'end-array',
      'end-object',
    ]);
  });

  test('keeps every digit of an integer beyond 2^53', () => {
    expect(read('[9007199254740993,9007199254740991,-9223372036854775808,1e400,-0]')).toEqual([
      9007199254740993n,
      9007199254740991,
      -9223372036854775808n,
      Number.POSITIVE_INFINITY,
      -0,
    ]);
  });

  test('rounds an integer that no 64 bits hold, as JSON.parse does, however long it is', () => {
    expect(read('9'.repeat(21))).toBe(1e21);
    expect(read('9'.repeat(1_000_000))).toBe(Number.POSITIVE_INFINITY);
  });

  test('lets the last of equal names win, in the place of the first, as JSON.parse does', () => {
    expect([...(read('{"a":1,"b":2,"a":3}') as Map<string, JsonValue>)]).toEqual([
      ['a', 3],
      ['b', 2],
    ]);
  });

  test.each([
    ['', 0],
    ['[1,]', 3],
    ['{"a" 1}', 5],
    ['"ab\n"', 3],
    ['"\\x"', 2],
    ['"\\u12g4"', 5],
    ['-', 1],
    ['01', 1],
    ['1.e1', 2],
    ['tru', 3],
    ['[1] x', 4],
    ['"open', 5],
  ])('says that %j goes wrong at octet %i', (source, offset) => expect(offsetOf(source)).toBe(offset));

  test('says at which octet UTF-8 ends', () => {
    // Overlong forms, surrogates, beyond U+10FFFF and a cut sequence: Unicode 17.0 table 3-7.
    for (const bad of [
      [0xc0, 0xaf],
      [0xe0, 0x9f, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xe4, 0xbd],
      [0x80],
    ])
      expect(offsetOf(Uint8Array.of(0x22, 0x61, 0xc3, 0xa9, ...bad, 0x22))).toBe(4);
  });

  test('limits the depth', () => {
    expect(read('['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH))).toBeInstanceOf(Array);
    expect(offsetOf('['.repeat(100_000))).toBe(MAX_DEPTH);
  });

  property.prop([fc.json(), fc.nat(), fc.nat(255)], { numRuns: 1000 })(
    'accepts damaged text only when JSON.parse does, else says where',
    (source, place, octet) => {
      const bytes = octets(source);
      bytes[place % bytes.length] = octet;
      let expected: unknown;
      try {
        expected = JSON.parse(strictUtf8.decode(bytes));
      } catch {
        const offset = offsetOf(bytes);
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset).toBeLessThanOrEqual(bytes.length);
        return;
      }
      expect(plain(read(bytes))).toEqual(expected);
    },
    60_000,
  );
});

describe('JSONTestSuite', () => {
  const folder = new URL('../../../test/suites/JSONTestSuite/test_parsing/', import.meta.url);
  const files = readdirSync(folder);
  const file = (name: string) => readFileSync(new URL(encodeURIComponent(name), folder));
  const accepts = (name: string) => offsetOf(file(name)) === undefined;

  test.each(files.filter(name => name.startsWith('y_')))('%s is accepted', name => expect(accepts(name)).toBe(true));
  test.each(files.filter(name => name.startsWith('n_')))('%s is rejected', name => expect(accepts(name)).toBe(false));

  // RFC 8259 leaves these open. Accepted: numbers of any size, lone surrogates and 500 nested arrays. Rejected: whatever is not
  // UTF-8, and a byte order mark (§8.1). It is what JSON.parse does with text from a strict decoder.
  test.each(files.filter(name => name.startsWith('i_')))('%s is decided as by JSON.parse', name => {
    expect(accepts(name)).toBe(isParsed(file(name)));
  });
});

function isParsed(bytes: Uint8Array): boolean {
  try {
    JSON.parse(strictUtf8.decode(bytes));
    return true;
  } catch {
    return false;
  }
}
