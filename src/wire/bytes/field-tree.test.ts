import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader } from './byte-reader';
import { ByteWriter } from './byte-writer';
import { defineFieldKind } from './field-kind';
import {
  ancestorRows,
  type FieldNode,
  fieldChildren,
  leafAt,
  leafFields,
  rootFields,
  rowOfValuePath,
  valuePathOf,
} from './field-tree';
import { fieldValue } from './field-value';
import { tilingFault } from './tiling';

const common = { format: 'test', spec: 'none', reads: 'text' } as const;
const LIST = defineFieldKind({ ...common, name: 'list', role: 'group', head: 'open', tail: 'close', gap: 'comma' });
const ITEM = defineFieldKind({ ...common, name: 'item', role: 'value' });

/** A nested list and its notation: `[a,[],b]`. */
type Nested = string | readonly Nested[];

function write(writer: ByteWriter, value: Nested, key: string | number): void {
  if (typeof value === 'string') {
    writer.begin(ITEM, key);
    writer.text(value);
    writer.end();
    return;
  }
  writer.begin(LIST, key);
  writer.text('[');
  writer.content();
  value.forEach((item, i) => {
    if (i > 0) writer.text(',');
    write(writer, item, i);
  });
  writer.tail();
  writer.text(']');
  writer.end();
}

function written(value: Nested): ByteWriter {
  const writer = new ByteWriter();
  write(writer, value, 'args');
  return writer;
}

const { nested } = fc.letrec<{ nested: Nested }>(tie => ({
  nested: fc.oneof({ depthSize: 'small' }, fc.string({ maxLength: 3 }), fc.array(tie('nested'), { maxLength: 4 })),
}));

describe('a tree of fields', () => {
  it('names the parts of a group: head, children, gaps and tail', () => {
    const { annotations } = written(['a', 'b']);
    const [list] = rootFields(annotations!);
    expect(fieldChildren(annotations!, list).map(node => [node.name, node.start, node.end])).toEqual([
      ['open', 0, 1],
      ['item', 1, 2],
      ['comma', 2, 3],
      ['item', 3, 4],
      ['close', 4, 5],
    ]);
  });

  it('tells which part of the value a field encodes', () => {
    const { annotations } = written(['a', ['b', 'c']]);
    const row = rowOfValuePath(annotations!, ['args', 1, 0]);
    expect(valuePathOf(annotations!, row)).toEqual(['args', 1, 0]);
    expect(ancestorRows(annotations!, row)).toHaveLength(3);
    expect(rowOfValuePath(annotations!, ['args', 7])).toBe(-1);
  });

  it('covers every octet with exactly one leaf, whatever is nested, empty fields included', () => {
    fc.assert(
      fc.property(nested, value => {
        const writer = written(value);
        expect(tilingFault(writer.annotations!, writer.length)).toBeUndefined();
      }),
    );
  });

  it('finds at every octet the leaf that covers it', () => {
    fc.assert(
      fc.property(nested, value => {
        const writer = written(value);
        for (const leaf of leafFields(writer.annotations!))
          for (let at = leaf.start; at < leaf.end; at++) expect(leafAt(writer.annotations!, at)).toEqual(leaf);
        expect(leafAt(writer.annotations!, writer.length)).toBeUndefined();
      }),
    );
  });

  it('reports octets that belong to no field', () => {
    const writer = new ByteWriter();
    writer.text('?');
    write(writer, 'a', 'args');
    expect(tilingFault(writer.annotations!, writer.length)).toMatch(/octet 0/);
  });
});

describe('a message within a message', () => {
  it('has the fields that it would have if it had been written there, however long it is', () => {
    const items = ['a', ['b', []], 'c'];
    for (const list of [items, Array.from({ length: 5000 }, () => items), ['a'.repeat(100_000)]]) {
      const around = (inner: (outer: ByteWriter) => void) => {
        const outer = new ByteWriter();
        outer.begin(LIST, 'outer');
        outer.text('[');
        outer.content();
        inner(outer);
        outer.tail();
        outer.text(']');
        outer.end();
        return outer;
      };
      const direct = around(outer => write(outer, list, 'args'));
      const appended = around(outer => outer.append(written(list)));
      expect(Buffer.compare(appended.finish(), direct.finish())).toBe(0);
      const [rows, wanted] = [appended.annotations!.toColumns(), direct.annotations!.toColumns()];
      expect(rows.names).toEqual(wanted.names);
      expect(rows.rows.join()).toBe(wanted.rows.join());
      expect(tilingFault(appended.annotations!, appended.length)).toBeUndefined();
    }
  });
});

describe('octets', () => {
  it('are read as they were written, text beyond ASCII and long text included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.nat(0xffffffff), (text, number) => {
        const writer = new ByteWriter(false, 1);
        writer.text(text);
        writer.uint32(number);
        writer.uint16(number & 0xffff);
        const bytes = writer.finish();
        expect(bytes.subarray(0, -6)).toEqual(new TextEncoder().encode(text));
        const reader = new ByteReader(bytes, false);
        expect(reader.text(bytes.length - 6)).toBe(text);
        expect([reader.uint32(), reader.uint16()]).toEqual([number, number & 0xffff]);
      }),
    );
  });

  it('of 64 bits are read as they were written, in either order', () => {
    fc.assert(
      fc.property(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n), fc.double(), fc.boolean(), (integer, double, little) => {
        const writer = new ByteWriter(false, 1);
        writer.int64(integer, little);
        writer.float64(double, little);
        const view = new DataView(writer.finish().slice().buffer);
        expect([view.getBigInt64(0, little), view.getFloat64(8, little)]).toEqual([integer, double]);
        const reader = new ByteReader(writer.finish(), false);
        expect([reader.int64(little), reader.float64(little)]).toEqual([integer, double]);
      }),
    );
  });

  it.each([
    ['uint', 'fffffff9', 4294967289],
    ['int', 'fffffff9', -7],
    ['int', '8000000000000000', '-9223372036854775808'],
    ['int', '', ''],
    ['float64', '3fe0000000000000', 0.5],
    ['float64', '3fe0', '3fe0'],
  ] as const)('of kind %s show %s as %s', (reads, hex, value) => {
    const bytes = new Uint8Array(Buffer.from(hex, 'hex'));
    const node = { start: 0, end: bytes.length, kind: { reads } } as FieldNode;
    expect(fieldValue(node, bytes)).toBe(value);
  });

  it('that are not UTF-8 are a problem with its offset', () => {
    const reader = new ByteReader(new Uint8Array([0x61, 0xc3, 0xa9, 0xff]));
    expect(() => reader.text(4)).toThrowError(/bytes\.bad-utf8.*"offset":3/);
  });

  it('that are missing are a problem with its offset', () => {
    const reader = new ByteReader(new Uint8Array([1, 2, 3]));
    reader.uint16();
    expect(() => reader.uint16()).toThrowError(/bytes\.unexpected-end.*"offset":2/);
  });
});
