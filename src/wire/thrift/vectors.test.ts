// Octets that are written down elsewhere, and what is wrong with others.
import { describe, expect, it } from 'vitest';
import { calcBody } from '../../../test/thrift/calc';
import { BINARY, COMPACT, type Encoding, JSON_TEXT, OLD_BINARY } from '../../../test/thrift/encodings';
import { ByteReader } from '../bytes/byte-reader';
import { leafFields } from '../bytes/field-tree';
import { bitValues, fieldValue } from '../bytes/field-value';
import { JsonWriter } from '../json/json-writer';
import { pythonText } from './json/double-text';
import { writeJsonMessage } from './json/write-message';
import { CALL, type Message } from './message';
import type { ThriftStruct, ThriftType, ThriftValue } from './schema';

const FUN_ADD: Message = {
  name: 'fun_add',
  type: CALL,
  seqId: 0,
  fields: new Map([
    ['a', 2],
    ['b', 3],
  ]),
};

function octets(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** What `encoding` writes for a struct whose only field has id 1, from its first field on. */
function fieldHex(encoding: Encoding, type: ThriftType, value: ThriftValue): string {
  const struct: ThriftStruct = {
    kind: 'struct',
    name: 'S',
    fields: [{ id: 1, name: 'a', type, requiredness: 'default' }],
  };
  const write = (fields: Message['fields']) => encoding.write({ ...FUN_ADD, fields }, { struct }).finish();
  const empty = write(new Map()).length - 1;
  return hexOf(write(new Map([['a', value]])).subarray(empty, -1));
}

describe('fun_add(2, 3) is written as every captured library writes it', () => {
  it.each([
    [BINARY, '80010001 00000007 66756e5f616464 00000000 08000100000002 08000200000003 00'],
    [OLD_BINARY, '00000007 66756e5f616464 01 00000000 08000100000002 08000200000003 00'],
    [COMPACT, '82 21 00 07 66756e5f616464 1504 1506 00'],
  ])('%o', (encoding, hex) => {
    expect(hexOf(encoding.write(FUN_ADD, calcBody(FUN_ADD)!).finish())).toBe(hexOf(octets(hex)));
  });

  it('in JSON', () => {
    const text = new TextDecoder().decode(JSON_TEXT.write(FUN_ADD, calcBody(FUN_ADD)!).finish());
    expect(text).toBe('[1,"fun_add",1,0,{"1":{"i32":2},"2":{"i32":3}}]');
  });
});

// Types and forms of doc/specs/thrift-compact-protocol.md and thrift-binary-protocol.md, with values of the captured orders.
describe('Values are written', () => {
  const listOf = (element: ThriftType): ThriftType => ({ kind: 'list', element });
  const numbers = (count: number) => Uint8Array.from({ length: count }, (_, i) => i);
  it.each<[string, ThriftType, ThriftValue, string, string]>([
    ['a double, little-endian in compact', { kind: 'double' }, 9.99, '04 0001 4023fae147ae147b', '17 7b14ae47e1fa2340'],
    ['a true bool, in compact within the header', { kind: 'bool' }, true, '02 0001 01', '11'],
    ['a false bool', { kind: 'bool' }, false, '02 0001 00', '12'],
    ['an i8, never a varint', { kind: 'i8' }, -1, '03 0001 ff', '13 ff'],
    ['an i16', { kind: 'i16' }, -300, '06 0001 fed4', '14 d704'],
    ['an i64', { kind: 'i64' }, 9007199254740993n, '0a 0001 0020000000000001', '16 8280808080808020'],
    ['text in UTF-8', { kind: 'string' }, '茶', '0b 0001 00000003 e88cb6', '18 03 e88cb6'],
    ['no text', { kind: 'string' }, '', '0b 0001 00000000', '18 00'],
    ['a list', listOf({ kind: 'i8' }), [1, 2], '0f 0001 03 00000002 01 02', '19 23 01 02'],
    ['elements that are bools', listOf({ kind: 'bool' }), [true, false], '0f 0001 02 00000002 01 00', '19 21 01 02'],
    [
      '14 elements',
      listOf({ kind: 'i8' }),
      [...numbers(14)],
      `0f 0001 03 0000000e ${hexOf(numbers(14))}`,
      `19 e3 ${hexOf(numbers(14))}`,
    ],
    [
      '15 elements',
      listOf({ kind: 'i8' }),
      [...numbers(15)],
      `0f 0001 03 0000000f ${hexOf(numbers(15))}`,
      `19 f3 0f ${hexOf(numbers(15))}`,
    ],
    [
      'an empty map',
      { kind: 'map', key: { kind: 'i32' }, value: { kind: 'bool' } },
      new Map(),
      '0d 0001 08 02 00000000',
      '1b 00',
    ],
    [
      'a map',
      { kind: 'map', key: { kind: 'string' }, value: { kind: 'i32' } },
      new Map([['apple', 3]]),
      '0d 0001 0b 08 00000001 00000005 6170706c65 00000003',
      '1b 01 85 05 6170706c65 06',
    ],
  ])('%s', (_, type, value, binary, compact) => {
    expect(fieldHex(BINARY, type, value)).toBe(binary.replaceAll(' ', ''));
    expect(fieldHex(COMPACT, type, value)).toBe(compact.replaceAll(' ', ''));
  });

  it('with ids in full where the difference does not fit four bits', () => {
    const field = (id: number) => ({ id, name: `f${id}`, type: { kind: 'i8' }, requiredness: 'default' }) as const;
    const struct: ThriftStruct = { kind: 'struct', name: 'S', fields: [1, 16, 32, 0].map(field) };
    const fields = new Map([1, 16, 32, 0].map(id => [`f${id}`, 7]));
    const bytes = COMPACT.write({ ...FUN_ADD, fields }, { struct }).finish();
    expect(hexOf(bytes)).toBe(hexOf(octets('82 21 00 07 66756e5f616464 1307 f307 034007 030007 00')));
  });
});

describe('JSON', () => {
  // Python 3.11: '{0:.17g}'.format(…).
  it.each([
    [0, '0'],
    [-0, '-0'],
    [1, '1'],
    [0.1, '0.10000000000000001'],
    [1e16, '10000000000000000'],
    [1e17, '1e+17'],
    [1.2345678901234568e17, '1.2345678901234568e+17'],
    [0.0001, '0.0001'],
    [1.5e-5, '1.5e-05'],
    [1e-7, '9.9999999999999995e-08'],
    [1e100, '1e+100'],
    [5e-324, '4.9406564584124654e-324'],
    [-2.5, '-2.5'],
    [100, '100'],
  ])('has the double %d as Python writes it', (value, text) => expect(pythonText(value)).toBe(text));

  it('is what Python’s TJSONProtocol writes', () => {
    const fields: readonly [string, ThriftType, ThriftValue][] = [
      ['d', { kind: 'double' }, 9.99],
      ['m', { kind: 'map', key: { kind: 'i32' }, value: { kind: 'bool' } }, new Map([[-7, true]])],
      ['l', { kind: 'list', element: { kind: 'binary' } }, [new Uint8Array([0, 1])]],
      ['b', { kind: 'bool' }, false],
      ['i', { kind: 'i64' }, -9223372036854775808n],
      ['s', { kind: 'string' }, '茶"'],
    ];
    const struct: ThriftStruct = {
      kind: 'struct',
      name: 'S',
      fields: fields.map(([name, type], i) => ({ id: i + 1, name, type, requiredness: 'default' })),
    };
    const message = { ...FUN_ADD, fields: new Map(fields.map(([name, , value]) => [name, value])) };
    const json = new JsonWriter();
    writeJsonMessage(json, message, { struct }, pythonText);
    // Written by Debian's python3-thrift 0.17.0.
    const python =
      '[1,"fun_add",1,0,{"1":{"dbl":9.9900000000000002},"2":{"map":["i32","tf",1,{"-7":1}]},"3":{"lst":["str",1,"AAE="]},' +
      '"4":{"tf":0},"5":{"i64":-9223372036854775808},"6":{"str":"茶\\""}}]';
    expect(new TextDecoder().decode(json.finish())).toBe(python);
    expect(JSON_TEXT.read(new ByteReader(json.finish()), () => ({ struct }))).toEqual(message);
  });

  it('may have spaces between its parts, and base64 without padding, as C++ and Java write it', () => {
    const text = ' [ 1 , "m" , 1 , 0 , { "1" : { "lst" : [ "str" , 2 , "AAE" , "" ] } } ]';
    const struct: ThriftStruct = {
      kind: 'struct',
      name: 'S',
      fields: [{ id: 1, name: 'l', type: { kind: 'list', element: { kind: 'binary' } }, requiredness: 'default' }],
    };
    const { fields } = JSON_TEXT.read(new ByteReader(new TextEncoder().encode(text)), () => ({ struct }));
    expect(fields.get('l')).toEqual([new Uint8Array([0, 1]), new Uint8Array()]);
  });
});

describe('What is shown of a message', () => {
  it('are the numbers that its octets stand for', () => {
    const bytes = octets('82 21 00 01 6d 15 ff880f 25 0a 17 0000000000000840 00');
    const reader = new ByteReader(bytes);
    COMPACT.read(reader, () => undefined);
    const shown = leafFields(reader.annotations!).map(leaf => [leaf.name, fieldValue(leaf, bytes)]);
    expect(shown).toEqual([
      ['protocol id', '82'],
      ['message type and version', '21'],
      ['seq id', 0],
      ['name length', 1],
      ['name', 'm'],
      ['field-header', '15'],
      ['i32', -123456],
      ['field-header', '25'],
      ['i32', 5],
      ['field-header', '17'],
      ['double', 3],
      ['stop field', '00'],
    ]);
    const header = leafFields(reader.annotations!)[5];
    expect(bitValues(header, bytes)).toEqual({ 'field id delta': 1, 'field-type': 5 });
  });
});

describe('A message is refused', () => {
  const CALL_HEAD = '80010001 00000001 6d 00000000';
  const COMPACT_HEAD = '82 21 00 01 6d';
  it.each<[string, Encoding, string, string, number]>([
    ['of another version', BINARY, '80020001 00000001 6d 00000000 00', 'thrift.bad-version', 0],
    ['of another version', COMPACT, '82 22 00 01 6d 00', 'thrift.bad-version', 1],
    ['of another protocol', COMPACT, '80 21', 'thrift.bad-protocol-id', 0],
    ['of an unknown type', BINARY, '80010005', 'thrift.unknown-message-type', 3],
    ['of an unknown type', COMPACT, '82 e1', 'thrift.unknown-message-type', 1],
    ['with a name of negative length', BINARY, '80010001 ffffffff', 'thrift.negative-size', 4],
    ['with a name beyond its end', BINARY, '80010001 7fffffff 6d', 'thrift.size-beyond-end', 4],
    ['with a field of an unknown type', BINARY, `${CALL_HEAD} 01 0001`, 'thrift.unknown-type', 16],
    ['with a field of an unknown type', COMPACT, `${COMPACT_HEAD} 1e`, 'thrift.unknown-type', 6],
    ['with a list of negative size', BINARY, `${CALL_HEAD} 0f 0001 08 ffffffff`, 'thrift.negative-size', 17],
    ['with a list beyond its end', BINARY, `${CALL_HEAD} 0f 0001 08 7fffffff 00`, 'thrift.size-beyond-end', 17],
    ['with a list beyond its end', COMPACT, `${COMPACT_HEAD} 19 f3 ffffffff07`, 'thrift.size-beyond-end', 7],
    ['with a list of negative size', COMPACT, `${COMPACT_HEAD} 19 f3 ffffffff0f`, 'thrift.negative-size', 7],
    ['with a map beyond its end', COMPACT, `${COMPACT_HEAD} 1b 7f 33`, 'thrift.size-beyond-end', 6],
    ['with a number without end', COMPACT, `${COMPACT_HEAD} 15 ${'ff'.repeat(11)}`, 'varint.too-long', 6],
    ['without a stop', BINARY, CALL_HEAD, 'bytes.unexpected-end', 13],
    ['with text that is not UTF-8', BINARY, '80010001 00000001 ff', 'bytes.bad-utf8', 8],
  ])('%s', (_, encoding, hex, code, offset) => {
    expect(() => encoding.read(new ByteReader(octets(hex)), calcBody)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code, at: { offset } }) }),
    );
  });

  it.each([
    ['[2,"m",1,0,{}]', 'thrift.bad-version', 1],
    ['[1,"m",9,0,{}]', 'thrift.unknown-message-type', 7],
    ['[1,"m",1,0,{"x":{"i32":1}}]', 'thrift.out-of-range', 12],
    ['[1,"m",1,0,{"1":{"i32":2147483648}}]', 'thrift.out-of-range', 23],
    ['[1,"m",1,0,{"1":{"i32":1.5}}]', 'thrift.out-of-range', 23],
    ['[1,"m",1,0,{"1":{"dbl":"x"}}]', 'thrift.out-of-range', 23],
    ['[1,"m",1,0,{"1":{"i33":1}}]', 'thrift.unknown-type', 23],
    ['[1,"m",1,0,{"1":{"lst":["i32",2,1]}}]', 'thrift.wrong-size', 30],
    ['[1,"m",1,0,{"1":{"map":["rec","i32",1,{"x":1}]}}]', 'thrift.no-json-name', 39],
    ['[1,"m",1,0,{"1":{"i32":1}]', 'json.unexpected', 25],
    ['[1,"m",1,0,', 'json.unexpected-end', 11],
  ])('%s', (text, code, offset) => {
    const reader = new ByteReader(new TextEncoder().encode(text));
    expect(() => JSON_TEXT.read(reader, () => undefined)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code, at: { offset } }) }),
    );
  });
});
