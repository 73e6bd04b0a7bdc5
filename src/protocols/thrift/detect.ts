// Tells the encoding and the framing of a stream by its first octets. doc/specs/thrift-binary-protocol.md, "Message": the first octet of a
// strict message is 0x80, that of an old one or of a frame begins a length of less than 2^24.
import { ENCODINGS } from './encodings';
import type { Form } from './messages';

/** Octets that are enough to tell. */
export const ENOUGH = 5;

const STRICT = 0x80;
const COMPACT = 0x82;
const BEGIN_ARRAY = 0x5b;

/** The form of messages that begin with `octets`, of which there are at least {@link ENOUGH}. */
export function detectForm(octets: Uint8Array): Form {
  const { binary, compact, json } = ENCODINGS;
  const encodingAt = (at: number) =>
    octets[at] === STRICT ? binary : octets[at] === COMPACT ? compact : octets[at] === BEGIN_ARRAY ? json : undefined;
  const unframed = encodingAt(0);
  if (unframed) return { encoding: unframed, framed: false };
  const inFrame = encodingAt(4);
  if (inFrame) return { encoding: inFrame, framed: true };
  // A name in the old encoding has a letter where a frame's content has the highest octet of the name's length.
  return { encoding: binary, framed: octets[4] === 0 };
}
