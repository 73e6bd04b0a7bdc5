import { describe, expect, it } from 'vitest';
import { ByteWriter } from './byte-writer';
import { defineFieldKind } from './field-kind';
import { leafFields } from './field-tree';
import { fieldValue } from './field-value';

const COUNTED = defineFieldKind({
  format: 'test',
  name: 'counted text',
  role: 'value',
  spec: 'none',
  head: 'count',
  headReads: 'uint',
  reads: octets => `${octets.length} letters`,
});

describe('a field', () => {
  it('reads in the way of its format, and its head in a way of its own', () => {
    const writer = new ByteWriter();
    writer.begin(COUNTED);
    writer.uint8(2);
    writer.content();
    writer.text('ab');
    writer.end();
    const values = leafFields(writer.annotations!).map(leaf => [leaf.name, fieldValue(leaf, writer.finish())]);
    expect(values).toEqual([
      ['count', 2],
      ['counted text', '2 letters'],
    ]);
  });
});
