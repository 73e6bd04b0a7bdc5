// Writes header blocks with their fields annotated. RFC 7541 §6.
import type { ByteWriter } from '../bytes/byte-writer';
import { type DynamicTable, inserted, resized } from './dynamic-table';
import type { HeaderField, Indexing } from './header-field';
import { huffmanLength, writeHuffman } from './huffman';
import { writeInteger } from './integer';
import { INDEX, INDEXED, LITERALS, MAXIMUM_SIZE, NAME, SIZE_UPDATE, type StringKinds, VALUE } from './kinds';
import { indexOfField, indexOfName } from './tables';

/** What the specification leaves to the encoder. */
export interface EncodingPolicy {
  /** What the literal of a field that no table holds does to the dynamic table. */
  indexing(name: string, value: string): Indexing;
  /** What is written as an index where a table holds it. A field that is never to be indexed is a literal in any case. */
  readonly references: 'fields and names' | 'fields' | 'none';
  /** Whether the name, or the value, of the field called `name` is written in Huffman code. §5.2. */
  huffman(name: string, part: 'name' | 'value'): HuffmanUse;
}

/** A string in Huffman code that is as long as it was counts as not shorter. */
export type HuffmanUse = 'never' | 'when shorter' | 'always';

/**
 * Writes one block and returns the dynamic table that it leaves. `newSizes` are maximum sizes to announce in front: the last one, and
 * before it the smallest of a time in which there were several. §4.2.
 */
export function writeHeaderBlock(
  writer: ByteWriter,
  fields: readonly HeaderField[],
  table: DynamicTable,
  policy: EncodingPolicy,
  newSizes: readonly number[] = [],
): DynamicTable {
  let current = table;
  for (const size of newSizes) {
    writer.begin(SIZE_UPDATE);
    writeIndex(writer, MAXIMUM_SIZE, 0x20, 5, size);
    writer.end();
    current = resized(current, size);
  }
  for (const field of fields) current = writeField(writer, field, current, policy);
  return current;
}

function writeField(
  writer: ByteWriter,
  { name, value }: HeaderField,
  table: DynamicTable,
  policy: EncodingPolicy,
): DynamicTable {
  const indexing = policy.indexing(name, value);
  const index = indexing === 'never' || policy.references === 'none' ? 0 : indexOfField(table, name, value);
  if (index > 0) {
    writer.begin(INDEXED);
    writeIndex(writer, INDEX, 0x80, 7, index);
    writer.end();
    return table;
  }
  const { kind, nameIndex, pattern, prefixBits } = LITERALS[indexing];
  const nameAt = policy.references === 'fields and names' ? indexOfName(table, name) : 0;
  writer.begin(kind);
  writeIndex(writer, nameIndex, pattern, prefixBits, nameAt);
  if (nameAt === 0) writeString(writer, NAME, name, policy.huffman(name, 'name'));
  writeString(writer, VALUE, value, policy.huffman(name, 'value'));
  writer.end();
  return indexing === 'incremental' ? inserted(table, name, value) : table;
}

function writeIndex(writer: ByteWriter, kind: number, pattern: number, prefixBits: number, value: number): void {
  writer.begin(kind);
  writeInteger(writer, pattern, prefixBits, value);
  writer.end();
}

/** Length and octets of a string; nothing after the length when there are none. §5.2. */
function writeString(writer: ByteWriter, kinds: StringKinds, text: string, use: HuffmanUse): void {
  const length = use === 'never' ? text.length : huffmanLength(text);
  const isHuffman = use === 'always' || length < text.length;
  writeIndex(writer, kinds.length, isHuffman ? 0x80 : 0x00, 7, isHuffman ? length : text.length);
  if (text.length === 0) return;
  writer.begin(isHuffman ? kinds.huffman : kinds.plain);
  if (isHuffman) writeHuffman(writer, text);
  else for (let i = 0; i < text.length; i++) writer.uint8(text.charCodeAt(i));
  writer.end();
}
