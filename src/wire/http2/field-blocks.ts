// The field blocks in a piece of a connection, each in one piece, and nothing else. RFC 9113 §4.3.
import { ByteReader } from '../bytes/byte-reader';
import { joined } from '../bytes/joined';
import { octetText } from '../bytes/octet-text';
import { CLIENT_PREFACE, END_HEADERS } from './frame';
import { readFrame } from './read-frame';

const LARGEST_FRAME = 0xffffff;

/** The blocks in `octets`: whole frames, perhaps behind the client's preface. Throws `http2.*` problems. */
export function fieldBlocksIn(octets: Uint8Array): Uint8Array[] {
  const { length } = CLIENT_PREFACE;
  const hasPreface = octetText(octets, 0, Math.min(length, octets.length)) === CLIENT_PREFACE;
  const reader = new ByteReader(octets, false, hasPreface ? length : 0);
  const blocks: Uint8Array[] = [];
  let open: Uint8Array = new Uint8Array();
  while (reader.remaining > 0) {
    const frame = readFrame(reader, LARGEST_FRAME);
    if (!('fragment' in frame)) continue;
    open = joined(open, frame.fragment);
    if (!(frame.flags & END_HEADERS)) continue;
    blocks.push(open);
    open = new Uint8Array();
  }
  return blocks;
}
