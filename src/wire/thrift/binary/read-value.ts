// How the binary protocol's values are read. doc/specs/thrift-binary-protocol.md of Apache Thrift.
import type { ByteReader } from '../../bytes/byte-reader';
import type { FieldKindId } from '../../bytes/field-kind';
import { checkSize } from '../limits';
import type { ThriftType } from '../schema';
import { ValueReader } from '../value-reader';
import { ELEMENT_TYPE, FIELD_ID, FIELD_TYPE, KEY_TYPE, MAP_SIZE, SIZE, VALUE_KINDS, VALUE_TYPE } from './kinds';
import { TYPES } from './type-codes';

export class BinaryValueReader extends ValueReader {
  constructor(reader: ByteReader) {
    super(reader, VALUE_KINDS, TYPES);
  }

  protected fieldCode(): number {
    return this.octet(FIELD_TYPE);
  }

  protected fieldHead(): number {
    const { reader } = this;
    reader.begin(FIELD_ID);
    const id = this.int16();
    reader.end();
    return id;
  }

  protected bool(code: number): boolean {
    return code !== 0;
  }

  protected int16(): number {
    return (this.reader.uint16() << 16) >> 16;
  }

  protected int32(): number {
    return this.reader.uint32() | 0;
  }

  protected int64(): bigint {
    return this.reader.int64();
  }

  protected double(): number {
    return this.reader.float64();
  }

  protected length(): number {
    return this.int32();
  }

  protected elementsHead(element: ThriftType | undefined): number {
    const code = this.octet(ELEMENT_TYPE);
    this.readSize(SIZE, 1);
    if (this.size > 0) this.checkElement(element, code, this.reader.at - 5);
    return code;
  }

  protected mapHead(key: ThriftType | undefined, value: ThriftType | undefined): number {
    const keyCode = this.octet(KEY_TYPE);
    const valueCode = this.octet(VALUE_TYPE);
    this.readSize(MAP_SIZE, 2);
    if (this.size > 0) {
      this.checkElement(key, keyCode, this.reader.at - 6);
      this.checkElement(value, valueCode, this.reader.at - 5);
    }
    return (keyCode << 8) | valueCode;
  }

  /** `octets` is what each element takes at least. */
  private readSize(kind: FieldKindId, octets: number): void {
    const { reader } = this;
    const offset = reader.at;
    reader.begin(kind);
    this.size = this.int32();
    reader.end();
    checkSize(reader, this.size, octets, offset);
  }
}
