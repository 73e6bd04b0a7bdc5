// The elements of XML-RPC as kinds of field. Sections are headings of the specification, xmlrpc.com/spec.
import { defineFieldKind, type FieldKind, type FieldKindId } from '../../wire/bytes/field-kind';
import { Vocabulary } from '../../wire/xml/vocabulary';

const TAGS = { head: 'start-tag', tail: 'end-tag' } as const;
const PAYLOAD = 'XML-RPC, Payload format';
const SCALARS = 'XML-RPC, Scalar <value>s';
const STRUCTS = 'XML-RPC, <struct>s';
const ARRAYS = 'XML-RPC, <array>s';
const RESPONSE = 'XML-RPC, Response format';
const EXTENSION = 'Apache XML-RPC, Vendor extensions';

/** An element that holds elements. */
function outer(name: string, spec: string): FieldKindId {
  return defineFieldKind({ format: 'xml-rpc', name, role: 'group', spec, reads: 'text', ...TAGS, gap: 'white-space' });
}

/** An element that holds text. */
function inner(name: string, spec: string, role: FieldKind['role'] = 'value'): FieldKindId {
  return defineFieldKind({ format: 'xml-rpc', name, role, spec, reads: 'text', ...TAGS });
}

export const METHOD_CALL = outer('methodCall', PAYLOAD);
export const METHOD_NAME = inner('methodName', PAYLOAD, 'name');
export const PARAMS = outer('params', PAYLOAD);
export const PARAM = outer('param', PAYLOAD);
export const VALUE = outer('value', SCALARS);
export const I4 = inner('i4', SCALARS);
export const INT = inner('int', SCALARS);
export const BOOLEAN = inner('boolean', SCALARS);
export const STRING = inner('string', SCALARS);
export const DOUBLE = inner('double', SCALARS);
export const DATE_TIME = inner('dateTime.iso8601', SCALARS);
export const BASE64 = inner('base64', SCALARS);
export const STRUCT = outer('struct', STRUCTS);
export const MEMBER = outer('member', STRUCTS);
export const NAME = inner('name', STRUCTS, 'name');
export const ARRAY = outer('array', ARRAYS);
export const DATA = outer('data', ARRAYS);
export const NIL = inner('nil', EXTENSION);
export const I8 = inner('i8', EXTENSION);
export const METHOD_RESPONSE = outer('methodResponse', RESPONSE);
export const FAULT = outer('fault', RESPONSE);
/** "If no type is indicated, the type is string": the text of a `<value>` without an element. */
export const UNTYPED_STRING = defineFieldKind({
  format: 'xml-rpc',
  name: 'untyped-string',
  role: 'value',
  spec: SCALARS,
  reads: 'text',
});
/** A body that is no XML, such as the page that comes with an error of HTTP. */
export const OTHER_TEXT = defineFieldKind({
  format: 'xml-rpc',
  name: 'other-text',
  role: 'value',
  spec: RESPONSE,
  reads: 'text',
});

/** Index of each element in {@link ELEMENTS}. */
export const E = {
  methodCall: 0,
  methodName: 1,
  params: 2,
  param: 3,
  value: 4,
  i4: 5,
  int: 6,
  boolean: 7,
  string: 8,
  double: 9,
  dateTime: 10,
  base64: 11,
  struct: 12,
  member: 13,
  name: 14,
  array: 15,
  data: 16,
  nil: 17,
  i8: 18,
  methodResponse: 19,
  fault: 20,
} as const;

/** The elements in the order of {@link E}. */
export const ELEMENTS = new Vocabulary(
  [
    'methodCall',
    'methodName',
    'params',
    'param',
    'value',
    'i4',
    'int',
    'boolean',
    'string',
    'double',
    'dateTime.iso8601',
    'base64',
    'struct',
    'member',
    'name',
    'array',
    'data',
    'nil',
    'i8',
    'methodResponse',
    'fault',
  ],
  [
    METHOD_CALL,
    METHOD_NAME,
    PARAMS,
    PARAM,
    VALUE,
    I4,
    INT,
    BOOLEAN,
    STRING,
    DOUBLE,
    DATE_TIME,
    BASE64,
    STRUCT,
    MEMBER,
    NAME,
    ARRAY,
    DATA,
    NIL,
    I8,
    METHOD_RESPONSE,
    FAULT,
  ],
);
