// HPACK on the header fields of gRPC calls, beside npm hpack.js: the first request of a connection, and the one that follows.
import { ByteReader } from '../src/wire/bytes/byte-reader';
import { ByteWriter } from '../src/wire/bytes/byte-writer';
import { EMPTY_TABLE } from '../src/wire/hpack/dynamic-table';
import type { HeaderField } from '../src/wire/hpack/header-field';
import { NGHTTP2 } from '../src/wire/hpack/policies';
import { readHeaderBlock } from '../src/wire/hpack/read-header-block';
import { writeHeaderBlock } from '../src/wire/hpack/write-header-block';
import type { Comparison, Contender } from './ratio';

/** What grpc-js 1.14.7 sends with a unary call. */
const FIELDS: readonly HeaderField[] = [
  { name: ':authority', value: '127.0.0.1:50051' },
  { name: ':method', value: 'POST' },
  { name: ':path', value: '/demo.Calculator/Add' },
  { name: ':scheme', value: 'http' },
  { name: 'grpc-accept-encoding', value: 'identity,deflate,gzip' },
  { name: 'accept-encoding', value: 'identity' },
  { name: 'grpc-timeout', value: '4960m' },
  { name: 'user-agent', value: 'grpc-node-js/1.14.7' },
  { name: 'content-type', value: 'application/grpc' },
  { name: 'te', value: 'trailers' },
];

/** The part of hpack.js that is measured. It has no types. */
export interface HpackJs {
  readonly compressor: { create(options: object): { write(fields: object[]): void; read(): Uint8Array | null } };
  readonly decompressor: {
    create(options: object): { write(block: Uint8Array): void; execute(): void; read(): object | null };
  };
}

/** A connection is two requests, so that its table is filled and used. The baseline is hpack.js. */
export function hpackComparisons(peer: HpackJs): Comparison[] {
  return [
    { title: 'HPACK encode, two gRPC requests', rounds: 41, contenders: () => [peerEncode(peer), ...encode()] },
    { title: 'HPACK decode, two gRPC requests', rounds: 41, contenders: () => [peerDecode(peer), ...decode()] },
  ];
}

function encodeTwice(annotate: boolean): Uint8Array[] {
  const first = new ByteWriter(annotate, 512);
  const table = writeHeaderBlock(first, FIELDS, EMPTY_TABLE, NGHTTP2);
  const second = new ByteWriter(annotate, 512);
  writeHeaderBlock(second, FIELDS, table, NGHTTP2);
  return [first.finish(), second.finish()];
}

function encode(): Contender[] {
  return [
    { name: 'ours, annotated', run: () => encodeTwice(true) },
    { name: 'ours, not annotated', run: () => encodeTwice(false) },
  ];
}

function decode(): Contender[] {
  const [first, second] = encodeTwice(false);
  const decodeTwice = (annotate: boolean) => {
    const { table } = readHeaderBlock(new ByteReader(first, annotate), EMPTY_TABLE);
    return readHeaderBlock(new ByteReader(second, annotate), table).fields;
  };
  return [
    { name: 'ours, annotated', run: () => decodeTwice(true) },
    { name: 'ours, not annotated', run: () => decodeTwice(false) },
  ];
}

function peerEncode(peer: HpackJs): Contender {
  const run = () => {
    const compressor = peer.compressor.create({ table: { size: 4096 } });
    compressor.write([...FIELDS]);
    const first = compressor.read();
    compressor.write([...FIELDS]);
    return [first, compressor.read()];
  };
  return { name: 'hpack.js', run };
}

function peerDecode(peer: HpackJs): Contender {
  const blocks = encodeTwice(false).map(block => Buffer.from(block));
  const run = () => {
    const decompressor = peer.decompressor.create({ table: { size: 4096 } });
    const fields: object[] = [];
    for (const block of blocks) {
      decompressor.write(block);
      decompressor.execute();
      for (let field = decompressor.read(); field; field = decompressor.read()) fields.push(field);
    }
    return fields;
  };
  return { name: 'hpack.js', run };
}
