// How the binary protocol writes values: every number big-endian and in its full width. doc/specs/thrift-binary-protocol.md of Apache
// Thrift, "Base types", "Struct", "List and Set", "Map".
import type { ByteWriter } from '../../bytes/byte-writer';
import type { FieldKindId } from '../../bytes/field-kind';
import type { ThriftField, ThriftType, ThriftValue } from '../schema';
import { ValueWriter } from '../value-writer';
import { ELEMENT_TYPE, FIELD_ID, FIELD_TYPE, KEY_TYPE, MAP_SIZE, SIZE, VALUE_KINDS, VALUE_TYPE } from './kinds';
import { typeCode } from './type-codes';

export class BinaryValueWriter extends ValueWriter {
  constructor(writer: ByteWriter) {
    super(writer, VALUE_KINDS);
  }

  text(kind: FieldKindId, text: string, key?: string | number): void {
    const { writer } = this;
    const at = writer.length;
    writer.begin(kind, key);
    writer.uint32(0);
    writer.content();
    writer.text(text);
    writer.end();
    writer.patchUint32(at, writer.length - at - 4);
  }

  protected field({ id, type }: ThriftField, _: number, value: ThriftValue): void {
    const { writer } = this;
    this.octet(FIELD_TYPE, typeCode(type.kind));
    writer.begin(FIELD_ID);
    writer.uint16(id);
    writer.end();
    this.value(type, value);
  }

  protected boolCode(value: boolean): number {
    return value ? 1 : 0;
  }

  protected int16(value: number): void {
    this.writer.uint16(value);
  }

  protected int32(value: number): void {
    this.writer.uint32(value);
  }

  protected int64(value: bigint): void {
    this.writer.int64(value);
  }

  protected double(value: number): void {
    this.writer.float64(value);
  }

  protected length(octets: number): void {
    this.writer.uint32(octets);
  }

  protected elementsHead({ kind }: ThriftType, size: number): void {
    this.octet(ELEMENT_TYPE, typeCode(kind));
    this.sizeOf(SIZE, size);
  }

  protected mapHead({ key, value }: Extract<ThriftType, { readonly kind: 'map' }>, size: number): void {
    this.octet(KEY_TYPE, typeCode(key.kind));
    this.octet(VALUE_TYPE, typeCode(value.kind));
    this.sizeOf(MAP_SIZE, size);
  }

  private sizeOf(kind: FieldKindId, size: number): void {
    this.writer.begin(kind);
    this.writer.uint32(size);
    this.writer.end();
  }
}
