// Which octets of a PDU are other than in the run before. Compared field by field, so that a longer argument does not mark all that follows.
import { type Annotations, CONTENT_END, CONTENT_START, END, KIND, START } from '../wire/bytes/annotations';
import { childRows } from '../wire/bytes/field-tree';
import type { Pdu } from '../wire/bytes/pdu';
import { counterpartOf } from './counterpart';
import { pduOf, type Span } from './dissection';
import { messageOfExchange } from './messages';
import type { PduRef } from './selection';
import type { Packet, Trace } from './trace';

/** Octets of `ref` that differ from the same PDU of the run `previous`, in order. None when there was no such PDU. */
export function changesIn(trace: Trace, previous: Trace | undefined, ref: PduRef): readonly Span[] {
  const pdu = pduOf(trace, ref);
  // In another protocol everything is other.
  if (!previous || !pdu || previous.protocol !== trace.protocol) return [];
  if (ref.of === 'packet') return packetChanges(trace, previous, trace.packets[ref.id]);
  const before = previousMessage(trace, previous, ref.id);
  const other = before === undefined ? undefined : pduOf(previous, { of: ref.of, id: before });
  return other ? changedRanges(pdu, other) : [];
}

/** The message of `previous` that is what message `id` is in `trace`: of the same exchange and direction. What only serves the conversation is not compared. */
function previousMessage(trace: Trace, previous: Trace, id: number): number | undefined {
  const { exchange, direction, control } = trace.messages[id];
  return control ? undefined : messageOfExchange(previous, exchange, direction)?.id;
}

/** Headers are compared with those of the packet that plays the same part; the payload is judged by the message it belongs to. */
function packetChanges(trace: Trace, previous: Trace, packet: Packet): Span[] {
  const before = counterpartOf(trace, packet, previous);
  if (!before) return [];
  const frame = pduOf(trace, { of: 'packet', id: packet.id })!;
  const inHeaders = changedRanges(frame, pduOf(previous, { of: 'packet', id: before.id })!).filter(
    ({ start }) => start < packet.segment.headerLength,
  );
  const inPayload = packet.carries.flatMap(({ message, start, end, at }) =>
    changesIn(trace, previous, { of: 'message', id: message })
      .filter(change => change.start < end && change.end > start)
      .map(change => ({
        start: Math.max(change.start, start) - start + at,
        end: Math.min(change.end, end) - start + at,
      })),
  );
  return [...inHeaders, ...inPayload];
}

/** Octets of `pdu` that differ from `before`: of each field that has a counterpart there, and all of those that have none. */
export function changedRanges(pdu: Pdu, before: Pdu): readonly Span[] {
  if (areEqual(pdu.bytes, 0, pdu.bytes.length, before.bytes, 0, before.bytes.length)) return [];
  const comparison = new Comparison(pdu, before);
  comparison.children(-1, -1, [0, pdu.bytes.length], [0, before.bytes.length]);
  return comparison.changes;
}

type Range = readonly [start: number, end: number];

/** Walks two PDUs side by side. Subtrees with equal octets are passed over, so every octet is compared about once. */
class Comparison {
  readonly changes: { start: number; end: number }[] = [];

  constructor(
    private readonly now: Pdu,
    private readonly old: Pdu,
  ) {}

  /** Compares the fields inside two rows, and the gaps between them. */
  children(row: number, oldRow: number, content: Range, oldContent: Range): void {
    const { now, old } = this;
    const rows = childRows(now.annotations, row);
    const oldRows = childRows(old.annotations, oldRow);
    const counterparts = counterpartsOf(now.annotations, rows, old.annotations, oldRows);
    const oldEndBefore = (i: number) => (i > 0 ? old.annotations.get(oldRows[i - 1], END) : oldContent[0]);
    let [at] = content;
    for (let i = 0; i < rows.length; i++) {
      const [start, end] = extent(now.annotations, rows[i]);
      const place = counterparts[i];
      const oldChild = oldRows[place];
      if (oldChild === undefined) this.mark(at, end);
      else {
        this.gap([at, start], [oldEndBefore(place), old.annotations.get(oldChild, START)]);
        this.field(rows[i], oldChild);
      }
      at = end;
    }
    this.gap([at, content[1]], [oldEndBefore(oldRows.length), oldContent[1]]);
  }

  private field(row: number, oldRow: number): void {
    const { now, old } = this;
    if (this.same(extent(now.annotations, row), extent(old.annotations, oldRow))) return;
    const [head, content, tail] = partsOf(now.annotations, row);
    const [oldHead, oldContent, oldTail] = partsOf(old.annotations, oldRow);
    this.gap(head, oldHead);
    this.children(row, oldRow, content, oldContent);
    this.gap(tail, oldTail);
  }

  /** Octets that a group itself owns: marked as a whole when they differ. */
  private gap(range: Range, oldRange: Range): void {
    if (!this.same(range, oldRange)) this.mark(...range);
  }

  private same([start, end]: Range, [oldStart, oldEnd]: Range): boolean {
    return areEqual(this.now.bytes, start, end, this.old.bytes, oldStart, oldEnd);
  }

  private mark(start: number, end: number): void {
    if (start >= end) return;
    const last = this.changes.at(-1);
    if (last?.end === start) last.end = end;
    else this.changes.push({ start, end });
  }
}

function extent(annotations: Annotations, row: number): Range {
  return [annotations.get(row, START), annotations.get(row, END)];
}

/** Head, content and tail of a row. */
function partsOf(annotations: Annotations, row: number): [Range, Range, Range] {
  const [start, end] = extent(annotations, row);
  const contentStart = annotations.get(row, CONTENT_START);
  const contentEnd = annotations.get(row, CONTENT_END);
  return [
    [start, contentStart],
    [contentStart, contentEnd],
    [contentEnd, end],
  ];
}

/** For each of `rows` the index of its counterpart in `oldRows`, or -1: the field of the same kind and key, or the nth of its kind without key. */
function counterpartsOf(now: Annotations, rows: number[], old: Annotations, oldRows: number[]): number[] {
  const isAlike = (i: number) =>
    i < oldRows.length &&
    now.get(rows[i], KIND) === old.get(oldRows[i], KIND) &&
    now.keyOf(rows[i]) === old.keyOf(oldRows[i]);
  if (rows.every((_, i) => isAlike(i))) return rows.map((_, i) => i);
  const places = new Map(identities(old, oldRows).map((identity, i) => [identity, i]));
  return identities(now, rows).map(identity => places.get(identity) ?? -1);
}

function identities(annotations: Annotations, rows: number[]): string[] {
  const counts = new Map<number, number>();
  return rows.map(row => {
    const kind = annotations.get(row, KIND);
    const key = annotations.keyOf(row);
    if (key !== undefined) return `${kind} ${typeof key} ${key}`;
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    return `${kind} ${count}`;
  });
}

function areEqual(a: Uint8Array, start: number, end: number, b: Uint8Array, bStart: number, bEnd: number): boolean {
  if (end - start !== bEnd - bStart) return false;
  for (let i = start, j = bStart; i < end; i++, j++) if (a[i] !== b[j]) return false;
  return true;
}
