// Reads values out of octets, with or without knowing what they are: what the binary and the compact protocol have in common.
//
// As generated code does, a field that the struct does not have, or has with another type, is passed over. The elements of a list must
// be what the interface says. Simplified: generated code reads them as the interface's type whatever the list says.
import type { ByteReader } from '../bytes/byte-reader';
import type { FieldKindId } from '../bytes/field-kind';
import { utf8Fault } from '../bytes/utf8-fault';
import { checkDepth, checkSize } from './limits';
import { pairKey } from './pair-key';
import { checkRequired } from './requiredness';
import {
  keyOf,
  placeOfField,
  type ThriftFields,
  type ThriftKind,
  type ThriftStruct,
  type ThriftType,
  type ThriftValue,
} from './schema';
import { unexpectedElement, unknownType } from './type-fault';
import { STOP_CODE, type ValueKinds } from './value-kinds';

type Key = string | number | undefined;

export abstract class ValueReader {
  /** `types` are the types that codes stand for: a text and a binary have the same, which stands for 'string'. */
  constructor(
    protected readonly reader: ByteReader,
    private readonly kinds: ValueKinds,
    private readonly types: readonly (ThriftKind | undefined)[],
  ) {}

  /** Reads a struct. Undefined means that nobody knows its fields. Throws problems of `thrift.*` and `bytes.*` with the offset. */
  struct(struct: ThriftStruct | undefined, depth = 1, key?: Key): ThriftFields {
    const { reader, kinds } = this;
    checkDepth(depth, reader.at);
    const fields = new Map<string, ThriftValue>();
    reader.begin(kinds.struct, key);
    let place = -1;
    let id = 0;
    while (reader.bytes[reader.at] !== STOP_CODE || reader.remaining === 0) {
      reader.begin(kinds.field);
      const code = this.fieldCode();
      id = this.fieldHead(id);
      place = struct ? placeOfField(struct, id, place + 1) : -1;
      const field = struct?.fields[place];
      const known = field && this.isCodeOf(code, field.type.kind) ? field : undefined;
      reader.annotations?.setKey(known ? keyOf(known) : String(id));
      const value = this.fieldValue(code, known?.type, depth);
      if (known) fields.set(known.name, value);
      else if (!struct) fields.set(String(id), value);
      reader.end();
    }
    this.octet(kinds.stop);
    reader.end();
    if (struct) checkRequired(struct, fields, reader.at - 1);
    return fields;
  }

  /** A text as UTF-8, behind its length in octets. */
  text(kind: FieldKindId, key?: Key): string {
    const { reader } = this;
    reader.begin(kind, key);
    const length = this.checkedLength();
    reader.content();
    const text = reader.text(length);
    reader.end();
    return text;
  }

  /** The type of the field that comes; nothing is passed. */
  protected abstract fieldCode(): number;
  /** Passes what stands before a field's value. Returns the field's id. */
  protected abstract fieldHead(lastId: number): number;
  protected abstract bool(code: number): boolean;
  protected abstract int16(): number;
  protected abstract int32(): number;
  protected abstract int64(): bigint;
  protected abstract double(): number;
  /** The length of a text or a binary. */
  protected abstract length(): number;
  /** Passes what stands before the elements of a list or set, and checks it. Returns their type, and their number in {@link size}. */
  protected abstract elementsHead(element: ThriftType | undefined): number;
  /** As {@link elementsHead}; returns both types, the key's in the upper of two octets. */
  protected abstract mapHead(key: ThriftType | undefined, value: ThriftType | undefined): number;

  /** How many elements or pairs follow the head that was read last. */
  protected size = 0;

  protected fieldValue(code: number, type: ThriftType | undefined, depth: number): ThriftValue {
    return this.value(code, type, depth);
  }

  protected octet(kind: FieldKindId, key?: Key): number {
    const { reader } = this;
    reader.begin(kind, key);
    const value = reader.uint8();
    reader.end();
    return value;
  }

  protected checkElement(expected: ThriftType | undefined, code: number, offset: number): void {
    if (expected && !this.isCodeOf(code, expected.kind)) throw unexpectedElement(expected.kind, code, offset);
  }

  private isCodeOf(code: number, kind: ThriftKind): boolean {
    const type = this.types[code];
    return type === kind || (type === 'string' && kind === 'binary');
  }

  private value(code: number, type: ThriftType | undefined, depth: number, key?: Key): ThriftValue {
    const { reader, kinds } = this;
    switch (this.types[code]) {
      case 'string':
        return type?.kind === 'string' ? this.text(kinds.string, key) : this.counted(type, key);
      case 'i32': {
        reader.begin(kinds.i32, key);
        const value = this.int32();
        reader.end();
        return value;
      }
      case 'double': {
        reader.begin(kinds.double, key);
        const value = this.double();
        reader.end();
        return value;
      }
      case 'struct':
        return this.struct(type?.kind === 'struct' ? type : undefined, depth + 1, key);
      case 'bool':
        return this.bool(this.octet(kinds.bool, key));
      case 'i8':
        return (this.octet(kinds.i8, key) << 24) >> 24;
      case 'i16': {
        reader.begin(kinds.i16, key);
        const value = this.int16();
        reader.end();
        return value;
      }
      case 'i64': {
        reader.begin(kinds.i64, key);
        const value = this.int64();
        reader.end();
        return value;
      }
      case 'list':
        return this.elements(kinds.list, type, depth + 1, key);
      case 'set':
        return this.elements(kinds.set, type, depth + 1, key);
      case 'map':
        return this.map(type, depth + 1, key);
      default:
        throw unknownType(code, reader.at);
    }
  }

  /** Octets. Where nobody knows whether they are text, they are if they can be. */
  private counted(type: ThriftType | undefined, key: Key): ThriftValue {
    const { reader, kinds } = this;
    const row = reader.annotations?.count ?? 0;
    reader.begin(kinds.binary, key);
    const length = this.checkedLength();
    reader.content();
    const octets = reader.take(length);
    reader.end();
    if (type || utf8Fault(octets) < length) return octets;
    reader.annotations?.relabel(row, kinds.string, key);
    reader.at -= length;
    return reader.text(length);
  }

  private checkedLength(): number {
    const offset = this.reader.at;
    const length = this.length();
    checkSize(this.reader, length, 1, offset);
    return length;
  }

  private elements(kind: FieldKindId, type: ThriftType | undefined, depth: number, key: Key): ThriftValue[] {
    const { reader } = this;
    checkDepth(depth, reader.at);
    const element = type && 'element' in type ? type.element : undefined;
    const elements: ThriftValue[] = [];
    reader.begin(kind, key);
    const code = this.elementsHead(element);
    const { size } = this;
    for (let i = 0; i < size; i++) elements.push(this.value(code, element, depth, i));
    reader.end();
    return elements;
  }

  private map(type: ThriftType | undefined, depth: number, key: Key): ThriftValue {
    const { reader, kinds } = this;
    checkDepth(depth, reader.at);
    const map = type?.kind === 'map' ? type : undefined;
    const pairs = new Map<ThriftValue, ThriftValue>();
    reader.begin(kinds.map, key);
    const codes = this.mapHead(map?.key, map?.value);
    const { size } = this;
    for (let i = 0; i < size; i++) {
      reader.begin(kinds.pair);
      reader.begin(kinds.key);
      const name = this.value(codes >> 8, map?.key, depth);
      reader.end();
      reader.annotations?.setKey(pairKey(name, i));
      pairs.set(name, this.value(codes & 0xff, map?.value, depth));
      reader.end();
    }
    reader.end();
    return pairs;
  }
}
