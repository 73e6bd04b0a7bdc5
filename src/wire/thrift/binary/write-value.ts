// Writes values in the binary protocol: every number big-endian and in its full width. doc/specs/thrift-binary-protocol.md of Apache
// Thrift, "Base types", "Struct", "List and Set", "Map".
import type { ByteWriter } from '../../bytes/byte-writer';
import type { FieldKindId } from '../../bytes/field-kind';
import { pairKey } from '../pair-key';
import { isWritten } from '../requiredness';
import { keyOf, type ThriftFields, type ThriftStruct, type ThriftType, type ThriftValue } from '../schema';
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
import { STOP_CODE, typeCode } from './type-codes';

type Key = string | number | undefined;

/** Writes the fields that are set, in the order of `struct`, and the stop field. Throws `thrift.field-not-set`. */
export function writeStruct(writer: ByteWriter, struct: ThriftStruct, fields: ThriftFields, key?: Key): void {
  writer.begin(STRUCT, key);
  for (const field of struct.fields) {
    const value = fields.get(field.name);
    if (!isWritten(struct, field, value)) continue;
    writer.begin(FIELD, keyOf(field));
    uint8(writer, FIELD_TYPE, typeCode(field.type.kind));
    writer.begin(FIELD_ID);
    writer.uint16(field.id);
    writer.end();
    writeValue(writer, field.type, value);
    writer.end();
  }
  uint8(writer, STOP, STOP_CODE);
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
      uint8(writer, BOOL, value ? 1 : 0, key);
      break;
    case 'i8':
      uint8(writer, I8, value as number, key);
      break;
    case 'i16':
      writer.begin(I16, key);
      writer.uint16(value as number);
      writer.end();
      break;
    case 'i32':
      uint32(writer, I32, value as number, key);
      break;
    case 'i64':
      writer.begin(I64, key);
      writer.int64(value as bigint);
      writer.end();
      break;
    case 'double':
      writer.begin(DOUBLE, key);
      writer.float64(value as number);
      writer.end();
      break;
  }
}

/** A text as UTF-8, behind its length in octets. */
export function writeText(writer: ByteWriter, kind: FieldKindId, text: string, key?: Key): void {
  const at = writer.length;
  writer.begin(kind, key);
  writer.uint32(0);
  writer.content();
  writer.text(text);
  writer.end();
  writer.patchUint32(at, writer.length - at - 4);
}

function writeBinary(writer: ByteWriter, octets: Uint8Array, key: Key): void {
  writer.begin(BINARY, key);
  writer.uint32(octets.length);
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
  writer.begin(kind, key);
  uint8(writer, ELEMENT_TYPE, typeCode(type.kind));
  uint32(writer, SIZE, elements.length);
  for (let i = 0; i < elements.length; i++) writeValue(writer, type, elements[i], i);
  writer.end();
}

function writeMap(
  writer: ByteWriter,
  keyType: ThriftType,
  valueType: ThriftType,
  pairs: ReadonlyMap<ThriftValue, ThriftValue>,
  key: Key,
): void {
  writer.begin(MAP, key);
  uint8(writer, KEY_TYPE, typeCode(keyType.kind));
  uint8(writer, VALUE_TYPE, typeCode(valueType.kind));
  uint32(writer, MAP_SIZE, pairs.size);
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

function uint8(writer: ByteWriter, kind: FieldKindId, value: number, key?: Key): void {
  writer.begin(kind, key);
  writer.uint8(value);
  writer.end();
}

function uint32(writer: ByteWriter, kind: FieldKindId, value: number, key?: Key): void {
  writer.begin(kind, key);
  writer.uint32(value);
  writer.end();
}
