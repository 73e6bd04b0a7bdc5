// One direction of a connection, taken apart into messages.
import type { Dissected, Protocol, StreamDissector } from '../protocols/protocol';
import type { Direction } from '../trace/trace';
import type { CapturedStream, Chunk } from '../wire/reassembly/stream';
import type { Slices } from './slices';

/** Octets that a dissector is given at once. */
const PORTION = 32 * 1024;

export interface DissectedMessage extends Dissected {
  readonly direction: Direction;
  /** Octets of the stream before it. */
  readonly offset: number;
  /** When its first octet was captured, in microseconds since 1970. */
  readonly atMicros: number;
  /** The stream, or what was captured of it, ended before the message was known to be complete. */
  readonly isLast: boolean;
}

/** Dissects `stream`. Behind a hole in it dissection starts anew: nothing that came before can be relied on. */
export function* dissectStream(
  protocol: Protocol,
  direction: Direction,
  stream: CapturedStream,
): Slices<DissectedMessage[]> {
  const messages: DissectedMessage[] = [];
  const total = stream.chunks.reduce((sum, { octets }) => sum + octets.length, 0);
  let done = 0;
  for (const chunk of stream.chunks) {
    const dissector = protocol.dissect(direction);
    const capturedAt = timesOf(chunk);
    let { offset } = chunk;
    for (const { dissected, isLast, pushed } of portions(dissector, chunk.octets)) {
      for (const each of dissected) {
        messages.push({ ...each, direction, offset, atMicros: capturedAt(offset), isLast });
        offset += each.pdu.bytes.length;
      }
      yield (done + pushed) / total;
    }
    done += chunk.octets.length;
  }
  return messages;
}

function* portions(dissector: StreamDissector, octets: Uint8Array) {
  for (let at = 0; at < octets.length; at += PORTION) {
    const pushed = Math.min(octets.length, at + PORTION);
    yield { dissected: dissector.push(octets.subarray(at, pushed)), isLast: false, pushed };
  }
  yield { dissected: dissector.end(), isLast: true, pushed: octets.length };
}

/** Tells when an octet was captured. It must be asked in the order of the octets. */
function timesOf({ arrivals }: Chunk): (offset: number) => number {
  let next = 0;
  return offset => {
    while (next + 1 < arrivals.length && arrivals[next + 1].offset <= offset) next++;
    return arrivals[next].atMicros;
  };
}
