// Cuts a TCP stream into Dubbo messages: each header says how many octets follow it.
import { type Problem, ProblemError, problem } from '../../problem/problem';
import { ByteReader } from '../bytes/byte-reader';
import { ByteWriter } from '../bytes/byte-writer';
import { type DubboHeader, HEADER_LENGTH, readDubboHeader } from './header';

/** The most data of a message: Dubbo's own default, `payload`. */
const MAX_DATA = 8 * 1024 * 1024;

/** A message as it stands in the stream, header included; or all that is left of a stream where no message can be told any more. */
export interface DubboMessage {
  readonly bytes: Uint8Array;
  readonly header: DubboHeader | Problem;
}

/**
 * Simplified: after octets that are no header nothing more is read. Dubbo itself takes them for a line of telnet, and looks for the
 * next magic number.
 */
export class MessageSplitter {
  private pending = new ByteWriter(false);
  private broken = false;

  /** Takes octets in order; returns the messages that they complete. */
  push(octets: Uint8Array): DubboMessage[] {
    this.pending.bytes(octets);
    const pending = this.pending.finish();
    const messages: DubboMessage[] = [];
    let start = 0;
    while (!this.broken) {
      const message = this.messageAt(pending.subarray(start));
      if (!message) break;
      messages.push(message);
      start += message.bytes.length;
    }
    if (start > 0) this.keep(pending.subarray(start));
    return messages;
  }

  /** What has come of a message that is not complete yet. */
  get rest(): Uint8Array {
    return this.pending.finish();
  }

  private messageAt(pending: Uint8Array): DubboMessage | undefined {
    if (pending.length < HEADER_LENGTH) return undefined;
    try {
      const { dataLength, ...header } = readDubboHeader(new ByteReader(pending, false));
      if (dataLength > MAX_DATA)
        throw problem('dubbo.too-large', { length: dataLength, limit: MAX_DATA }, { offset: 12 });
      const length = HEADER_LENGTH + dataLength;
      return pending.length < length ? undefined : { bytes: pending.slice(0, length), header };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.broken = true;
      return { bytes: pending.slice(), header: error.problem };
    }
  }

  private keep(rest: Uint8Array): void {
    this.pending = new ByteWriter(false);
    this.pending.bytes(rest);
  }
}
