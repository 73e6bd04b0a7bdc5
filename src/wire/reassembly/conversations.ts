// The TCP connections of a capture, each with its two streams of octets.
import type { CapturedPacket } from '../pcapng/capture';
import { type CapturedSegment, capturedSegmentOf, type Endpoint } from './captured-segment';
import { type CapturedStream, StreamCollector } from './stream';

/** One TCP connection of a capture. */
export interface Conversation {
  /** Who sent the SYN; where none was captured, who sent the first packet. */
  readonly client: Endpoint;
  readonly server: Endpoint;
  readonly c2s: CapturedStream;
  readonly s2c: CapturedStream;
}

interface OpenConversation {
  client: string;
  readonly ends: ReadonlyMap<string, { readonly endpoint: Endpoint; readonly collector: StreamCollector }>;
}

/** The connections of `packets`, in the order of their first packets, and how many packets belong to none. */
export function conversationsOf(packets: Iterable<CapturedPacket>): {
  readonly conversations: Conversation[];
  readonly ignored: number;
} {
  const all: OpenConversation[] = [];
  const current = new Map<string, OpenConversation>();
  let ignored = 0;
  for (const packet of packets) {
    const segment = capturedSegmentOf(packet);
    if (!segment) {
      ignored++;
      continue;
    }
    const source = nameOf(segment.source);
    const destination = nameOf(segment.destination);
    const key = [source, destination].sort().join(' ');
    let conversation = current.get(key);
    if (!conversation || beginsAnew(segment, conversation)) {
      conversation = open(segment);
      all.push(conversation);
      current.set(key, conversation);
    }
    if (segment.syn) conversation.client = segment.ack ? destination : source;
    conversation.ends.get(source)!.collector.add(segment);
  }
  return { conversations: all.map(finished), ignored };
}

function open(segment: CapturedSegment): OpenConversation {
  const ends = new Map(
    [segment.source, segment.destination].map(endpoint => [
      nameOf(endpoint),
      { endpoint, collector: new StreamCollector() },
    ]),
  );
  return { client: nameOf(segment.source), ends };
}

/** A SYN with another sequence number re-uses the addresses and ports for a new connection. */
function beginsAnew(segment: CapturedSegment, conversation: OpenConversation): boolean {
  if (!segment.syn || segment.ack) return false;
  return conversation.ends.get(nameOf(segment.source))!.collector.begunOtherwise(segment.seq);
}

function finished({ client, ends }: OpenConversation): Conversation {
  const clientEnd = ends.get(client)!;
  // A connection of a socket with itself has one end only.
  const serverEnd = [...ends].find(([name]) => name !== client)?.[1] ?? clientEnd;
  return {
    client: clientEnd.endpoint,
    server: serverEnd.endpoint,
    c2s: clientEnd.collector.finish(),
    s2c: serverEnd.collector.finish(),
  };
}

/** `address:port`, the address in brackets where it has colons of its own. RFC 3986 §3.2.2. */
export function nameOf({ address, port }: Endpoint): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
