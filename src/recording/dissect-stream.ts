// One direction of a connection, taken apart into messages.
import type { Dissected, Protocol } from '../protocols/protocol';
import type { Direction } from '../trace/trace';
import type { CapturedStream, Chunk } from '../wire/reassembly/stream';
import type { Slices } from './slices';

export interface DissectedMessage extends Dissected {
  readonly direction: Direction;
  /** Octets of the stream before it. */
  readonly offset: number;
  /** When its first octet was captured, in microseconds since 1970. */
  readonly atMicros: number;
  /** The stream, or what was captured of it, ended before the message was known to be complete. */
  readonly isLast: boolean;
}

/** Dissects `stream`, of which the messages that end before octet `from` are passed over. Behind a hole in it dissection starts anew: nothing that came before can be relied on. */
export function* dissectStream(
  protocol: Protocol,
  direction: Direction,
  stream: CapturedStream,
  from = 0,
): Slices<DissectedMessage[]> {
  const messages: DissectedMessage[] = [];
  const total = stream.chunks.reduce((sum, { arrivals }) => sum + arrivals.length, 0);
  let done = 0;
  for (const chunk of stream.chunks) {
    const dissector = protocol.dissect(direction);
    const capturedAt = timesOf(chunk);
    let { offset } = chunk;
    const take = (dissected: readonly Dissected[], isLast: boolean) => {
      for (const each of dissected) {
        const end = offset + each.pdu.bytes.length;
        if (end > from) messages.push({ ...each, direction, offset, atMicros: capturedAt(offset), isLast });
        offset = end;
      }
    };
    for (const { octets } of chunk.arrivals) {
      take(dissector.push(octets), false);
      yield ++done / total;
    }
    take(dissector.end(), true);
  }
  return messages;
}

/** Tells when an octet was captured. It must be asked in the order of the octets. */
function timesOf({ arrivals }: Chunk): (offset: number) => number {
  let next = 0;
  return offset => {
    while (next + 1 < arrivals.length && arrivals[next + 1].offset <= offset) next++;
    return arrivals[next].atMicros;
  };
}
