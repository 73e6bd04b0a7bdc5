// Octets that a program has written and TCP has not sent yet.

/** The part of a write that goes into one segment. */
export interface Slice {
  readonly octets: Uint8Array;
  /** The last of its write: pushed. RFC 9293 §3.9.1.2. */
  readonly push: boolean;
}

/**
 * A queue of writes. Each write is cut into segments of its own, unless Nagle's algorithm gathers them.
 * Simplified: Linux always joins a write to the end of an earlier one that still waits for the window.
 */
export class SendQueue {
  private readonly writes: Uint8Array[] = [];
  private first = 0;

  get isEmpty(): boolean {
    return this.first === this.writes.length;
  }

  add(octets: Uint8Array): void {
    if (octets.length > 0) this.writes.push(octets);
  }

  /** Length of the next segment, of at most `segmentSize` octets; `joins`: of several writes, if they are small. */
  nextLength(segmentSize: number, joins = false): number {
    if (this.isEmpty) return 0;
    let length = this.writes[this.first].length;
    if (joins)
      for (let i = this.first + 1; i < this.writes.length && length < segmentSize; i++) length += this.writes[i].length;
    return Math.min(segmentSize, length);
  }

  /** Takes the next `length` octets: at most what {@link SendQueue.nextLength} gave. */
  take(length: number): Slice {
    const write = this.writes[this.first];
    if (length > write.length) return this.takeSeveral(length);
    const push = length === write.length;
    if (push) this.first++;
    else this.writes[this.first] = write.subarray(length);
    return { octets: write.subarray(0, length), push };
  }

  clear(): void {
    this.first = this.writes.length;
  }

  private takeSeveral(length: number): Slice {
    const octets = new Uint8Array(length);
    let push = false;
    for (let filled = 0; filled < length; ) {
      const slice = this.take(Math.min(length - filled, this.writes[this.first].length));
      octets.set(slice.octets, filled);
      filled += slice.octets.length;
      push = slice.push;
    }
    return { octets, push };
  }
}
