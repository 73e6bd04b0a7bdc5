// Where the messages of a connection stand in its packets.
import type { Direction, Packet } from '../trace/trace';
import type { Conversation, ConversationSegment } from '../wire/reassembly/conversations';
import type { DissectedMessage, Piece } from './dissect-stream';
import { OctetRanges } from './octet-ranges';
import type { Slices } from './slices';

/** Packets that are looked at in one slice. */
const SLICE = 500;

/** A message with the packets that carry it, by their numbers in the conversation. */
export interface PlacedMessage {
  readonly id: number;
  readonly dissected: DissectedMessage;
  /** The packet with which its octets begin to come, and the one with which the last of them is there to be read. */
  readonly first: number;
  readonly last: number;
}

/** What a packet carries, and whether all of it was there before. */
export interface Load {
  readonly carries: Packet['carries'];
  readonly repeats: boolean;
}

export interface Placement {
  /** In the order in which they begin. */
  readonly messages: readonly PlacedMessage[];
  /** One for each segment of the conversation. */
  readonly loads: readonly Load[];
}

interface Extent {
  readonly dissected: DissectedMessage;
  first: number;
  last: number;
}

interface Carried {
  readonly extent: Extent;
  readonly start: number;
  readonly end: number;
  readonly at: number;
}

/** Places `messages`. */
export function* placeMessages(conversation: Conversation, messages: readonly DissectedMessage[]): Slices<Placement> {
  const sides = { c2s: new Side(conversation, messages, 'c2s'), s2c: new Side(conversation, messages, 's2c') };
  const loads: ReturnType<Side['take']>[] = [];
  for (const [index, segment] of conversation.segments.entries()) {
    loads.push(sides[segment.direction].take(segment, index));
    if (index % SLICE === 0) yield index / conversation.segments.length;
  }
  sides.c2s.finish();
  sides.s2c.finish();
  // What only packets behind the part carry is not there.
  const extents = [...sides.c2s.extents, ...sides.s2c.extents]
    .filter(({ first }) => first < conversation.segments.length)
    .sort((a, b) => a.first - b.first || a.dissected.offset - b.dissected.offset);
  const placed = extents.map(({ dissected, first, last }, id) => ({
    id,
    dissected,
    first,
    last: Math.max(first, last),
  }));
  const ids = new Map(extents.map((extent, id) => [extent, id]));
  return {
    messages: placed,
    loads: loads.map(({ carried, repeats }) => ({
      repeats,
      carries: carried.map(({ extent, start, end, at }) => ({ message: ids.get(extent)!, start, end, at })),
    })),
  };
}

/** Octets of a message that stand together in the stream. */
interface PlacedPiece extends Piece {
  readonly extent: Extent;
}

/** One direction: its messages by their octets, and which octets have come. */
class Side {
  readonly extents: readonly Extent[];
  private readonly pieces: readonly PlacedPiece[];
  private readonly start: number;
  private readonly come = new OctetRanges();
  /** Of the segments that have brought something new: the first new octet, and their number. */
  private readonly news: { readonly from: number; readonly index: number }[] = [];

  constructor(conversation: Conversation, messages: readonly DissectedMessage[], direction: Direction) {
    this.start = conversation[direction].start;
    this.extents = messages
      .filter(message => message.direction === direction)
      .map(dissected => ({ dissected, first: Number.POSITIVE_INFINITY, last: -1 }));
    this.pieces = this.extents
      .flatMap(extent => extent.dissected.pieces.map(piece => ({ ...piece, extent })))
      .sort((a, b) => a.offset - b.offset);
  }

  /** Takes segment number `index` of the conversation. */
  take(segment: ConversationSegment, index: number): { readonly carried: Carried[]; readonly repeats: boolean } {
    const start = segment.offset - this.start;
    const end = start + segment.payload.length;
    if (start === end) return { carried: [], repeats: false };
    const from = this.come.add(start, end);
    if (from !== undefined) this.news.push({ from, index });
    const carried = this.carriedBy(segment, start, end);
    for (const { extent } of carried) extent.first = Math.min(extent.first, index);
    return { carried, repeats: from === undefined };
  }

  /** All segments have been taken. An octet is there when all octets before it are: TCP holds back what comes earlier. RFC 9293 §3.10.7.4. */
  finish(): void {
    this.news.sort((a, b) => a.from - b.from);
    let next = 0;
    let latest = -1;
    for (const { extent, offset, length } of this.pieces) {
      for (; next < this.news.length && this.news[next].from < offset + length; next++)
        latest = Math.max(latest, this.news[next].index);
      extent.last = latest;
    }
  }

  private carriedBy(segment: ConversationSegment, start: number, end: number): Carried[] {
    const payloadAt = segment.payload.byteOffset - segment.packet.bytes.byteOffset;
    const carried: Carried[] = [];
    for (let i = this.firstEndingBehind(start); i < this.pieces.length && this.pieces[i].offset < end; i++) {
      const { extent, offset, length, start: before } = this.pieces[i];
      const from = Math.max(start, offset);
      const to = Math.min(end, offset + length);
      const shift = before - offset;
      if (from < to) carried.push({ extent, start: from + shift, end: to + shift, at: payloadAt + from - start });
    }
    return carried;
  }

  /** The place of the first piece that ends behind octet `at`: by bisection. */
  private firstEndingBehind(at: number): number {
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const { offset, length } = this.pieces[middle];
      if (offset + length <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
