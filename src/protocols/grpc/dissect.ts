// Takes a recorded stream apart without the interface: HTTP/2's frames, gRPC's prefix, and protobuf's records without their names.
import type { Pdu } from '../../wire/bytes/pdu';
import type { StreamDissector } from '../protocol';
import { StreamReader } from './stream-reader';

/** SETTINGS_MAX_FRAME_SIZE stands in the other direction, so the largest that it can be is allowed. RFC 9113 §6.5.2. */
const LARGEST_FRAME = 0xffffff;

/** A dissector of the stream in `direction`. */
export function dissect(direction: 'c2s' | 's2c'): StreamDissector {
  const reader = new StreamReader(direction === 'c2s' ? 'client' : 'server', () => () => undefined, LARGEST_FRAME);
  const pdus = (units: readonly { readonly pdu: Pdu }[]) => units.map(({ pdu }) => pdu);
  return { push: octets => pdus(reader.push(octets)), end: () => pdus(reader.end()) };
}
