// Reads the figures of a capture file in the byte order that the file has.
import { problem } from '../../problem/problem';

/** A window on a capture file. Reading past its end throws `capture.cut-off`. */
export class FileReader {
  private readonly view: DataView;

  constructor(
    readonly file: Uint8Array,
    readonly littleEndian: boolean,
    public at = 0,
    readonly limit = file.length,
  ) {
    this.view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  }

  get remaining(): number {
    return this.limit - this.at;
  }

  uint16(): number {
    return this.view.getUint16(this.advance(2), this.littleEndian);
  }

  uint32(): number {
    return this.view.getUint32(this.advance(4), this.littleEndian);
  }

  int64(): bigint {
    return this.view.getBigInt64(this.advance(8), this.littleEndian);
  }

  /** The next `count` octets, as a view. */
  take(count: number): Uint8Array {
    const start = this.advance(count);
    return this.file.subarray(start, start + count);
  }

  /** A reader of the next `count` octets, which this one leaves behind. */
  within(count: number): FileReader {
    const start = this.advance(count);
    return new FileReader(this.file, this.littleEndian, start, start + count);
  }

  private advance(count: number): number {
    const start = this.at;
    if (count > this.remaining)
      throw problem('capture.cut-off', { available: this.limit, wanted: count - this.remaining }, { offset: start });
    this.at += count;
    return start;
  }
}
