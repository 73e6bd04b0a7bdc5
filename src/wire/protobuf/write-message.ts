// Writes a message and notes which field each octet belongs to. Protocol Buffers, Encoding.
// Fields come in the order of their numbers, as every official implementation writes them; unknown fields come last.
import { problem } from '../../problem/problem';
import { ByteReader } from '../bytes/byte-reader';
import type { ByteWriter } from '../bytes/byte-writer';
import { varint32Length, writeVarint32 } from '../varint/varint';
import { LIST, MAP, PACKED, ROOT } from './kinds';
import { fillRoom, keepRoom } from './length';
import type { Field, MessageType } from './message-type';
import { readUnknownFields } from './read-unknown';
import { isZero, type Scalar } from './scalar';
import { type MapKey, type Message, type ProtobufValue, UNKNOWN_FIELDS } from './value';
import { EGROUP } from './wire-type';
import { writeNumber } from './write-scalar';

export interface WriteOptions {
  /** Whether fields of implicit presence that hold zero are left out, as the guide asks for. protobufjs up to 7 writes what it is given. */
  readonly omitDefaults: boolean;
  /** The key of the whole message in annotations. */
  readonly key?: string | number;
}

/**
 * Writes `message`, whose values must be those that {@link ProtobufValue} tells for the types of its fields and within their ranges.
 * Members that `type` does not have are left out. Throws `protobuf.missing-required`.
 */
export function writeMessage(
  writer: ByteWriter,
  type: MessageType,
  message: Message,
  { omitDefaults, key }: WriteOptions,
): void {
  writer.begin(ROOT, key);
  writeFields(writer, type, message, omitDefaults);
  writer.end();
}

function writeFields(writer: ByteWriter, type: MessageType, message: Message, omit: boolean): void {
  for (const field of type.fields) {
    const value = message.get(field.name);
    if (value === undefined || value === null) {
      if (field.required) throw problem('protobuf.missing-required', { field: field.name, message: type.name });
    } else if (field.form === 'map') {
      writeMap(writer, field, value as ReadonlyMap<MapKey, ProtobufValue>, omit);
    } else if (field.repeated) {
      writeList(writer, field, value as readonly ProtobufValue[], omit);
    } else if (!(omit && field.implicit && isZero(value))) {
      writeRecord(writer, field, value, omit, field.key);
    }
  }
  const unknown = message.get(UNKNOWN_FIELDS) as readonly Uint8Array[] | undefined;
  if (unknown) for (const record of unknown) writeUnknown(writer, record);
}

function writeList(writer: ByteWriter, field: Field, list: readonly ProtobufValue[], omit: boolean): void {
  if (list.length === 0) return;
  if (field.form === 'packed') {
    writePacked(writer, field, list);
    return;
  }
  writer.begin(LIST, field.key);
  // Messages of one list are about as long as each other: the room for a length then suits, and nothing has to move.
  let likely = 0;
  for (let i = 0; i < list.length; i++) {
    const start = writer.length;
    writeRecord(writer, field, list[i], omit, i, likely);
    likely = writer.length - start;
  }
  writer.end();
}

function writeMap(writer: ByteWriter, field: Field, map: ReadonlyMap<MapKey, ProtobufValue>, omit: boolean): void {
  if (map.size === 0) return;
  writer.begin(MAP, field.key);
  for (const [key, value] of map) {
    const entry = new Map([
      ['key', key],
      ['value', value],
    ]);
    beginRecord(writer, field, undefined);
    writeSubmessage(writer, field, field.message!, entry, omit, 0);
    writer.annotations?.setKey(String(key));
    writer.end();
  }
  writer.end();
}

/** Writes one record: a tag, and the value that it announces. `likely` is a guess at the length of a message. */
function writeRecord(
  writer: ByteWriter,
  field: Field,
  value: ProtobufValue,
  omit: boolean,
  key: string | number | undefined,
  likely = 0,
): void {
  if (field.scalar) {
    writeScalar(writer, field, value, key);
    return;
  }
  beginRecord(writer, field, key);
  if (field.form === 'group') writeGroup(writer, field, value as Message, omit);
  else writeSubmessage(writer, field, field.message!, value as Message, omit, likely);
  writer.end();
}

function writeScalar(writer: ByteWriter, field: Field, value: ProtobufValue, key: string | number | undefined): void {
  const { annotations } = writer;
  const start = writer.length;
  writeVarint32(writer, field.tag);
  const valueStart = writer.length;
  const contentStart = valueStart + writeContent(writer, field.scalar!, value);
  const end = writer.length;
  if (field.isOneField) annotations?.enclosed(field.kind, start, valueStart, end, end, key);
  else annotations?.nested(field.kind, start, field.contentKind, valueStart, contentStart, end, key);
}

/** Writes a value, behind its length if it needs one. Returns how many octets the length takes. */
function writeContent(writer: ByteWriter, scalar: Scalar, value: ProtobufValue): number {
  if (scalar === 'string') return writeText(writer, value as string);
  if (scalar === 'bytes') return writeBytes(writer, value as Uint8Array);
  writeNumber(writer, scalar, value);
  return 0;
}

function beginRecord(writer: ByteWriter, field: Field, key: string | number | undefined): void {
  writer.begin(field.kind, key);
  writeVarint32(writer, field.tag);
  writer.content();
}

function writeElement(writer: ByteWriter, field: Field, value: ProtobufValue, key?: number): void {
  const start = writer.length;
  writeNumber(writer, field.scalar!, value);
  writer.annotations?.leaf(field.contentKind, start, writer.length, key);
}

function writeText(writer: ByteWriter, text: string): number {
  const start = writer.length;
  const room = keepRoom(writer, text.length);
  writer.text(text);
  return fillRoom(writer, start, room);
}

function writeBytes(writer: ByteWriter, bytes: Uint8Array): number {
  writeVarint32(writer, bytes.length);
  writer.bytes(bytes);
  return varint32Length(bytes.length);
}

function writePacked(writer: ByteWriter, field: Field, list: readonly ProtobufValue[]): void {
  beginRecord(writer, field, field.key);
  const start = writer.length;
  writer.begin(PACKED);
  const room = keepRoom(writer, list.length);
  writer.content();
  const row = writer.annotations ? writer.annotations.openRow : 0;
  for (let i = 0; i < list.length; i++) writeElement(writer, field, list[i], i);
  fillRoom(writer, start, room, row);
  writer.end();
  writer.end();
}

function writeSubmessage(
  writer: ByteWriter,
  field: Field,
  type: MessageType,
  message: Message,
  omit: boolean,
  likely: number,
): void {
  const start = writer.length;
  writer.begin(field.contentKind);
  const row = writer.annotations ? writer.annotations.openRow : 0;
  const room = keepRoom(writer, likely);
  writer.content();
  writeFields(writer, type, message, omit);
  fillRoom(writer, start, room, row);
  writer.end();
}

function writeGroup(writer: ByteWriter, field: Field, message: Message, omit: boolean): void {
  writer.begin(field.contentKind);
  writeFields(writer, field.message!, message, omit);
  writer.tail();
  writeVarint32(writer, ((field.number << 3) | EGROUP) >>> 0);
  writer.end();
}

/** Writes a record as it came. Its fields are found by reading it. */
function writeUnknown(writer: ByteWriter, record: Uint8Array): void {
  if (writer.annotations) {
    const reader = new ByteReader(record);
    readUnknownFields(reader);
    writer.annotations.graft(reader.annotations!, writer.length);
  }
  writer.bytes(record);
}
