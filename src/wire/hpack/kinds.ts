// The kinds of field of a header block. RFC 7541 §6; each group is one representation, with the bits by which it is told from the others.
import {
  type BitField,
  defineFieldKind,
  type FieldKind,
  type FieldKindId,
  type FieldRole,
  type Reading,
} from '../bytes/field-kind';
import { textOctets } from '../bytes/octet-text';
import type { Indexing } from './header-field';
import { huffmanText } from './huffman';
import { integerOf } from './integer';

const decoder = new TextDecoder();

/** A block that stands by itself, because it had to be put together from the fragments of several frames. */
export const HEADER_BLOCK = group('header block', '§2.1');
export const INDEXED = group('indexed header field', '§6.1');
export const INDEX = integer('index', 'identifier', '§6.1', 1);
export const SIZE_UPDATE = group('dynamic table size update', '§6.3');
export const MAXIMUM_SIZE = integer('maximum size', 'value', '§6.3', 3);

const INCREMENTAL = group('literal header field with incremental indexing', '§6.2.1');
const WITHOUT = group('literal header field without indexing', '§6.2.2');
const NEVER = group('literal header field never indexed', '§6.2.3');
const NAME_INDEX_6 = integer('name index', 'identifier', '§6.2.1', 2);
const NAME_INDEX_4 = integer('name index', 'identifier', '§6.2.2, §6.2.3', 4);

const NAME_LENGTH = length('name length');
const NAME_STRING = hpack('name string', 'name', '§5.2', { reads: 'text' });
const NAME_HUFFMAN = hpack('name string in Huffman code', 'name', '§5.2, appendix B', { reads: huffman });
const VALUE_LENGTH = length('value length');
const VALUE_STRING = hpack('value string', 'value', '§5.2', { reads: 'text' });
const VALUE_HUFFMAN = hpack('value string in Huffman code', 'value', '§5.2, appendix B', { reads: huffman });

/** One form of literal: the bits before the index of its name, how many bits are left for that, and its fields. */
export interface LiteralForm {
  readonly kind: FieldKindId;
  readonly nameIndex: FieldKindId;
  readonly pattern: number;
  readonly prefixBits: number;
}

export const LITERALS: Readonly<Record<Indexing, LiteralForm>> = {
  incremental: { kind: INCREMENTAL, nameIndex: NAME_INDEX_6, pattern: 0x40, prefixBits: 6 },
  without: { kind: WITHOUT, nameIndex: NAME_INDEX_4, pattern: 0x00, prefixBits: 4 },
  never: { kind: NEVER, nameIndex: NAME_INDEX_4, pattern: 0x10, prefixBits: 4 },
};

/** The fields of a string literal. */
export interface StringKinds {
  readonly length: FieldKindId;
  readonly plain: FieldKindId;
  readonly huffman: FieldKindId;
}

export const NAME: StringKinds = { length: NAME_LENGTH, plain: NAME_STRING, huffman: NAME_HUFFMAN };
export const VALUE: StringKinds = { length: VALUE_LENGTH, plain: VALUE_STRING, huffman: VALUE_HUFFMAN };

/** An integer behind `patternBits` bits that say which representation this is. §5.1. */
function integer(name: string, role: FieldRole, section: string, patternBits: number): FieldKindId {
  const bits = patternAndPrefix('pattern', patternBits);
  return hpack(name, role, section, { reads: integerBehind(patternBits), bits });
}

/** The length of a string, behind the bit that says whether it is in Huffman code. §5.2. */
function length(name: string): FieldKindId {
  return hpack(name, 'length', '§5.2', { reads: integerBehind(1), bits: patternAndPrefix('H', 1) });
}

function patternAndPrefix(pattern: string, patternBits: number): BitField[] {
  return [
    { name: pattern, firstBit: 0, bits: patternBits },
    { name: 'prefix', firstBit: patternBits, bits: 8 - patternBits },
  ];
}

function integerBehind(patternBits: number): Reading {
  return octets => (octets.length === 0 ? '' : integerOf(octets, 8 - patternBits));
}

/** Beyond ASCII the octets are taken for UTF-8, as in a string that is not compressed. */
function huffman(octets: Uint8Array): string {
  return decoder.decode(textOctets(huffmanText(octets)));
}

function group(name: string, section: string): FieldKindId {
  return hpack(name, 'group', section, { reads: 'hex' });
}

function hpack(
  name: string,
  role: FieldRole,
  section: string,
  parts: Pick<FieldKind, 'reads'> & Partial<FieldKind>,
): FieldKindId {
  return defineFieldKind({ format: 'hpack', name, role, spec: `RFC 7541 ${section}`, ...parts });
}
