// Reads the fields of messages whose types are known, and notes which field each octet belongs to. Protocol Buffers, Encoding.
// What a type does not know, or knows with another wire type, is kept as it came: see UNKNOWN_FIELDS.
import type { ByteReader } from '../bytes/byte-reader';
import { LIST, MAP, PACKED } from './kinds';
import type { Field, Form, MessageType } from './message-type';
import { MAX_DEPTH, readLength, readNumber, readTag } from './read-record';
import { readUnknownField, tooDeep, unexpectedEnd, unfinishedGroup } from './read-unknown';
import { isPackable, scalarWireType, zeroOf } from './scalar';
import { type MapKey, type ProtobufValue, UNKNOWN_FIELDS } from './value';
import { EGROUP, LEN } from './wire-type';
import { enumRecord } from './write-scalar';

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** A message that is being read. */
type OpenMessage = Map<string, ProtobufValue>;

export class MessageReader {
  /** Messages and groups around the field at hand. */
  private depth = 0;

  constructor(private readonly reader: ByteReader) {}

  /** Reads fields into `message` up to the limit, or to the end tag of group `group` unless that is 0. Returns where they end. */
  fields(type: MessageType, message: OpenMessage, group: number): number {
    const { reader } = this;
    const { annotations } = reader;
    const { fields } = type;
    /** The list or map whose records stand together here. */
    let open: Field | undefined;
    /** The place of the field that is likely to come: most writers keep the order. */
    let next = 0;
    for (;;) {
      const start = reader.at;
      const isEnd = start >= reader.limit;
      const tag = isEnd ? 0 : readTag(reader);
      const number = tag >>> 3;
      const field = fields[next]?.number === number ? fields[next] : type.field(number);
      const form = field && formOf(field, tag);
      const together = field && standsTogether(field, form) ? field : undefined;
      if (open !== together) {
        if (open) annotations?.end(start);
        if (together) annotations?.begin(form === 'map' ? MAP : LIST, start, together.key);
        open = together;
      }
      if (isEnd) {
        if (group !== 0) throw unfinishedGroup(group, start);
        return start;
      }
      if (field && form) {
        next = together ? field.index : field.index + 1;
        this.field(field, form, message, start);
      } else if ((tag & 7) === EGROUP) {
        if (number !== group) throw unexpectedEnd(tag, start);
        return start;
      } else {
        readUnknownField(reader, tag, start, this.depth);
        addUnknown(message, reader.bytes.slice(start, reader.at));
      }
    }
  }

  /** Reads the record of `field` whose tag, at octet `start`, has just been read. */
  private field(field: Field, form: Form, message: OpenMessage, start: number): void {
    if (form === 'packed') this.packed(field, message, start);
    else if (form === 'map') this.entry(field, message, start);
    else this.single(field, message, start);
  }

  private single(field: Field, message: OpenMessage, start: number): void {
    const { name, closedEnum } = field;
    const list = field.repeated ? listIn(message, name) : undefined;
    const value = field.message
      ? this.submessage(
          field,
          field.message,
          list ? undefined : message.get(name),
          start,
          list ? list.length : field.key,
        )
      : this.scalar(field, start, list ? list.length : field.key);
    if (closedEnum && !closedEnum.has(value as number)) {
      addUnknown(message, this.reader.bytes.slice(start, this.reader.at));
    } else if (list) {
      list.push(value);
    } else {
      for (const rival of field.rivals) message.delete(rival);
      message.set(name, value);
    }
  }

  private scalar(field: Field, start: number, key: string | number | undefined): ProtobufValue {
    const { reader } = this;
    const valueAt = reader.at;
    let contentAt = valueAt;
    let value: ProtobufValue;
    if (field.scalar === 'string' || field.scalar === 'bytes') {
      const length = readLength(reader);
      contentAt = reader.at;
      value = field.scalar === 'string' ? readText(reader, length, field.strictText) : reader.take(length).slice();
    } else {
      value = readNumber(reader, field.scalar!);
    }
    const { annotations, at } = reader;
    if (annotations) {
      if (field.isOneField) {
        annotations.enclosed(field.kind, start, valueAt, at, at, key);
      } else {
        annotations.nested(field.kind, start, field.contentKind, valueAt, contentAt, at, key);
      }
    }
    return value;
  }

  private packed(field: Field, message: OpenMessage, start: number): void {
    const { reader } = this;
    const { annotations, limit } = reader;
    const list = listIn(message, field.name);
    const lengthAt = reader.at;
    reader.limit = readLength(reader) + reader.at;
    this.begin(field, start, lengthAt, field.key);
    annotations?.begin(PACKED, lengthAt);
    reader.content();
    while (reader.at < reader.limit) {
      const { at } = reader;
      const value = readNumber(reader, field.scalar!);
      annotations?.leaf(field.contentKind, at, reader.at, list.length);
      if (field.closedEnum && !field.closedEnum.has(value as number))
        addUnknown(message, enumRecord(field.number, value));
      else list.push(value);
    }
    reader.limit = limit;
    reader.end();
    reader.end();
  }

  private entry(field: Field, message: OpenMessage, start: number): void {
    const { reader } = this;
    const entry: OpenMessage = new Map();
    this.counted(field, field.message!, entry, start, undefined);
    const [keyField, valueField] = field.message!.fields;
    const key = entry.get('key') ?? zeroOf(keyField.scalar!);
    reader.annotations?.setKey(String(key));
    reader.end();
    // An entry whose value is not among the numbers of a closed enum is unknown as a whole. Language Guide (proto2), "Maps".
    if (valueField.closedEnum && entry.has(UNKNOWN_FIELDS) && !entry.has('value')) {
      addUnknown(message, reader.bytes.slice(start, reader.at));
      return;
    }
    const value = entry.get('value') ?? (valueField.scalar ? zeroOf(valueField.scalar) : new Map());
    mapIn(message, field.name).set(key as MapKey, value);
  }

  /** Reads a message or a group. One that came before under the same field is carried on. "Last One Wins". */
  private submessage(
    field: Field,
    type: MessageType,
    earlier: ProtobufValue | undefined,
    start: number,
    key: string | number | undefined,
  ): ProtobufValue {
    const message = (earlier as OpenMessage | undefined) ?? new Map();
    if (field.form === 'group') this.group(field, type, message, start, key);
    else this.counted(field, type, message, start, key);
    this.reader.end();
    return message;
  }

  /** Reads a message behind its length. Leaves the field of its record open. */
  private counted(field: Field, type: MessageType, message: OpenMessage, start: number, key?: string | number): void {
    const { reader } = this;
    const { annotations, limit } = reader;
    const lengthAt = reader.at;
    const end = readLength(reader) + reader.at;
    this.descend(start);
    this.begin(field, start, lengthAt, key);
    annotations?.begin(field.contentKind, lengthAt);
    reader.content();
    reader.limit = end;
    this.fields(type, message, 0);
    reader.limit = limit;
    reader.end();
    this.depth--;
  }

  private group(field: Field, type: MessageType, message: OpenMessage, start: number, key?: string | number): void {
    const { reader } = this;
    const { annotations } = reader;
    this.descend(start);
    this.begin(field, start, reader.at, key);
    reader.begin(field.contentKind);
    annotations?.tail(this.fields(type, message, field.number));
    reader.end();
    this.depth--;
  }

  /** Opens the field of a record with the tag `[start, tagEnd)`. */
  private begin(field: Field, start: number, tagEnd: number, key: string | number | undefined): void {
    const { annotations } = this.reader;
    annotations?.begin(field.kind, start, key);
    annotations?.content(tagEnd);
  }

  private descend(start: number): void {
    if (++this.depth > MAX_DEPTH) throw tooDeep(start);
  }
}

/** How the record of `field` with tag `tag` is formed; undefined when its wire type does not suit the field. */
function formOf(field: Field, tag: number): Form | undefined {
  if (tag === field.tag) return field.form;
  const { scalar, repeated } = field;
  if (!repeated || !scalar || !isPackable(scalar)) return undefined;
  // "Packed Repeated Fields": a reader takes both forms, whichever is declared.
  const wireType = tag & 7;
  return wireType === LEN ? 'packed' : wireType === scalarWireType(scalar) ? 'scalar' : undefined;
}

/** Whether the record is one of several of `field` that annotations put together. */
function standsTogether(field: Field, form: Form | undefined): boolean {
  return form === 'map' || (form !== undefined && form !== 'packed' && field.repeated);
}

/** Text of proto2 need not be UTF-8: U+FFFD stands for what is wrong in it. */
function readText(reader: ByteReader, length: number, strict: boolean): string {
  return strict ? reader.text(length) : lenient.decode(reader.take(length));
}

function listIn(message: OpenMessage, name: string): ProtobufValue[] {
  let list = message.get(name) as ProtobufValue[] | undefined;
  if (!list) {
    list = [];
    message.set(name, list);
  }
  return list;
}

function mapIn(message: OpenMessage, name: string): Map<MapKey, ProtobufValue> {
  let map = message.get(name) as Map<MapKey, ProtobufValue> | undefined;
  if (!map) {
    map = new Map();
    message.set(name, map);
  }
  return map;
}

function addUnknown(message: OpenMessage, record: Uint8Array): void {
  listIn(message, UNKNOWN_FIELDS).push(record);
}
