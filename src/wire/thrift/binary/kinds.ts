// The kinds of field of the binary protocol. Sections are headings of doc/specs/thrift-binary-protocol.md of Apache Thrift.
import { defineFieldKind, type FieldKind, type FieldKindId } from '../../bytes/field-kind';
import type { ValueKinds } from '../value-kinds';

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

const STRUCT = binary('struct', 'group', 'Struct', 'hex');
const FIELD = binary('field', 'group', 'Struct', 'hex');
export const FIELD_TYPE = binary('field-type', 'tag', 'Struct encoding');
export const FIELD_ID = binary('field-id', 'name', 'Struct encoding', 'int');
const STOP = binary('stop field', 'tag', 'Struct encoding');

const BOOL = binary('bool', 'value', 'Boolean encoding');
const I8 = binary('i8', 'value', 'Integer encoding', 'int');
const I16 = binary('i16', 'value', 'Integer encoding', 'int');
const I32 = binary('i32', 'value', 'Integer encoding', 'int');
const I64 = binary('i64', 'value', 'Integer encoding', 'int');
const DOUBLE = binary('double', 'value', 'Double encoding', 'float64');
const STRING = binary('string', 'value', 'String encoding', 'text', COUNTED);
const BINARY = binary('binary', 'value', 'Binary encoding', 'hex', COUNTED);

const LIST = binary('list', 'group', 'List and Set', 'hex');
const SET = binary('set', 'group', 'List and Set', 'hex');
export const ELEMENT_TYPE = binary('element-type', 'tag', 'List and Set');
export const SIZE = binary('size', 'length', 'List and Set', 'int');

const MAP = binary('map', 'group', 'Map', 'hex');
export const KEY_TYPE = binary('key-element-type', 'tag', 'Map');
export const VALUE_TYPE = binary('value-element-type', 'tag', 'Map');
export const MAP_SIZE = binary('map size', 'length', 'Map', 'int');
/** A key and its value. */
const PAIR = binary('key value pair', 'group', 'Map', 'hex');
const KEY = binary('key', 'name', 'Map', 'hex');

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
