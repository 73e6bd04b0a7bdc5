// The field blocks in a piece of a connection, each in one piece, and nothing else. RFC 9113 §4.3.
import { joined } from '../bytes/joined';
import { END_HEADERS } from './frame';
import { framesIn } from './frames-in';

/** The blocks in `octets`: whole frames, perhaps behind the client's preface. Throws `http2.*` problems. */
export function fieldBlocksIn(octets: Uint8Array): Uint8Array[] {
  const blocks: Uint8Array[] = [];
  let open: Uint8Array = new Uint8Array();
  for (const { frame } of framesIn(octets)) {
    if (!('fragment' in frame)) continue;
    open = joined(open, frame.fragment);
    if (!(frame.flags & END_HEADERS)) continue;
    blocks.push(open);
    open = new Uint8Array();
  }
  return blocks;
}
