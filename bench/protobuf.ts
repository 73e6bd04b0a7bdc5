// Protocol Buffers: annotated and not, beside @bufbuild/protobuf, protobufjs and pbf, which annotate nothing. Runs in Node and in Chromium.
import { fromBinary, toBinary } from '@bufbuild/protobuf';
import { PbfReader, PbfWriter } from 'pbf';
import { ByteReader } from '../src/wire/bytes/byte-reader';
import { ByteWriter } from '../src/wire/bytes/byte-writer';
import { type FieldDeclaration, MessageType } from '../src/wire/protobuf/message-type';
import { readMessage } from '../src/wire/protobuf/read-message';
import type { Message, ProtobufValue } from '../src/wire/protobuf/value';
import { writeMessage } from '../src/wire/protobuf/write-message';
import { bufbuildMessage, bufbuildType, protobufjsMessage, protobufjsType } from '../test/protobuf/peers';
import type { Comparison, Contender } from './ratio';

const ITEM_FIELDS: readonly FieldDeclaration[] = [
  { name: 'sku', number: 1, type: 'string' },
  { name: 'qty', number: 2, type: 'int32' },
  { name: 'price', number: 3, type: 'double' },
  { name: 'title', number: 4, type: 'string' },
  { name: 'maker', number: 5, type: 'string' },
  { name: 'note', number: 6, type: 'string' },
  { name: 'id', number: 7, type: 'int64' },
  { name: 'weight', number: 8, type: 'double' },
  { name: 'stock', number: 9, type: 'uint32' },
  { name: 'sold', number: 10, type: 'bool' },
];
const ITEM = new MessageType('Item', 'proto3', () => ITEM_FIELDS);
const ORDER = new MessageType('Order', 'proto3', () => [
  { name: 'from', number: 1, type: 'string' },
  { name: 'to', number: 2, type: 'string' },
  { name: 'items', number: 3, type: ITEM, cardinality: 'repeated' },
]);
const SMALL = new MessageType('Small', 'proto3', () => ITEM_FIELDS.slice(0, 3));

function item(i: number): Message {
  return new Map<string, ProtobufValue>([
    ['sku', `SKU-${i % 977}`],
    ['qty', (i % 100) + 1],
    ['price', (i % 5000) + 0.25],
    ['title', `An item of a list of items, ${i}`],
    ['maker', `Maker ${i % 83} and Sons`],
    ['note', `Handle with care: it is number ${i} of many, and it breaks`],
    ['id', 1_000_000_000_000n + BigInt(i)],
    ['weight', i / 7 + 0.1],
    ['stock', (i * 31) % 100_000],
    ['sold', true],
  ]);
}

function order(items: number, textLength: number): Message {
  const text = 'All work and no play. '.repeat(textLength / 22);
  return new Map<string, ProtobufValue>([
    ['from', text],
    ['to', text],
    ['items', Array.from({ length: items }, (_, i) => item(i))],
  ]);
}

interface Example {
  readonly title: string;
  readonly type: MessageType;
  readonly message: Message;
  readonly pbf: Pbf;
  readonly rounds: number;
}

const EXAMPLES: readonly Example[] = [
  {
    title: '3 fields',
    type: SMALL,
    message: new Map([...item(7)].slice(0, 3)),
    pbf: { write: writeItem, read: readItem },
    rounds: 41,
  },
  { title: '1 kB', type: ORDER, message: order(6, 44), pbf: { write: writeOrder, read: readOrder }, rounds: 41 },
  {
    title: '1 MB',
    type: ORDER,
    message: order(5000, 100_000),
    pbf: { write: writeOrder, read: readOrder },
    rounds: 21,
  },
];

/** Encoding and decoding at each size; the baseline of the ratios is @bufbuild/protobuf. */
export function protobufComparisons(): Comparison[] {
  return EXAMPLES.flatMap(example => {
    const { title, rounds } = example;
    return [
      { title: `Protocol Buffers encode, ${title}`, rounds, contenders: () => encoders(example) },
      { title: `Protocol Buffers decode, ${title}`, rounds, contenders: () => decoders(example) },
    ];
  });
}

function encode({ type, message }: Example, annotate: boolean): Uint8Array {
  const writer = new ByteWriter(annotate);
  writeMessage(writer, type, message, { omitDefaults: true });
  return writer.finish();
}

function encoders(example: Example): Contender[] {
  const { type, message, pbf } = example;
  const desc = bufbuildType(type);
  const theirs = bufbuildMessage(desc, type, message);
  const reflected = protobufjsType(type, false);
  const plain = protobufjsMessage(type, message);
  const numbers = withNumbers(message) as Item & Order;
  return [
    { name: '@bufbuild/protobuf', run: () => toBinary(desc, theirs).length },
    { name: 'protobufjs, reflection', run: () => reflected.encode(plain).finish().length },
    {
      name: 'pbf',
      run: () => {
        const writer = new PbfWriter();
        pbf.write(numbers, writer);
        return writer.finish().length;
      },
    },
    { name: 'ours, annotated', run: () => encode(example, true).length },
    { name: 'ours, not annotated', run: () => encode(example, false).length },
  ];
}

function decoders(example: Example): Contender[] {
  const { type, pbf } = example;
  const bytes = encode(example, false).slice();
  const desc = bufbuildType(type);
  const reflected = protobufjsType(type, false);
  return [
    { name: '@bufbuild/protobuf', run: () => fromBinary(desc, bytes) },
    { name: 'protobufjs, reflection', run: () => reflected.decode(bytes) },
    { name: 'pbf', run: () => pbf.read(new PbfReader(bytes)) },
    { name: 'ours, annotated', run: () => readMessage(new ByteReader(bytes, true), type) },
    { name: 'ours, not annotated', run: () => readMessage(new ByteReader(bytes, false), type) },
  ];
}

/** What pbf's compiler makes of the types; it holds 64-bit integers as numbers. */
interface Pbf {
  readonly write: (message: Item & Order, writer: PbfWriter) => void;
  readonly read: (reader: PbfReader) => unknown;
}

interface Item {
  sku: string;
  qty: number;
  price: number;
  title: string;
  maker: string;
  note: string;
  id: number;
  weight: number;
  stock: number;
  sold: boolean;
}

interface Order {
  from: string;
  to: string;
  items: Item[];
}

function withNumbers(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([name, member]) => [name, withNumbers(member)]));
  if (Array.isArray(value)) return value.map(withNumbers);
  return typeof value === 'bigint' ? Number(value) : value;
}

function writeItem(item: Item, writer: PbfWriter): void {
  if (item.sku) writer.writeStringField(1, item.sku);
  if (item.qty) writer.writeVarintField(2, item.qty);
  if (item.price) writer.writeDoubleField(3, item.price);
  if (item.title) writer.writeStringField(4, item.title);
  if (item.maker) writer.writeStringField(5, item.maker);
  if (item.note) writer.writeStringField(6, item.note);
  if (item.id) writer.writeVarintField(7, item.id);
  if (item.weight) writer.writeDoubleField(8, item.weight);
  if (item.stock) writer.writeVarintField(9, item.stock);
  if (item.sold) writer.writeBooleanField(10, item.sold);
}

function readItem(reader: PbfReader, end?: number): Item {
  const item = { sku: '', qty: 0, price: 0, title: '', maker: '', note: '', id: 0, weight: 0, stock: 0, sold: false };
  return reader.readFields(readItemField, item, end);
}

function readItemField(tag: number, item: Item, reader: PbfReader): void {
  if (tag === 1) item.sku = reader.readString();
  else if (tag === 2) item.qty = reader.readVarint(true);
  else if (tag === 3) item.price = reader.readDouble();
  else if (tag === 4) item.title = reader.readString();
  else if (tag === 5) item.maker = reader.readString();
  else if (tag === 6) item.note = reader.readString();
  else if (tag === 7) item.id = reader.readVarint(true);
  else if (tag === 8) item.weight = reader.readDouble();
  else if (tag === 9) item.stock = reader.readVarint();
  else if (tag === 10) item.sold = reader.readBoolean();
}

function writeOrder(order: Order, writer: PbfWriter): void {
  if (order.from) writer.writeStringField(1, order.from);
  if (order.to) writer.writeStringField(2, order.to);
  for (const item of order.items) writer.writeMessage(3, writeItem, item);
}

function readOrder(reader: PbfReader): Order {
  return reader.readFields(readOrderField, { from: '', to: '', items: [] as Item[] });
}

function readOrderField(tag: number, order: Order, reader: PbfReader): void {
  if (tag === 1) order.from = reader.readString();
  else if (tag === 2) order.to = reader.readString();
  else if (tag === 3) order.items.push(readItem(reader, reader.readVarint() + reader.pos));
}
