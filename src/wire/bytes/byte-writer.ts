// A growable run of octets that remembers, if asked, which field each octet belongs to.
import { Annotations } from './annotations';
import type { FieldKindId } from './field-kind';
import { Slab } from './slab';

/** For what is not ASCII. Otherwise a loop over character codes is quicker, at any length: browsers copy the whole text first. */
const encoder = new TextEncoder();
/** Where numbers of eight octets are taken apart. */
const eightOctets = new Uint8Array(8);
const eightOctetsView = new DataView(eightOctets.buffer);
/** Octets left free before the first, for what an outer format puts before a long message: HTTP's head, a frame's length. */
const HEADROOM = 512;
/**
 * Memory for a message that turns out short. Fresh memory takes a browser longer than the writing of one (measured: ten times), so this is
 * used again and again: {@link ByteWriter.finish} takes out of it what has been written.
 */
const SHORT = 8192;
const drafts: Uint8Array[] = [];
const shortMessages = new Slab();
const NOTHING = new Uint8Array();
/** From this length on a message that is appended stays where it is. */
const LONG = 64 * 1024;
/** Octets of the last long message. The next one, which an edit of a letter has made of it, is likely to be about as long. */
let lastLong = 0;

/**
 * Writes octets and, when `annotate` is true, the fields that they belong to. Fields nest:
 *
 *     writer.begin(INT);  writer.ascii('<int>');  writer.content();
 *     writer.ascii('2');  writer.tail();  writer.ascii('</int>');  writer.end();
 */
export class ByteWriter {
  readonly annotations: Annotations | undefined;
  protected octets: Uint8Array;
  protected used = 0;
  /** Octets of memory that are free before the first. */
  private headroom = 0;
  /** The memory at hand when it is one of the {@link drafts}. */
  private draft: Uint8Array | undefined;

  /** @param memory where to write as long as it suffices, or how many octets of it to begin with. */
  constructor(annotate = true, memory: Uint8Array | number = SHORT) {
    this.annotations = annotate ? new Annotations() : undefined;
    if (typeof memory !== 'number') {
      this.octets = memory;
    } else if (memory > SHORT) {
      this.octets = this.allocate(memory);
    } else {
      this.draft = drafts.pop() ?? new Uint8Array(SHORT);
      this.octets = this.draft;
    }
  }

  /** Octets written so far. */
  get length(): number {
    return this.used;
  }

  begin(kind: FieldKindId, key?: string | number): void {
    this.annotations?.begin(kind, this.used, key);
  }

  content(): void {
    this.annotations?.content(this.used);
  }

  tail(): void {
    this.annotations?.tail(this.used);
  }

  end(): void {
    this.annotations?.end(this.used);
  }

  uint8(value: number): void {
    this.reserve(1);
    this.octets[this.used++] = value;
  }

  /** Big-endian, network order. */
  uint16(value: number): void {
    this.reserve(2);
    this.octets[this.used++] = value >>> 8;
    this.octets[this.used++] = value;
  }

  /** Big-endian, network order. */
  uint32(value: number): void {
    this.reserve(4);
    this.octets[this.used++] = value >>> 24;
    this.octets[this.used++] = value >>> 16;
    this.octets[this.used++] = value >>> 8;
    this.octets[this.used++] = value;
  }

  /** A 64-bit integer in two's complement; of a wider one its lowest 64 bits. */
  int64(value: bigint, littleEndian = false): void {
    eightOctetsView.setBigInt64(0, value, littleEndian);
    this.eightOctets();
  }

  /** An IEEE 754 double. */
  float64(value: number, littleEndian = false): void {
    eightOctetsView.setFloat64(0, value, littleEndian);
    this.eightOctets();
  }

  bytes(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.octets.set(bytes, this.used);
    this.used += bytes.length;
  }

  /** The octets of `other` and their fields. `other` must not be used afterwards: what is long stays in its memory. */
  append(other: ByteWriter): void {
    if (other.used > LONG && other.headroom >= this.used) {
      this.takeOver(other);
      return;
    }
    if (other.annotations) this.annotations?.graft(other.annotations, this.used);
    this.bytes(other.octets.subarray(0, other.used));
    other.leaveDraft(NOTHING);
  }

  /** Text as UTF-8. A lone surrogate becomes U+FFFD, as TextEncoder does it. */
  text(text: string): void {
    const { length } = text;
    this.reserve(length);
    const { octets } = this;
    let at = this.used;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0x7f) {
        this.used = at;
        this.encoded(text.slice(i));
        return;
      }
      octets[at++] = code;
    }
    this.used = at;
  }

  /** A whole field without children: one row at once instead of one in four steps. */
  enclosed(kind: FieldKindId, head: string, content: string, tail: string): void {
    const start = this.used;
    this.text(head);
    const contentStart = this.used;
    this.text(content);
    const contentEnd = this.used;
    this.text(tail);
    this.annotations?.enclosed(kind, start, contentStart, contentEnd, this.used);
  }

  /** Overwrites two octets at `at`: a length or checksum known only later. Big-endian. */
  patchUint16(at: number, value: number): void {
    this.octets[at] = value >>> 8;
    this.octets[at + 1] = value;
  }

  /** Overwrites four octets at `at`. Big-endian. */
  patchUint32(at: number, value: number): void {
    this.patchUint16(at, value >>> 16);
    this.patchUint16(at + 2, value);
  }

  /** Overwrites the octet at `at`. */
  patchUint8(at: number, value: number): void {
    this.octets[at] = value;
  }

  /** Makes room for `count` more octets at `at`, or less when negative: a length turned out longer. Fields from row `row` on move, if any. */
  insert(at: number, count: number, row?: number): void {
    this.reserve(count);
    this.octets.copyWithin(at + count, at, this.used);
    this.used += count;
    if (row !== undefined) this.annotations?.insert(at, count, row);
  }

  /** The octets written. A view of the writer's memory: do not write on after taking it. */
  finish(): Uint8Array {
    if (this.used > LONG) lastLong = this.used;
    if (this.draft) {
      const message = shortMessages.take(this.used);
      message.set(this.octets.subarray(0, this.used));
      this.leaveDraft(message);
    }
    return this.octets.subarray(0, this.used);
  }

  private eightOctets(): void {
    this.reserve(8);
    const { octets, used } = this;
    for (let i = 0; i < 8; i++) octets[used + i] = eightOctets[i];
    this.used = used + 8;
  }

  private encoded(text: string): void {
    // Room for three octets a character would be three times the memory for most texts, which are ASCII.
    this.reserve(text.length);
    const { read, written } = encoder.encodeInto(text, this.octets.subarray(this.used));
    this.used += written;
    if (read === text.length) return;
    this.reserve((text.length - read) * 3);
    this.used += encoder.encodeInto(text.slice(read), this.octets.subarray(this.used)).written;
  }

  /** Makes room for `count` more octets. `octets` may be another array afterwards. */
  protected reserve(count: number): void {
    const needed = this.used + count;
    if (needed <= this.octets.length) return;
    // More than is needed now, for something follows even the longest text. Fresh memory costs nothing until it is touched, copying does.
    const likely = needed > LONG ? Math.max(needed, lastLong) : needed;
    const larger = this.allocate(Math.max(likely + (likely >>> 3), this.octets.length * 4));
    larger.set(this.octets.subarray(0, this.used));
    this.leaveDraft(larger);
  }

  private allocate(length: number): Uint8Array {
    this.headroom = HEADROOM;
    return new Uint8Array(HEADROOM + length).subarray(HEADROOM);
  }

  /** Goes on in `octets`. */
  private leaveDraft(octets: Uint8Array): void {
    if (this.draft) drafts.push(this.draft);
    this.draft = undefined;
    this.octets = octets;
  }

  /** Puts what is written here before the octets of `other`, in whose memory all goes on. */
  private takeOver(other: ByteWriter): void {
    if (other.annotations) this.annotations?.takeOver(other.annotations, this.used);
    const { buffer, byteOffset, length } = other.octets;
    const octets = new Uint8Array(buffer, byteOffset - this.used, this.used + length);
    octets.set(this.octets.subarray(0, this.used));
    this.leaveDraft(octets);
    this.headroom = other.headroom - this.used;
    this.used += other.used;
  }
}
