// What real encoders write, octet for octet, and what hessian.js makes of ours.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test as property } from '@fast-check/vitest';
import fc from 'fast-check';
import hessianJs from 'hessian.js';
import { describe, expect, test } from 'vitest';
import { graphText, hessianValues } from '../../../test/hessian-graph';
import { ByteReader } from '../bytes/byte-reader';
import { hexText } from '../bytes/field-value';
import { tilingFault } from '../bytes/tiling';
import { CAUCHO, HESSIAN_JS, type HessianFlavour } from './flavour';
import { HessianReader } from './hessian-reader';
import { HessianDate, HessianDouble, HessianList, HessianMap, HessianObject, type HessianValue } from './hessian-value';
import { HessianWriter } from './hessian-writer';
import { writeHessian } from './write-value';

/** What an encoder wrote for the value of this name. Of long octets the first digits, and a hash of all. */
interface Vector {
  readonly value: string;
  readonly hex: string;
  readonly sha256?: string;
}

function vectors(file: string): Vector[] {
  const path = new URL(`../../../test/captures/hessian2/${file}.json`, import.meta.url);
  return (JSON.parse(readFileSync(path, 'utf8')) as { vectors: Vector[] }).vectors;
}

function written(value: HessianValue, flavour: HessianFlavour): HessianWriter {
  const hessian = new HessianWriter(flavour);
  writeHessian(hessian, value);
  return hessian;
}

function read(bytes: Uint8Array): HessianValue {
  return new HessianReader(new ByteReader(bytes, false)).read();
}

/** Octets as a vector gives them: their digits, or their hash where they are many. */
function digest(bytes: Uint8Array, { sha256 }: Vector): string {
  return sha256 === undefined ? hexText(bytes) : createHash('sha256').update(bytes).digest('hex');
}

const list = (type: string | undefined, ...elements: HessianValue[]) => new HessianList(type, elements);
const map = (type: string | undefined, ...entries: [HessianValue, HessianValue][]) => new HessianMap(type, entries);
const item = (...values: HessianValue[]) =>
  new HessianObject({ name: 'HItem', fields: ['sku', 'qty', 'price'] }, values);
const shared = item('S', 0, new HessianDouble(0));
const self = list(undefined);
self.elements.push(self);

const VALUES: Readonly<Record<string, HessianValue>> = {
  null: null,
  true: true,
  false: false,
  'string empty': '',
  'string a': 'a',
  'string ni hao': '你好',
  'string rocket': '🚀',
  'string 40000 ni': '你'.repeat(40_000),
  'string 2 你好': '你好',
  'string 2 🚀': '🚀',
  'bytes empty': new Uint8Array(),
  'bytes 3': Uint8Array.of(1, 2, 3),
  'int[] {1,-1,300}': list('[int', 1, -1, 300),
  'String[] {a,null}': list('[string', 'a', null),
  'Object[] {1,x}': list('[object', 1, 'x'),
  'ArrayList [1,2,3]': list(undefined, 1, 2, 3),
  'ArrayList empty': list(undefined),
  'ArrayList of 8': list(undefined, 0, 1, 2, 3, 4, 5, 6, 7),
  'LinkedList [1]': list('java.util.LinkedList', 1),
  'HashMap {a:1}': map(undefined, ['a', 1]),
  'LinkedHashMap {k:v,n:null}': map('java.util.LinkedHashMap', ['k', 'v'], ['n', null]),
  'TreeMap {a:1}': map('java.util.TreeMap', ['a', 1]),
  'HItem(A-1,1,9.99)': item('A-1', 1, new HessianDouble(9.99)),
  'ArrayList of 2 HItem': list(undefined, item('A', 1, new HessianDouble(0.5)), item('B', 2, new HessianDouble(1.5))),
  'ArrayList with the same HItem twice (ref)': list(undefined, shared, shared),
  'ArrayList containing itself': self,
};

/** The value that a vector is named after: `int 48`, `java.long 16`, `string 31 x`, `bytes 40000 of 01`, `date … 1709210096789`. */
function valueNamed(name: string): HessianValue | undefined {
  if (name in VALUES) return VALUES[name];
  const [, kind, figure, rest = ''] = name.match(/^(?:java\.)?(\w+)(?: whole minute)? (-?[\w.+-]+)(.*)$/) ?? [];
  switch (kind) {
    case 'int':
      return Number(figure);
    case 'long':
      return BigInt(figure);
    case 'double':
      return new HessianDouble(Number(figure));
    case 'string':
      return rest === '' ? undefined : (rest.trim()[0] ?? '').repeat(Number(figure));
    case 'bytes':
    case 'Buffer':
      return new Uint8Array(Number(figure)).fill(kind === 'Buffer' || rest !== '' ? 1 : 0);
    case 'date':
    case 'Date':
      return new HessianDate(BigInt(figure));
    default:
      return undefined;
  }
}

describe.each([
  ['Caucho’s Java library', 'caucho', CAUCHO],
  ['hessian.js', 'hessian-js', HESSIAN_JS],
] as const)('%s', (_, file, flavour) => {
  const all = vectors(file);
  const named = all.flatMap(vector => {
    const value = valueNamed(vector.value);
    return value === undefined ? [] : [[vector.value, vector, value] as const];
  });

  test.each(named)('writes %s as we do', (_name, vector, value) => {
    expect(digest(written(value, flavour).finish(), vector)).toBe(vector.sha256 ?? vector.hex);
  });

  const whole = all.filter(({ sha256 }) => sha256 === undefined).map(vector => [vector.value, vector] as const);
  test.each(whole)('writes %s, which we read and write again as it was, with the same fields', (_name, { hex }) => {
    const bytes = new Uint8Array(Buffer.from(hex, 'hex'));
    const reader = new ByteReader(bytes);
    const again = written(new HessianReader(reader).read(), flavour);
    expect(hexText(again.finish())).toBe(hex);
    expect(again.annotations!.toColumns()).toEqual(reader.annotations!.toColumns());
    expect(tilingFault(reader.annotations!, bytes.length)).toBeUndefined();
  });

  test('is known by many values', () => expect(named.length).toBeGreaterThan(60));
});

/** A value as hessian.js wants it: types and classes as `{ $class, $ }`. */
function forHessianJs(value: HessianValue): unknown {
  if (typeof value === 'bigint') return { $class: 'long', $: value.toString() };
  if (value instanceof HessianDouble) return { $class: 'double', $: value.value };
  if (value instanceof HessianDate) return new Date(Number(value.milliseconds));
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (value instanceof HessianList) {
    const elements = value.elements.map(forHessianJs);
    return value.type === undefined ? elements : { $class: value.type, $: elements };
  }
  if (value instanceof HessianMap)
    return new Map(value.entries.map(([key, member]) => [forHessianJs(key), forHessianJs(member)]));
  if (value instanceof HessianObject) {
    const { name, fields } = value.definition;
    return { $class: name, $: Object.fromEntries(fields.map((field, i) => [field, forHessianJs(value.values[i])])) };
  }
  return value;
}

/** The same without types: as hessian.js hands it to its users. */
function plain(value: HessianValue): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (value instanceof HessianDouble) return value.value;
  if (value instanceof HessianDate) return new Date(Number(value.milliseconds));
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (value instanceof HessianList) return value.elements.map(plain);
  if (value instanceof HessianMap) return Object.fromEntries(value.entries.map(([key, part]) => [key, plain(part)]));
  if (value instanceof HessianObject)
    return Object.fromEntries(value.definition.fields.map((field, i) => [field, plain(value.values[i])]));
  return value;
}

/** Values that hessian.js can write and read without loss. */
const { common } = fc.letrec<{ common: HessianValue }>(tie => {
  const name = fc.stringMatching(/^[a-z]{1,8}$/);
  const members = fc.uniqueArray(fc.tuple(name, tie('common')), { selector: ([key]) => key, maxLength: 4 });
  return {
    common: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      fc.integer({ min: -5000, max: 5000 }).map(BigInt),
      fc.double({ noNaN: true }).map(double => new HessianDouble(double === 0 ? 0 : double)),
      fc.date({ noInvalidDate: true }).map(date => new HessianDate(BigInt(date.getTime()))),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme', size: 'xlarge', maxLength: 40_000 }),
      fc.uint8Array({ maxLength: 10_000 }),
      fc.array(tie('common'), { maxLength: 9 }).map(elements => new HessianList(undefined, elements)),
      fc.array(fc.integer(), { maxLength: 9 }).map(elements => new HessianList('[int', elements)),
      members.map(entries => new HessianMap(undefined, entries)),
      members.map(
        entries =>
          new HessianObject(
            { name: `demo.C${entries.map(([field]) => field).join('')}`, fields: entries.map(([field]) => field) },
            entries.map(([, value]) => value),
          ),
      ),
    ),
  };
});

describe('hessian.js, here and now', () => {
  property.prop([common], { numRuns: 300 })('writes what we write', value => {
    expect(hexText(written(value, HESSIAN_JS).finish())).toBe(
      hessianJs.encode(forHessianJs(value), '2.0').toString('hex'),
    );
  });

  property.prop([common], { numRuns: 300 })('reads what we write', value => {
    const bytes = Buffer.from(written(value, HESSIAN_JS).finish());
    expect(hessianJs.decode(bytes, '2.0')).toEqual(plain(value));
  });

  property.prop([common], { numRuns: 300 })('is read by us', value => {
    const bytes = new Uint8Array(hessianJs.encode(forHessianJs(value), '2.0'));
    expect(graphText(read(bytes))).toBe(graphText(value));
  });

  property.prop([hessianValues], { numRuns: 100 })('reads references as we write them', value => {
    const bytes = Buffer.from(
      written(new HessianList(undefined, [self, shared, value, shared, self]), HESSIAN_JS).finish(),
    );
    // A list of variable length, and a class named …Exception, are beyond it.
    if (/true|Exception/.test(graphText(value))) return;
    const [first, second, , third, last] = hessianJs.decode(bytes, '2.0') as unknown[];
    expect(third).toBe(second);
    expect(last).toBe(first);
  });
});
