// The kinds of field of the compact protocol. Sections are headings of doc/specs/thrift-compact-protocol.md of Apache Thrift.
import { defineFieldKind, type FieldKind, type FieldKindId } from '../../bytes/field-kind';
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

export const STRUCT = compact('struct', 'group', 'Struct');
export const FIELD = compact('field', 'group', 'Struct');
export const FIELD_HEADER = compact('field-header', 'tag', 'Struct encoding', 'hex', { bits: HEADER_BITS });
/** The header of a bool field is its value, too. */
export const BOOL_FIELD_HEADER = compact('bool field-header', 'value', 'Boolean encoding', 'hex', {
  bits: HEADER_BITS,
});
/** The long form's id. */
export const FIELD_ID = compact('field id', 'name', 'Struct encoding', zigzag);
export const STOP = compact('stop field', 'tag', 'Struct encoding');

export const BOOL = compact('bool', 'value', 'Boolean encoding', bool);
export const I8 = compact('i8', 'value', 'Integer encoding', 'int');
export const I16 = compact('i16', 'value', 'Integer encoding', zigzag);
export const I32 = compact('i32', 'value', 'Integer encoding', zigzag);
export const I64 = compact('i64', 'value', 'Integer encoding', zigzag);
export const DOUBLE = compact('double', 'value', 'Double encoding', littleEndianDouble);
export const STRING = compact('string', 'value', 'String encoding', 'text', COUNTED);
export const BINARY = compact('binary', 'value', 'Binary encoding', 'hex', COUNTED);

export const LIST = compact('list', 'group', 'List and Set');
export const SET = compact('set', 'group', 'List and Set');
export const SIZE_AND_TYPE = compact('size and element-type', 'length', 'List and Set', 'hex', {
  bits: [
    { name: 'short size', firstBit: 0, bits: 4 },
    { name: 'element-type', firstBit: 4, bits: 4 },
  ],
});
/** The long form's size. */
export const SIZE = compact('size', 'length', 'List and Set', varint);

export const MAP = compact('map', 'group', 'Map');
export const MAP_SIZE = compact('map size', 'length', 'Map', varint);
export const MAP_TYPES = compact('key and value type', 'tag', 'Map', 'hex', {
  bits: [
    { name: 'key element-type', firstBit: 0, bits: 4 },
    { name: 'value element-type', firstBit: 4, bits: 4 },
  ],
});
/** A key and its value. */
export const PAIR = compact('key value pair', 'group', 'Map');
export const KEY = compact('key', 'name', 'Map');
