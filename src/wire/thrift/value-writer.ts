// Writes values as octets: what the binary and the compact protocol have in common. Their encodings of fields, numbers and sizes differ.
import type { ByteWriter } from '../bytes/byte-writer';
import type { FieldKindId } from '../bytes/field-kind';
import { pairKey } from './pair-key';
import { isWritten } from './requiredness';
import {
  keyOf,
  type ThriftField,
  type ThriftFields,
  type ThriftStruct,
  type ThriftType,
  type ThriftValue,
} from './schema';
import { STOP_CODE, type ValueKinds } from './value-kinds';

type Key = string | number | undefined;
type MapType = Extract<ThriftType, { readonly kind: 'map' }>;

export abstract class ValueWriter {
  constructor(
    protected readonly writer: ByteWriter,
    private readonly kinds: ValueKinds,
  ) {}

  /** Writes the fields that are set, in the order of `struct`, and the stop field. Throws `thrift.field-not-set`. */
  struct(struct: ThriftStruct, fields: ThriftFields, key?: Key): void {
    const { writer, kinds } = this;
    writer.begin(kinds.struct, key);
    let lastId = 0;
    for (const field of struct.fields) {
      const value = fields.get(field.name);
      if (!isWritten(struct, field, value)) continue;
      writer.begin(kinds.field, keyOf(field));
      this.field(field, lastId, value);
      writer.end();
      lastId = field.id;
    }
    this.octet(kinds.stop, STOP_CODE);
    writer.end();
  }

  /** A text as UTF-8, behind its length in octets. */
  abstract text(kind: FieldKindId, text: string, key?: Key): void;

  /** What stands before a field's value, and the value, unless it has been said already. */
  protected abstract field(field: ThriftField, lastId: number, value: ThriftValue): void;
  /** The code of a bool that is no field of its own. */
  protected abstract boolCode(value: boolean): number;
  protected abstract int16(value: number): void;
  protected abstract int32(value: number): void;
  protected abstract int64(value: bigint): void;
  protected abstract double(value: number): void;
  /** The length of a binary. */
  protected abstract length(octets: number): void;
  /** What stands before the elements of a list or set. */
  protected abstract elementsHead(element: ThriftType, size: number): void;
  protected abstract mapHead(type: MapType, size: number): void;

  protected value(type: ThriftType, value: ThriftValue, key?: Key): void {
    const { writer, kinds } = this;
    switch (type.kind) {
      case 'struct':
        this.struct(type, value as ThriftFields, key);
        break;
      case 'list':
        this.elements(kinds.list, type.element, value as readonly ThriftValue[], key);
        break;
      case 'set':
        this.elements(kinds.set, type.element, value as readonly ThriftValue[], key);
        break;
      case 'map':
        this.map(type, value as ReadonlyMap<ThriftValue, ThriftValue>, key);
        break;
      case 'string':
        this.text(kinds.string, value as string, key);
        break;
      case 'binary':
        this.binary(value as Uint8Array, key);
        break;
      case 'bool':
        this.octet(kinds.bool, this.boolCode(value as boolean), key);
        break;
      case 'i8':
        this.octet(kinds.i8, value as number, key);
        break;
      case 'i16':
        writer.begin(kinds.i16, key);
        this.int16(value as number);
        writer.end();
        break;
      case 'i32':
        writer.begin(kinds.i32, key);
        this.int32(value as number);
        writer.end();
        break;
      case 'i64':
        writer.begin(kinds.i64, key);
        this.int64(value as bigint);
        writer.end();
        break;
      case 'double':
        writer.begin(kinds.double, key);
        this.double(value as number);
        writer.end();
        break;
    }
  }

  protected octet(kind: FieldKindId, value: number, key?: Key): void {
    this.writer.begin(kind, key);
    this.writer.uint8(value);
    this.writer.end();
  }

  private binary(octets: Uint8Array, key: Key): void {
    const { writer } = this;
    writer.begin(this.kinds.binary, key);
    this.length(octets.length);
    writer.content();
    writer.bytes(octets);
    writer.end();
  }

  private elements(kind: FieldKindId, type: ThriftType, elements: readonly ThriftValue[], key: Key): void {
    this.writer.begin(kind, key);
    this.elementsHead(type, elements.length);
    for (let i = 0; i < elements.length; i++) this.value(type, elements[i], i);
    this.writer.end();
  }

  private map(type: MapType, pairs: ReadonlyMap<ThriftValue, ThriftValue>, key: Key): void {
    const { writer, kinds } = this;
    writer.begin(kinds.map, key);
    this.mapHead(type, pairs.size);
    let index = 0;
    for (const [name, value] of pairs) {
      writer.begin(kinds.pair, pairKey(name, index++));
      writer.begin(kinds.key);
      this.value(type.key, name);
      writer.end();
      this.value(type.value, value);
      writer.end();
    }
    writer.end();
  }
}
