// Hessian 2, annotated and not, beside npm hessian.js in Node, which needs Node's own modules, and beside JSON in Chromium.
import { ByteReader } from '../src/wire/bytes/byte-reader';
import { hexText } from '../src/wire/bytes/field-value';
import { HESSIAN_JS } from '../src/wire/hessian2/flavour';
import { HessianReader } from '../src/wire/hessian2/hessian-reader';
import {
  type ClassDefinition,
  HessianDouble,
  HessianList,
  HessianObject,
  type HessianValue,
} from '../src/wire/hessian2/hessian-value';
import { HessianWriter } from '../src/wire/hessian2/hessian-writer';
import { writeHessian } from '../src/wire/hessian2/write-value';
import type { Table } from './codecs';
import { type Contender, compare } from './ratio';
import { BATCHES, type Batch, type Entry, ITEM, type Item } from './records';

/** npm hessian.js, where it can be loaded. */
export interface HessianJs {
  encode(value: unknown, version: '2.0'): Uint8Array;
  decode(octets: Uint8Array, version: '2.0'): unknown;
}

/** A message as we hold it, as hessian.js wants it, and as JSON can write it. */
interface Message {
  readonly size: string;
  readonly ours: HessianValue;
  readonly theirs: unknown;
  readonly plain: unknown;
}

/** All tables of Hessian 2. The baseline is hessian.js, or JSON without it. */
export function hessianTables(hessianJs?: HessianJs): Table[] {
  const messages: Message[] = [
    {
      size: '3 fields',
      ours: ourObject(definitionOf('demo.Item', ITEM), ITEM),
      theirs: theirObject('demo.Item', ITEM),
      plain: ITEM,
    },
    ...(['1 kB', '1 MB'] as const).map(size => batchMessage(size, BATCHES[size])),
  ];
  return messages.flatMap(message => {
    const octets = encode(message.ours, false);
    if (hessianJs && hexText(hessianJs.encode(message.theirs, '2.0')) !== hexText(octets))
      throw new Error(`${message.size}: hessian.js writes other octets`);
    const rounds = message.size === '1 MB' ? 15 : 41;
    return [
      { title: `Hessian 2 encode, ${message.size}`, results: compare(encoders(message, hessianJs), rounds) },
      { title: `Hessian 2 decode, ${message.size}`, results: compare(decoders(message, octets, hessianJs), rounds) },
    ];
  });
}

function encoders({ ours, theirs, plain }: Message, hessianJs?: HessianJs): Contender[] {
  return [
    hessianJs
      ? { name: 'hessian.js', run: () => hessianJs.encode(theirs, '2.0') }
      : { name: 'JSON.stringify', run: () => JSON.stringify(plain) },
    { name: 'ours, annotated', run: () => encode(ours, true).length },
    { name: 'ours, not annotated', run: () => encode(ours, false).length },
  ];
}

function decoders({ theirs, plain }: Message, octets: Uint8Array, hessianJs?: HessianJs): Contender[] {
  const text = JSON.stringify(plain);
  // hessian.js reads no array of octets but Node's Buffer, which is what it writes.
  const theirOctets = hessianJs?.encode(theirs, '2.0') ?? octets;
  const decode = (annotate: boolean) => new HessianReader(new ByteReader(octets, annotate)).read();
  return [
    hessianJs
      ? { name: 'hessian.js', run: () => hessianJs.decode(theirOctets, '2.0') }
      : { name: 'JSON.parse', run: () => JSON.parse(text) },
    { name: 'ours, annotated', run: () => decode(true) },
    { name: 'ours, not annotated', run: () => decode(false) },
  ];
}

function encode(value: HessianValue, annotate: boolean): Uint8Array {
  const hessian = new HessianWriter(HESSIAN_JS, annotate);
  writeHessian(hessian, value, 'result');
  return hessian.finish();
}

function batchMessage(size: string, batch: Batch): Message {
  const { head, entries, tail } = batch;
  const definition = definitionOf('demo.Entry', entries[0]);
  return {
    size,
    ours: new HessianObject({ name: 'demo.Batch', fields: ['head', 'entries', 'tail'] }, [
      head,
      new HessianList(
        undefined,
        entries.map(entry => ourObject(definition, entry)),
      ),
      tail,
    ]),
    theirs: {
      $class: 'demo.Batch',
      $: { head, entries: entries.map(entry => theirObject(definition.name, entry)), tail },
    },
    plain: { head, entries: entries.map(entry => ({ ...entry, total: Number(entry.total) })), tail },
  };
}

function definitionOf(name: string, record: Item | Entry): ClassDefinition {
  return { name, fields: Object.keys(record) };
}

function ourObject(definition: ClassDefinition, record: Item | Entry): HessianObject {
  const values = Object.entries(record).map(([field, value]) => (field === 'price' ? new HessianDouble(value) : value));
  return new HessianObject(definition, values);
}

function theirObject($class: string, record: Item | Entry): unknown {
  const fields = Object.entries(record).map(([field, value]) =>
    typeof value === 'bigint' ? [field, { $class: 'long', $: Number(value) }] : [field, value],
  );
  return { $class, $: Object.fromEntries(fields) };
}
