// Writes values in the compact protocol: integers as varints, ids as differences. doc/specs/thrift-compact-protocol.md of Apache Thrift.
import type { ByteWriter } from '../../bytes/byte-writer';
import type { FieldKindId } from '../../bytes/field-kind';
import { utf8Length } from '../../bytes/utf8-length';
import { writeVarint32, writeZigzag32, writeZigzag64 } from '../../varint/varint';
import { pairKey } from '../pair-key';
import { isWritten } from '../requiredness';
import {
  keyOf,
  type ThriftField,
  type ThriftFields,
  type ThriftStruct,
  type ThriftType,
  type ThriftValue,
} from '../schema';
import {
  BINARY,
  BOOL,
  BOOL_FIELD_HEADER,
  DOUBLE,
  FIELD,
  FIELD_HEADER,
  FIELD_ID,
  I8,
  I16,
  I32,
  I64,
  KEY,
  LIST,
  MAP,
  MAP_SIZE,
  MAP_TYPES,
  PAIR,
  SET,
  SIZE,
  SIZE_AND_TYPE,
  STOP,
  STRING,
  STRUCT,
} from './kinds';
import { FALSE_CODE, STOP_CODE, TRUE_CODE, typeCode } from './type-codes';

type Key = string | number | undefined;

/** The largest difference of ids that a header holds. */
const LONGEST_DELTA = 15;
/** From this size on, a list's size follows its header. */
export const LONG_SIZE = 15;

/** Writes the fields that are set, in the order of `struct`, and the stop field. Throws `thrift.field-not-set`. */
export function writeStruct(writer: ByteWriter, struct: ThriftStruct, fields: ThriftFields, key?: Key): void {
  writer.begin(STRUCT, key);
  let lastId = 0;
  for (const field of struct.fields) {
    const value = fields.get(field.name);
    if (!isWritten(struct, field, value)) continue;
    writeField(writer, field, lastId, value);
    lastId = field.id;
  }
  uint8(writer, STOP, STOP_CODE);
  writer.end();
}

function writeField(writer: ByteWriter, field: ThriftField, lastId: number, value: ThriftValue): void {
  const { id, type } = field;
  writer.begin(FIELD, keyOf(field));
  if (type.kind === 'bool') {
    writeFieldHeader(writer, BOOL_FIELD_HEADER, id, lastId, value ? TRUE_CODE : FALSE_CODE);
  } else {
    writeFieldHeader(writer, FIELD_HEADER, id, lastId, typeCode(type.kind));
    writeValue(writer, type, value);
  }
  writer.end();
}

function writeFieldHeader(writer: ByteWriter, kind: FieldKindId, id: number, lastId: number, code: number): void {
  const delta = id - lastId;
  if (delta > 0 && delta <= LONGEST_DELTA) {
    uint8(writer, kind, (delta << 4) | code);
    return;
  }
  uint8(writer, kind, code);
  writer.begin(FIELD_ID);
  writeZigzag32(writer, id);
  writer.end();
}

function writeValue(writer: ByteWriter, type: ThriftType, value: ThriftValue, key?: Key): void {
  switch (type.kind) {
    case 'struct':
      writeStruct(writer, type, value as ThriftFields, key);
      break;
    case 'list':
    case 'set':
      writeElements(writer, type.kind === 'list' ? LIST : SET, type.element, value as readonly ThriftValue[], key);
      break;
    case 'map':
      writeMap(writer, type.key, type.value, value as ReadonlyMap<ThriftValue, ThriftValue>, key);
      break;
    case 'string':
      writeText(writer, STRING, value as string, key);
      break;
    case 'binary':
      writeBinary(writer, value as Uint8Array, key);
      break;
    case 'bool':
      uint8(writer, BOOL, value ? TRUE_CODE : FALSE_CODE, key);
      break;
    case 'i8':
      uint8(writer, I8, value as number, key);
      break;
    case 'i16':
    case 'i32':
      writer.begin(type.kind === 'i16' ? I16 : I32, key);
      writeZigzag32(writer, value as number);
      writer.end();
      break;
    case 'i64':
      writer.begin(I64, key);
      writeZigzag64(writer, value as bigint);
      writer.end();
      break;
    case 'double':
      writer.begin(DOUBLE, key);
      writer.float64(value as number, true);
      writer.end();
      break;
  }
}

/** A text as UTF-8, behind its length in octets. */
export function writeText(writer: ByteWriter, kind: FieldKindId, text: string, key?: Key): void {
  writer.begin(kind, key);
  writeVarint32(writer, utf8Length(text));
  writer.content();
  writer.text(text);
  writer.end();
}

function writeBinary(writer: ByteWriter, octets: Uint8Array, key: Key): void {
  writer.begin(BINARY, key);
  writeVarint32(writer, octets.length);
  writer.content();
  writer.bytes(octets);
  writer.end();
}

function writeElements(
  writer: ByteWriter,
  kind: FieldKindId,
  type: ThriftType,
  elements: readonly ThriftValue[],
  key: Key,
): void {
  const { length } = elements;
  writer.begin(kind, key);
  uint8(writer, SIZE_AND_TYPE, (Math.min(length, LONG_SIZE) << 4) | typeCode(type.kind));
  if (length >= LONG_SIZE) writeSize(writer, SIZE, length);
  for (let i = 0; i < length; i++) writeValue(writer, type, elements[i], i);
  writer.end();
}

/** An empty map does not say its types. */
function writeMap(
  writer: ByteWriter,
  keyType: ThriftType,
  valueType: ThriftType,
  pairs: ReadonlyMap<ThriftValue, ThriftValue>,
  key: Key,
): void {
  writer.begin(MAP, key);
  writeSize(writer, MAP_SIZE, pairs.size);
  if (pairs.size > 0) uint8(writer, MAP_TYPES, (typeCode(keyType.kind) << 4) | typeCode(valueType.kind));
  let index = 0;
  for (const [name, value] of pairs) {
    writer.begin(PAIR, pairKey(name, index++));
    writer.begin(KEY);
    writeValue(writer, keyType, name);
    writer.end();
    writeValue(writer, valueType, value);
    writer.end();
  }
  writer.end();
}

function writeSize(writer: ByteWriter, kind: FieldKindId, size: number): void {
  writer.begin(kind);
  writeVarint32(writer, size);
  writer.end();
}

function uint8(writer: ByteWriter, kind: FieldKindId, value: number, key?: Key): void {
  writer.begin(kind, key);
  writer.uint8(value);
  writer.end();
}
