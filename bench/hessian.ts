// Hessian 2, annotated and not, beside npm hessian.js. Runs in Node and in Chromium.
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
import type { Comparison, Contender } from './ratio';
import { BATCHES, type Batch, type Entry, ITEM, type Item } from './records';

/** The part of npm hessian.js that is measured. */
export interface HessianJs {
  encode(value: unknown, version: '2.0'): Uint8Array;
  decode(octets: Uint8Array, version: '2.0'): unknown;
}

/** A message as we hold it, and as hessian.js wants it. */
interface Message {
  readonly size: string;
  readonly ours: HessianValue;
  readonly theirs: unknown;
}

/** Encoding and decoding at each size. The baseline is hessian.js. */
export function hessianComparisons(hessianJs: HessianJs): Comparison[] {
  const messages: Message[] = [
    {
      size: '3 fields',
      ours: ourObject(definitionOf('demo.Item', ITEM), ITEM),
      theirs: theirObject('demo.Item', ITEM),
    },
    ...(['1 kB', '1 MB'] as const).map(size => batchMessage(size, BATCHES[size])),
  ];
  return messages.flatMap(message => {
    const { size } = message;
    const rounds = size === '1 MB' ? 15 : 41;
    return [
      { title: `Hessian 2 encode, ${size}`, rounds, contenders: () => encoders(message, hessianJs) },
      { title: `Hessian 2 decode, ${size}`, rounds, contenders: () => decoders(message, hessianJs) },
    ];
  });
}

/** Throws when hessian.js writes other octets: what differs cannot be compared. */
function encoders({ size, ours, theirs }: Message, hessianJs: HessianJs): Contender[] {
  if (hexText(hessianJs.encode(theirs, '2.0')) !== hexText(encode(ours, false)))
    throw new Error(`${size}: hessian.js writes other octets`);
  return [
    { name: 'hessian.js', run: () => hessianJs.encode(theirs, '2.0') },
    { name: 'ours, annotated', run: () => encode(ours, true).length },
    { name: 'ours, not annotated', run: () => encode(ours, false).length },
  ];
}

function decoders({ ours, theirs }: Message, hessianJs: HessianJs): Contender[] {
  const octets = encode(ours, false);
  // hessian.js reads no array of octets but Node's Buffer, which is what it writes.
  const theirOctets = hessianJs.encode(theirs, '2.0');
  const decode = (annotate: boolean) => new HessianReader(new ByteReader(octets, annotate)).read();
  return [
    { name: 'hessian.js', run: () => hessianJs.decode(theirOctets, '2.0') },
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
