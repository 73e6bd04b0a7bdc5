// One row of a hex dump as runs of text: as few as there are changes of tone, because a row of one text node draws fastest.
import { type Dissection, fieldAt } from '../../trace/dissection';
import { type Tone, toneOf } from '../../trace/tone';
import { glyphsOf } from './glyphs';

/** Consecutive characters of one tone; `cells` is set where a single character takes the room of several octets. */
export interface Run {
  readonly tone: Tone | undefined;
  readonly text: string;
  readonly cells?: number;
}

export interface HexRow {
  readonly hex: readonly Run[];
  readonly text: readonly Run[];
}

const PAIRS = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, '0'));

/** The octets from `start` on, at most `perRow`, in groups of eight. */
export function hexRow(dissection: Dissection, start: number, perRow: number): HexRow {
  const end = Math.min(start + perRow, dissection.bytes.length);
  const octets = octetsOf(dissection, start, end);
  const tones = octets.map(({ tone }) => tone);
  return { hex: hexRuns(dissection.bytes, start, end, tones), text: textRuns(dissection.bytes, start, end, octets) };
}

/** What an octet belongs to. */
interface Octet {
  readonly tone: Tone | undefined;
  /** Whether its field holds text. Elsewhere octets above 0x7f are figures, whatever they look like. */
  readonly isText: boolean;
}

/** The octets of `[start, end)`. */
function octetsOf(dissection: Dissection, start: number, end: number): Octet[] {
  const octets: Octet[] = [];
  for (let at = start; at < end; ) {
    const field = fieldAt(dissection, at);
    const tone = field && toneOf(dissection.layers[field.layer].annotations, field.node);
    const octet = { tone, isText: field?.node.kind.reads === 'text' };
    const until = Math.min(end, Math.max(at + 1, ownEnd(dissection, field?.layer ?? 0, field?.end ?? end, at)));
    for (; at < until; at++) octets.push(octet);
  }
  return octets;
}

/** Where a field ends for drawing: a message that lies on a field of the headers interrupts it. */
function ownEnd({ layers }: Dissection, layer: number, end: number, at: number): number {
  return layers.reduce((least, over, i) => (i > layer && over.at > at ? Math.min(least, over.at) : least), end);
}

/** Spaces between octets belong to a run when both neighbours do, so that an underline is not torn. */
function hexRuns(bytes: Uint8Array, start: number, end: number, tones: readonly (Tone | undefined)[]): Run[] {
  const runs = new RunWriter();
  for (let i = 0; i < end - start; i++) {
    if (i > 0) runs.add(tones[i] === tones[i - 1] ? tones[i] : undefined, i % 8 === 0 ? '  ' : ' ');
    runs.add(tones[i], PAIRS[bytes[start + i]]);
  }
  return runs.runs;
}

function textRuns(bytes: Uint8Array, start: number, end: number, octets: readonly Octet[]): Run[] {
  const runs = new RunWriter();
  let at = 0;
  for (const { text, cells } of glyphsOf(bytes, start, end, i => octets[i - start].isText)) {
    if (cells === 1 && text.charCodeAt(0) < 0x100) runs.add(octets[at].tone, text);
    else runs.runs.push({ tone: octets[at].tone, text, cells });
    at += cells;
  }
  return runs.runs;
}

class RunWriter {
  readonly runs: Run[] = [];

  add(tone: Tone | undefined, text: string): void {
    const last = this.runs.at(-1);
    if (last && last.tone === tone && last.cells === undefined)
      this.runs[this.runs.length - 1] = { tone, text: last.text + text };
    else this.runs.push({ tone, text });
  }
}
