// Reads header blocks with their fields annotated. RFC 7541 §3, §6.
import { problem } from '../../problem/problem';
import type { ByteReader } from '../bytes/byte-reader';
import { octetText } from '../bytes/octet-text';
import { type DynamicTable, INITIAL_TABLE_SIZE, inserted, resized } from './dynamic-table';
import { type DecodedField, type HeaderField, type Indexing, sizeOf } from './header-field';
import { readHuffman } from './huffman';
import { readInteger } from './integer';
import { INDEX, INDEXED, LITERALS, MAXIMUM_SIZE, NAME, SIZE_UPDATE, type StringKinds, VALUE } from './kinds';
import { fieldAt } from './tables';

/** Largest list that is read, in octets as RFC 9113 §6.5.2 counts them for SETTINGS_MAX_HEADER_LIST_SIZE; the value is Node's default. */
const LARGEST_LIST = 65535;

/** What a block says, and the dynamic table that it leaves. */
export interface DecodedBlock {
  readonly fields: readonly DecodedField[];
  readonly table: DynamicTable;
}

/**
 * Reads one block, all of the reader's octets. `largestTable` is the SETTINGS_HEADER_TABLE_SIZE that the encoder has acknowledged.
 * Throws `hpack.*` problems, each of which is a COMPRESSION_ERROR of the connection (RFC 9113 §4.3): the tables differ from then on.
 */
export function readHeaderBlock(
  reader: ByteReader,
  table: DynamicTable,
  largestTable = INITIAL_TABLE_SIZE,
): DecodedBlock {
  let current = readSizeUpdates(reader, table, largestTable);
  const fields: DecodedField[] = [];
  let listSize = 0;
  while (reader.remaining > 0) {
    const { at } = reader;
    const field = readField(reader, current);
    if (field.representation === 'incremental') current = inserted(current, field.name, field.value);
    listSize += sizeOf(field.name, field.value);
    if (listSize > LARGEST_LIST)
      throw problem('hpack.list-too-large', { limit: LARGEST_LIST, offset: at }, { offset: at });
    fields.push(field);
  }
  return { fields, table: current };
}

/** Changes of the table's size stand at the beginning of a block; one must stand there after the limit fell below it. §4.2. */
function readSizeUpdates(reader: ByteReader, table: DynamicTable, largest: number): DynamicTable {
  let current = table;
  while (reader.remaining > 0 && isSizeUpdate(reader.bytes[reader.at])) {
    const { at } = reader;
    reader.begin(SIZE_UPDATE);
    const size = readIndex(reader, MAXIMUM_SIZE, 5);
    reader.end();
    if (size > largest) throw problem('hpack.table-too-large', { size, limit: largest, offset: at }, { offset: at });
    current = resized(current, size);
  }
  if (current.maxSize > largest)
    throw problem('hpack.missing-size-update', { size: current.maxSize, limit: largest }, { offset: reader.at });
  return current;
}

function readField(reader: ByteReader, table: DynamicTable): DecodedField {
  const first = reader.bytes[reader.at];
  if (first >= 0x80) return readIndexed(reader, table);
  if (first >= 0x40) return readLiteral(reader, table, 'incremental');
  if (isSizeUpdate(first)) throw problem('hpack.late-size-update', { offset: reader.at }, { offset: reader.at });
  return readLiteral(reader, table, first >= 0x10 ? 'never' : 'without');
}

function isSizeUpdate(first: number): boolean {
  return first >>> 5 === 0b001;
}

function readIndexed(reader: ByteReader, table: DynamicTable): DecodedField {
  const { at } = reader;
  reader.begin(INDEXED);
  const index = readIndex(reader, INDEX, 7);
  reader.end();
  const { name, value } = known(table, index, at);
  return { name, value, representation: 'indexed' };
}

function readLiteral(reader: ByteReader, table: DynamicTable, indexing: Indexing): DecodedField {
  const { at } = reader;
  const { kind, nameIndex, prefixBits } = LITERALS[indexing];
  reader.begin(kind);
  const index = readIndex(reader, nameIndex, prefixBits);
  const name = index === 0 ? readString(reader, NAME) : known(table, index, at).name;
  const value = readString(reader, VALUE);
  reader.end();
  return { name, value, representation: indexing };
}

function readIndex(reader: ByteReader, kind: number, prefixBits: number): number {
  const { at } = reader;
  const value = readInteger(reader, prefixBits);
  reader.annotations?.leaf(kind, at, reader.at);
  return value;
}

/** The field at `index`; no field has the index 0, and none beyond the two tables. §2.3.3, §6.1. */
function known(table: DynamicTable, index: number, offset: number): HeaderField {
  const field = fieldAt(table, index);
  if (!field) throw problem('hpack.bad-index', { index, offset }, { offset });
  return field;
}

function readString(reader: ByteReader, kinds: StringKinds): string {
  const isHuffman = reader.remaining > 0 && reader.bytes[reader.at] >= 0x80;
  const length = readIndex(reader, kinds.length, 7);
  if (length === 0) return '';
  const { at } = reader;
  reader.take(length);
  reader.annotations?.leaf(isHuffman ? kinds.huffman : kinds.plain, at, reader.at);
  return isHuffman ? readHuffman(reader.bytes, at, at + length) : octetText(reader.bytes, at, at + length);
}
