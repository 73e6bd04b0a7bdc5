// Reads Hessian 2's numbers and dates from their octets. Hessian 2.0 §4.3 to §4.5, §4.7.
import { type ProblemCode, type ProblemError, type ProblemParams, problem } from '../../problem/problem';
import type { Annotations } from '../bytes/annotations';
import type { ByteReader } from '../bytes/byte-reader';
import type { FieldKindId } from '../bytes/field-kind';
import {
  DATE_MINUTES_CODE,
  DOUBLE_CODE,
  DOUBLE_OCTET_CODE,
  DOUBLE_ONE,
  DOUBLE_SHORT_CODE,
  DOUBLE_ZERO,
  FORMS,
  type Form,
  INT_CODE,
  INT_ZEROS,
  LONG_32_CODE,
  LONG_CODE,
  LONG_ZEROS,
} from './bytecodes';

const MILLISECONDS_PER_MINUTE = 60_000n;

/** What is missing where another form stands than must. */
const MISSING: Partial<Record<Form, ProblemCode>> = {
  int: 'hessian2.not-an-int',
  string: 'hessian2.not-a-string',
  binary: 'hessian2.not-binary',
};

/** Reads at `at`, which it moves on. When it throws, `at` is where the field begins that cannot be read. */
export class ScalarScanner {
  at: number;
  protected readonly octets: Uint8Array;
  protected readonly limit: number;
  protected readonly annotations: Annotations | undefined;
  protected readonly view: DataView;
  /** Where the field at hand begins. */
  private start: number;

  constructor(reader: ByteReader) {
    this.at = reader.at;
    this.start = reader.at;
    this.limit = reader.limit;
    this.octets = reader.bytes;
    this.annotations = reader.annotations;
    this.view = new DataView(this.octets.buffer, this.octets.byteOffset, this.limit);
  }

  /** The octet at hand, with which a field begins. */
  protected code(): number {
    this.start = this.at;
    this.require(1);
    return this.octets[this.at];
  }

  /** §4.5. The octets are not noted yet. */
  protected scanInt(): number {
    const code = this.code();
    if (FORMS[code] !== 'int') throw this.missing('int');
    this.at++;
    if (code === INT_CODE) return this.signed32();
    if (code < 0xc0) return code - INT_ZEROS[0];
    return code < 0xd0 ? this.compact(code - INT_ZEROS[1], 1) : this.compact(code - INT_ZEROS[2], 2);
  }

  /** §4.7. */
  protected scanLong(): bigint {
    const code = this.code();
    this.at++;
    if (code === LONG_CODE) return this.signed64();
    if (code === LONG_32_CODE) return BigInt(this.signed32());
    if (code < 0x40) return BigInt(this.compact(code - LONG_ZEROS[2], 2));
    return BigInt(code < 0xf0 ? code - LONG_ZEROS[0] : this.compact(code - LONG_ZEROS[1], 1));
  }

  /** §4.4. */
  protected scanDouble(): number {
    const code = this.code();
    this.at++;
    switch (code) {
      case DOUBLE_ZERO:
        return 0;
      case DOUBLE_ONE:
        return 1;
      case DOUBLE_OCTET_CODE:
        return this.view.getInt8(this.passed(1));
      case DOUBLE_SHORT_CODE:
        return this.view.getInt16(this.passed(2));
      case DOUBLE_CODE:
        return this.view.getFloat64(this.passed(8));
      default:
        return this.signed32() * 0.001;
    }
  }

  /** §4.3: milliseconds since 1970 (UTC). */
  protected scanDate(): bigint {
    const code = this.code();
    this.at++;
    return code === DATE_MINUTES_CODE ? BigInt(this.signed32()) * MILLISECONDS_PER_MINUTE : this.signed64();
  }

  /** An int that is a field of another kind. */
  protected intField(kind: FieldKindId): number {
    const { at } = this;
    const value = this.scanInt();
    this.annotations?.leaf(kind, at, this.at);
    return value;
  }

  /** A count of things that take at least one octet each. */
  protected count(kind: FieldKindId): number {
    const value = this.scanInt();
    if (value < 0 || value > this.limit - this.at) throw this.badSize(value);
    this.annotations?.leaf(kind, this.start, this.at);
    return value;
  }

  /** What is wrong with the field that began last, whose octets are noted already if they are passed. */
  protected fault(code: ProblemCode, params: ProblemParams): ProblemError {
    return problem(code, { ...params, offset: this.start }, { offset: this.start });
  }

  /** The field at hand cannot be read because of the octet at `offset`: it stays unread. */
  protected refusal(code: ProblemCode, params: ProblemParams, offset = this.start): ProblemError {
    this.at = this.start;
    return problem(code, { ...params, offset }, { offset });
  }

  /** What is wrong with the octet at hand, where a value must begin. */
  protected unexpected(): ProblemError {
    return this.fault('hessian2.unknown-code', { code: hexOctet(this.octets[this.start]) });
  }

  protected missing(form: Form): ProblemError {
    return this.fault(MISSING[form] ?? 'hessian2.unknown-code', { code: hexOctet(this.octets[this.start]) });
  }

  protected badSize(size: number): ProblemError {
    return this.refusal('hessian2.bad-size', { size, available: this.limit - this.at });
  }

  private compact(high: number, count: 1 | 2): number {
    const at = this.passed(count);
    return high * 256 ** count + (count === 1 ? this.octets[at] : this.view.getUint16(at));
  }

  private signed32(): number {
    return this.view.getInt32(this.passed(4));
  }

  private signed64(): bigint {
    return this.view.getBigInt64(this.passed(8));
  }

  /** Passes `count` octets; returns where they begin. */
  protected passed(count: number): number {
    this.require(count);
    this.at += count;
    return this.at - count;
  }

  private require(count: number): void {
    if (this.at + count > this.limit) throw this.ended(this.at + count - this.limit);
  }

  protected ended(wanted: number): ProblemError {
    return this.refusal('bytes.unexpected-end', { available: this.limit, wanted }, this.limit);
  }
}

/** An octet as a sentence shows it. */
export function hexOctet(octet: number): string {
  return `0x${octet.toString(16).padStart(2, '0')}`;
}
