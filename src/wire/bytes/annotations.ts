// Annotations: which field every octet of a message belongs to, in columns.
// One object per field costs ten times the encoding of a large message, so a field is a row of seven integers in one growable
// array, in pre-order, and a node (see field-tree.ts) is made only when somebody looks at it.
import type { FieldKindId } from './field-kind';

/** Integers per row. */
export const ROW = 7;
/** Column offsets within a row. All octet positions count from the message's first octet. */
export const START = 0;
/** First octet of the content; `[start, contentStart)` is the head. */
export const CONTENT_START = 1;
/** First octet after the content; `[contentEnd, end)` is the tail. */
export const CONTENT_END = 2;
export const END = 3;
export const KIND = 4;
/** Row number of the enclosing field, or -1. */
export const PARENT = 5;
/** What this field is called in the value that it encodes: see {@link Annotations.keyOf}. */
export const KEY = 6;

const NO_KEY = -1;
const FIRST_NAME = -2;

/**
 * The fields of one message, in pre-order.
 *
 * Invariants (checked by `tiling.ts`): children lie inside their parent's content, in order and without overlap; the message's
 * octets are exactly covered by the leaf fields, where a group's uncovered content is its `gap`.
 */
export class Annotations {
  private rows = new Int32Array(ROW * 64);
  /** Rows written, and the integers that they take: counted side by side, because a division is dear in a loop over every field. */
  private rowCount = 0;
  private used = 0;
  private open = -1;
  private readonly names: string[] = [];
  private readonly indices = new Map<string, number>();
  private lastName = -1;

  /** Number of fields. */
  get count(): number {
    return this.rowCount;
  }

  /** Opens a field of `kind` at octet `at`, inside the field that is open. `key` says which part of the value it encodes. */
  begin(kind: FieldKindId, at: number, key?: string | number): void {
    if (this.used + ROW > this.rows.length) this.grow();
    const rows = this.rows;
    const row = this.used;
    rows[row] = at;
    rows[row + CONTENT_START] = at;
    rows[row + CONTENT_END] = -1;
    rows[row + END] = -1;
    rows[row + KIND] = kind;
    rows[row + PARENT] = this.open;
    rows[row + KEY] = key === undefined ? NO_KEY : typeof key === 'number' ? key : this.numberOf(key);
    this.used = row + ROW;
    this.open = this.rowCount++;
  }

  /** Says which part of the value the open field encodes, when that was not known at its beginning. */
  setKey(key: string | number): void {
    this.rows[this.open * ROW + KEY] = typeof key === 'number' ? key : this.numberOf(key);
  }

  /** The head of the open field ends, and its content begins, at octet `at`. */
  content(at: number): void {
    this.rows[this.open * ROW + CONTENT_START] = at;
  }

  /** The content of the open field ends, and its tail begins, at octet `at`. */
  tail(at: number): void {
    this.rows[this.open * ROW + CONTENT_END] = at;
  }

  /** Closes the open field at octet `at`. */
  end(at: number): void {
    const row = this.open * ROW;
    if (this.rows[row + CONTENT_END] < 0) this.rows[row + CONTENT_END] = at;
    this.rows[row + END] = at;
    this.open = this.rows[row + PARENT];
  }

  /** Gives row `row` another kind and key: a reader learns what a field is from the name that stands inside it. */
  relabel(row: number, kind: FieldKindId, key?: string | number): void {
    this.rows[row * ROW + KIND] = kind;
    this.rows[row * ROW + KEY] = key === undefined ? NO_KEY : typeof key === 'number' ? key : this.numberOf(key);
  }

  /** Adds a whole leaf field `[start, end)`. */
  leaf(kind: FieldKindId, start: number, end: number, key?: string | number): void {
    this.enclosed(kind, start, start, end, end, key);
  }

  /** Adds a whole field without children: the head `[start, contentStart)`, the content, and the tail `[contentEnd, end)`. */
  enclosed(
    kind: FieldKindId,
    start: number,
    contentStart: number,
    contentEnd: number,
    end: number,
    key?: string | number,
  ): void {
    if (this.used + ROW > this.rows.length) this.grow();
    const { rows, used } = this;
    rows[used] = start;
    rows[used + CONTENT_START] = contentStart;
    rows[used + CONTENT_END] = contentEnd;
    rows[used + END] = end;
    rows[used + KIND] = kind;
    rows[used + PARENT] = this.open;
    rows[used + KEY] = key === undefined ? NO_KEY : typeof key === 'number' ? key : this.numberOf(key);
    this.used = used + ROW;
    this.rowCount++;
  }

  /** Row of the innermost open field, or -1. */
  get openRow(): number {
    return this.open;
  }

  /** Closes every open field inside row `within` (-1: all) at octet `at`: a decoder stopped half-way. */
  abandon(at: number, within = -1): void {
    while (this.open > within) this.end(at);
  }

  /** Adds all fields of `other`, whose octet 0 stands at octet `shift` here, inside the field that is open. */
  graft(other: Annotations, shift: number): void {
    while (this.used + other.used > this.rows.length) this.grow();
    const first = this.used;
    const firstRow = this.rowCount;
    const { rows } = this;
    rows.set(other.rows.subarray(0, other.used), first);
    this.used += other.used;
    this.rowCount += other.rowCount;
    const keys = other.names.map(name => this.numberOf(name));
    for (let row = first; row < this.used; row += ROW) {
      rows[row] += shift;
      rows[row + CONTENT_START] += shift;
      rows[row + CONTENT_END] += shift;
      rows[row + END] += shift;
      const parent = rows[row + PARENT];
      rows[row + PARENT] = parent < 0 ? this.open : parent + firstRow;
      const key = rows[row + KEY];
      if (key <= FIRST_NAME) rows[row + KEY] = keys[FIRST_NAME - key];
    }
  }

  /** `count` octets are put in before octet `at`: what begins or ends there or later, of the fields from row `row` on, moves. */
  insert(at: number, count: number, row: number): void {
    const { rows, used } = this;
    for (let i = row * ROW; i < used; i += ROW)
      for (let column = i + START; column <= i + END; column++) if (rows[column] >= at) rows[column] += count;
  }

  /** Column `column` of row `row`. */
  get(row: number, column: number): number {
    return this.rows[row * ROW + column];
  }

  /** The part of the value that row `row` encodes, relative to its parent's: an argument's index, a member's name; or undefined. */
  keyOf(row: number): string | number | undefined {
    const key = this.rows[row * ROW + KEY];
    if (key >= 0) return key;
    return key === NO_KEY ? undefined : this.names[FIRST_NAME - key];
  }

  /** A copy of the rows, `count × ROW` integers: for comparing, storing and posting to a worker. Keys are interned per message. */
  toColumns(): { rows: Int32Array; names: readonly string[] } {
    return { rows: this.rows.slice(0, this.used), names: [...this.names] };
  }

  private numberOf(name: string): number {
    // Structs of one type name their members in one order: what came after the last name before is likely to come again.
    const guess = this.lastName + 1;
    if (this.names[guess] === name) {
      this.lastName = guess;
      return FIRST_NAME - guess;
    }
    let index = this.indices.get(name);
    if (index === undefined) {
      index = this.names.push(name) - 1;
      this.indices.set(name, index);
    }
    this.lastName = index;
    return FIRST_NAME - index;
  }

  private grow(): void {
    // Fresh memory costs nothing until it is touched, copying does.
    const larger = new Int32Array(this.rows.length * 4);
    larger.set(this.rows.subarray(0, this.used));
    this.rows = larger;
  }
}
