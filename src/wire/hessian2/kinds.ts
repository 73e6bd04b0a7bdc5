// The kinds of field of Hessian 2 values. Names are the specification's own terms. Hessian 2.0 §4.
import type { Annotations } from '../bytes/annotations';
import { defineFieldKind, type FieldKind, type FieldKindId } from '../bytes/field-kind';
import {
  binarySizeReading,
  compactLongReading,
  intReading,
  millReading,
  stringSizeReading,
  textReading,
} from './readings';

function hessian(
  name: string,
  role: FieldKind['role'],
  section: string,
  reads: FieldKind['reads'],
  parts: Partial<FieldKind> = {},
): FieldKindId {
  return defineFieldKind({ format: 'hessian2', name, role, spec: `Hessian 2.0 §${section}`, reads, ...parts });
}

/** A head that is one octet of code, and nothing else. */
const code = (head: string): Partial<FieldKind> => ({ head, headReads: 'hex' });
const SIZED_BINARY: Partial<FieldKind> = { head: 'binary length', headReads: binarySizeReading };
const SIZED_STRING: Partial<FieldKind> = { head: 'string length', headReads: stringSizeReading };
const TERMINATED: Partial<FieldKind> = { tail: 'terminator' };

export const NULL = hessian('null', 'value', '4.9', () => 'null');
export const BOOLEAN = hessian('boolean', 'value', '4.2', ([octet]) => (octet === 0x54 ? 'true' : 'false'));

const INT = hessian('int', 'value', '4.5', 'int', code('int code'));
const COMPACT_INTS = [
  hessian('one-octet int', 'value', '4.5.1', intReading),
  hessian('two-octet int', 'value', '4.5.2', intReading),
  hessian('three-octet int', 'value', '4.5.3', intReading),
];
const LONG = hessian('long', 'value', '4.7', 'int', code('long code'));
const LONG_32 = hessian('four-octet long', 'value', '4.7.4', 'int', code('long code'));
const COMPACT_LONGS = [
  hessian('one-octet long', 'value', '4.7.1', compactLongReading),
  hessian('two-octet long', 'value', '4.7.2', compactLongReading),
  hessian('three-octet long', 'value', '4.7.3', compactLongReading),
];
const DOUBLE_ZERO = hessian('double zero', 'value', '4.4.1', () => 0);
const DOUBLE_ONE = hessian('double one', 'value', '4.4.2', () => 1);
const DOUBLE_OCTET = hessian('double octet', 'value', '4.4.3', 'int', code('double code'));
const DOUBLE_SHORT = hessian('double short', 'value', '4.4.4', 'int', code('double code'));
const DOUBLE_MILL = hessian('double mill', 'value', '4.4.5', millReading, code('double code'));
const DOUBLE = hessian('double', 'value', '4.4', 'float64', code('double code'));
const DATE = hessian('date', 'value', '4.3', 'int', code('date code'));
const DATE_MINUTES = hessian('date in minutes', 'value', '4.3.1', 'int', code('date code'));

/** Data of one chunk; data of several chunks are a group of them. */
export const BINARY = hessian('binary', 'value', '4.1', 'hex', SIZED_BINARY);
export const NON_FINAL_BINARY = hessian('non-final binary chunk', 'value', '4.1', 'hex', SIZED_BINARY);
export const FINAL_BINARY = hessian('final binary chunk', 'value', '4.1', 'hex', SIZED_BINARY);
/** Text of one chunk; text of several chunks is a group of them. */
export const STRING = hessian('string', 'value', '4.12', textReading, SIZED_STRING);
export const NON_FINAL_STRING = hessian('non-final string chunk', 'value', '4.12', textReading, SIZED_STRING);
export const FINAL_STRING = hessian('final string chunk', 'value', '4.12', textReading, SIZED_STRING);

export const COMPACT_LIST = hessian('compact list', 'group', '4.6.1', 'hex', {
  head: 'list code and length',
  headReads: ([octet]) => octet & 0x07,
});
export const FIXED_LIST = hessian('fixed-length list', 'group', '4.6', 'hex', code('list code'));
export const VARIABLE_LIST = hessian('variable-length list', 'group', '4.6', 'hex', {
  ...code('list code'),
  ...TERMINATED,
});
export const LIST_LENGTH = hessian('list length', 'length', '4.6', intReading);
export const TYPE = hessian('type', 'name', '4.13', textReading, SIZED_STRING);
export const TYPE_REFERENCE = hessian('type reference', 'name', '4.14', intReading);

export const MAP = hessian('map', 'group', '4.8', 'hex', { ...code('map code'), ...TERMINATED });
export const UNTYPED_MAP = hessian('untyped map', 'group', '4.8', 'hex', { ...code('map code'), ...TERMINATED });
/** A key and its value. */
export const MAP_ENTRY = hessian('map entry', 'group', '4.8', 'hex');
/** A key that is a string. Other keys are values like any other. */
export const MAP_KEY = hessian('map key', 'name', '4.8', textReading, SIZED_STRING);

export const CLASS_DEFINITION = hessian('class definition', 'group', '4.10.1', 'hex', code('class definition code'));
export const CLASS_NAME = hessian('class name', 'name', '4.10.1', textReading, SIZED_STRING);
export const FIELD_COUNT = hessian('field count', 'length', '4.10.1', intReading);
export const FIELD_NAME = hessian('field name', 'name', '4.10.1', textReading, SIZED_STRING);
export const COMPACT_OBJECT = hessian('compact object', 'group', '4.10.2', 'hex', {
  head: 'object code and class reference',
  headReads: ([octet]) => octet & 0x0f,
});
export const OBJECT = hessian('object', 'group', '4.10.2', 'hex', code('object code'));
export const CLASS_REFERENCE = hessian('class reference', 'identifier', '5.2', intReading);
export const REF = hessian('ref', 'value', '4.11', intReading, code('ref code'));

type Key = string | number | undefined;

/** Notes the int of `[start, end)`: its form follows from its length. */
export function noteInt(annotations: Annotations, start: number, end: number, key: Key): void {
  if (end - start > 3) annotations.enclosed(INT, start, start + 1, end, end, key);
  else annotations.leaf(COMPACT_INTS[end - start - 1], start, end, key);
}

/** Notes the long of `[start, end)`: its form follows from its length. */
export function noteLong(annotations: Annotations, start: number, end: number, key: Key): void {
  if (end - start > 3) annotations.enclosed(end - start === 9 ? LONG : LONG_32, start, start + 1, end, end, key);
  else annotations.leaf(COMPACT_LONGS[end - start - 1], start, end, key);
}

const DOUBLES_BY_LENGTH: Readonly<Record<number, FieldKindId>> = {
  2: DOUBLE_OCTET,
  3: DOUBLE_SHORT,
  5: DOUBLE_MILL,
  9: DOUBLE,
};

/** Notes the double of `[start, end)`: its form follows from its length, 0 and 1 aside. */
export function noteDouble(annotations: Annotations, start: number, end: number, isZero: boolean, key: Key): void {
  if (end - start > 1) annotations.enclosed(DOUBLES_BY_LENGTH[end - start], start, start + 1, end, end, key);
  else annotations.leaf(isZero ? DOUBLE_ZERO : DOUBLE_ONE, start, end, key);
}

/** Notes the date of `[start, end)`: its form follows from its length. */
export function noteDate(annotations: Annotations, start: number, end: number, key: Key): void {
  annotations.enclosed(end - start === 9 ? DATE : DATE_MINUTES, start, start + 1, end, end, key);
}
