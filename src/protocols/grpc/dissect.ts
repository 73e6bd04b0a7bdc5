// Takes a recorded stream apart without the interface: HTTP/2's frames, gRPC's prefix, and protobuf's records without their names.
import type { Pdu } from '../../wire/bytes/pdu';
import type { Dissected, StreamDissector } from '../protocol';
import { joinedGroups } from './frame-group';
import { statementOf } from './statement';
import { StreamReader, type Unit } from './stream-reader';

/** SETTINGS_MAX_FRAME_SIZE stands in the other direction, so the largest that it can be is allowed. RFC 9113 §6.5.2. */
const LARGEST_FRAME = 0xffffff;

/** A dissector of the stream in `direction`. */
export function dissect(direction: 'c2s' | 's2c'): StreamDissector {
  const reader = new StreamReader(direction === 'c2s' ? 'client' : 'server', () => () => undefined, LARGEST_FRAME);
  const parts = new PartsOfStreams();
  const dissected = (units: readonly Unit[]) =>
    units.map(unit => ({ pdu: unit.pdu, says: statementOf(unit, direction), ...parts.take(unit) }));
  return { push: octets => dissected(reader.push(octets)), end: () => dissected(reader.end()) };
}

/** The frames of several streams may take turns: RFC 9113 §5. Those of one stream make one message. */
class PartsOfStreams {
  /** The parts of streams that have not ended. */
  private readonly open = new Map<number, Pdu[]>();

  take(unit: Unit): Pick<Dissected, 'part'> {
    if (unit.kind !== 'stream') return {};
    const { stream, isEnd, pdu } = unit;
    const parts = this.open.get(stream.id) ?? [];
    parts.push(pdu);
    if (isEnd) this.open.delete(stream.id);
    else this.open.set(stream.id, parts);
    return { part: { of: stream.id, ...(isEnd && { whole: joinedGroups(parts) }) } };
  }
}
