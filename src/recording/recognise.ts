// Which protocol a connection speaks, by the first octets of both directions.
import type { Protocol } from '../protocols/protocol';
import { beginningOf, type Conversation } from '../wire/reassembly/conversations';
import type { CapturedStream } from '../wire/reassembly/stream';

/** Octets of each direction that a protocol looks at. */
const FIRST_OCTETS = 4096;
/** Below this a protocol does not count as recognised. */
const SURE_ENOUGH = 0.5;

/** Packets that are looked into. */
const FIRST_PACKETS = 64;

/** The protocol of `protocols` that is the surest that the conversation is its own; undefined when none is sure enough. */
export function recognised(
  streams: Pick<Conversation, 'c2s' | 's2c'>,
  protocols: readonly Protocol[],
): Protocol | undefined {
  const c2s = firstOctets(streams.c2s);
  const s2c = firstOctets(streams.s2c);
  let surest: { protocol: Protocol; sureness: number } | undefined;
  for (const protocol of protocols) {
    const sureness = protocol.recognise(c2s, s2c);
    if (sureness >= SURE_ENOUGH && sureness > (surest?.sureness ?? 0)) surest = { protocol, sureness };
  }
  return surest?.protocol;
}

/** The same from its first packets, without putting all of the conversation together. */
export function recognisedEarly(conversation: Conversation, protocols: readonly Protocol[]): Protocol | undefined {
  return recognised(beginningOf(conversation, FIRST_PACKETS), protocols);
}

function firstOctets(stream: CapturedStream): Uint8Array {
  return stream.chunks[0]?.octets.subarray(0, FIRST_OCTETS) ?? new Uint8Array(0);
}
