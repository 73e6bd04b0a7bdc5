// Where an octet stands in a hex dump, and which one stands at a place. In characters across and rows down: the font is monospaced.
import type { Span } from '../../trace/dissection';

/** A dump's columns, in characters. */
export interface Columns {
  readonly perRow: number;
  /** Digits of the offsets. */
  readonly digits: number;
  /** First character of the hex pairs, and of the text. */
  readonly hex: number;
  readonly text: number;
  /** Characters of a whole row. */
  readonly width: number;
}

/** Characters between the offsets, the pairs and the text. */
const GUTTER = 2;

/** The columns of a dump of `length` octets that is `room` characters wide: sixteen octets in a row, or eight where there is no room. */
export function columnsFor(length: number, room: number): Columns {
  const wide = columns(length, 16);
  return wide.width <= room ? wide : columns(length, 8);
}

function columns(length: number, perRow: number): Columns {
  const digits = Math.max(4, Math.max(0, length - 1).toString(16).length);
  const hex = digits + GUTTER;
  const text = hex + pairAt(perRow - 1) + 2 + GUTTER;
  return { perRow, digits, hex, text, width: text + perRow };
}

/** First character of pair `column`, counted from the first pair. */
function pairAt(column: number): number {
  return column * 3 + (column >= 8 ? 1 : 0);
}

/** Part of one row that is to be outlined, in characters; the flags say which of its edges are the edges of the whole run. */
export interface Box {
  readonly row: number;
  readonly hex: Edges;
  readonly text: Edges;
  readonly first: boolean;
  readonly last: boolean;
}

interface Edges {
  readonly left: number;
  readonly width: number;
}

/** The boxes of octets `span` in rows `[fromRow, toRow)`. */
export function boxesOf(span: Span, columns: Columns, fromRow: number, toRow: number): Box[] {
  const { perRow, hex, text } = columns;
  const boxes: Box[] = [];
  const firstRow = Math.floor(span.start / perRow);
  const lastRow = Math.floor((span.end - 1) / perRow);
  for (let row = Math.max(firstRow, fromRow); row <= Math.min(lastRow, toRow - 1); row++) {
    const from = row === firstRow ? span.start - row * perRow : 0;
    const to = row === lastRow ? span.end - row * perRow : perRow;
    boxes.push({
      row,
      hex: { left: hex + pairAt(from), width: pairAt(to - 1) + 2 - pairAt(from) },
      text: { left: text + from, width: to - from },
      first: row === firstRow,
      last: row === lastRow,
    });
  }
  return boxes;
}

/** The octet at `x` characters across row `row`, or undefined beside the columns and behind the last octet. */
export function octetAt(x: number, row: number, columns: Columns, length: number): number | undefined {
  const column = x >= columns.text - 0.5 ? Math.floor(x - columns.text) : pairColumn(x - columns.hex, columns.perRow);
  const at = row * columns.perRow + column;
  return column >= 0 && column < columns.perRow && at >= 0 && at < length ? at : undefined;
}

/** The pair at `x`; half of the space on either side belongs to it, so that the pointer never falls between two. */
function pairColumn(x: number, perRow: number): number {
  if (x < -0.5) return -1;
  const group = x >= 24.5 ? 1 : 0;
  const column = Math.floor((x + 0.5 - group) / 3);
  return column < perRow ? column : -1;
}
