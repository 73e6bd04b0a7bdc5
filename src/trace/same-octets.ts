// Selected octets in another run: an edit moves them, so what was selected is looked up as the field that it was.

import { type Annotations, CONTENT_END, CONTENT_START, END, KIND, START } from '../wire/bytes/annotations';
import { ancestorRows, childRows, leafAt, rowOfValuePath, valuePathOf } from '../wire/bytes/field-tree';
import { pduOf } from './dissection';
import type { Selection } from './selection';
import type { Trace } from './trace';

type Octets = Extract<Selection, { kind: 'octets' }>;

/** What of a field is meant: all of it, what is between its tags, or one of these. */
type Extent = 'whole' | 'content' | 'head' | 'tail';
const COLUMNS = {
  whole: [START, END],
  content: [CONTENT_START, CONTENT_END],
  head: [START, CONTENT_START],
  tail: [CONTENT_END, END],
} as const;
const EXTENTS = Object.keys(COLUMNS) as readonly Extent[];

/** `selection` of run `from` as it stands in run `to`. Octets that were no field stay where they were, as far as there are as many. */
export function sameOctets(from: Trace, selection: Octets, to: Trace): Octets | undefined {
  const before = pduOf(from, selection.pdu);
  const after = pduOf(to, selection.pdu);
  if (!after) return undefined;
  const field = before && fieldAt(before.annotations, selection);
  const row = field && before ? counterpart(before.annotations, field.row, after.annotations) : undefined;
  if (field && row === undefined) return undefined;
  const [start, end] = field
    ? COLUMNS[field.extent].map(column => after.annotations.get(row!, column))
    : [selection.start, selection.end];
  if (end > after.bytes.length) return undefined;
  return start === selection.start && end === selection.end ? selection : { ...selection, start, end };
}

/** The outermost row that begins and ends with `span`. */
function fieldAt(
  annotations: Annotations,
  span: { start: number; end: number },
): { row: number; extent: Extent } | undefined {
  const leaf = leafAt(annotations, span.start);
  for (const row of leaf ? ancestorRows(annotations, leaf.row) : [])
    for (const extent of EXTENTS) {
      const [start, end] = COLUMNS[extent];
      if (annotations.get(row, start) === span.start && annotations.get(row, end) === span.end) return { row, extent };
    }
  return undefined;
}

/** The row of `to` that is what `row` is in `from`: from the nearest value around both on, the same kinds in the same order. */
function counterpart(from: Annotations, row: number, to: Annotations): number | undefined {
  const rows = ancestorRows(from, row);
  const path = valuePathOf(from, row);
  const keyed = rows.findLastIndex(each => from.keyOf(each) !== undefined);
  let at = keyed < 0 ? -1 : rowOfValuePath(to, path);
  if (keyed >= 0 && at < 0) return undefined;
  let parent = keyed < 0 ? -1 : rows[keyed];
  for (const next of rows.slice(keyed + 1)) {
    const kind = from.get(next, KIND);
    const nth = alike(from, parent, kind).indexOf(next);
    const found = alike(to, at, kind)[nth];
    if (found === undefined) return undefined;
    parent = next;
    at = found;
  }
  return at;
}

/** The rows directly inside `parent` that have this kind. */
function alike(annotations: Annotations, parent: number, kind: number): number[] {
  return childRows(annotations, parent).filter(row => annotations.get(row, KIND) === kind);
}
