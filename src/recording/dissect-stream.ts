// One direction of a connection, taken apart into messages.
import type { Dissected, Protocol } from '../protocols/protocol';
import type { Direction } from '../trace/trace';
import type { CapturedStream, Chunk } from '../wire/reassembly/stream';
import type { Slices } from './slices';
import { WholeMessages } from './whole-messages';

/** Octets of a message that stand together in the stream. */
export interface Piece {
  /** Octets of the message before it. */
  readonly start: number;
  /** Octets of the stream before it. */
  readonly offset: number;
  readonly length: number;
}

/** A message, or a part of one whose rest has not come. */
export interface DissectedMessage extends Dissected {
  readonly direction: Direction;
  /** Octets of the stream before it. */
  readonly offset: number;
  /** Where its octets stand, in order: in one piece, unless other messages come in between. */
  readonly pieces: readonly Piece[];
  /** When its first octet was captured, in microseconds since 1970. */
  readonly atMicros: number;
  /** The stream, or what was captured of it, ended before the message was known to be complete. */
  readonly isLast: boolean;
}

/** The messages of `stream`, without those that end before octet `from`. Behind a hole in it dissection starts anew: nothing that came before can be relied on. */
export function* dissectStream(
  protocol: Protocol,
  direction: Direction,
  stream: CapturedStream,
  from = 0,
): Slices<DissectedMessage[]> {
  const messages: DissectedMessage[] = [];
  const total = stream.chunks.reduce((sum, { arrivals }) => sum + arrivals.length, 0);
  let done = 0;
  const keep = (message: DissectedMessage | undefined) => {
    if (message && endOf(message) > from) messages.push(message);
  };
  for (const chunk of stream.chunks) {
    const dissector = protocol.dissect(direction);
    const whole = new WholeMessages();
    const capturedAt = timesOf(chunk);
    let { offset } = chunk;
    const take = (dissected: readonly Dissected[], isLast: boolean) => {
      for (const each of dissected) {
        const { length } = each.pdu.bytes;
        const pieces = [{ start: 0, offset, length }];
        keep(whole.take({ ...each, direction, offset, pieces, atMicros: capturedAt(offset), isLast }));
        offset += length;
      }
    };
    for (const { octets } of chunk.arrivals) {
      take(dissector.push(octets), false);
      yield ++done / total;
    }
    take(dissector.end(), true);
    whole.unfinished().forEach(keep);
  }
  return messages;
}

function endOf({ pieces }: DissectedMessage): number {
  const { offset, length } = pieces[pieces.length - 1];
  return offset + length;
}

/** Tells when an octet was captured. It must be asked in the order of the octets. */
function timesOf({ arrivals }: Chunk): (offset: number) => number {
  let next = 0;
  return offset => {
    while (next + 1 < arrivals.length && arrivals[next + 1].offset <= offset) next++;
    return arrivals[next].atMicros;
  };
}
