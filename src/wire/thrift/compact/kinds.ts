// The kinds of field of the compact protocol. Sections are headings of doc/specs/thrift-compact-protocol.md of Apache Thrift.
import { defineFieldKind, type FieldKind, type FieldKindId } from '../../bytes/field-kind';
import type { ValueKinds } from '../value-kinds';
import { bool, littleEndianDouble, signedVarint, varint, zigzag } from './readings';

function compact(
  name: string,
  role: FieldKind['role'],
  section: string,
  reads: FieldKind['reads'] = 'hex',
  parts: Partial<FieldKind> = {},
): FieldKindId {
  return defineFieldKind({
    format: 'thrift-compact',
    name,
    role,
    spec: `Thrift compact protocol, ${section}`,
    reads,
    ...parts,
  });
}

/** A text or other octets, whose number stands in front. */
const COUNTED = { head: 'byte length', headReads: varint } as const;
const HEADER_BITS = [
  { name: 'field id delta', firstBit: 0, bits: 4 },
  { name: 'field-type', firstBit: 4, bits: 4 },
] as const;

export const MESSAGE = compact('message', 'group', 'Message');
export const PROTOCOL_ID = compact('protocol id', 'tag', 'Message');
export const TYPE_AND_VERSION = compact('message type and version', 'tag', 'Message', 'hex', {
  bits: [
    { name: 'message type', firstBit: 0, bits: 3 },
    { name: 'version', firstBit: 3, bits: 5 },
  ],
});
export const SEQ_ID = compact('seq id', 'identifier', 'Message', signedVarint);
export const NAME = compact('name', 'name', 'Message', 'text', { head: 'name length', headReads: varint });

const STRUCT = compact('struct', 'group', 'Struct');
const FIELD = compact('field', 'group', 'Struct');
export const FIELD_HEADER = compact('field-header', 'tag', 'Struct encoding', 'hex', { bits: HEADER_BITS });
/** The header of a bool field is its value, too. */
export const BOOL_FIELD_HEADER = compact('bool field-header', 'value', 'Boolean encoding', 'hex', {
  bits: HEADER_BITS,
});
/** The long form's id. */
export const FIELD_ID = compact('field id', 'name', 'Struct encoding', zigzag);
const STOP = compact('stop field', 'tag', 'Struct encoding');

const BOOL = compact('bool', 'value', 'Boolean encoding', bool);
const I8 = compact('i8', 'value', 'Integer encoding', 'int');
const I16 = compact('i16', 'value', 'Integer encoding', zigzag);
const I32 = compact('i32', 'value', 'Integer encoding', zigzag);
const I64 = compact('i64', 'value', 'Integer encoding', zigzag);
const DOUBLE = compact('double', 'value', 'Double encoding', littleEndianDouble);
const STRING = compact('string', 'value', 'String encoding', 'text', COUNTED);
const BINARY = compact('binary', 'value', 'Binary encoding', 'hex', COUNTED);

const LIST = compact('list', 'group', 'List and Set');
const SET = compact('set', 'group', 'List and Set');
export const SIZE_AND_TYPE = compact('size and element-type', 'length', 'List and Set', 'hex', {
  bits: [
    { name: 'short size', firstBit: 0, bits: 4 },
    { name: 'element-type', firstBit: 4, bits: 4 },
  ],
});
/** The long form's size. */
export const SIZE = compact('size', 'length', 'List and Set', varint);

const MAP = compact('map', 'group', 'Map');
export const MAP_SIZE = compact('map size', 'length', 'Map', varint);
export const MAP_TYPES = compact('key and value type', 'tag', 'Map', 'hex', {
  bits: [
    { name: 'key element-type', firstBit: 0, bits: 4 },
    { name: 'value element-type', firstBit: 4, bits: 4 },
  ],
});
/** A key and its value. */
const PAIR = compact('key value pair', 'group', 'Map');
const KEY = compact('key', 'name', 'Map');

export const VALUE_KINDS: ValueKinds = {
  struct: STRUCT,
  field: FIELD,
  stop: STOP,
  bool: BOOL,
  i8: I8,
  i16: I16,
  i32: I32,
  i64: I64,
  double: DOUBLE,
  string: STRING,
  binary: BINARY,
  list: LIST,
  set: SET,
  map: MAP,
  pair: PAIR,
  key: KEY,
};
