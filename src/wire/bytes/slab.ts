// Memory for many runs of octets that live about as long as each other: the frames of a run, its short messages.
// An allocation of its own costs a frame more than its octets do, and the garbage collector has to find each one.

const SMALLEST = 4096;
const LARGEST = 256 * 1024;

/** Hands out parts of larger and larger pieces of memory. A part is never given back. */
export class Slab {
  private piece = new Uint8Array(SMALLEST);
  private used = 0;

  /** `length` octets of zero. */
  take(length: number): Uint8Array {
    if (this.used + length > this.piece.length) {
      this.piece = new Uint8Array(Math.max(length, Math.min(LARGEST, this.piece.length * 4)));
      this.used = 0;
    }
    this.used += length;
    return this.piece.subarray(this.used - length, this.used);
  }
}
