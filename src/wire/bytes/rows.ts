// Memory for rows of five integers, in pieces: more rows need no copying, and the rows of a long table are taken over as they are.

/** Integers per row. */
export const ROW = 5;

/** Rows of a whole piece of memory: 16384. With smaller pieces a browser is busy taking and giving back. */
const PIECE_BITS = 14;
const PIECE_MASK = (1 << PIECE_BITS) - 1;
const WHOLE_PIECE = ROW << PIECE_BITS;
/** The first piece grows, fourfold each time, until it is whole: most tables are short. */
const FIRST_PIECE = WHOLE_PIECE >> 8;

/** A growing table. The integers of row `row` stand from {@link placeOf} on in {@link memoryOf}. */
export class Rows {
  /** Rows that stand before those of the pieces. */
  private front: Int32Array = new Int32Array(0);
  private frontCount = 0;
  /** All are whole but a single one, and full but the last. */
  private pieces = [new Int32Array(FIRST_PIECE)];
  private last = this.pieces[0];
  /** Integers used of the last piece. */
  private used = 0;
  private rowCount = 0;

  get count(): number {
    return this.rowCount;
  }

  /** Adds a row, and returns its number. */
  add(a: number, b: number, c: number, d: number, e: number): number {
    if (this.used === this.last.length) this.grow();
    const { last, used } = this;
    last[used] = a;
    last[used + 1] = b;
    last[used + 2] = c;
    last[used + 3] = d;
    last[used + 4] = e;
    this.used = used + ROW;
    return this.rowCount++;
  }

  memoryOf(row: number): Int32Array {
    const own = row - this.frontCount;
    return own < 0 ? this.front : this.pieces[own >>> PIECE_BITS];
  }

  placeOf(row: number): number {
    const own = row - this.frontCount;
    return (own < 0 ? row : own & PIECE_MASK) * ROW;
  }

  /** The rows in order, in runs that are views of the memory. */
  runs(): Int32Array[] {
    const { front, pieces, last, used } = this;
    return [front, ...pieces.slice(0, -1), last.subarray(0, used)];
  }

  /** Adds the rows that stand in `run`. */
  copy(run: Int32Array): void {
    for (let at = 0; at < run.length; at += ROW) this.add(run[at], run[at + 1], run[at + 2], run[at + 3], run[at + 4]);
  }

  /** Adds the rows of `other`, which must not be used afterwards: when there are many, they stay where they are. */
  takeOver(other: Rows): void {
    if (this.pieces.length > 1 || other.pieces.length === 1) {
      for (const run of other.runs()) this.copy(run);
      return;
    }
    this.front = joined([...this.runs(), other.front]);
    this.frontCount = this.front.length / ROW;
    this.pieces = other.pieces;
    this.last = other.last;
    this.used = other.used;
    this.rowCount += other.rowCount;
  }

  /** All rows in memory of their own. */
  toArray(): Int32Array {
    return joined(this.runs());
  }

  private grow(): void {
    const { pieces, last } = this;
    this.last = new Int32Array(Math.min(last.length * 4, WHOLE_PIECE));
    if (last.length < WHOLE_PIECE) {
      this.last.set(last);
      pieces.pop();
    } else this.used = 0;
    pieces.push(this.last);
  }
}

function joined(runs: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(runs.reduce((length, run) => length + run.length, 0));
  let at = 0;
  for (const run of runs) {
    all.set(run, at);
    at += run.length;
  }
  return all;
}
