// Formats by themselves, where what surrounds them in a protocol would keep most damage from them.
import { NO_TYPES, readDocument } from '../../src/protocols/xml-rpc/read-document';
import { ByteReader } from '../../src/wire/bytes/byte-reader';
import { ByteWriter } from '../../src/wire/bytes/byte-writer';
import { readGzip } from '../../src/wire/gzip/read-gzip';
import { writeGzip } from '../../src/wire/gzip/write-gzip';
import { HessianReader } from '../../src/wire/hessian2/hessian-reader';
import {
  HessianDate,
  HessianDouble,
  HessianList,
  HessianMap,
  HessianObject,
  type HessianValue,
} from '../../src/wire/hessian2/hessian-value';
import { HessianWriter } from '../../src/wire/hessian2/hessian-writer';
import { writeHessian } from '../../src/wire/hessian2/write-value';
import { EMPTY_TABLE } from '../../src/wire/hpack/dynamic-table';
import { NGHTTP2 } from '../../src/wire/hpack/policies';
import { readHeaderBlock } from '../../src/wire/hpack/read-header-block';
import { writeHeaderBlock } from '../../src/wire/hpack/write-header-block';
import { readJson } from '../../src/wire/json/json-reader';
import { type FieldDeclaration, MessageType } from '../../src/wire/protobuf/message-type';
import { readMessage } from '../../src/wire/protobuf/read-message';
import type { ProtobufValue } from '../../src/wire/protobuf/value';
import { writeMessage } from '../../src/wire/protobuf/write-message';
import type { Target } from './target';

/** A bomb inflates a thousandfold; a decoder stops here. */
const MOST_INFLATED = 64 * 1024;

export function formatTargets(): Target[] {
  return [
    format('JSON', [text('{"a":[1,-2.5e3,"x\\u00e9\\ud83d\\ude00",null,true,{"b":{}}],"c":""}')], readJson),
    format('XML-RPC document', [text(XML)], reader => readDocument(reader, 'python', NO_TYPES)),
    format('gzip', [zipped('a text that is zipped, and zipped, and zipped')], reader =>
      readGzip(reader, MOST_INFLATED),
    ),
    format('HPACK', [headerBlock()], reader => readHeaderBlock(reader, EMPTY_TABLE)),
    format('Hessian 2', [hessian()], reader => {
      const hessian = new HessianReader(reader);
      while (reader.remaining > 0) hessian.read();
    }),
    format('Protocol Buffers by type', [message()], reader => readMessage(reader, EVERYTHING)),
    format('Protocol Buffers without a type', [message()], reader => readMessage(reader)),
  ];
}

function format(name: string, valid: readonly Uint8Array[], read: (reader: ByteReader) => unknown): Target {
  return {
    name,
    valid,
    read: octets => {
      const reader = new ByteReader(octets);
      read(reader);
      return reader.annotations!.count;
    },
  };
}

const XML =
  '<?xml version="1.0"?><!-- a --><methodCall><methodName>f</methodName><params><param><value><struct><member><name>n</name>' +
  '<value><int>1</int></value></member></struct></value></param><param><value><array><data><value><string>a&amp;&#233;</string></value>' +
  '<value><double>1.5</double></value><value><base64>AAEC</base64></value><value><boolean>1</boolean></value></data></array></value>' +
  '</param></params></methodCall>';

function text(characters: string): Uint8Array {
  return new TextEncoder().encode(characters);
}

function zipped(characters: string): Uint8Array {
  const writer = new ByteWriter();
  writeGzip(writer, text(characters), { modifiedAt: 0, level: 6, os: 3 });
  return writer.finish();
}

function headerBlock(): Uint8Array {
  const fields = [
    { name: ':method', value: 'POST' },
    { name: ':path', value: '/demo.Calculator/Add' },
    { name: 'user-agent', value: 'grpc-node-js/1.14.7' },
    { name: 'te', value: 'trailers' },
  ];
  const writer = new ByteWriter();
  const table = writeHeaderBlock(writer, fields, EMPTY_TABLE, NGHTTP2);
  writeHeaderBlock(writer, fields, table, NGHTTP2);
  return writer.finish();
}

function hessian(): Uint8Array {
  const writer = new HessianWriter();
  const definition = { name: 'demo.Item', fields: ['sku', 'price', 'when'] };
  const item = (sku: string) =>
    new HessianObject(definition, [sku, new HessianDouble(9.99), new HessianDate(1_700_000_000_000n)]);
  const shared = item('A-1');
  const values: HessianValue[] = [shared, shared, item('茶'), null, true, -70_000, 1n << 60n, Uint8Array.of(1, 2, 3)];
  writeHessian(writer, new HessianList('[object', values));
  writeHessian(writer, new HessianMap(undefined, [['a', 1]]));
  writeHessian(writer, 'x'.repeat(1100));
  return writer.finish();
}

const SCALARS = [
  'double',
  'float',
  'int32',
  'int64',
  'uint32',
  'uint64',
  'sint32',
  'sint64',
  'fixed32',
  'fixed64',
  'sfixed32',
  'sfixed64',
  'bool',
  'string',
  'bytes',
] as const;

/** A message with a field of every kind, itself among them. */
const EVERYTHING: MessageType = new MessageType('Everything', 'proto2', () => [
  ...SCALARS.map((type, index): FieldDeclaration => ({ name: type, number: index + 1, type, cardinality: 'optional' })),
  { name: 'packed', number: 16, type: 'sint32', cardinality: 'repeated', packed: true },
  { name: 'list', number: 17, type: 'string', cardinality: 'repeated' },
  { name: 'inner', number: 18, type: EVERYTHING, cardinality: 'optional' },
  { name: 'group', number: 19, type: EVERYTHING, cardinality: 'optional', group: true },
  { name: 'map', number: 20, type: { kind: 'map', key: 'string', value: EVERYTHING } },
]);

function message(): Uint8Array {
  const scalars = (): [string, ProtobufValue][] => [
    ['double', 1.5],
    ['int32', -1],
    ['uint64', 1n << 63n],
    ['sint64', -5n],
    ['fixed32', 7],
    ['bool', true],
    ['string', 'text é'],
    ['bytes', Uint8Array.of(0, 255)],
  ];
  const inner = new Map(scalars());
  const writer = new ByteWriter();
  const whole = new Map<string, ProtobufValue>([
    ...scalars(),
    ['packed', [1, -2, 300]],
    ['list', ['a', 'b']],
    ['inner', inner],
    ['group', inner],
    ['map', new Map([['key', inner]])],
  ]);
  writeMessage(writer, EVERYTHING, whole, { omitDefaults: false });
  return writer.finish();
}
