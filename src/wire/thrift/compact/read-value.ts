// Reads values in the compact protocol, with or without knowing what they are. doc/specs/thrift-compact-protocol.md of Apache Thrift.
//
// As generated code does, a field that the struct does not have, or has with another type, is passed over. The elements of a list must
// be what the interface says. Simplified: generated code reads them as the interface's type whatever the list says.
import type { ByteReader } from '../../bytes/byte-reader';
import type { FieldKindId } from '../../bytes/field-kind';
import { utf8Fault } from '../../bytes/utf8-fault';
import { readVarint32, readZigzag32, readZigzag64 } from '../../varint/varint';
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
import {
  BINARY_CODE,
  DOUBLE_CODE,
  FALSE_CODE,
  I8_CODE,
  I16_CODE,
  I32_CODE,
  I64_CODE,
  isTypeCode,
  LIST_CODE,
  MAP_CODE,
  SET_CODE,
  STOP_CODE,
  STRUCT_CODE,
  TRUE_CODE,
} from './type-codes';
import { LONG_SIZE } from './write-value';

type Key = string | number | undefined;

/** Reads a struct. Undefined means that nobody knows its fields. Throws problems of `thrift.*` and `bytes.*` with the offset. */
export function readStruct(reader: ByteReader, struct: ThriftStruct | undefined, depth = 1, key?: Key): ThriftFields {
  checkDepth(depth, reader.at);
  const fields = new Map<string, ThriftValue>();
  reader.begin(STRUCT, key);
  let place = -1;
  let id = 0;
  while (reader.bytes[reader.at] !== STOP_CODE || reader.remaining === 0) {
    reader.begin(FIELD);
    const code = reader.bytes[reader.at] & 0x0f;
    id = readFieldHeader(reader, isBool(code) ? BOOL_FIELD_HEADER : FIELD_HEADER, id);
    place = struct ? placeOfField(struct, id, place + 1) : -1;
    const field = struct?.fields[place];
    const known = field && isTypeCode(code, field.type.kind) ? field : undefined;
    reader.annotations?.setKey(known ? keyOf(known) : String(id));
    const value = isBool(code) ? code === TRUE_CODE : readValue(reader, code, known?.type, depth);
    if (known) fields.set(known.name, value);
    else if (!struct) fields.set(String(id), value);
    reader.end();
  }
  uint8(reader, STOP);
  reader.end();
  if (struct) checkRequired(struct, fields, reader.at - 1);
  return fields;
}

/** The field's id: the last one and a difference, or, when that is 0, the id itself. */
function readFieldHeader(reader: ByteReader, kind: FieldKindId, lastId: number): number {
  const delta = uint8(reader, kind) >> 4;
  if (delta > 0) return lastId + delta;
  reader.begin(FIELD_ID);
  const id = (readZigzag32(reader) << 16) >> 16;
  reader.end();
  return id;
}

function isBool(code: number): boolean {
  return code === TRUE_CODE || code === FALSE_CODE;
}

function readValue(
  reader: ByteReader,
  code: number,
  type: ThriftType | undefined,
  depth: number,
  key?: Key,
): ThriftValue {
  switch (code) {
    case TRUE_CODE:
    case FALSE_CODE:
      return uint8(reader, BOOL, key) === TRUE_CODE;
    case I8_CODE:
      return (uint8(reader, I8, key) << 24) >> 24;
    case I16_CODE: {
      reader.begin(I16, key);
      const value = (readZigzag32(reader) << 16) >> 16;
      reader.end();
      return value;
    }
    case I32_CODE: {
      reader.begin(I32, key);
      const value = readZigzag32(reader);
      reader.end();
      return value;
    }
    case I64_CODE: {
      reader.begin(I64, key);
      const value = readZigzag64(reader);
      reader.end();
      return value;
    }
    case DOUBLE_CODE: {
      reader.begin(DOUBLE, key);
      const value = reader.float64(true);
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
  const offset = reader.at;
  const sizeAndType = uint8(reader, SIZE_AND_TYPE);
  const code = sizeAndType & 0x0f;
  const size = readElementCount(reader, sizeAndType >> 4);
  if (size > 0) checkElement(element, code, offset);
  for (let i = 0; i < size; i++) elements.push(readValue(reader, code, element, depth, i));
  reader.end();
  return elements;
}

function readMap(reader: ByteReader, type: ThriftType | undefined, depth: number, key: Key): ThriftValue {
  checkDepth(depth, reader.at);
  const map = type?.kind === 'map' ? type : undefined;
  const pairs = new Map<ThriftValue, ThriftValue>();
  reader.begin(MAP, key);
  const size = readSize(reader, MAP_SIZE, 2);
  const types = size > 0 ? uint8(reader, MAP_TYPES) : 0;
  const keyCode = types >> 4;
  const valueCode = types & 0x0f;
  if (size > 0) {
    checkElement(map?.key, keyCode, reader.at - 1);
    checkElement(map?.value, valueCode, reader.at - 1);
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
  if (expected && !isTypeCode(code, expected.kind)) throw unexpectedElement(expected.kind, code, offset);
}

/** A list's size: `short` is what its header says. */
function readElementCount(reader: ByteReader, short: number): number {
  if (short === LONG_SIZE) return readSize(reader, SIZE, 1);
  checkSize(reader, short, 1, reader.at - 1);
  return short;
}

function readLength(reader: ByteReader): number {
  const offset = reader.at;
  const length = readVarint32(reader) | 0;
  checkSize(reader, length, 1, offset);
  return length;
}

function readSize(reader: ByteReader, kind: FieldKindId, octets: number): number {
  reader.begin(kind);
  const offset = reader.at;
  const size = readVarint32(reader) | 0;
  reader.end();
  checkSize(reader, size, octets, offset);
  return size;
}

function uint8(reader: ByteReader, kind: FieldKindId, key?: Key): number {
  reader.begin(kind, key);
  const value = reader.uint8();
  reader.end();
  return value;
}
