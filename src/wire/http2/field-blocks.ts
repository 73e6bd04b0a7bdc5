// The field blocks in a piece of a connection, each in one piece, and nothing else. RFC 9113 §4.3.
import { joined } from '../bytes/joined';
import { END_HEADERS } from './frame';
import { framesIn } from './frames-in';

/** A field block, and the octet behind its last one. */
export interface PlacedBlock {
  readonly octets: Uint8Array;
  readonly end: number;
}

/** The blocks in `octets`: whole frames, perhaps behind the client's preface. Throws `http2.*` problems. */
export function fieldBlocksIn(octets: Uint8Array): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  let open: Uint8Array = new Uint8Array();
  for (const { frame, end } of framesIn(octets)) {
    if (!('fragment' in frame)) continue;
    open = joined(open, frame.fragment);
    if (!(frame.flags & END_HEADERS)) continue;
    blocks.push({ octets: open, end });
    open = new Uint8Array();
  }
  return blocks;
}
