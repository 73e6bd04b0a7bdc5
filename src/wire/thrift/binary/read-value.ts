// Reads values in the binary protocol, with or without knowing what they are. doc/specs/thrift-binary-protocol.md of Apache Thrift.
//
// As generated code does, a field that the struct does not have, or has with another type, is passed over. The elements of a list must
// be what the interface says. Simplified: generated code reads them as the interface's type whatever the list says.
import type { ByteReader } from '../../bytes/byte-reader';
import type { FieldKindId } from '../../bytes/field-kind';
import { utf8Fault } from '../../bytes/utf8-fault';
import { checkDepth, checkSize } from '../limits';
import { pairKey } from '../pair-key';
import { checkRequired } from '../requiredness';
import {
  keyOf,
  placeOfField,
  type ThriftFields,
  type ThriftStruct,
  type ThriftType,
  type ThriftValue,
} from '../schema';
import { unexpectedElement, unknownType } from '../type-fault';
import {
  BINARY,
  BOOL,
  DOUBLE,
  ELEMENT_TYPE,
  FIELD,
  FIELD_ID,
  FIELD_TYPE,
  I8,
  I16,
  I32,
  I64,
  KEY,
  KEY_TYPE,
  LIST,
  MAP,
  MAP_SIZE,
  PAIR,
  SET,
  SIZE,
  STOP,
  STRING,
  STRUCT,
  VALUE_TYPE,
} from './kinds';
import {
  BINARY_CODE,
  BOOL_CODE,
  DOUBLE_CODE,
  I8_CODE,
  I16_CODE,
  I32_CODE,
  I64_CODE,
  LIST_CODE,
  MAP_CODE,
  SET_CODE,
  STOP_CODE,
  STRUCT_CODE,
  typeCode,
} from './type-codes';

type Key = string | number | undefined;

/** Reads a struct. Undefined means that nobody knows its fields. Throws problems of `thrift.*` and `bytes.*` with the offset. */
export function readStruct(reader: ByteReader, struct: ThriftStruct | undefined, depth = 1, key?: Key): ThriftFields {
  checkDepth(depth, reader.at);
  const fields = new Map<string, ThriftValue>();
  reader.begin(STRUCT, key);
  let place = -1;
  while (reader.bytes[reader.at] !== STOP_CODE || reader.remaining === 0) {
    reader.begin(FIELD);
    const code = uint8(reader, FIELD_TYPE);
    const id = fieldId(reader);
    place = struct ? placeOfField(struct, id, place + 1) : -1;
    const field = struct?.fields[place];
    const known = field && typeCode(field.type.kind) === code ? field : undefined;
    reader.annotations?.setKey(known ? keyOf(known) : String(id));
    const value = readValue(reader, code, known?.type, depth);
    if (known) fields.set(known.name, value);
    else if (!struct) fields.set(String(id), value);
    reader.end();
  }
  uint8(reader, STOP);
  reader.end();
  if (struct) checkRequired(struct, fields, reader.at - 1);
  return fields;
}

function readValue(
  reader: ByteReader,
  code: number,
  type: ThriftType | undefined,
  depth: number,
  key?: Key,
): ThriftValue {
  switch (code) {
    case BOOL_CODE:
      return uint8(reader, BOOL, key) !== 0;
    case I8_CODE:
      return (uint8(reader, I8, key) << 24) >> 24;
    case I16_CODE: {
      reader.begin(I16, key);
      const value = (reader.uint16() << 16) >> 16;
      reader.end();
      return value;
    }
    case I32_CODE:
      return int32(reader, I32, key);
    case I64_CODE: {
      reader.begin(I64, key);
      const value = reader.int64();
      reader.end();
      return value;
    }
    case DOUBLE_CODE: {
      reader.begin(DOUBLE, key);
      const value = reader.float64();
      reader.end();
      return value;
    }
    case BINARY_CODE:
      return readCounted(reader, type, key);
    case STRUCT_CODE:
      return readStruct(reader, type?.kind === 'struct' ? type : undefined, depth + 1, key);
    case LIST_CODE:
    case SET_CODE:
      return readElements(reader, code === LIST_CODE ? LIST : SET, type, depth + 1, key);
    case MAP_CODE:
      return readMap(reader, type, depth + 1, key);
    default:
      throw unknownType(code, reader.at);
  }
}

/** A text as UTF-8, behind its length in octets. */
export function readText(reader: ByteReader, kind: FieldKindId, key?: Key): string {
  reader.begin(kind, key);
  const length = readLength(reader);
  reader.content();
  const text = reader.text(length);
  reader.end();
  return text;
}

/** Text, or other octets. Where nobody knows which, it is text if it can be. */
function readCounted(reader: ByteReader, type: ThriftType | undefined, key: Key): ThriftValue {
  const row = reader.annotations?.count ?? 0;
  if (type?.kind === 'string') return readText(reader, STRING, key);
  reader.begin(BINARY, key);
  const length = readLength(reader);
  reader.content();
  const octets = reader.take(length);
  reader.end();
  if (type || utf8Fault(octets) < length) return octets;
  reader.annotations?.relabel(row, STRING, key);
  reader.at -= length;
  return reader.text(length);
}

function readElements(
  reader: ByteReader,
  kind: FieldKindId,
  type: ThriftType | undefined,
  depth: number,
  key: Key,
): ThriftValue[] {
  checkDepth(depth, reader.at);
  const element = type && 'element' in type ? type.element : undefined;
  const elements: ThriftValue[] = [];
  reader.begin(kind, key);
  const code = uint8(reader, ELEMENT_TYPE);
  const size = readSize(reader, SIZE, 1);
  if (size > 0) checkElement(element, code, reader.at - 5);
  for (let i = 0; i < size; i++) elements.push(readValue(reader, code, element, depth, i));
  reader.end();
  return elements;
}

function readMap(reader: ByteReader, type: ThriftType | undefined, depth: number, key: Key): ThriftValue {
  checkDepth(depth, reader.at);
  const map = type?.kind === 'map' ? type : undefined;
  const pairs = new Map<ThriftValue, ThriftValue>();
  reader.begin(MAP, key);
  const keyCode = uint8(reader, KEY_TYPE);
  const valueCode = uint8(reader, VALUE_TYPE);
  const size = readSize(reader, MAP_SIZE, 2);
  if (size > 0) {
    checkElement(map?.key, keyCode, reader.at - 6);
    checkElement(map?.value, valueCode, reader.at - 5);
  }
  for (let i = 0; i < size; i++) {
    reader.begin(PAIR);
    reader.begin(KEY);
    const name = readValue(reader, keyCode, map?.key, depth);
    reader.end();
    reader.annotations?.setKey(pairKey(name, i));
    pairs.set(name, readValue(reader, valueCode, map?.value, depth));
    reader.end();
  }
  reader.end();
  return pairs;
}

function checkElement(expected: ThriftType | undefined, code: number, offset: number): void {
  if (expected && typeCode(expected.kind) !== code) throw unexpectedElement(expected.kind, code, offset);
}

function readLength(reader: ByteReader): number {
  const offset = reader.at;
  const length = reader.uint32() | 0;
  checkSize(reader, length, 1, offset);
  return length;
}

function readSize(reader: ByteReader, kind: FieldKindId, octets: number): number {
  const offset = reader.at;
  const size = int32(reader, kind);
  checkSize(reader, size, octets, offset);
  return size;
}

function fieldId(reader: ByteReader): number {
  reader.begin(FIELD_ID);
  const id = (reader.uint16() << 16) >> 16;
  reader.end();
  return id;
}

function uint8(reader: ByteReader, kind: FieldKindId, key?: Key): number {
  reader.begin(kind, key);
  const value = reader.uint8();
  reader.end();
  return value;
}

function int32(reader: ByteReader, kind: FieldKindId, key?: Key): number {
  reader.begin(kind, key);
  const value = reader.uint32() | 0;
  reader.end();
  return value;
}
