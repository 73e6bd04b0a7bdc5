// How the compact protocol writes values: integers as varints, ids as differences. doc/specs/thrift-compact-protocol.md of Apache Thrift.
import type { ByteWriter } from '../../bytes/byte-writer';
import type { FieldKindId } from '../../bytes/field-kind';
import { utf8Length } from '../../bytes/utf8-length';
import { writeVarint32, writeZigzag32, writeZigzag64 } from '../../varint/varint';
import type { ThriftField, ThriftType, ThriftValue } from '../schema';
import { ValueWriter } from '../value-writer';
import {
  BOOL_FIELD_HEADER,
  FIELD_HEADER,
  FIELD_ID,
  MAP_SIZE,
  MAP_TYPES,
  SIZE,
  SIZE_AND_TYPE,
  VALUE_KINDS,
} from './kinds';
import { FALSE_CODE, TRUE_CODE, typeCode } from './type-codes';

/** The largest difference of ids that a header holds. */
const LONGEST_DELTA = 15;
/** From this size on, a list's size follows its header. */
export const LONG_SIZE = 15;

export class CompactValueWriter extends ValueWriter {
  constructor(writer: ByteWriter) {
    super(writer, VALUE_KINDS);
  }

  text(kind: FieldKindId, text: string, key?: string | number): void {
    const { writer } = this;
    writer.begin(kind, key);
    writeVarint32(writer, utf8Length(text));
    writer.content();
    writer.text(text);
    writer.end();
  }

  protected field({ id, type }: ThriftField, lastId: number, value: ThriftValue): void {
    if (type.kind === 'bool') this.fieldHeader(BOOL_FIELD_HEADER, id, lastId, this.boolCode(value as boolean));
    else {
      this.fieldHeader(FIELD_HEADER, id, lastId, typeCode(type.kind));
      this.value(type, value);
    }
  }

  protected boolCode(value: boolean): number {
    return value ? TRUE_CODE : FALSE_CODE;
  }

  protected int16(value: number): void {
    writeZigzag32(this.writer, value);
  }

  protected int32(value: number): void {
    writeZigzag32(this.writer, value);
  }

  protected int64(value: bigint): void {
    writeZigzag64(this.writer, value);
  }

  protected double(value: number): void {
    this.writer.float64(value, true);
  }

  protected length(octets: number): void {
    writeVarint32(this.writer, octets);
  }

  protected elementsHead({ kind }: ThriftType, size: number): void {
    this.octet(SIZE_AND_TYPE, (Math.min(size, LONG_SIZE) << 4) | typeCode(kind));
    if (size >= LONG_SIZE) this.sizeOf(SIZE, size);
  }

  /** An empty map does not say its types. */
  protected mapHead({ key, value }: Extract<ThriftType, { readonly kind: 'map' }>, size: number): void {
    this.sizeOf(MAP_SIZE, size);
    if (size > 0) this.octet(MAP_TYPES, (typeCode(key.kind) << 4) | typeCode(value.kind));
  }

  private fieldHeader(kind: FieldKindId, id: number, lastId: number, code: number): void {
    const delta = id - lastId;
    if (delta > 0 && delta <= LONGEST_DELTA) {
      this.octet(kind, (delta << 4) | code);
      return;
    }
    this.octet(kind, code);
    this.writer.begin(FIELD_ID);
    writeZigzag32(this.writer, id);
    this.writer.end();
  }

  private sizeOf(kind: FieldKindId, size: number): void {
    this.writer.begin(kind);
    writeVarint32(this.writer, size);
    this.writer.end();
  }
}
