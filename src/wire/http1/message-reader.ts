// Takes one direction of an HTTP/1.1 connection as it comes and hands out whole messages. RFC 9112 §6.3, §9.3.
import { type Problem, ProblemError, problem } from '../../problem/problem';
import type { Head } from './head';
import { MessageEnd } from './message-end';
import { type BodyFormat, brokenMessage, type HttpMessage, readMessage } from './read-message';

/** Octets of memory that a connection begins with. */
const INITIAL_SIZE = 4096;
/** How many times as much memory is taken when it does not suffice: fresh memory costs nothing until it is touched, copying does. */
const GROWTH = 32;

/** Reads requests, or responses, from octets pushed in any portions. */
export class MessageReader<T> {
  private octets = new Uint8Array(INITIAL_SIZE);
  private used = 0;
  private extent: MessageEnd;
  /** After a fault in the framing nobody can tell where the next message begins. */
  private broken = false;

  /** `format` may be asked for at each message: what a response is expected to hold depends on its request. */
  constructor(
    private readonly kind: Head['kind'],
    private readonly format: BodyFormat<T> | (() => BodyFormat<T>),
  ) {
    this.extent = new MessageEnd(kind);
  }

  /** Takes octets in order; returns the messages that they complete. */
  push(octets: Uint8Array): HttpMessage<T>[] {
    this.append(octets);
    const messages: HttpMessage<T>[] = [];
    while (this.used > 0 && !this.broken) {
      const message = this.next(pending => this.extent.find(pending));
      if (!message) break;
      messages.push(message);
    }
    return messages;
  }

  /** The stream ended: a body that lasts until then is complete, and anything else that is left is broken. */
  end(): HttpMessage<T>[] {
    if (this.used === 0) return [];
    const message = this.broken ? undefined : this.next(pending => this.extent.atClose(pending));
    return [message ?? this.giveUp(problem('http1.incomplete', { octets: this.used }, { offset: this.used }).problem)];
  }

  private next(find: (pending: Uint8Array) => ReturnType<MessageEnd['find']>): HttpMessage<T> | undefined {
    try {
      const extent = find(this.octets.subarray(0, this.used));
      if (!extent) return undefined;
      const format = typeof this.format === 'function' ? this.format() : this.format;
      return readMessage(this.take(extent.end), this.kind, extent, format);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return this.giveUp(error.problem);
    }
  }

  private giveUp(fault: Problem): HttpMessage<T> {
    this.broken = true;
    return brokenMessage(this.take(this.used), this.kind, fault);
  }

  private append(octets: Uint8Array): void {
    const needed = this.used + octets.length;
    if (needed > this.octets.length) {
      // A head may promise more than ever comes.
      const likely = Math.min(this.extent.announced ?? Number.POSITIVE_INFINITY, this.octets.length * GROWTH);
      const larger = new Uint8Array(Math.max(needed, likely));
      larger.set(this.octets.subarray(0, this.used));
      this.octets = larger;
    }
    this.octets.set(octets, this.used);
    this.used = needed;
  }

  /** The first `count` octets; the rest move to the front. */
  private take(count: number): Uint8Array {
    const isLargeWhole = count === this.used && count > INITIAL_SIZE;
    const taken = isLargeWhole ? this.octets.subarray(0, count) : this.octets.slice(0, count);
    // A large message keeps the memory that it came in; a small one would keep more than it needs.
    if (isLargeWhole) this.octets = new Uint8Array(INITIAL_SIZE);
    else this.octets.copyWithin(0, count, this.used);
    this.used -= count;
    this.extent = new MessageEnd(this.kind);
    return taken;
  }
}
