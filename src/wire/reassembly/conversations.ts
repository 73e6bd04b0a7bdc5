// The TCP connections of a capture, each with its segments and its two streams of octets.
import type { CapturedPacket } from '../pcapng/capture';
import { type CapturedSegment, capturedSegmentOf, type Endpoint } from './captured-segment';
import { type CapturedStream, StreamCollector } from './stream';

/** One TCP connection of a capture. */
export interface Conversation {
  /** Who sent the SYN; where none was captured, who sent the first packet. */
  readonly client: Endpoint;
  readonly server: Endpoint;
  /** Of both directions, in the order of capture. */
  readonly segments: readonly ConversationSegment[];
  /** The streams are put together when somebody asks for them. */
  readonly c2s: CapturedStream;
  readonly s2c: CapturedStream;
}

export interface ConversationSegment extends CapturedSegment {
  readonly direction: 'c2s' | 's2c';
  /** Where the payload begins, counted as {@link CapturedStream.start} is. */
  readonly offset: number;
}

interface End {
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly collector: StreamCollector;
}

interface OpenConversation {
  client: string;
  readonly ends: ReadonlyMap<string, End>;
  /** Which direction is which shows in the end, when it is known who the client is. */
  readonly segments: (CapturedSegment & { readonly offset: number; direction: 'c2s' | 's2c' })[];
}

/** The connections of `packets`, in the order of their first packets, and how many packets belong to none. */
export function conversationsOf(packets: Iterable<CapturedPacket>): {
  readonly conversations: Conversation[];
  readonly ignored: number;
} {
  const collector = new ConversationCollector();
  for (const packet of packets) collector.add(packet);
  return collector.finish();
}

/** Sorts packets into connections as they come. */
export class ConversationCollector {
  private readonly all: OpenConversation[] = [];
  private readonly current = new Map<string, OpenConversation>();
  private ignored = 0;

  add(packet: CapturedPacket): void {
    const segment = capturedSegmentOf(packet);
    if (!segment) {
      this.ignored++;
      return;
    }
    const source = nameOf(segment.source);
    const destination = nameOf(segment.destination);
    const conversation = this.conversationOf(segment, source, destination);
    if (segment.syn) conversation.client = segment.ack ? destination : source;
    const offset = conversation.ends.get(source)!.collector.add(segment);
    conversation.segments.push(Object.assign(segment, { offset, direction: 'c2s' as const }));
  }

  finish(): { readonly conversations: Conversation[]; readonly ignored: number } {
    return { conversations: this.all.map(finished), ignored: this.ignored };
  }

  private conversationOf(segment: CapturedSegment, source: string, destination: string): OpenConversation {
    const key = source < destination ? `${source} ${destination}` : `${destination} ${source}`;
    const known = this.current.get(key);
    if (known && !beginsAnew(segment, source, known)) return known;
    const conversation = open(segment);
    this.all.push(conversation);
    this.current.set(key, conversation);
    return conversation;
  }
}

function open(segment: CapturedSegment): OpenConversation {
  const ends = new Map(
    [segment.source, segment.destination].map(endpoint => {
      const name = nameOf(endpoint);
      return [name, { name, endpoint, collector: new StreamCollector() }];
    }),
  );
  return { client: nameOf(segment.source), ends, segments: [] };
}

/** A SYN with another sequence number re-uses the addresses and ports for a new connection. */
function beginsAnew(segment: CapturedSegment, source: string, conversation: OpenConversation): boolean {
  if (!segment.syn || segment.ack) return false;
  return conversation.ends.get(source)!.collector.begunOtherwise(segment.seq);
}

function finished({ client, ends, segments }: OpenConversation): Conversation {
  const clientEnd = ends.get(client)!;
  // A connection of a socket with itself has one end only.
  const serverEnd = [...ends.values()].find(({ name }) => name !== client) ?? clientEnd;
  const { address, port } = clientEnd.endpoint;
  for (const segment of segments)
    if (segment.source.port !== port || segment.source.address !== address) segment.direction = 's2c';
  const streams: { c2s?: CapturedStream; s2c?: CapturedStream } = {};
  return {
    client: clientEnd.endpoint,
    server: serverEnd.endpoint,
    segments,
    get c2s() {
      streams.c2s ??= clientEnd.collector.finish();
      return streams.c2s;
    },
    get s2c() {
      streams.s2c ??= serverEnd.collector.finish();
      return streams.s2c;
    },
  };
}

/** The same connection as if the capture had ended with its segment number `count`. */
export function beginningOf({ client, server, segments }: Conversation, count: number): Conversation {
  const collectors = { c2s: new StreamCollector(), s2c: new StreamCollector() };
  const first = segments.slice(0, count);
  for (const segment of first) collectors[segment.direction].add(segment);
  return { client, server, segments: first, c2s: collectors.c2s.finish(), s2c: collectors.s2c.finish() };
}

/** `address:port`, the address in brackets where it has colons of its own. RFC 3986 §3.2.2. */
export function nameOf({ address, port }: Endpoint): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
