// Reads octets in order and, if asked, notes which field each belongs to: the mirror of ByteWriter.
import { problem } from '../../problem/problem';
import { Annotations } from './annotations';
import type { FieldKindId } from './field-kind';
import { SHORT_TEXT, shortAscii } from './short-ascii';
import { utf8Fault } from './utf8-fault';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Where numbers of eight octets are put together. */
const eightOctets = new DataView(new ArrayBuffer(8));

/** Reads `bytes` from `at` on. Every method that needs more octets than there are throws `bytes.unexpected-end` with the offset. */
export class ByteReader {
  readonly annotations: Annotations | undefined;

  constructor(
    readonly bytes: Uint8Array,
    annotate = true,
    public at = 0,
    public limit = bytes.length,
  ) {
    this.annotations = annotate ? new Annotations() : undefined;
  }

  get remaining(): number {
    return this.limit - this.at;
  }

  begin(kind: FieldKindId, key?: string | number): void {
    this.annotations?.begin(kind, this.at, key);
  }

  content(): void {
    this.annotations?.content(this.at);
  }

  tail(): void {
    this.annotations?.tail(this.at);
  }

  end(): void {
    this.annotations?.end(this.at);
  }

  uint8(): number {
    this.require(1);
    return this.bytes[this.at++];
  }

  uint16(): number {
    this.require(2);
    return (this.bytes[this.at++] << 8) | this.bytes[this.at++];
  }

  uint32(): number {
    return this.uint16() * 0x10000 + this.uint16();
  }

  /** A 64-bit integer in two's complement. */
  int64(littleEndian = false): bigint {
    this.eightOctets();
    return eightOctets.getBigInt64(0, littleEndian);
  }

  /** An IEEE 754 double. */
  float64(littleEndian = false): number {
    this.eightOctets();
    return eightOctets.getFloat64(0, littleEndian);
  }

  /** The next `count` octets, as a view. */
  take(count: number): Uint8Array {
    this.require(count);
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  /** The next `count` octets as UTF-8. Throws `bytes.bad-utf8` with the offset of the first octet that is not. */
  text(count: number): string {
    this.require(count);
    const { bytes, at } = this;
    this.at += count;
    const short = count <= SHORT_TEXT ? shortAscii(bytes, at, count) : undefined;
    return short ?? decoded(bytes.subarray(at, this.at), at);
  }

  /** Runs `read` with the next `count` octets as all that there is. */
  limited<T>(count: number, read: () => T): T {
    this.require(count);
    const { limit } = this;
    this.limit = this.at + count;
    try {
      return read();
    } finally {
      this.limit = limit;
    }
  }

  private eightOctets(): void {
    this.require(8);
    eightOctets.setUint32(0, this.uint32());
    eightOctets.setUint32(4, this.uint32());
  }

  private require(count: number): void {
    if (count > this.remaining)
      throw problem(
        'bytes.unexpected-end',
        { available: this.limit, wanted: count - this.remaining },
        { offset: this.at },
      );
  }
}

function decoded(octets: Uint8Array, at: number): string {
  try {
    return utf8.decode(octets);
  } catch {
    const offset = at + utf8Fault(octets);
    throw problem('bytes.bad-utf8', { offset }, { offset });
  }
}
