// The kinds of field of the binary protocol. Sections are headings of doc/specs/thrift-binary-protocol.md of Apache Thrift.
import { defineFieldKind, type FieldKind, type FieldKindId } from '../../bytes/field-kind';

function binary(
  name: string,
  role: FieldKind['role'],
  section: string,
  reads: FieldKind['reads'] = 'uint',
  parts: Partial<FieldKind> = {},
): FieldKindId {
  return defineFieldKind({
    format: 'thrift-binary',
    name,
    role,
    spec: `Thrift binary protocol, ${section}`,
    reads,
    ...parts,
  });
}

/** A text or other octets, whose number stands in front. */
const COUNTED = { head: 'byte length', headReads: 'int' } as const;

export const MESSAGE = binary('message', 'group', 'Message', 'hex');
export const VERSION = binary('version', 'tag', 'Message', 'hex', {
  bits: [
    { name: 'strict', firstBit: 0, bits: 1 },
    { name: 'version number', firstBit: 1, bits: 15 },
  ],
});
export const UNUSED = binary('unused', 'padding', 'Message', 'hex');
export const MESSAGE_TYPE = binary('message type', 'tag', 'Message');
export const NAME = binary('name', 'name', 'Message', 'text', { head: 'name length', headReads: 'int' });
export const SEQ_ID = binary('seq id', 'identifier', 'Message', 'int');

export const STRUCT = binary('struct', 'group', 'Struct', 'hex');
export const FIELD = binary('field', 'group', 'Struct', 'hex');
export const FIELD_TYPE = binary('field-type', 'tag', 'Struct encoding');
export const FIELD_ID = binary('field-id', 'name', 'Struct encoding', 'int');
export const STOP = binary('stop field', 'tag', 'Struct encoding');

export const BOOL = binary('bool', 'value', 'Boolean encoding');
export const I8 = binary('i8', 'value', 'Integer encoding', 'int');
export const I16 = binary('i16', 'value', 'Integer encoding', 'int');
export const I32 = binary('i32', 'value', 'Integer encoding', 'int');
export const I64 = binary('i64', 'value', 'Integer encoding', 'int');
export const DOUBLE = binary('double', 'value', 'Double encoding', 'float64');
export const STRING = binary('string', 'value', 'String encoding', 'text', COUNTED);
export const BINARY = binary('binary', 'value', 'Binary encoding', 'hex', COUNTED);

export const LIST = binary('list', 'group', 'List and Set', 'hex');
export const SET = binary('set', 'group', 'List and Set', 'hex');
export const ELEMENT_TYPE = binary('element-type', 'tag', 'List and Set');
export const SIZE = binary('size', 'length', 'List and Set', 'int');

export const MAP = binary('map', 'group', 'Map', 'hex');
export const KEY_TYPE = binary('key-element-type', 'tag', 'Map');
export const VALUE_TYPE = binary('value-element-type', 'tag', 'Map');
export const MAP_SIZE = binary('map size', 'length', 'Map', 'int');
/** A key and its value. */
export const PAIR = binary('key value pair', 'group', 'Map', 'hex');
export const KEY = binary('key', 'name', 'Map', 'hex');
