// Memory for rows of five integers, in pieces: more rows need no copying, and the rows of a long table are taken over as they are.
// The pieces are plain arrays. A browser makes them from memory that it has used before; a typed array, however short, gets fresh memory,
// which takes longer than the writing of a short message (measured: 20 times as long).

/** Integers per row. */
export const ROW = 5;

/** Rows of a whole piece: 1024. */
const PIECE_BITS = 10;
const PIECE_MASK = (1 << PIECE_BITS) - 1;
const WHOLE_PIECE = ROW << PIECE_BITS;
/** The first piece grows, fourfold each time, until it is whole: most tables are short. */
const FIRST_PIECE = WHOLE_PIECE >> 6;

/** Rows in order: the first `length` integers of `memory`. */
interface Run {
  readonly memory: number[];
  readonly length: number;
}

/** A growing table. The integers of row `row` stand from {@link placeOf} on in {@link memoryOf}. */
export class Rows {
  /** Rows that stand before those of the pieces. */
  private front: number[] = [];
  private frontCount = 0;
  /** All are whole but a single one, and full but the last. */
  private pieces = [piece(FIRST_PIECE)];
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

  memoryOf(row: number): number[] {
    const own = row - this.frontCount;
    return own < 0 ? this.front : this.pieces[own >>> PIECE_BITS];
  }

  placeOf(row: number): number {
    const own = row - this.frontCount;
    return (own < 0 ? row : own & PIECE_MASK) * ROW;
  }

  /** All rows, where they stand. */
  runs(): readonly Run[] {
    const { front, pieces, last, used } = this;
    return [front, ...pieces].map(memory => ({ memory, length: memory === last ? used : memory.length }));
  }

  /** Adds copies of the rows of `other`. */
  copy(other: Rows): void {
    for (const { memory, length } of other.runs())
      for (let at = 0; at < length; at += ROW)
        this.add(memory[at], memory[at + 1], memory[at + 2], memory[at + 3], memory[at + 4]);
  }

  /** Adds the rows of `other`, which must not be used afterwards: when there are many, they stay where they are. */
  takeOver(other: Rows): void {
    if (this.pieces.length > 1 || other.pieces.length === 1) {
      this.copy(other);
      return;
    }
    this.front = [...this.toArray(), ...other.front];
    this.frontCount = this.front.length / ROW;
    this.pieces = other.pieces;
    this.last = other.last;
    this.used = other.used;
    this.rowCount += other.rowCount;
  }

  /** All rows in memory of their own. */
  toArray(): number[] {
    return this.runs().flatMap(({ memory, length }) => memory.slice(0, length));
  }

  private grow(): void {
    const { pieces, last } = this;
    this.last = piece(Math.min(last.length * 4, WHOLE_PIECE));
    if (last.length < WHOLE_PIECE) {
      for (let at = 0; at < last.length; at++) this.last[at] = last[at];
      pieces.pop();
    } else this.used = 0;
    pieces.push(this.last);
  }
}

/** Memory for `length` integers. */
function piece(length: number): number[] {
  return new Array(length);
}
