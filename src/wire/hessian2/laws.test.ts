// What holds for every Hessian value, and for octets that are none.
import { test as property } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphText, hessianValues } from '../../../test/hessian-graph';
import { ProblemError } from '../../problem/problem';
import { ByteReader } from '../bytes/byte-reader';
import { UNKNOWN } from '../bytes/field-kind';
import { fieldNode, leafFields, rowOfValuePath, valuePathOf } from '../bytes/field-tree';
import { fieldValue } from '../bytes/field-value';
import { tilingFault } from '../bytes/tiling';
import { CAUCHO, HESSIAN_JS } from './flavour';
import { HessianReader, MAX_DEPTH } from './hessian-reader';
import { HessianDouble, HessianList, HessianMap, HessianObject, type HessianValue } from './hessian-value';
import { HessianWriter } from './hessian-writer';
import { writeHessian } from './write-value';

function written(value: HessianValue, flavour = CAUCHO): HessianWriter {
  const hessian = new HessianWriter(flavour);
  writeHessian(hessian, value, 'result');
  return hessian;
}

/** Reads one value; the problem if there is none. What was understood until then is annotated, the rest as unknown. */
function attempt(bytes: Uint8Array): { value?: HessianValue; code?: string; offset?: number; reader: ByteReader } {
  const reader = new ByteReader(bytes);
  try {
    return { value: new HessianReader(reader).read('result'), reader };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    reader.annotations!.abandon(reader.at);
    reader.annotations!.leaf(UNKNOWN, reader.at, bytes.length);
    return { code: error.problem.code, offset: error.problem.at?.offset, reader };
  }
}

const octets = (hex: string) => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

describe('Any value', () => {
  property.prop([hessianValues, fc.constantFrom(CAUCHO, HESSIAN_JS)], { numRuns: 500 })(
    'is read as it was written, sharing included, with the same fields, which tile its octets',
    (value, flavour) => {
      const hessian = written(value, flavour);
      const bytes = hessian.finish();
      const { value: read, reader } = attempt(bytes);
      expect(graphText(read!)).toBe(graphText(value));
      expect(reader.at).toBe(bytes.length);
      expect(reader.annotations!.toColumns()).toEqual(hessian.annotations!.toColumns());
      expect(tilingFault(reader.annotations!, bytes.length)).toBeUndefined();
    },
  );

  property.prop([fc.nat(80_000), fc.nat(70_000), fc.constantFrom(CAUCHO, HESSIAN_JS)], { numRuns: 15 })(
    'may be long: text and data come in chunks, which split no surrogate pair',
    (units, octetCount, flavour) => {
      const text = `${'x'.repeat(units % 7)}${'😀'.repeat(units / 2)}`;
      const data = Uint8Array.from({ length: octetCount }, (_, i) => i);
      const hessian = written(new HessianList(undefined, [text, data]), flavour);
      const { value, reader } = attempt(hessian.finish());
      const [readText, readData] = (value as HessianList).elements;
      expect(readText === text).toBe(true);
      expect(Buffer.compare(readData as Uint8Array, data)).toBe(0);
      expect(reader.annotations!.toColumns()).toEqual(hessian.annotations!.toColumns());
      expect(tilingFault(reader.annotations!, hessian.length)).toBeUndefined();
    },
  );
});

describe('Octets that are damaged', () => {
  property.prop([hessianValues, fc.nat(), fc.nat(255), fc.boolean()], { numRuns: 1000 })(
    'are a value or a problem within them, and every octet has a field',
    (value, place, octet, cut) => {
      const bytes = written(value).finish().slice();
      bytes[place % bytes.length] = octet;
      const damaged = cut ? bytes.subarray(0, place % bytes.length) : bytes;
      const { code, offset, reader } = attempt(damaged);
      if (code === undefined) return;
      expect(offset).toBeLessThanOrEqual(damaged.length);
      expect(tilingFault(reader.annotations!, damaged.length)).toBeUndefined();
    },
    60_000,
  );

  property.prop([fc.uint8Array({ maxLength: 300 })], { numRuns: 2000 })('may be anything at all', bytes => {
    const { code, offset, reader } = attempt(bytes);
    if (code === undefined) return;
    expect(offset).toBeLessThanOrEqual(bytes.length);
    expect(tilingFault(reader.annotations!, bytes.length)).toBeUndefined();
  });

  test.each([
    ['', 'bytes.unexpected-end', 0],
    ['40', 'hessian2.unknown-code', 0],
    ['79 5a', 'hessian2.unknown-code', 1],
    ['49 00 00', 'bytes.unexpected-end', 3],
    ['7a 90', 'bytes.unexpected-end', 2],
    ['05 68 69', 'hessian2.bad-size', 0],
    ['02 68 e4 bd', 'bytes.unexpected-end', 4],
    ['02 68 80 80', 'hessian2.bad-utf8', 2],
    ['01 f0 9f 98 80', 'hessian2.bad-utf8', 1],
    ['52 00 01 61 90', 'hessian2.not-a-string', 4],
    ['41 00 01 61 90', 'hessian2.not-binary', 4],
    ['58 49 7f ff ff ff', 'hessian2.bad-size', 1],
    ['58 8f', 'hessian2.bad-size', 1],
    ['58 01 61', 'hessian2.not-an-int', 1],
    ['79 51 91', 'hessian2.bad-reference', 2],
    ['79 51 8f', 'hessian2.bad-reference', 2],
    ['60', 'hessian2.bad-class', 0],
    ['43 01 61 90 4f 91', 'hessian2.bad-class', 5],
    ['43 01 61 49 7f ff ff ff 01 62', 'hessian2.bad-size', 3],
    ['71 90 90', 'hessian2.bad-type', 1],
    ['43 01 61 90', 'bytes.unexpected-end', 4],
    ['48 01 61', 'bytes.unexpected-end', 3],
  ])('%s is a problem: %s at octet %i', (hex, code, offset) => {
    const { reader, ...problem } = attempt(octets(hex));
    expect(problem).toEqual({ code, offset });
    expect(tilingFault(reader.annotations!, reader.bytes.length)).toBeUndefined();
  });

  test('may open a list within a list only so many times', () => {
    expect(attempt(new Uint8Array(MAX_DEPTH).fill(0x79)).code).toBe('bytes.unexpected-end');
    expect(attempt(new Uint8Array(100_000).fill(0x79))).toMatchObject({ code: 'hessian2.too-deep', offset: MAX_DEPTH });
  });
});

describe('The fields of a value', () => {
  const order = new HessianObject({ name: 'demo.Order', fields: ['id', 'items', 'stock'] }, [
    7n,
    new HessianList('java.util.List', [new HessianDouble(0.5), '北京']),
    new HessianMap(undefined, [
      ['apple', 3],
      [12, null],
    ]),
  ]);
  const { annotations } = written(order);

  test.each([
    [['result', 'id'], 'one-octet long'],
    [['result', 'items', 0], 'double mill'],
    [['result', 'items', 1], 'string'],
    [['result', 'stock', 'apple'], 'map entry'],
    [['result', 'stock', '12'], 'map entry'],
  ])('are found by the place of what they encode: %j', (path, name) => {
    const row = rowOfValuePath(annotations!, path);
    expect(valuePathOf(annotations!, row)).toEqual(path);
    expect(fieldNode(annotations!, row).name).toBe(name);
  });

  test('are named as the specification names them, and read for themselves', () => {
    const bytes = written(order).finish();
    expect(leafFields(annotations!).map(leaf => [leaf.name, fieldValue(leaf, bytes)])).toEqual([
      ['class definition code', '43'],
      ['string length', 10],
      ['class name', 'demo.Order'],
      ['field count', 3],
      ['string length', 2],
      ['field name', 'id'],
      ['string length', 5],
      ['field name', 'items'],
      ['string length', 5],
      ['field name', 'stock'],
      ['object code and class reference', 0],
      ['one-octet long', 7],
      ['list code and length', 2],
      ['string length', 14],
      ['type', 'java.util.List'],
      ['double code', '5f'],
      ['double mill', 0.5],
      ['string length', 2],
      ['string', '北京'],
      ['map code', '48'],
      ['string length', 5],
      ['map key', 'apple'],
      ['one-octet int', 3],
      ['one-octet int', 12],
      ['null', 'null'],
      ['terminator', '5a'],
    ]);
  });
});
