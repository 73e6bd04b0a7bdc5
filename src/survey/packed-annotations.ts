// Fields on their way between two threads. Each thread has numbered the kinds of fields as it met them, so kinds travel by their names.
import { Annotations, CONTENT_END, CONTENT_START, END, KIND, PARENT, START } from '../wire/bytes/annotations';
import { allFieldKinds, type FieldKindId, fieldKind } from '../wire/bytes/field-kind';

/** Integers of a packed row: start, start and end of the content, end, kind, depth, key. */
const ROW = 7;
const NO_KEY = -1;
const FIRST_NAME = -2;

/** Fields as plain data: what a structured clone can carry. */
export interface PackedAnnotations {
  readonly rows: Int32Array;
  /** The kinds in use, as {@link kindName} calls them; rows count into it. */
  readonly kinds: readonly string[];
  /** Keys that are names; rows count down into it from {@link FIRST_NAME}. */
  readonly names: readonly string[];
}

export function packAnnotations(annotations: Annotations): PackedAnnotations {
  const kinds = new Numbered<FieldKindId>();
  const names = new Numbered<string>();
  const rows = new Int32Array(annotations.count * ROW);
  const depths = new Int32Array(annotations.count);
  for (let row = 0; row < annotations.count; row++) {
    const parent = annotations.get(row, PARENT);
    const key = annotations.keyOf(row);
    depths[row] = parent < 0 ? 0 : depths[parent] + 1;
    rows.set(
      [
        annotations.get(row, START),
        annotations.get(row, CONTENT_START),
        annotations.get(row, CONTENT_END),
        annotations.get(row, END),
        kinds.numberOf(annotations.get(row, KIND)),
        depths[row],
        typeof key === 'string' ? FIRST_NAME - names.numberOf(key) : (key ?? NO_KEY),
      ],
      row * ROW,
    );
  }
  return { rows, kinds: kinds.all.map(kindName), names: names.all };
}

/** The fields again. Throws an UnknownKind when a kind is not declared in this thread: the part of the program that has it is not loaded. */
export function unpackAnnotations({ rows, kinds, names }: PackedAnnotations): Annotations {
  const annotations = new Annotations();
  const ids = kinds.map(kindByName);
  const ends: number[] = [];
  for (let at = 0; at < rows.length; at += ROW) {
    const [start, contentStart, contentEnd, end, kind, depth, key] = rows.subarray(at, at + ROW);
    while (ends.length > depth) annotations.end(ends.pop()!);
    annotations.begin(ids[kind], start, key <= FIRST_NAME ? names[FIRST_NAME - key] : key === NO_KEY ? undefined : key);
    annotations.content(contentStart);
    if (contentEnd !== end) annotations.tail(contentEnd);
    ends.push(end);
  }
  while (ends.length > 0) annotations.end(ends.pop()!);
  return annotations;
}

/** A kind of field has come from another thread that this one does not know. */
export class UnknownKind extends Error {}

/** Things, numbered from 0 in the order in which they come. */
class Numbered<T> {
  readonly all: T[] = [];
  private readonly numbers = new Map<T, number>();

  numberOf(thing: T): number {
    const known = this.numbers.get(thing);
    if (known !== undefined) return known;
    this.numbers.set(thing, this.all.length);
    return this.all.push(thing) - 1;
  }
}

/** Format, name, and, as several kinds of a format may have one name, which of those it is. Their order of declaration is that of their file. */
function kindName(id: FieldKindId): string {
  return kindNames().names[id];
}

function kindByName(name: string): FieldKindId {
  const id = kindNames().ids.get(name);
  if (id === undefined) throw new UnknownKind(`no kind of field is called ${name}`);
  return id;
}

interface KindNames {
  readonly names: readonly string[];
  readonly ids: ReadonlyMap<string, FieldKindId>;
}

let known: KindNames = { names: [], ids: new Map() };

/** Kinds are declared as parts of the program come: the names are made again when there are more. */
function kindNames(): KindNames {
  const kinds = allFieldKinds();
  if (known.names.length === kinds.length) return known;
  const counts = new Map<string, number>();
  const names = kinds.map((_, id) => {
    const { format, name } = fieldKind(id);
    const nth = counts.get(`${format} ${name}`) ?? 0;
    counts.set(`${format} ${name}`, nth + 1);
    return `${format} ${name} ${nth}`;
  });
  known = { names, ids: new Map(names.map((name, id) => [name, id])) };
  return known;
}
