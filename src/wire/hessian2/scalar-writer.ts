// Writes Hessian 2's numbers, dates, booleans and null, each in its shortest form. Hessian 2.0 §4.2 to §4.5, §4.7, §4.9.
import { ByteWriter } from '../bytes/byte-writer';
import type { FieldKindId } from '../bytes/field-kind';
import {
  DATE_CODE,
  DATE_MINUTES_CODE,
  DOUBLE_CODE,
  DOUBLE_MILL_CODE,
  DOUBLE_OCTET_CODE,
  DOUBLE_ONE,
  DOUBLE_SHORT_CODE,
  DOUBLE_ZERO,
  FALSE_CODE,
  INT_CODE,
  INT_ZEROS,
  LONG_32_CODE,
  LONG_CODE,
  LONG_ZEROS,
  NULL_CODE,
  TRUE_CODE,
} from './bytecodes';
import { BOOLEAN, NULL, noteDate, noteDouble, noteInt, noteLong } from './kinds';

const LEAST_INT = -0x80000000;
const GREATEST_INT = 0x7fffffff;
const MILLISECONDS_PER_MINUTE = 60_000n;

/** `key` says which part of the call's values a field encodes: see Annotations. */
export class ScalarWriter extends ByteWriter {
  null(key?: string | number): void {
    this.annotations?.leaf(NULL, this.used, this.used + 1, key);
    this.uint8(NULL_CODE);
  }

  boolean(value: boolean, key?: string | number): void {
    this.annotations?.leaf(BOOLEAN, this.used, this.used + 1, key);
    this.uint8(value ? TRUE_CODE : FALSE_CODE);
  }

  /** §4.5. @param value a whole number of 32 bits. */
  int(value: number, key?: string | number): void {
    const start = this.used;
    this.putInt(value);
    if (this.annotations) noteInt(this.annotations, start, this.used, key);
  }

  /** §4.7. @param value a whole number of 64 bits. */
  long(value: bigint, key?: string | number): void {
    const start = this.used;
    const number = Number(value);
    if (number < LEAST_INT || number > GREATEST_INT) this.putLong(LONG_CODE, value);
    else if (number >= -8 && number <= 15) this.uint8(LONG_ZEROS[0] + number);
    else this.putNumber(number, LONG_ZEROS, LONG_32_CODE);
    if (this.annotations) noteLong(this.annotations, start, this.used, key);
  }

  /** §4.4. As the peers write it: -0 becomes 0, and a whole count of thousandths takes four octets where that loses nothing. */
  double(value: number, key?: string | number): void {
    const start = this.used;
    if (value === 0) this.uint8(DOUBLE_ZERO);
    else if (value === 1) this.uint8(DOUBLE_ONE);
    else if (value === (value << 24) >> 24) this.putCoded(DOUBLE_OCTET_CODE, value, 1);
    else if (value === (value << 16) >> 16) this.putCoded(DOUBLE_SHORT_CODE, value, 2);
    else this.putMillsOrDouble(value);
    if (this.annotations) noteDouble(this.annotations, start, this.used, value === 0, key);
  }

  /** §4.3. @param milliseconds since 1970 (UTC), 64 bits. */
  date(milliseconds: bigint, key?: string | number): void {
    const start = this.used;
    const minutes =
      milliseconds % MILLISECONDS_PER_MINUTE === 0n ? Number(milliseconds / MILLISECONDS_PER_MINUTE) : NaN;
    if (minutes >= LEAST_INT && minutes <= GREATEST_INT) this.putCoded(DATE_MINUTES_CODE, minutes, 4);
    else this.putLong(DATE_CODE, milliseconds);
    if (this.annotations) noteDate(this.annotations, start, this.used, key);
  }

  /** An int that is a field of another kind: a length, a reference. */
  protected intField(kind: FieldKindId, value: number): void {
    const start = this.used;
    this.putInt(value);
    this.annotations?.leaf(kind, start, this.used);
  }

  protected putInt(value: number): void {
    if (value >= -16 && value <= 47) this.uint8(INT_ZEROS[0] + value);
    else this.putNumber(value, INT_ZEROS, INT_CODE);
  }

  /** Two octets, three, or a code and four. */
  private putNumber(value: number, zeros: readonly number[], code: number): void {
    if (value >= -0x800 && value <= 0x7ff) this.putCoded(zeros[1] + (value >> 8), value, 1);
    else if (value >= -0x40000 && value <= 0x3ffff) this.putCoded(zeros[2] + (value >> 16), value, 2);
    else this.putCoded(code, value, 4);
  }

  /** `code`, and the last `count` octets of `value`. */
  private putCoded(code: number, value: number, count: 1 | 2 | 4): void {
    this.reserve(5);
    const { octets } = this;
    octets[this.used++] = code;
    for (let shift = (count - 1) * 8; shift >= 0; shift -= 8) octets[this.used++] = value >> shift;
  }

  private putLong(code: number, value: bigint): void {
    this.uint8(code);
    this.int64(value);
  }

  /** The products are those of the peers, which cut the thousandths off and see whether they come back. */
  private putMillsOrDouble(value: number): void {
    const mills = Math.trunc(value * 1000);
    if (mills >= LEAST_INT && mills <= GREATEST_INT && mills * 0.001 === value) {
      this.putCoded(DOUBLE_MILL_CODE, mills, 4);
    } else {
      this.uint8(DOUBLE_CODE);
      this.float64(value);
    }
  }
}
