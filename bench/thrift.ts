// Thrift's binary and compact protocols, annotated and not, beside npm thrift. Runs in Node and in Chromium.
import { ByteReader } from '../src/wire/bytes/byte-reader';
import { ByteWriter } from '../src/wire/bytes/byte-writer';
import { readBinaryMessage } from '../src/wire/thrift/binary/read-message';
import { writeBinaryMessage } from '../src/wire/thrift/binary/write-message';
import { readCompactMessage } from '../src/wire/thrift/compact/read-message';
import { writeCompactMessage } from '../src/wire/thrift/compact/write-message';
import { CALL, type Message } from '../src/wire/thrift/message';
import type { ThriftFields, ThriftStruct, ThriftType, ThriftValue } from '../src/wire/thrift/schema';
import { npmBatch, npmRead, npmWrite, readBatch, readItem, writeBatch, writeItem } from './npm-thrift';
import type { Comparison, Contender } from './ratio';
import { BATCHES, type Batch, ITEM } from './records';

const PROTOCOLS = {
  binary: { write: writeBinaryMessage, read: readBinaryMessage },
  compact: { write: writeCompactMessage, read: readCompactMessage },
} as const;

function struct(name: string, fields: Readonly<Record<string, ThriftType>>): ThriftStruct {
  return {
    kind: 'struct',
    name,
    fields: Object.entries(fields).map(([field, type], i) => ({
      id: i + 1,
      name: field,
      type,
      requiredness: 'default',
    })),
  };
}

const ITEM_STRUCT = struct('Item', { sku: { kind: 'string' }, qty: { kind: 'i32' }, price: { kind: 'double' } });
const ENTRY_STRUCT = struct('Entry', {
  id: { kind: 'i32' },
  name: { kind: 'string' },
  city: { kind: 'string' },
  delta: { kind: 'i32' },
  price: { kind: 'double' },
  paid: { kind: 'bool' },
  note: { kind: 'string' },
  small: { kind: 'i16' },
  total: { kind: 'i64' },
  sku: { kind: 'string' },
});
const BATCH_STRUCT = struct('Batch', {
  head: { kind: 'string' },
  entries: { kind: 'list', element: ENTRY_STRUCT },
  tail: { kind: 'string' },
});

function fieldsOf(object: object): ThriftFields {
  return new Map<string, ThriftValue>(Object.entries(object));
}

function batchFields(batch: Batch): ThriftFields {
  return fieldsOf({ ...batch, entries: batch.entries.map(fieldsOf) });
}

/** Encoding and decoding at each size. The baseline is npm thrift. */
export function thriftComparisons(): Comparison[] {
  const comparisons: Comparison[] = [];
  for (const protocol of ['binary', 'compact'] as const) {
    const add = (size: string, rounds: number, { encode, decode }: Contenders) => {
      comparisons.push({ title: `Thrift ${protocol} encode, ${size}`, rounds, contenders: encode });
      comparisons.push({ title: `Thrift ${protocol} decode, ${size}`, rounds, contenders: decode });
    };
    const item = npmWrite(protocol, output => writeItem(output, ITEM));
    add('3 fields', 41, {
      encode: () => [
        { name: 'npm thrift', run: () => npmWrite(protocol, output => writeItem(output, ITEM)) },
        ...ourEncoding(protocol, ITEM_STRUCT, fieldsOf(ITEM), item),
      ],
      decode: () => [
        { name: 'npm thrift', run: () => npmRead(protocol, item, readItem) },
        ...ourDecoding(protocol, ITEM_STRUCT, item),
      ],
    });
    for (const size of ['1 kB', '1 MB'] as const) {
      const batch = npmBatch(BATCHES[size]);
      const octets = npmWrite(protocol, output => writeBatch(output, batch));
      add(size, size === '1 MB' ? 15 : 41, {
        encode: () => [
          { name: 'npm thrift', run: () => npmWrite(protocol, output => writeBatch(output, batch)) },
          ...ourEncoding(protocol, BATCH_STRUCT, batchFields(BATCHES[size]), octets),
        ],
        decode: () => [
          { name: 'npm thrift', run: () => npmRead(protocol, octets, readBatch) },
          ...ourDecoding(protocol, BATCH_STRUCT, octets),
        ],
      });
    }
  }
  return comparisons;
}

interface Contenders {
  readonly encode: Comparison['contenders'];
  readonly decode: Comparison['contenders'];
}

/** Throws when the octets are not `expected`: what differs cannot be compared. */
function ourEncoding(
  protocol: keyof typeof PROTOCOLS,
  body: ThriftStruct,
  fields: ThriftFields,
  expected: Uint8Array,
): Contender[] {
  const message: Message = { name: 'put', type: CALL, seqId: 1, fields };
  const encode = (annotate: boolean) => {
    const writer = new ByteWriter(annotate);
    PROTOCOLS[protocol].write(writer, message, { struct: body, key: 'args' });
    return writer.finish();
  };
  if (encode(true).join() !== expected.join()) throw new Error(`${body.name}: npm thrift writes other octets`);
  return [
    { name: 'ours, annotated', run: () => encode(true).length },
    { name: 'ours, not annotated', run: () => encode(false).length },
  ];
}

function ourDecoding(protocol: keyof typeof PROTOCOLS, body: ThriftStruct, octets: Uint8Array): Contender[] {
  const decode = (annotate: boolean) =>
    PROTOCOLS[protocol].read(new ByteReader(octets, annotate), () => ({ struct: body, key: 'args' }));
  return [
    { name: 'ours, annotated', run: () => decode(true) },
    { name: 'ours, not annotated', run: () => decode(false) },
  ];
}
