// The punctuation and the scalars of the JSON protocol. TJSONProtocol of Apache Thrift's libraries.
import { problem } from '../../../problem/problem';
import type { FieldKindId } from '../../bytes/field-kind';
import { JsonScanner } from '../../json/json-scanner';
import type { ThriftKind, ThriftValue } from '../schema';
import { octetsFromBase64 } from './base64';

type Key = string | number | undefined;

const QUOTE = 0x22;
const INTEGER_TEXT = /^-?\d{1,20}$/;
const BITS: Partial<Record<ThriftKind, number>> = { i8: 8, i16: 16, i32: 32, i64: 64 };

export class ScalarReader extends JsonScanner {
  /** Begins a field of `kind`, which `bracket` opens. */
  protected open(kind: FieldKindId, bracket: string, key?: Key): void {
    this.whiteSpace();
    this.annotations?.begin(kind, this.at, key);
    this.punctuation(bracket);
    this.annotations?.content(this.at);
    this.whiteSpace();
  }

  /** Ends the field that is open with its closing bracket. */
  protected close(bracket: string): void {
    this.whiteSpace();
    this.annotations?.tail(this.at);
    this.punctuation(bracket);
    this.annotations?.end(this.at);
  }

  /** Passes `sign` and the white space around it. */
  protected pass(sign: string): void {
    this.whiteSpace();
    this.punctuation(sign);
    this.whiteSpace();
  }

  /** Passes a comma. False when something else stands there. */
  protected another(): boolean {
    this.whiteSpace();
    if (!this.isNext(',')) return false;
    this.at++;
    this.whiteSpace();
    return true;
  }

  protected isNext(sign: string): boolean {
    return this.peek() === sign.charCodeAt(0);
  }

  protected override string(kind: FieldKindId, key?: Key): string {
    if (this.peek() !== QUOTE) throw this.unexpected();
    return super.string(kind, key);
  }

  /** An integer in the range of the type. */
  protected int(kind: FieldKindId, type: ThriftKind, key?: Key): number {
    const offset = this.at;
    const value = this.number(kind, key);
    if (!isInteger(value, type)) throw outOfRange(value, type, offset);
    return Number(value);
  }

  protected long(kind: FieldKindId, key?: Key): bigint {
    const offset = this.at;
    const value = this.number(kind, key);
    if (!isInteger(value, 'i64')) throw outOfRange(value, 'i64', offset);
    return BigInt(value);
  }

  /** A double that stands in quotation marks: one of the three that JSON has no number for. */
  protected doubleFromText(kind: FieldKindId, key?: Key): number {
    const offset = this.at;
    const text = this.string(kind, key);
    if (text === 'NaN' || text === 'Infinity' || text === '-Infinity') return Number(text);
    throw outOfRange(text, 'double', offset);
  }

  protected binary(kind: FieldKindId, key?: Key): Uint8Array {
    const offset = this.at;
    return this.octets64(this.string(kind, key), offset);
  }

  /** A scalar that stands as a name: the id of a field, or the key of a pair. */
  protected scalarFromName(kind: FieldKindId, type: ThriftKind): ThriftValue {
    const offset = this.at;
    const text = this.string(kind);
    switch (type) {
      case 'string':
        return text;
      case 'binary':
        return this.octets64(text, offset);
      case 'double': {
        const value = Number(text);
        if (text.trim() === '' || (Number.isNaN(value) && text !== 'NaN')) throw outOfRange(text, type, offset);
        return value;
      }
      case 'bool':
        if (text !== '0' && text !== '1') throw outOfRange(text, type, offset);
        return text === '1';
      case 'struct':
      case 'list':
      case 'set':
      case 'map':
        throw problem('thrift.no-json-name', { type }, { offset });
      default: {
        const value = INTEGER_TEXT.test(text) ? BigInt(text) : 0.5;
        if (!isInteger(value, type)) throw outOfRange(text, type, offset);
        return type === 'i64' ? BigInt(value) : Number(value);
      }
    }
  }

  private octets64(text: string, offset: number): Uint8Array {
    const octets = octetsFromBase64(text);
    if (!octets) throw problem('thrift.bad-base64', { offset }, { offset });
    return octets;
  }

  private punctuation(sign: string): void {
    if (!this.isNext(sign)) throw this.unexpected();
    this.at++;
  }
}

function isInteger(value: number | bigint, type: ThriftKind): boolean {
  if (typeof value === 'number' && !Number.isInteger(value)) return false;
  const whole = BigInt(value);
  return BigInt.asIntN(BITS[type] ?? 0, whole) === whole;
}

function outOfRange(value: number | bigint | string, type: ThriftKind, offset: number) {
  return problem('thrift.out-of-range', { value: String(value), type, offset }, { offset });
}
