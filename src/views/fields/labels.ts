// What a row of the field tree is called: the specification's name, and for a value of the call its place in it: `[0] a: int`.
import { typeText } from '../../idl/print';
import { cutText } from '../../idl/summarize';
import type { Member, Type } from '../../idl/types';
import type { Dissection, PlacedField } from '../../trace/dissection';
import { messageOf } from '../../trace/questions';
import type { Exchange, Trace } from '../../trace/trace';
import { textSpanOfRow } from '../../trace/value-span';
import { visibleText } from '../../trace/visible-text';
import { leafAt, type ValuePath, valuePathOf } from '../../wire/bytes/field-tree';
import { fieldValue } from '../../wire/bytes/field-value';

/** Longer values are cut: a row is one line. */
const LONGEST_VALUE = 60;

export interface FieldLabel {
  /** `[0] a`, `street`, or the kind's name. */
  readonly name: string;
  /** The interface's type of an argument, or of the result. */
  readonly type?: string;
}

/** The label of `field`. */
export function fieldLabel(trace: Trace, dissection: Dissection, { layer, node }: PlacedField): FieldLabel {
  const { annotations } = dissection.layers[layer];
  const key = node.part === 'field' ? annotations.keyOf(node.row) : undefined;
  if (key === undefined) return { name: node.name };
  const path = valuePathOf(annotations, node.row);
  const named = memberAt(trace, dissection, path);
  if (named?.member) return { name: `[${named.index}] ${named.member.name}`, type: typeText(named.member.type) };
  if (named?.type) return { name: node.name, type: typeText(named.type) };
  const isInside = path.length > (path[0] === 'batch' ? 3 : 1) && path[0] !== 'error';
  return { name: isInside ? (typeof key === 'number' ? `[${key}]` : key) : node.name };
}

/** Which parameter, or result, the value path means. Undefined for anything inside of one, and for other paths. */
export function memberAt(
  trace: Trace,
  dissection: Dissection,
  path: ValuePath,
): { method: string; index?: number; member?: Member; type?: Type } | undefined {
  const [batch, nth] = path[0] === 'batch' ? [1, Number(path[1])] : [0, 0];
  const [part, index, ...inside] = path.slice(batch * 2);
  const exchange = exchangeOf(trace, dissection);
  // A multicall written out as a call looks like a batch, but its parts are none of the interface's.
  const call = exchange?.batch === (batch === 1) ? exchange.calls[nth] : undefined;
  const method = trace.service.methods.find(({ name }) => name === call?.method);
  if (!method || inside.length > 0) return undefined;
  if (part === 'result') return index === undefined ? { method: method.name, type: method.result } : undefined;
  if (part !== 'args' || index === undefined) return undefined;
  const place = typeof index === 'number' ? index : method.params.findIndex(({ name }) => name === index);
  return { method: method.name, index: place, member: method.params[place] };
}

function exchangeOf(trace: Trace, { ref }: Dissection): Exchange | undefined {
  const message = messageOf(trace, ref);
  return message === undefined ? undefined : trace.exchanges[trace.messages[message].exchange];
}

/** What `field` holds, in a line; undefined for a field that only holds others. */
export function valueText(dissection: Dissection, field: PlacedField): string | undefined {
  const { layer, node } = field;
  const { annotations, at, start: from, end: to } = dissection.layers[layer];
  if (node.leaf) return cut(fieldValue({ ...node, ...clipped(field) }, dissection.bytes));
  // A line of a header is read as a line, its name and colon included.
  const text = node.kind.format === 'http1' ? node : textSpanOfRow(annotations, node.row);
  if (!text || text.start < from || text.end > to || text.end - text.start > LONGEST_VALUE * 4) return undefined;
  const shift = at - from;
  // A group reads as the one field in it that is its value, where there is one: a number as a number.
  const inner = leafAt(annotations, text.start);
  const reader = inner?.start === text.start && inner.end === text.end ? inner : node;
  const value = fieldValue({ ...reader, start: text.start + shift, end: text.end + shift }, dissection.bytes);
  return cut(text === node ? String(value).trimEnd() : value);
}

function clipped({ start, end }: PlacedField): { start: number; end: number } {
  return { start, end: Math.min(end, start + LONGEST_VALUE * 4) };
}

function cut(value: string | number): string {
  return cutText(visibleText(String(value)), LONGEST_VALUE);
}
