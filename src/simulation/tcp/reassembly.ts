// Segments that have come in before those that precede them in the stream. RFC 9293 §3.10.7.4 (seventh check), RFC 2018 §4.
import type { SackBlock } from '../../wire/tcp/options';
import { type ControlBlock, NOTHING_WAITS } from './control-block';
import { distance, plus, type SeqNumber } from './seq-number';

/** A run of the stream behind a gap; `fin` when the stream ends with it. */
export interface Piece {
  readonly seq: SeqNumber;
  readonly octets: Uint8Array;
  readonly fin: boolean;
}

/** What waits for a gap to close, in the order of the stream, without overlaps; and where the last segment came in. */
export interface Reassembly {
  readonly pieces: readonly Piece[];
  readonly latest: SeqNumber | undefined;
}

/** The sequence number behind a piece: FIN takes one. */
function endOf({ seq, octets, fin }: Piece): SeqNumber {
  return plus(seq, octets.length + (fin ? 1 : 0));
}

/** `piece` has come in behind a gap. What of it is there already is left away: what came first counts. */
export function inserted({ pieces }: Reassembly, piece: Piece): Reassembly {
  const kept: Piece[] = [];
  let rest: Piece | undefined = piece;
  for (const other of pieces) {
    const before: Piece | undefined = rest && partBefore(rest, other.seq);
    if (before) kept.push(before);
    kept.push(other);
    rest = rest && partFrom(rest, endOf(other));
  }
  if (rest) kept.push(rest);
  return { pieces: kept, latest: piece.seq };
}

/** The pieces that follow `rcvNxt` without a gap, without what is before it; and what still waits. */
export function inSequence(
  reassembly: Reassembly,
  rcvNxt: SeqNumber,
): { readonly next: readonly Piece[]; readonly waiting: Reassembly } {
  const next: Piece[] = [];
  let expected = rcvNxt;
  let taken = 0;
  for (const piece of reassembly.pieces) {
    if (distance(piece.seq, expected) > 0) break;
    taken++;
    const rest = partFrom(piece, expected);
    if (!rest) continue;
    next.push(rest);
    expected = endOf(rest);
  }
  const pieces = reassembly.pieces.slice(taken);
  return { next, waiting: pieces.length === 0 ? NOTHING_WAITS : { ...reassembly, pieces } };
}

/** What SACK tells: first what has come in twice (RFC 2883 §4), then runs without gaps, first the one that grew last (RFC 2018 §4). */
export function blocksToTell({ duplicate, reassembly, extensions }: ControlBlock): SackBlock[] {
  // The header has room for four blocks, for three beside timestamps: RFC 2018 §3.
  const most = extensions.timestamps ? 3 : 4;
  return [...(duplicate ? [duplicate] : []), ...runs(reassembly)].slice(0, most);
}

/** Octets that the option with them takes, in words of four: so much less text has room in the segment. */
export function sackLength(block: ControlBlock): number {
  return 4 + 8 * blocksToTell(block).length;
}

function runs({ pieces, latest }: Reassembly): SackBlock[] {
  const blocks: { left: SeqNumber; right: SeqNumber }[] = [];
  for (const piece of pieces) {
    const last = blocks.at(-1);
    if (last?.right === piece.seq) last.right = endOf(piece);
    else blocks.push({ left: piece.seq, right: endOf(piece) });
  }
  const grown = blocks.findIndex(
    ({ left, right }) => latest !== undefined && distance(latest, left) >= 0 && distance(latest, right) < 0,
  );
  if (grown > 0) blocks.unshift(...blocks.splice(grown, 1));
  return blocks;
}

/** The part of `piece` before `seq`, if there is one. */
function partBefore(piece: Piece, seq: SeqNumber): Piece | undefined {
  const length = distance(seq, piece.seq);
  if (length <= 0) return undefined;
  if (distance(endOf(piece), seq) <= 0) return piece;
  return { seq: piece.seq, octets: piece.octets.subarray(0, length), fin: false };
}

/** The part of `piece` from `seq` on, if there is one. */
function partFrom(piece: Piece, seq: SeqNumber): Piece | undefined {
  if (distance(endOf(piece), seq) <= 0) return undefined;
  const skipped = Math.max(0, distance(seq, piece.seq));
  return skipped === 0 ? piece : { seq, octets: piece.octets.subarray(skipped), fin: piece.fin };
}
