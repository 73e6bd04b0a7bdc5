// Which message each octet of a stream belongs to: the writer's knowledge, for the record. No stub ever asks it what arrived.
import type { Packet } from '../trace/trace';

/** Octets `[start, end)` of the stream: those of a message from octet `from` of it on. */
interface Piece {
  readonly message: number;
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

/** What was written in one direction of a connection, write by write. Other messages may come between two writes of one. */
export class StreamLog {
  private readonly pieces: Piece[] = [];
  /** The piece with which the last segment began: the next one mostly follows, and one that is sent again lies not far before. */
  private first = 0;
  private read = 0;

  /** Octets written so far. */
  get length(): number {
    return this.pieces.at(-1)?.end ?? 0;
  }

  /** `octets` octets of message `message`, from octet `from` of it on, have been written. */
  add(message: number, from: number, octets: number): void {
    const start = this.length;
    this.pieces.push({ message, from, start, end: start + octets });
  }

  /** The other side has read `octets` more; returns the message to which the last of them belongs. */
  readOn(octets: number): number {
    this.read += octets;
    const piece = this.pieces.find(({ end }) => end >= this.read) ?? this.pieces[this.pieces.length - 1];
    return piece.message;
  }

  /** The message to which the octets belong that the other side reads next. */
  get beingRead(): number | undefined {
    return this.pieces.find(({ end }) => end > this.read)?.message;
  }

  /** What a segment with octets `[start, end)` of the stream carries, its payload being `at` octets into the frame. */
  carriedBy(start: number, end: number, at: number): Packet['carries'] {
    const carries: Packet['carries'][number][] = [];
    if (start === end) return carries;
    this.first = this.pieceAt(start);
    for (let i = this.first; i < this.pieces.length && this.pieces[i].start < end; i++) {
      const piece = this.pieces[i];
      const from = Math.max(start, piece.start);
      const to = Math.min(end, piece.end);
      if (from < to) carry(carries, piece, from, to, at + from - start);
    }
    return carries;
  }

  /** Index of the piece that octet `offset` of the stream belongs to. */
  private pieceAt(offset: number): number {
    let index = this.first;
    while (index > 0 && this.pieces[index].start > offset) index--;
    while (index < this.pieces.length && this.pieces[index].end <= offset) index++;
    return index;
  }
}

/** Adds octets `[from, to)` of the stream, which are of `piece`, to those before them: two writes of one message make one run of it. */
function carry(carries: Packet['carries'][number][], piece: Piece, from: number, to: number, at: number): void {
  const start = piece.from + from - piece.start;
  const end = start + to - from;
  const last = carries.at(-1);
  if (last?.message === piece.message && last.end === start) carries[carries.length - 1] = { ...last, end };
  else carries.push({ message: piece.message, start, end, at });
}
