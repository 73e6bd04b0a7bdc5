// Where the messages of a connection stand in its packets.
import type { Direction, Packet } from '../trace/trace';
import type { Conversation, ConversationSegment } from '../wire/reassembly/conversations';
import type { DissectedMessage } from './dissect-stream';
import { OctetRanges } from './octet-ranges';
import type { Slices } from './slices';

/** Packets that are looked at in one slice. */
const SLICE = 500;

/** A message with the packets that carry it, by their numbers in the conversation. */
export interface PlacedMessage {
  readonly id: number;
  readonly dissected: DissectedMessage;
  /** The packet with which its octets begin to come, and the one with which the last of them has come. */
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

/** Places `messages`, which are in the order of each direction's octets. */
export function* placeMessages(conversation: Conversation, messages: readonly DissectedMessage[]): Slices<Placement> {
  const sides = { c2s: new Side(conversation, messages, 'c2s'), s2c: new Side(conversation, messages, 's2c') };
  const loads: ReturnType<Side['take']>[] = [];
  for (const [index, segment] of conversation.segments.entries()) {
    loads.push(sides[segment.direction].take(segment, index));
    if (index % SLICE === 0) yield index / conversation.segments.length;
  }
  // What only packets behind the part carry is not there.
  const extents = [...sides.c2s.extents, ...sides.s2c.extents]
    .filter(({ first }) => first < conversation.segments.length)
    .sort((a, b) => a.first - b.first);
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

/** One direction: its messages by their octets, and which octets have come. */
class Side {
  readonly extents: readonly Extent[];
  private readonly start: number;
  private readonly come = new OctetRanges();

  constructor(conversation: Conversation, messages: readonly DissectedMessage[], direction: Direction) {
    this.start = conversation[direction].start;
    this.extents = messages
      .filter(message => message.direction === direction)
      .map(dissected => ({ dissected, first: Number.POSITIVE_INFINITY, last: -1 }));
  }

  /** Takes segment number `index` of the conversation. */
  take(segment: ConversationSegment, index: number): { readonly carried: Carried[]; readonly repeats: boolean } {
    const start = segment.offset - this.start;
    const end = start + segment.payload.length;
    if (start === end) return { carried: [], repeats: false };
    const repeats = !this.come.add(start, end);
    const carried = this.carriedBy(segment, start, end);
    for (const { extent } of carried) {
      extent.first = Math.min(extent.first, index);
      if (!repeats) extent.last = Math.max(extent.last, index);
    }
    return { carried, repeats };
  }

  private carriedBy(segment: ConversationSegment, start: number, end: number): Carried[] {
    const payloadAt = segment.payload.byteOffset - segment.packet.bytes.byteOffset;
    const carried: Carried[] = [];
    for (let i = this.firstEndingBehind(start); i < this.extents.length; i++) {
      const extent = this.extents[i];
      const { offset, pdu } = extent.dissected;
      if (offset >= end) break;
      const from = Math.max(start, offset);
      const to = Math.min(end, offset + pdu.bytes.length);
      if (from < to) carried.push({ extent, start: from - offset, end: to - offset, at: payloadAt + from - start });
    }
    return carried;
  }

  /** The place of the first message that ends behind octet `at`: by bisection. */
  private firstEndingBehind(at: number): number {
    let low = 0;
    let high = this.extents.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const { offset, pdu } = this.extents[middle].dissected;
      if (offset + pdu.bytes.length <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
