// How the compact protocol's values are read. doc/specs/thrift-compact-protocol.md of Apache Thrift.
import type { ByteReader } from '../../bytes/byte-reader';
import type { FieldKindId } from '../../bytes/field-kind';
import { readVarint32, readZigzag32, readZigzag64 } from '../../varint/varint';
import { checkSize } from '../limits';
import type { ThriftType, ThriftValue } from '../schema';
import { ValueReader } from '../value-reader';
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
import { FALSE_CODE, TRUE_CODE, TYPES } from './type-codes';
import { LONG_SIZE } from './write-value';

export class CompactValueReader extends ValueReader {
  constructor(reader: ByteReader) {
    super(reader, VALUE_KINDS, TYPES);
  }

  protected fieldCode(): number {
    return this.reader.bytes[this.reader.at] & 0x0f;
  }

  /** The last id and a difference, or, when that is 0, the id itself. */
  protected fieldHead(lastId: number): number {
    const { reader } = this;
    const delta = this.octet(isBool(this.fieldCode()) ? BOOL_FIELD_HEADER : FIELD_HEADER) >> 4;
    if (delta > 0) return lastId + delta;
    reader.begin(FIELD_ID);
    const id = this.int16();
    reader.end();
    return id;
  }

  /** A bool's header is its value, too. */
  protected override fieldValue(code: number, type: ThriftType | undefined, depth: number): ThriftValue {
    return isBool(code) ? this.bool(code) : super.fieldValue(code, type, depth);
  }

  protected bool(code: number): boolean {
    return code === TRUE_CODE;
  }

  protected int16(): number {
    return (readZigzag32(this.reader) << 16) >> 16;
  }

  protected int32(): number {
    return readZigzag32(this.reader);
  }

  protected int64(): bigint {
    return readZigzag64(this.reader);
  }

  protected double(): number {
    return this.reader.float64(true);
  }

  protected length(): number {
    return readVarint32(this.reader) | 0;
  }

  protected elementsHead(element: ThriftType | undefined): number {
    const { reader } = this;
    const offset = reader.at;
    const sizeAndType = this.octet(SIZE_AND_TYPE);
    const code = sizeAndType & 0x0f;
    this.size = sizeAndType >> 4;
    if (this.size === LONG_SIZE) this.readSize(SIZE, 1);
    else checkSize(reader, this.size, 1, offset);
    if (this.size > 0) this.checkElement(element, code, offset);
    return code;
  }

  /** An empty map does not say its types. */
  protected mapHead(key: ThriftType | undefined, value: ThriftType | undefined): number {
    this.readSize(MAP_SIZE, 2);
    if (this.size === 0) return 0;
    const types = this.octet(MAP_TYPES);
    const [keyCode, valueCode] = [types >> 4, types & 0x0f];
    this.checkElement(key, keyCode, this.reader.at - 1);
    this.checkElement(value, valueCode, this.reader.at - 1);
    return (keyCode << 8) | valueCode;
  }

  /** `octets` is what each element takes at least. */
  private readSize(kind: FieldKindId, octets: number): void {
    const { reader } = this;
    reader.begin(kind);
    const offset = reader.at;
    this.size = readVarint32(reader) | 0;
    reader.end();
    checkSize(reader, this.size, octets, offset);
  }
}

function isBool(code: number): boolean {
  return code === TRUE_CODE || code === FALSE_CODE;
}
