// Messages on a raw TCP stream, as jayson separates them: a line feed outside any string ends a JSON text.
import { ByteWriter } from '../../wire/bytes/byte-writer';

const LINE_FEED = 0x0a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Cuts a stream into messages, each with the line feed that ends it. */
export class LineSplitter {
  private pending = new ByteWriter(false);
  private scanned = 0;
  private inString = false;
  private escaped = false;

  /** Takes octets in order; returns the messages that they complete. */
  push(octets: Uint8Array): Uint8Array[] {
    this.pending.bytes(octets);
    const pending = this.pending.finish();
    const messages: Uint8Array[] = [];
    let start = 0;
    for (let end = this.nextEnd(pending); end > 0; end = this.nextEnd(pending)) {
      messages.push(pending.slice(start, end));
      start = end;
    }
    if (start > 0) this.keep(pending.slice(start));
    return messages;
  }

  /** What came after the last line feed. */
  get rest(): Uint8Array {
    return this.pending.finish();
  }

  private keep(rest: Uint8Array): void {
    this.pending = new ByteWriter(false);
    this.pending.bytes(rest);
    this.scanned = rest.length;
  }

  /** The octet after the next line feed that ends a message, or 0. */
  private nextEnd(pending: Uint8Array): number {
    while (this.scanned < pending.length) {
      const octet = pending[this.scanned++];
      if (this.inString) this.withinString(octet);
      else if (octet === LINE_FEED) return this.scanned;
      else if (octet === QUOTE) this.inString = true;
    }
    return 0;
  }

  private withinString(octet: number): void {
    if (this.escaped) this.escaped = false;
    else if (octet === BACKSLASH) this.escaped = true;
    else if (octet === QUOTE) this.inString = false;
  }
}
