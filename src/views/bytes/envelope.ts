// The envelopes that a PDU is made of, one inside the other: Ethernet around IPv4 around TCP around HTTP around the document, and in it the method's name and the values.
import { cutText } from '../../idl/summarize';
import type { Dissection, Layer, Span } from '../../trace/dissection';
import { isMethodName, layerTone, type Tone } from '../../trace/tone';
import { valueSpanOfRow } from '../../trace/value-span';
import { END, KIND, START } from '../../wire/bytes/annotations';
import { fieldKind } from '../../wire/bytes/field-kind';
import { childRows, leafAt } from '../../wire/bytes/field-tree';
import { fieldValue } from '../../wire/bytes/field-value';

export interface Envelope extends Span {
  readonly tone: Tone;
  /** Format of its outermost field; the view has a name for it. */
  readonly format: string;
  /** What it says, cut short: a method's name, a value. */
  readonly text?: string;
  /** How many values stand behind one box, where they are too many for a box each. */
  readonly values?: number;
  readonly parts: readonly Envelope[];
}

/** More values than these are drawn as one. */
const MOST_VALUES = 6;
/** Longer texts are cut. */
const LONGEST_TEXT = 16;

const decoder = new TextDecoder();

/** The outermost envelopes of `dissection`, in order. */
export function envelopesOf(dissection: Dissection): Envelope[] {
  const own = layerEnvelopes(dissection, 0, -1, undefined);
  const carried = dissection.layers.slice(1).flatMap((_, i) => layerEnvelopes(dissection, i + 1, -1, undefined));
  return carried.length === 0 ? own : own.map(envelope => withCarried(envelope, carried));
}

/** Octets of the envelope that are in none of its parts: its own head and tail. */
export function ownLength({ start, end, parts }: Envelope): number {
  return parts.reduce((rest, part) => rest - (part.end - part.start), end - start);
}

/** Puts messages into the innermost header. */
function withCarried(envelope: Envelope, carried: Envelope[]): Envelope {
  const parts = envelope.parts.length === 0 ? carried : envelope.parts.map(part => withCarried(part, carried));
  return { ...envelope, parts };
}

/** The envelopes among the fields inside `row`: where the tone changes from `around`, one begins. */
function layerEnvelopes(dissection: Dissection, index: number, row: number, around: Tone | undefined): Envelope[] {
  const layer = dissection.layers[index];
  const found: Envelope[] = [];
  let run: number[] = [];
  const closeRun = () => {
    if (run.length > 0) found.push(...envelopeOfRows(dissection, index, run));
    run = [];
  };
  for (const child of childRows(layer.annotations, row)) {
    const tone = toneOfRow(layer, child);
    if (tone === around || !isShown(layer, child)) {
      closeRun();
      found.push(...layerEnvelopes(dissection, index, child, around));
    } else {
      if (run.length > 0 && toneOfRow(layer, run[0]) !== tone) closeRun();
      run.push(child);
    }
  }
  closeRun();
  return found;
}

function envelopeOfRows(dissection: Dissection, index: number, rows: readonly number[]): Envelope[] {
  const layer = dissection.layers[index];
  const { annotations } = layer;
  const span = placedSpan(layer, annotations.get(rows[0], START), annotations.get(rows.at(-1)!, END));
  if (!span) return [];
  const tone = toneOfRow(layer, rows[0]);
  const { format } = fieldKind(annotations.get(rows[0], KIND));
  const parts =
    tone === 'document'
      ? rows.flatMap(row => documentParts(dissection, layer, row))
      : rows.flatMap(row => layerEnvelopes(dissection, index, row, tone));
  return [{ ...span, tone, format, parts: tone === 'document' ? fewValues(parts) : parts }];
}

/** The method's name and the outermost values inside row `row`: of a batch, those of each of its calls. */
function documentParts(dissection: Dissection, layer: Layer, row: number, isInBatch = false): Envelope[] {
  const { annotations } = layer;
  const kind = fieldKind(annotations.get(row, KIND));
  const key = annotations.keyOf(row);
  const isName = isMethodName(kind);
  const holdsMore = key === undefined || key === 'args' || key === 'batch' || isInBatch;
  if (holdsMore && !isName)
    // XML has elements of no name of their own between a batch and its calls.
    return childRows(annotations, row).flatMap(child =>
      documentParts(dissection, layer, child, key === 'batch' || (key === undefined && isInBatch)),
    );
  const content = valueSpanOfRow(annotations, row);
  const span = placedSpan(layer, content.start, content.end);
  if (!span) return [];
  const text = numberText(dissection.bytes, layer, content, span) ?? shortText(dissection.bytes, span);
  return [{ ...span, tone: isName ? 'name' : 'value', format: kind.format, text, parts: [] }];
}

/** What a value of one field says that is no text: a number in binary. Undefined for others. */
function numberText(bytes: Uint8Array, { annotations }: Layer, content: Span, shown: Span): string | undefined {
  const leaf = leafAt(annotations, content.start);
  const isWhole = leaf?.end === content.end && shown.end - shown.start === content.end - content.start;
  if (!leaf || !isWhole || leaf.kind.reads === 'text') return undefined;
  return cutText(String(fieldValue({ ...leaf, ...shown }, bytes)), LONGEST_TEXT);
}

function shortText(bytes: Uint8Array, { start, end }: Span): string {
  return cutText(decoder.decode(bytes.subarray(start, Math.min(end, start + LONGEST_TEXT * 4))), LONGEST_TEXT);
}

function fewValues(parts: Envelope[]): Envelope[] {
  const values = parts.filter(part => part.tone === 'value');
  if (values.length <= MOST_VALUES) return parts;
  const all = { ...values[0], end: values.at(-1)!.end, text: undefined, values: values.length };
  return [...parts.filter(part => part.tone !== 'value'), all];
}

function isShown(layer: Layer, row: number): boolean {
  return layer.annotations.get(row, START) < layer.annotations.get(row, END);
}

function toneOfRow(layer: Layer, row: number): Tone {
  return layerTone(fieldKind(layer.annotations.get(row, KIND)));
}

/** Octets of the layer's PDU as octets of the dissection; undefined when the layer shows none of them. */
function placedSpan(layer: Layer, start: number, end: number): Span | undefined {
  const from = Math.max(start, layer.start);
  const to = Math.min(end, layer.end);
  const shift = layer.at - layer.start;
  return from < to ? { start: from + shift, end: to + shift } : undefined;
}
