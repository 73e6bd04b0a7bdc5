import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../problem/problem';
import type { Annotations } from '../bytes/annotations';
import { ByteReader } from '../bytes/byte-reader';
import { ByteWriter } from '../bytes/byte-writer';
import { leafFields, rowOfValuePath, type ValuePath } from '../bytes/field-tree';
import { bitValues, fieldValue, hexText } from '../bytes/field-value';
import { type EnumType, type FieldDeclaration, MessageType } from './message-type';
import { readMessage } from './read-message';
import type { Scalar } from './scalar';
import { type Message, type ProtobufValue, UNKNOWN_FIELDS } from './value';
import { writeMessage } from './write-message';

const fromHex = (hex: string) => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

function proto3(...fields: FieldDeclaration[]): MessageType {
  return new MessageType('Test', 'proto3', () => fields);
}

function proto2(...fields: FieldDeclaration[]): MessageType {
  return new MessageType('Test', 'proto2', () => fields);
}

function message(members: Record<string, ProtobufValue>): Message {
  return new Map(Object.entries(members));
}

function written(type: MessageType, value: Message, omitDefaults = false): { hex: string; annotations: Annotations } {
  const writer = new ByteWriter();
  writeMessage(writer, type, value, { omitDefaults, key: 'args' });
  return { hex: hexText(writer.finish()), annotations: writer.annotations! };
}

function read(type: MessageType | undefined, hex: string): Message {
  return readMessage(new ByteReader(fromHex(hex)), type);
}

/** The leaf fields of `hex` read as `type`: name and value. */
function leaves(type: MessageType | undefined, hex: string): string[] {
  const reader = new ByteReader(fromHex(hex));
  readMessage(reader, type);
  return leafFields(reader.annotations!).map(leaf => `${leaf.name} ${fieldValue(leaf, reader.bytes)}`);
}

function fault(type: MessageType | undefined, hex: string): string {
  try {
    read(type, hex);
  } catch (error) {
    if (error instanceof ProblemError) return `${error.problem.code} at ${error.problem.at?.offset}`;
    throw error;
  }
  return 'none';
}

const TEST1 = proto3({ name: 'a', number: 1, type: 'int32', cardinality: 'optional' });
const COLOR: EnumType = { kind: 'enum', name: 'Color', closed: true, numbers: new Set([0, 1]) };

describe('The examples of the encoding guide', () => {
  // protobuf.dev, Encoding; each names its section.
  it.each<[section: string, type: MessageType, value: Message, hex: string]>([
    ['A Simple Message', TEST1, message({ a: 150 }), '089601'],
    [
      'Length-Delimited Records',
      proto3({ name: 'b', number: 2, type: 'string' }),
      message({ b: 'testing' }),
      '120774657374696e67',
    ],
    ['Submessages', proto3({ name: 'c', number: 3, type: TEST1 }), message({ c: message({ a: 150 }) }), '1a03089601'],
    [
      'Optional and Repeated Elements',
      proto3(
        { name: 'd', number: 4, type: 'string', cardinality: 'optional' },
        { name: 'e', number: 5, type: 'int32', cardinality: 'repeated', packed: false },
      ),
      message({ d: 'hello', e: [1, 2, 3] }),
      '220568656c6c6f280128022803',
    ],
    [
      'Packed Repeated Fields',
      proto3({ name: 'f', number: 6, type: 'int32', cardinality: 'repeated' }),
      message({ f: [3, 270, 86942] }),
      '3206038e029ea705',
    ],
  ])('are written and read: %s', (_, type, value, hex) => {
    expect(written(type, value).hex).toBe(hex);
    expect(read(type, hex)).toEqual(value);
  });

  it('have elements between other fields, and packed in two parts', () => {
    const type = proto3(
      { name: 'd', number: 4, type: 'string' },
      { name: 'e', number: 5, type: 'int32', cardinality: 'repeated', packed: false },
      { name: 'f', number: 6, type: 'int32', cardinality: 'repeated' },
    );
    expect(read(type, '2801 2802 220568656c6c6f 2803').get('e')).toEqual([1, 2, 3]);
    expect(read(type, '3203038e02 32039ea705').get('f')).toEqual([3, 270, 86942]);
    expect(read(type, '2a03010203 3003 308e02')).toEqual(message({ e: [1, 2, 3], f: [3, 270] }));
  });

  it('have groups: 8:SGROUP 1: 2 3: {"foo"} 8:EGROUP', () => {
    const inner = proto2({ name: 'x', number: 1, type: 'int32' }, { name: 'y', number: 3, type: 'string' });
    const type = proto2({ name: 'g', number: 8, type: inner, group: true });
    const value = message({ g: message({ x: 2, y: 'foo' }) });
    expect(written(type, value).hex).toBe('4308021a03666f6f44');
    expect(read(type, '4308021a03666f6f44')).toEqual(value);
    expect(leaves(type, '4308021a03666f6f44')).toEqual([
      'tag 8: SGROUP',
      'tag 1: VARINT',
      'int32 2',
      'tag 3: LEN',
      'length 3',
      'string foo',
      'end tag 8: EGROUP',
    ]);
  });

  it('have maps, which are repeated messages of a key and a value', () => {
    const type = proto3({ name: 'g', number: 7, type: { kind: 'map', key: 'string', value: 'int32' } });
    const value = message({
      g: new Map([
        ['one', 1],
        ['none', 0],
      ]),
    });
    const hex = '3a07 0a036f6e65 1001 3a08 0a046e6f6e65 1000';
    expect(written(type, value, true).hex).toBe(hex.replaceAll(' ', ''));
    expect(read(type, hex)).toEqual(value);
  });
});

describe('Scalar values', () => {
  it.each<[Scalar, ProtobufValue, string]>([
    ['double', 25.4, '096666666666663940'],
    ['double', -0, '090000000000000080'],
    ['float', Number.NEGATIVE_INFINITY, '0d000080ff'],
    ['int32', -1, '08ffffffffffffffffff01'],
    ['int32', 2147483647, '08ffffffff07'],
    ['int64', -(2n ** 63n), '0880808080808080808001'],
    ['uint32', 4294967295, '08ffffffff0f'],
    ['uint64', 2n ** 64n - 1n, '08ffffffffffffffffff01'],
    ['sint32', -2147483648, '08ffffffff0f'],
    ['sint64', -(2n ** 63n), '08ffffffffffffffffff01'],
    ['fixed32', 4294967295, '0dffffffff'],
    ['fixed64', 2n ** 64n - 1n, '09ffffffffffffffff'],
    ['sfixed32', -2, '0dfeffffff'],
    ['sfixed64', -2n, '09feffffffffffffff'],
    ['bool', true, '0801'],
    ['string', 'é😀', '0a06c3a9f09f9880'],
    ['bytes', new Uint8Array([0, 255]), '0a0200ff'],
  ])('of type %s: %s', (scalar, value, hex) => {
    const type = proto3({ name: 'v', number: 1, type: scalar as 'int32' });
    expect(written(type, message({ v: value }), true).hex).toBe(hex);
    expect(read(type, hex).get('v')).toEqual(value);
    const shown = value instanceof Uint8Array ? hexText(value) : Object.is(value, -0) ? '-0' : String(value);
    expect(leaves(type, hex).at(-1)).toBe(`${scalar} ${shown}`);
  });

  it('of 64 bits may stand where 32 are expected: the lower ones count', () => {
    expect(read(TEST1, '08ffffffffffffffff7f').get('a')).toBe(-1);
    expect(read(proto3({ name: 'v', number: 1, type: 'bool' }), '0880808080808001').get('v')).toBe(true);
  });
});

describe('A writer', () => {
  it('leaves out the zeros of implicit presence if asked to, and nothing else', () => {
    const type = proto3(
      { name: 'implicit', number: 1, type: 'int32' },
      { name: 'explicit', number: 2, type: 'int32', cardinality: 'optional' },
      { name: 'member', number: 3, type: 'string', oneof: 'choice' },
      { name: 'text', number: 4, type: 'string' },
      { name: 'inner', number: 5, type: TEST1 },
    );
    const zeros = message({ implicit: 0, explicit: 0, member: '', text: '', inner: new Map() });
    expect(written(type, zeros, true).hex).toBe('10001a002a00');
    expect(written(type, zeros).hex).toBe('080010001a0022002a00');
  });

  it('finds lengths of any size, in messages within messages', () => {
    const texts = proto3({ name: 't', number: 1, type: 'string', cardinality: 'repeated' });
    const type = proto3({ name: 'm', number: 1, type: proto3({ name: 'm', number: 1, type: texts }) });
    for (const length of [0, 42, 43, 126, 127, 128, 16383, 16384]) {
      for (const letter of ['a', 'é']) {
        const value = message({ m: message({ m: message({ t: [letter.repeat(length), 'x'] }) }) });
        const { hex } = written(type, value);
        expect(read(type, hex)).toEqual(value);
      }
    }
  });

  it('refuses to leave out a required field', () => {
    const type = proto2({ name: 'r', number: 1, type: 'int32', cardinality: 'required' });
    expect(() => written(type, new Map())).toThrow(/protobuf\.missing-required.*"field":"r"/);
  });
});

describe('A reader', () => {
  it('takes the last of several values, and merges messages', () => {
    const inner = proto3(
      { name: 'x', number: 1, type: 'int32' },
      { name: 'y', number: 2, type: 'int32', cardinality: 'repeated' },
    );
    const type = proto3({ name: 'a', number: 1, type: 'int32' }, { name: 'm', number: 2, type: inner });
    expect(read(type, '0801 1205 0801120101 0802 1203120102')).toEqual(
      message({ a: 2, m: message({ x: 1, y: [1, 2] }) }),
    );
  });

  it('keeps one member of a oneof: the last', () => {
    const type = proto3(
      { name: 'x', number: 1, type: 'int32', oneof: 'choice' },
      { name: 'y', number: 2, type: 'string', oneof: 'choice' },
    );
    expect(read(type, '0800 1200')).toEqual(message({ y: '' }));
    expect(read(type, '1200 0800')).toEqual(message({ x: 0 }));
  });

  it('takes a missing key or value of a map entry for zero, and the last entry of a key', () => {
    const type = proto3(
      { name: 'm', number: 1, type: { kind: 'map', key: 'string', value: 'int32' } },
      { name: 'n', number: 2, type: { kind: 'map', key: 'uint64', value: TEST1 } },
    );
    expect(read(type, '0a00 0a021001 0a03 0a0161 1200').get('m')).toEqual(
      new Map([
        ['', 1],
        ['a', 0],
      ]),
    );
    expect(read(type, '1200').get('n')).toEqual(new Map([[0n, new Map()]]));
  });

  it('keeps what it does not know, and what comes with another wire type, and writes it behind the rest', () => {
    const hex = '1001 0d01020304 0896011a0161 230801 24';
    const value = read(TEST1, hex);
    expect(value.get('a')).toBe(150);
    expect((value.get(UNKNOWN_FIELDS) as readonly Uint8Array[]).map(hexText)).toEqual([
      '1001',
      '0d01020304',
      '1a0161',
      '23080124',
    ]);
    expect(written(TEST1, value).hex).toBe('08960110010d010203041a016123080124');
  });

  it('keeps an unknown number of an open enum as value, of a closed one as unknown field', () => {
    const fields = (type: EnumType): FieldDeclaration[] => [
      { name: 'e', number: 1, type },
      { name: 'l', number: 2, type, cardinality: 'repeated', packed: true },
      { name: 'm', number: 3, type: { kind: 'map', key: 'int32', value: type } },
    ];
    const hex = '0807 1203010700 1a0408051007';
    expect(read(proto3(...fields({ ...COLOR, closed: false })), hex)).toEqual(
      message({ e: 7, l: [1, 7, 0], m: new Map([[5, 7]]) }),
    );
    expect(read(proto2(...fields(COLOR)), hex)).toEqual(
      message({ l: [1, 0], [UNKNOWN_FIELDS]: [fromHex('0807'), fromHex('1007'), fromHex('1a0408051007')] }),
    );
  });

  it('puts U+FFFD for what is not UTF-8 in a string of proto2', () => {
    expect(read(proto2({ name: 's', number: 1, type: 'string' }), '0a0261ff').get('s')).toBe('a\ufffd');
  });

  const NESTED: MessageType = new MessageType('Nested', 'proto3', () => [{ name: 'n', number: 1, type: NESTED }]);
  /** The inner 64 have lengths of one octet, those around them of two. */
  const nested = (depth: number) => {
    const writer = new ByteWriter(false);
    let value: Message = new Map();
    for (let i = 0; i < depth; i++) value = message({ n: value });
    writeMessage(writer, NESTED, value, { omitDefaults: true });
    return hexText(writer.finish());
  };

  it.each<[what: string, type: MessageType, hex: string, problem: string]>([
    ['field number 0', TEST1, '0801 0001', 'protobuf.bad-tag at 2'],
    ['a tag of more than 32 bits', TEST1, '888080808010 01', 'protobuf.bad-tag at 0'],
    ['wire type 6', TEST1, '0801 0e', 'protobuf.bad-wire-type at 2'],
    ['wire type 7 of an unknown field', TEST1, '17', 'protobuf.bad-wire-type at 0'],
    ['a varint cut off', TEST1, '0896', 'bytes.unexpected-end at 2'],
    ['a tag cut off', TEST1, '0801 80', 'bytes.unexpected-end at 3'],
    ['a varint of eleven octets', TEST1, `08${'80'.repeat(10)}01`, 'varint.too-long at 1'],
    ['four octets cut off', proto3({ name: 'f', number: 1, type: 'fixed32' }), '0d010203', 'bytes.unexpected-end at 3'],
    ['a length beyond the end', proto3({ name: 's', number: 1, type: 'string' }), '0a0361', 'protobuf.bad-length at 1'],
    ['a length of 2^32', TEST1, '12 8080808010 61', 'protobuf.bad-length at 1'],
    [
      'a value that sticks out of its message',
      proto3({ name: 'm', number: 1, type: TEST1 }),
      '0a02 0896 01',
      'bytes.unexpected-end at 4',
    ],
    [
      'half an element of a packed list',
      proto3({ name: 'l', number: 1, type: 'fixed32', cardinality: 'repeated' }),
      '0a05 01020304 05',
      'bytes.unexpected-end at 6',
    ],
    ['an end tag without a group', TEST1, '0c', 'protobuf.unexpected-end-tag at 0'],
    ['the end tag of another group', TEST1, '13 1c', 'protobuf.unexpected-end-tag at 1'],
    ['a group without an end', TEST1, '13 0801', 'protobuf.unfinished-group at 3'],
    ['text that is not UTF-8', proto3({ name: 's', number: 1, type: 'string' }), '0a0261ff', 'bytes.bad-utf8 at 3'],
    [
      'a required field missing',
      proto2({ name: 'r', number: 1, type: 'int32', cardinality: 'required' }),
      '1001',
      'protobuf.missing-required at 2',
    ],
    ['101 messages within one another', NESTED, nested(101), 'protobuf.too-deep at 237'],
    ['101 groups within one another', TEST1, '13'.repeat(101), 'protobuf.too-deep at 100'],
  ])('refuses %s', (_, type, hex, problem) => {
    expect(fault(type, hex)).toBe(problem);
  });

  it('reads a hundred messages within one another, and hundreds without a type', () => {
    expect(fault(NESTED, nested(100))).toBe('none');
    expect(fault(undefined, nested(300))).toBe('none');
  });

  it('asks for required fields when all parts of a message have come', () => {
    const inner = proto2(
      { name: 'x', number: 1, type: 'int32', cardinality: 'required' },
      { name: 'y', number: 2, type: 'int32', cardinality: 'required' },
    );
    const type = proto2({ name: 'm', number: 1, type: inner });
    expect(fault(type, '0a020801 0a021001')).toBe('none');
    expect(fault(type, '0a020801')).toBe('protobuf.missing-required at 4');
  });
});

describe('Fields', () => {
  const ADDRESS = proto3(
    { name: 'street', number: 1, type: 'string' },
    { name: 'numbers', number: 2, type: 'int32', cardinality: 'repeated' },
  );
  const CALL = proto3(
    { name: 'home', number: 1, type: ADDRESS, key: 0 },
    { name: 'others', number: 2, type: ADDRESS, cardinality: 'repeated', key: 1 },
    { name: 'named', number: 300, type: { kind: 'map', key: 'string', value: ADDRESS }, key: 2 },
  );
  const address = (street: string) => message({ street, numbers: [7, 300] });
  const value = message({
    home: address('Elm St'),
    others: [address('Oak St'), address('x'.repeat(300))],
    named: new Map([['work', address('Ash St')]]),
  });

  it.each<[path: ValuePath, hex: string]>([
    [['args', 0, 'street'], '0a06456c6d205374'],
    [['args', 0, 'numbers', 1], 'ac02'],
    [['args', 1, 0, 'street'], '0a064f616b205374'],
    [['args', 1, 1, 'numbers', 0], '07'],
    [['args', 2, 'work', 'street'], '0a06417368205374'],
  ])('are found by the place of their value: %j', (path, octets) => {
    const { hex, annotations } = written(CALL, value);
    const row = rowOfValuePath(annotations, path);
    expect(hex.slice(annotations.get(row, 0) * 2, annotations.get(row, 3) * 2)).toBe(octets);
  });

  it('tell field number and wire type of a tag by its bits', () => {
    const { hex, annotations } = written(CALL, value);
    const tags = leafFields(annotations).filter(({ name }) => name === 'tag');
    const bytes = fromHex(hex);
    expect(bitValues(tags[0], bytes)).toEqual({ 'continuation bit': 0, 'field number': 1, 'wire type': 2 });
    const long = tags.find(({ start, end }) => end - start === 2)!;
    expect(fieldValue(long, bytes)).toBe('300: LEN');
    expect(bitValues(long, bytes)).toEqual({
      'continuation bit': 0,
      'field number': 300 & 15,
      'wire type': 2,
      'field number, higher bits': 300 >> 4,
    });
  });

  it('of an unknown type are guessed, and marked so', () => {
    expect(leaves(undefined, '089601 120774657374696e67 1a03089601 2202ff00 2900000000000000f0 3501000000')).toEqual([
      'tag 1: VARINT',
      'VARINT 150',
      'tag 2: LEN',
      'length 7',
      'LEN, likely text testing',
      'tag 3: LEN',
      'length 3',
      'tag 1: VARINT',
      'VARINT 150',
      'tag 4: LEN',
      'length 2',
      'LEN, likely bytes ff00',
      'tag 5: I64',
      'I64 00000000000000f0',
      'tag 6: I32',
      'I32 01000000',
    ]);
  });
});
