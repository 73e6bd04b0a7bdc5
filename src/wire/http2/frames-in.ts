// The frames in a piece of a connection. RFC 9113 §3.4, §4.1.
import { ByteReader } from '../bytes/byte-reader';
import { octetText } from '../bytes/octet-text';
import { CLIENT_PREFACE, type Frame } from './frame';
import { readFrame } from './read-frame';

/** Length is a field of 24 bits. */
const LARGEST_FRAME = 0xffffff;

/** A frame, and the octet behind its last one. */
export interface PlacedFrame {
  readonly frame: Frame;
  readonly end: number;
}

/** The frames in `octets`, one after the other, behind the client's preface if there is one. Throws `http2.*` problems. */
export function* framesIn(octets: Uint8Array): Generator<PlacedFrame> {
  const { length } = CLIENT_PREFACE;
  const hasPreface = octetText(octets, 0, Math.min(length, octets.length)) === CLIENT_PREFACE;
  const reader = new ByteReader(octets, false, hasPreface ? length : 0);
  while (reader.remaining > 0) yield { frame: readFrame(reader, LARGEST_FRAME), end: reader.at };
}
