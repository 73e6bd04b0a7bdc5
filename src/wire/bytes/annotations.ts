// Annotations: which field every octet of a message belongs to.
// One object per field costs ten times the encoding of a large message, so a field is a row of five integers, in pre-order, and a
// node (see field-tree.ts) is made only when somebody looks at it.
import type { FieldKindId } from './field-kind';
import { Names } from './names';
import { ROW, Rows } from './rows';

/** What {@link Annotations.get} tells of a row. All octet positions count from the message's first octet. */
export const START = 0;
/** First octet of the content; `[start, contentStart)` is the head. */
export const CONTENT_START = 1;
/** First octet after the content; `[contentEnd, end)` is the tail. */
export const CONTENT_END = 2;
export const END = 3;
export const KIND = 4;
/** Row number of the enclosing field, or -1. */
export const PARENT = 5;

type Column = typeof START | typeof CONTENT_START | typeof CONTENT_END | typeof END | typeof KIND | typeof PARENT;

/** Places of a row's integers: first the start, then the end; while the field is open where its tail begins, or -1. */
const LAST = 1;
/** Octets of the head, and above them octets of the tail: 16 bits each. */
const EDGES = 2;
/** The kind, and above it the number of fields around this one: 16 bits each. */
const KIND_AND_DEPTH = 3;
const KEY = 4;
const LOW = 0xffff;
const HIGH = 16;

const NO_KEY = -1;
const FIRST_NAME = -2;

/**
 * The fields of one message, in pre-order.
 *
 * Invariants (checked by `tiling.ts`): children lie inside their parent's content, in order and without overlap; the message's
 * octets are exactly covered by the leaf fields, where a group's uncovered content is its `gap`.
 *
 * Simplified: a head or a tail of more than 65 535 octets counts as content.
 */
export class Annotations {
  private readonly rows = new Rows();
  /** The rows of the open fields. */
  private readonly open: number[] = [];
  private readonly names = new Names();
  private parents = new Int32Array(0);

  /** Number of fields. */
  get count(): number {
    return this.rows.count;
  }

  /** Opens a field of `kind` at octet `at`, inside the field that is open. `key` says which part of the value it encodes. */
  begin(kind: FieldKindId, at: number, key?: string | number): void {
    const { open } = this;
    open.push(this.rows.add(at, -1, 0, kind | (open.length << HIGH), this.keyNumber(key)));
  }

  /** Says which part of the value the open field encodes, when that was not known at its beginning. */
  setKey(key: string | number): void {
    const { rows, openRow } = this;
    rows.memoryOf(openRow)[rows.placeOf(openRow) + KEY] = this.keyNumber(key);
  }

  /** The head of the open field ends, and its content begins, at octet `at`. */
  content(at: number): void {
    const { rows, openRow } = this;
    const memory = rows.memoryOf(openRow);
    const place = rows.placeOf(openRow);
    memory[place + EDGES] = edge(at - memory[place]);
  }

  /** The content of the open field ends, and its tail begins, at octet `at`. */
  tail(at: number): void {
    const { rows, openRow } = this;
    rows.memoryOf(openRow)[rows.placeOf(openRow) + LAST] = at;
  }

  /** Closes the open field at octet `at`. */
  end(at: number): void {
    const { rows } = this;
    const row = this.open.pop()!;
    const memory = rows.memoryOf(row);
    const place = rows.placeOf(row);
    const tail = memory[place + LAST];
    if (tail >= 0) memory[place + EDGES] |= edge(at - tail) << HIGH;
    memory[place + LAST] = at;
  }

  /** Gives row `row` another kind and key: a reader learns what a field is from the name that stands inside it. */
  relabel(row: number, kind: FieldKindId, key?: string | number): void {
    const memory = this.rows.memoryOf(row);
    const place = this.rows.placeOf(row);
    memory[place + KIND_AND_DEPTH] = (memory[place + KIND_AND_DEPTH] & ~LOW) | kind;
    memory[place + KEY] = this.keyNumber(key);
  }

  /** Adds a whole leaf field `[start, end)`. */
  leaf(kind: FieldKindId, start: number, end: number, key?: string | number): void {
    this.rows.add(start, end, 0, kind | (this.open.length << HIGH), this.keyNumber(key));
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
    const edges = edge(contentStart - start) | (edge(end - contentEnd) << HIGH);
    this.rows.add(start, end, edges, kind | (this.open.length << HIGH), this.keyNumber(key));
  }

  /**
   * Adds a field `[start, end)` with the head `[start, innerStart)`, whose content is one field of `innerKind` with the head
   * `[innerStart, contentStart)`: what a record is that has a tag before a length before a text.
   */
  nested(
    kind: FieldKindId,
    start: number,
    innerKind: FieldKindId,
    innerStart: number,
    contentStart: number,
    end: number,
    key?: string | number,
  ): void {
    const depth = this.open.length << HIGH;
    this.rows.add(start, end, edge(innerStart - start), kind | depth, this.keyNumber(key));
    this.rows.add(innerStart, end, edge(contentStart - innerStart), innerKind | (depth + (1 << HIGH)), NO_KEY);
  }

  /** Row of the innermost open field, or -1. */
  get openRow(): number {
    const { open } = this;
    return open.length > 0 ? open[open.length - 1] : -1;
  }

  /** Closes every open field inside row `within` (-1: all) at octet `at`: a decoder stopped half-way. */
  abandon(at: number, within = -1): void {
    while (this.openRow > within) this.end(at);
  }

  /** Adds all fields of `other`, whose octet 0 stands at octet `shift` here, inside the field that is open. */
  graft(other: Annotations, shift: number): void {
    const first = this.count;
    const names = this.namesOf(other);
    this.rows.copy(other.rows);
    this.move(first, shift, names);
  }

  /** The same with less work. `other` must not be used afterwards. */
  takeOver(other: Annotations, shift: number): void {
    const first = this.count;
    const names = this.namesOf(other);
    this.rows.takeOver(other.rows);
    this.move(first, shift, names);
  }

  /** `count` octets are put in before octet `at`: what begins or ends there or later, of the fields from row `row` on, moves. */
  insert(at: number, count: number, row: number): void {
    const shifted = (position: number) => (position >= at ? position + count : position);
    for (let each = row; each < this.count; each++) {
      const memory = this.rows.memoryOf(each);
      const place = this.rows.placeOf(each);
      const edges = memory[place + EDGES];
      const contentStart = shifted(memory[place] + (edges & LOW));
      const contentEnd = shifted(memory[place + LAST] - (edges >>> HIGH));
      memory[place] = shifted(memory[place]);
      memory[place + LAST] = shifted(memory[place + LAST]);
      memory[place + EDGES] = edge(contentStart - memory[place]) | (edge(memory[place + LAST] - contentEnd) << HIGH);
    }
  }

  /** What `column` says of row `row`. */
  get(row: number, column: Column): number {
    if (column === PARENT) return this.parentsOfRows()[row];
    const memory = this.rows.memoryOf(row);
    const place = this.rows.placeOf(row);
    switch (column) {
      case START:
        return memory[place];
      case CONTENT_START:
        return memory[place] + (memory[place + EDGES] & LOW);
      case CONTENT_END:
        return memory[place + LAST] - (memory[place + EDGES] >>> HIGH);
      case END:
        return memory[place + LAST];
      case KIND:
        return memory[place + KIND_AND_DEPTH] & LOW;
    }
  }

  /** The part of the value that row `row` encodes, relative to its parent's: an argument's index, a member's name; or undefined. */
  keyOf(row: number): string | number | undefined {
    const key = this.rows.memoryOf(row)[this.rows.placeOf(row) + KEY];
    if (key >= 0) return key;
    return key === NO_KEY ? undefined : this.names.all[FIRST_NAME - key];
  }

  /** A copy of the rows, for comparing. Keys are numbered in the order in which they come. */
  toColumns(): { rows: readonly number[]; names: readonly string[] } {
    return { rows: this.rows.toArray(), names: [...this.names.all] };
  }

  /** The enclosing rows follow from the depths. They are worked out when somebody looks: writing them down would slow every message. */
  private parentsOfRows(): Int32Array {
    if (this.parents.length === this.count) return this.parents;
    const parents = new Int32Array(this.count);
    const path = [-1];
    let row = 0;
    for (const { memory, length } of this.rows.runs())
      for (let place = KIND_AND_DEPTH; place < length; place += ROW) {
        const depth = memory[place] >>> HIGH;
        parents[row] = path[depth];
        path[depth + 1] = row++;
      }
    this.parents = parents;
    return parents;
  }

  /** Moves the rows from `first` on by `shift` octets and into the open field, and gives their names the numbers `names`. */
  private move(first: number, shift: number, names: readonly number[]): void {
    const { rows } = this;
    const depth = this.open.length << HIGH;
    for (let row = first; row < rows.count; row++) {
      const memory = rows.memoryOf(row);
      const place = rows.placeOf(row);
      memory[place] += shift;
      memory[place + LAST] += shift;
      memory[place + KIND_AND_DEPTH] += depth;
      const key = memory[place + KEY];
      if (key <= FIRST_NAME) memory[place + KEY] = names[FIRST_NAME - key];
    }
  }

  /** The numbers here of the names of `other`. */
  private namesOf(other: Annotations): number[] {
    return other.names.all.map(name => this.keyNumber(name));
  }

  /** An index is itself, a name counts down from {@link FIRST_NAME}. */
  private keyNumber(key: string | number | undefined): number {
    if (key === undefined) return NO_KEY;
    return typeof key === 'number' ? key : FIRST_NAME - this.names.numberOf(key);
  }
}

/** The length of a head or a tail as a row can hold it. */
function edge(octets: number): number {
  return octets > LOW ? 0 : octets;
}
