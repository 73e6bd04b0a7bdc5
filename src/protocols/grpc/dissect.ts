// Takes a recorded stream apart without the interface: HTTP/2's frames, gRPC's prefix, and protobuf's records without their names.
import type { StreamDissector } from '../protocol';
import { statementOf } from './statement';
import { StreamReader, type Unit } from './stream-reader';

/** SETTINGS_MAX_FRAME_SIZE stands in the other direction, so the largest that it can be is allowed. RFC 9113 §6.5.2. */
const LARGEST_FRAME = 0xffffff;

/** A dissector of the stream in `direction`. */
export function dissect(direction: 'c2s' | 's2c'): StreamDissector {
  const reader = new StreamReader(direction === 'c2s' ? 'client' : 'server', () => () => undefined, LARGEST_FRAME);
  const dissected = (units: readonly Unit[]) =>
    units.map(unit => ({ pdu: unit.pdu, says: statementOf(unit, direction) }));
  return { push: octets => dissected(reader.push(octets)), end: () => dissected(reader.end()) };
}
