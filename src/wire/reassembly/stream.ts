// Puts the payloads of one direction of a TCP connection in order. RFC 9293 §3.4 (sequence numbers), §3.10.7.4 (overlaps).

/** Octets of a stream without a hole in them. */
export interface Chunk {
  /** Octets of the stream before it, the missing ones included. */
  readonly offset: number;
  /** All of them in one piece, put together when somebody asks for it. */
  readonly octets: Uint8Array;
  /** The same as the segments brought them: where the new octets of each begin in the stream, and when they were captured. */
  readonly arrivals: readonly Arrival[];
}

interface Arrival {
  readonly offset: number;
  readonly atMicros: number;
  readonly octets: Uint8Array;
}

/** One direction of a connection as far as the capture shows it. */
export interface CapturedStream {
  /** In order. More than one when octets are missing in between. */
  readonly chunks: readonly Chunk[];
  /** Octets that were sent, as the sequence numbers tell, but are not in the capture. */
  readonly missing: number;
  /** Octets captured more than once: retransmissions and overlaps. */
  readonly repeated: number;
  /** What {@link StreamCollector.add} calls the first octet of the stream: below 0 when it came late. */
  readonly start: number;
}

interface Piece {
  readonly offset: number;
  readonly octets: Uint8Array;
  readonly atMicros: number;
}

/** Collects the segments of one direction, in the order of capture. */
export class StreamCollector {
  private readonly pieces: Piece[] = [];
  /** Sequence number of the first octet of the stream, when known. */
  private firstSeq: number | undefined;
  /** The largest offset so far, for telling how often the 32-bit sequence number has wrapped around. */
  private latest = 0;
  private endOffset: number | undefined;

  /** Sequence number of the SYN, if one was captured. */
  private synSeq: number | undefined;

  /** Whether a SYN with the sequence number `seq` begins another connection than the one collected here. */
  begunOtherwise(seq: number): boolean {
    return this.synSeq === undefined ? this.firstSeq !== undefined : this.synSeq !== seq;
  }

  /** Takes the next segment of the capture. Returns where its payload begins: octets behind the first that was known at its time. */
  add(segment: { seq: number; syn: boolean; fin: boolean; payload: Uint8Array; atMicros: number }): number {
    // A SYN takes one sequence number of its own; data may ride on it.
    const seq = segment.syn ? (segment.seq + 1) >>> 0 : segment.seq;
    if (segment.syn) this.synSeq ??= segment.seq;
    this.firstSeq ??= seq;
    const offset = this.latest + ((seq - this.firstSeq - this.latest) | 0);
    const end = offset + segment.payload.length;
    if (segment.payload.length > 0) this.pieces.push({ offset, octets: segment.payload, atMicros: segment.atMicros });
    if (segment.fin) this.endOffset = Math.max(this.endOffset ?? 0, end);
    this.latest = Math.max(this.latest, end);
    return offset;
  }

  /** The stream. Of octets captured twice the first capture counts, as it does for a receiver. */
  finish(): CapturedStream {
    const pieces = isInOrder(this.pieces) ? this.pieces : [...this.pieces].sort((a, b) => a.offset - b.offset);
    // Without the SYN, the lowest offset is the first octet that the capture knows of, and offsets below 0 are real.
    const start = this.synSeq === undefined ? Math.min(0, pieces[0]?.offset ?? 0) : 0;
    const chunks: Piece[][] = [];
    let end = start;
    let missing = 0;
    let repeated = 0;
    for (const piece of pieces) {
      const overlap = Math.max(0, Math.min(end - piece.offset, piece.octets.length));
      repeated += overlap;
      if (overlap === piece.octets.length) continue;
      const fresh =
        overlap === 0 ? piece : { ...piece, offset: piece.offset + overlap, octets: piece.octets.subarray(overlap) };
      const gap = fresh.offset - end;
      missing += gap;
      if (gap > 0 || chunks.length === 0) chunks.push([fresh]);
      else chunks[chunks.length - 1].push(fresh);
      end = fresh.offset + fresh.octets.length;
    }
    if (this.endOffset !== undefined) missing += Math.max(0, this.endOffset - end);
    return { chunks: chunks.map(list => joined(list, start)), missing, repeated, start };
  }
}

/** Most captures are: sorting would cost more than all the rest. */
function isInOrder(pieces: readonly Piece[]): boolean {
  return pieces.every((piece, i) => i === 0 || pieces[i - 1].offset <= piece.offset);
}

function joined(pieces: readonly Piece[], start: number): Chunk {
  const first = pieces[0].offset;
  const last = pieces[pieces.length - 1];
  let octets: Uint8Array | undefined;
  return {
    offset: first - start,
    get octets() {
      octets ??= together(pieces, first, last.offset + last.octets.length - first);
      return octets;
    },
    arrivals: start === 0 ? pieces : pieces.map(piece => ({ ...piece, offset: piece.offset - start })),
  };
}

function together(pieces: readonly Piece[], first: number, length: number): Uint8Array {
  const octets = new Uint8Array(length);
  for (const piece of pieces) octets.set(piece.octets, piece.offset - first);
  return octets;
}
