// Octets that a program has written and TCP has not sent yet.

/** The part of a write that goes into one segment. */
export interface Slice {
  readonly octets: Uint8Array;
  /** The last of its write: pushed. RFC 9293 §3.9.1.2. */
  readonly push: boolean;
}

/**
 * A queue of writes. Each write is cut into segments of its own.
 * Simplified: Linux joins a write to the end of an earlier one that still waits for the window.
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

  /** Length of the next segment, of at most `segmentSize` octets. */
  nextLength(segmentSize: number): number {
    return this.isEmpty ? 0 : Math.min(segmentSize, this.writes[this.first].length);
  }

  /** Takes the next `length` octets: at most what is left of the first write. */
  take(length: number): Slice {
    const write = this.writes[this.first];
    const push = length === write.length;
    if (push) this.first++;
    else this.writes[this.first] = write.subarray(length);
    return { octets: write.subarray(0, length), push };
  }
}
