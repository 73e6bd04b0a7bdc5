// The application's octets of each TCP connection of a run, put together again from its packets.
import { type Journey, journeysOf } from '../trace/journeys';
import type { Trace } from '../trace/trace';
import { LINKTYPE } from '../wire/pcapng/capture';
import { conversationsOf } from '../wire/reassembly/conversations';
import type { CapturedStream } from '../wire/reassembly/stream';

/** What went over one connection. */
export interface ApplicationStreams {
  readonly c2s: Uint8Array;
  readonly s2c: Uint8Array;
}

/** The streams of every connection, in the order of opening. Octets that were never sent successfully are left out. */
export function applicationStreams(trace: Trace): ApplicationStreams[] {
  const ways = journeysOf(trace);
  return trace.connections.map((_, connection) => {
    const packets = trace.packets
      .filter(packet => packet.connection === connection && isTaken(ways[packet.id]))
      .map(packet => ({
        atMicros: packet.sentAt,
        linkType: LINKTYPE.ETHERNET,
        bytes: packet.arrivedBytes ?? packet.bytes,
        originalLength: packet.bytes.length,
      }));
    const [conversation] = conversationsOf(packets).conversations;
    return { c2s: octetsOf(conversation?.c2s), s2c: octetsOf(conversation?.s2c) };
  });
}

function isTaken({ dropped, discarded }: Journey): boolean {
  return dropped === undefined && discarded === undefined;
}

function octetsOf(stream: CapturedStream | undefined): Uint8Array {
  const chunks = stream?.chunks ?? [];
  const octets = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.octets.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    octets.set(chunk.octets, at);
    at += chunk.octets.length;
  }
  return octets;
}
