// Finds where an HTTP/1.1 message ends while its octets are still coming in. RFC 9112 §2.2, §6.3, §7.1.
import { problem } from '../../problem/problem';
import { ByteReader } from '../bytes/byte-reader';
import { octetText } from '../bytes/octet-text';
import { chunkSizeOf, type Framing, framingOf, MAX_BODY } from './framing';
import type { Head } from './head';
import { readHead } from './read-head';

/** Longest head that is read, in octets. A bound of ours; servers have theirs (RFC 9112 §3 speaks of 8000 for the request line). */
export const MAX_HEAD = 64 * 1024;
/** Longest line of a chunk's size and extension, or of a trailer. */
const MAX_LINE = 8 * 1024;
const CR = 0x0d;
const LF = 0x0a;

/** Where the parts of a message lie, in octets from its beginning. */
export interface MessageExtent {
  readonly bodyStart: number;
  readonly end: number;
  readonly framing: Framing;
  /** Data of each chunk, when the body is chunked. */
  readonly chunks: readonly { readonly start: number; readonly end: number }[];
}

/** Looks at the octets of one message again and again as they grow, going on where it stopped. */
export class MessageEnd {
  private at = 0;
  private bodyStart = -1;
  private framing: Framing = { kind: 'none' };
  private readonly chunks: { start: number; end: number }[] = [];
  private inTrailer = false;

  constructor(private readonly kind: Head['kind']) {}

  /** Octets of the whole message, once its head has told. */
  get announced(): number | undefined {
    return this.framing.kind === 'length' ? this.bodyStart + this.framing.length : undefined;
  }

  /** The extent of the message that `octets` begins with, or undefined while it is incomplete. Throws when it is no message. */
  find(octets: Uint8Array): MessageExtent | undefined {
    if (this.bodyStart < 0 && !this.findBody(octets)) return undefined;
    const end = this.bodyEnd(octets);
    return end === undefined ? undefined : this.extent(end);
  }

  /** The extent when the sender has closed: a body without a length ends here. Undefined when something is missing. */
  atClose(octets: Uint8Array): MessageExtent | undefined {
    return this.bodyStart >= 0 && this.framing.kind === 'until-close' ? this.extent(octets.length) : undefined;
  }

  private extent(end: number): MessageExtent {
    return { bodyStart: this.bodyStart, end, framing: this.framing, chunks: this.chunks };
  }

  private findBody(octets: Uint8Array): boolean {
    const start = this.kind === 'request' ? afterEmptyLines(octets) : 0;
    this.bodyStart = headEnd(octets, Math.max(start, this.at - 3));
    this.at = octets.length;
    if (this.bodyStart < 0) {
      if (octets.length > MAX_HEAD) throw problem('http1.head-too-large', { limit: MAX_HEAD }, { offset: MAX_HEAD });
      return false;
    }
    const head = readHead(new ByteReader(octets, false, 0, this.bodyStart), this.kind);
    this.framing = framingOf(head);
    this.at = this.bodyStart;
    return true;
  }

  private bodyEnd(octets: Uint8Array): number | undefined {
    switch (this.framing.kind) {
      case 'none':
        return this.bodyStart;
      case 'length': {
        const end = this.bodyStart + this.framing.length;
        return end <= octets.length ? end : undefined;
      }
      case 'chunked':
        return this.chunkedEnd(octets);
      case 'until-close':
        if (octets.length - this.bodyStart > MAX_BODY)
          throw problem('http1.body-too-large', { length: octets.length - this.bodyStart, limit: MAX_BODY });
        return undefined;
    }
  }

  private chunkedEnd(octets: Uint8Array): number | undefined {
    for (;;) {
      const lineEnd = this.lineEnd(octets);
      if (lineEnd === undefined) return undefined;
      const line = octetText(octets, this.at, lineEnd);
      if (this.inTrailer) {
        this.at = lineEnd + 2;
        if (line === '') return this.at;
        continue;
      }
      const size = chunkSizeOf(line, this.at);
      const start = lineEnd + 2;
      if (size > 0) {
        const end = start + size;
        if (octets.length < end + 2) return undefined;
        if (octets[end] !== CR || octets[end + 1] !== LF)
          throw problem('http1.bad-chunk-end', { size }, { offset: end });
        if (end > MAX_BODY) throw problem('http1.body-too-large', { length: end, limit: MAX_BODY });
        this.chunks.push({ start, end });
        this.at = end + 2;
      } else {
        this.inTrailer = true;
        this.at = start;
      }
    }
  }

  /** Where the line at the present place ends, its CR LF not counted. */
  private lineEnd(octets: Uint8Array): number | undefined {
    const feed = octets.indexOf(LF, this.at);
    if (feed < 0) {
      if (octets.length - this.at > MAX_LINE)
        throw problem('http1.line-too-long', { limit: MAX_LINE }, { offset: this.at });
      return undefined;
    }
    if (feed === this.at || octets[feed - 1] !== CR)
      throw problem('http1.bare-line-feed', { line: octetText(octets, this.at, feed).slice(0, 60) }, { offset: feed });
    return feed - 1;
  }
}

/** The offset just after the first empty line that ends a head, searching from `from`; -1 when there is none. */
function headEnd(octets: Uint8Array, from: number): number {
  for (let feed = octets.indexOf(LF, from); feed >= 0; feed = octets.indexOf(LF, feed + 1)) {
    if (feed >= 3 && octets[feed - 1] === CR && octets[feed - 2] === LF) return feed + 1;
  }
  return -1;
}

function afterEmptyLines(octets: Uint8Array): number {
  let at = 0;
  while (octets[at] === CR && octets[at + 1] === LF) at += 2;
  return at;
}
