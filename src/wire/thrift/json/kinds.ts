// The kinds of field of the JSON protocol. It has no specification: its names are those of the libraries' TJSONProtocol, and of the
// other protocols' specifications.
import { defineFieldKind, type FieldKind, type FieldKindId } from '../../bytes/field-kind';
import { BRACED, BRACKETED, QUOTED } from '../../json/kinds';

function json(name: string, role: FieldKind['role'], parts: Partial<FieldKind> = {}): FieldKindId {
  return defineFieldKind({
    format: 'thrift-json',
    name,
    role,
    spec: 'Apache Thrift, TJSONProtocol',
    reads: 'text',
    ...parts,
  });
}

const MEMBER = { gap: 'name-separator' } as const;

export const MESSAGE = json('message', 'group', BRACKETED);
export const VERSION = json('version', 'tag');
export const NAME = json('name', 'name', QUOTED);
export const MESSAGE_TYPE = json('message type', 'tag');
export const SEQ_ID = json('seq id', 'identifier');

export const STRUCT = json('struct', 'group', BRACED);
export const FIELD = json('field', 'group', MEMBER);
export const FIELD_ID = json('field-id', 'name', QUOTED);
/** The object of one member that holds a field's type and value. */
export const TYPED = json('typed value', 'group', BRACED);
/** That member. */
export const TYPE_AND_VALUE = json('type and value', 'group', MEMBER);
export const FIELD_TYPE = json('field-type', 'name', QUOTED);

export const BOOL = json('bool', 'value');
export const INTEGER = json('integer', 'value');
export const DOUBLE = json('double', 'value');
/** A double that JSON has no number for. */
export const NOT_FINITE = json('double as text', 'value', QUOTED);
export const STRING = json('string', 'value', QUOTED);
/** Octets as base64. */
export const BINARY = json('binary', 'value', QUOTED);

export const LIST = json('list', 'group', BRACKETED);
export const SET = json('set', 'group', BRACKETED);
export const MAP = json('map', 'group', BRACKETED);
export const ELEMENT_TYPE = json('element-type', 'tag', QUOTED);
export const KEY_TYPE = json('key-element-type', 'tag', QUOTED);
export const VALUE_TYPE = json('value-element-type', 'tag', QUOTED);
export const SIZE = json('size', 'length');
/** The object whose members are a map's pairs. */
export const PAIRS = json('pairs', 'group', BRACED);
export const PAIR = json('key value pair', 'group', MEMBER);
export const KEY = json('key', 'name', QUOTED);
