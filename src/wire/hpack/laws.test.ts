// What holds for every list of header fields and every policy, and what another library makes of our blocks.
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../problem/problem';
import { ByteReader } from '../bytes/byte-reader';
import { ByteWriter } from '../bytes/byte-writer';
import { leafFields } from '../bytes/field-tree';
import { fieldValue } from '../bytes/field-value';
import { tilingFault } from '../bytes/tiling';
import { type DynamicTable, EMPTY_TABLE } from './dynamic-table';
import type { HeaderField, Indexing } from './header-field';
import { C_CORE_CLOSE, cCorePolicy, NGHTTP2 } from './policies';
import { readHeaderBlock } from './read-header-block';
import { type EncodingPolicy, type HuffmanUse, writeHeaderBlock } from './write-header-block';

const { decompressor } = createRequire(import.meta.url)('hpack.js');

const octetText = fc
  .array(fc.integer({ min: 0, max: 255 }), { maxLength: 40 })
  .map(codes => String.fromCharCode(...codes));
const someName = fc.oneof(fc.constantFrom(':path', ':method', 'te', 'x', 'grpc-status', 'cookie', 'a-bin'), octetText);
const someValue = fc.oneof(
  fc.constantFrom('', 'GET', 'trailers', '0', '/'),
  octetText,
  fc.string({ unit: 'binary-ascii' }),
);
const someFields = fc.array(fc.record({ name: someName, value: someValue }), { maxLength: 12 });
const somePolicy: fc.Arbitrary<EncodingPolicy> = fc.oneof(
  fc.constantFrom(NGHTTP2, cCorePolicy(true), cCorePolicy(false), C_CORE_CLOSE),
  fc.record({
    indexing: fc.constantFrom<Indexing>('incremental', 'without', 'never').map(indexing => () => indexing),
    references: fc.constantFrom('fields and names' as const, 'fields' as const, 'none' as const),
    huffman: fc.constantFrom<HuffmanUse>('never', 'when shorter', 'always').map(use => () => use),
  }),
);

describe('any lists', () => {
  it('come back through any policy, with the same rows and the same table, block after block', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(someFields, somePolicy, fc.option(fc.integer({ min: 0, max: 300 }))), { maxLength: 5 }),
        blocks => {
          let [ours, theirs] = [EMPTY_TABLE, EMPTY_TABLE];
          for (const [fields, policy, newSize] of blocks) {
            const writer = new ByteWriter();
            ours = writeHeaderBlock(writer, fields, ours, policy, newSize === null ? [] : [newSize]);
            const reader = new ByteReader(writer.finish());
            const read = readHeaderBlock(reader, theirs);
            theirs = read.table;
            expect(read.fields.map(({ name, value }) => ({ name, value }))).toEqual(fields);
            expect(reader.annotations!.toColumns()).toEqual(writer.annotations!.toColumns());
            expect(tilingFault(writer.annotations!, writer.length)).toBeUndefined();
            expect(theirs).toEqual(ours);
            expect(ours.size).toBe(ours.entries.reduce((sum, { size }) => sum + size, 0));
            expect(ours.size).toBeLessThanOrEqual(ours.maxSize);
          }
        },
      ),
    );
  });

  it('never hang or crash a reader when they are damaged', () => {
    fc.assert(
      fc.property(someFields, somePolicy, fc.nat(), fc.nat(255), fc.nat(), (fields, policy, at, octet, cut) => {
        const octets = written(fields, EMPTY_TABLE, policy).writer.finish().slice();
        if (octets.length === 0) return;
        octets[at % octets.length] = octet;
        const kept = octets.subarray(0, cut % 2 ? octets.length : cut % octets.length);
        const reader = new ByteReader(kept);
        const fault = problemOf(() => readHeaderBlock(reader, EMPTY_TABLE));
        if (fault) expect(fault.at?.offset).toBeLessThanOrEqual(kept.length);
        else expect(tilingFault(reader.annotations!, kept.length)).toBeUndefined();
        for (const leaf of leafFields(reader.annotations!)) if (leaf.end >= leaf.start) fieldValue(leaf, kept);
      }),
      { numRuns: 500 },
    );
  });

  it('are read by npm hpack.js as we write them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(someFields, fc.constantFrom(NGHTTP2, cCorePolicy(true), cCorePolicy(false), C_CORE_CLOSE)), {
          maxLength: 4,
        }),
        blocks => {
          const peer = decompressor.create({ table: { size: 4096 } });
          let table = EMPTY_TABLE;
          for (const [fields, policy] of blocks) {
            const block = written(fields, table, policy);
            table = block.table;
            peer.write(Buffer.from(block.writer.finish()));
            peer.execute();
            const read: HeaderField[] = [];
            for (let field = peer.read(); field; field = peer.read())
              read.push({ name: field.name, value: field.value });
            expect(read).toEqual(fields);
          }
        },
      ),
    );
  });
});

function written(fields: readonly HeaderField[], table: DynamicTable, policy: EncodingPolicy) {
  const writer = new ByteWriter();
  return { writer, table: writeHeaderBlock(writer, fields, table, policy) };
}

function problemOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return undefined;
}
