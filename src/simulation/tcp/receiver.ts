// The receiving half of an endpoint: hands the stream to the program as it reads, and decides when to acknowledge.
import type { Micros } from '../../trace/trace';
import { ACK } from '../../wire/tcp/tcp';
import type { Timer } from '../virtual-clock';
import { ACK_DELAY, ackDelayOver, ackSent, dataReceived, isAckDue, NOTHING_RECEIVED } from './acknowledgment';
import { receiveWindow, windowToOffer } from './control-block';
import type { Shared } from './half';

/** What the program is told of the stream. */
interface Reader {
  receive(octets: Uint8Array): void;
  endOfStream(): void;
}

export class Receiver {
  private ack = NOTHING_RECEIVED;
  private delayedAck: Timer | undefined;
  /** What has come in and the program has not read. */
  private unread: Uint8Array[] = [];
  private isEndUnread = false;
  private isPaused = false;

  constructor(
    private readonly shared: Shared,
    private readonly reader: Reader,
  ) {}

  /** Octets wait that the program has not read. */
  get hasUnread(): boolean {
    return this.unread.length > 0;
  }

  pause(): void {
    this.isPaused = true;
  }

  /** The program reads what has come in meanwhile. The peer is told of the room, if there is twice as much as it knows (Linux tcp_cleanup_rbuf). */
  resume(): void {
    const { shared } = this;
    const known = receiveWindow(shared.block);
    this.isPaused = false;
    shared.block = { ...shared.block, unread: 0 };
    const offered = windowToOffer(shared.block);
    if (offered > 0 && offered >= 2 * known) shared.send(ACK);
    this.deliver();
    if (this.isEndUnread) this.endStream();
  }

  /** Octets came in that are next in the stream. They take room while the program does not read. */
  keep(text: readonly Uint8Array[]): void {
    if (text.length === 0) return;
    this.unread.push(...text);
    if (!this.isPaused) return;
    const { shared } = this;
    const length = text.reduce((sum, octets) => sum + octets.length, 0);
    shared.block = { ...shared.block, unread: shared.block.unread + length };
  }

  /** The program reads, unless it has stopped. */
  deliver(): void {
    while (!this.isPaused && this.unread.length > 0) this.reader.receive(this.unread.shift() as Uint8Array);
  }

  /** `length` octets came in: they are acknowledged now, or when the delay is over. */
  acknowledge(length: number, pushed: boolean, atOnce: boolean): void {
    const { shared } = this;
    const cause = shared.cause();
    this.ack = dataReceived(this.ack, length, pushed, shared.block.rcvBuffer, shared.clock.now());
    if (atOnce || isAckDue(this.ack)) shared.send(ACK);
    else this.delayedAck ??= shared.clock.schedule(ACK_DELAY, () => this.delayOver(cause));
  }

  /** Every segment acknowledges what has come in so far. */
  ackLeaves(withData: boolean, now: Micros): void {
    this.forget();
    this.ack = ackSent(this.ack, withData, now);
  }

  /** The peer has closed its side: the program learns it when it has read everything before. */
  endStream(): void {
    this.isEndUnread = this.isPaused;
    if (!this.isEndUnread) this.reader.endOfStream();
  }

  /** No acknowledgment is owed any more. */
  forget(): void {
    if (this.delayedAck) this.shared.clock.cancel(this.delayedAck);
    this.delayedAck = undefined;
  }

  private delayOver(cause: number | undefined): void {
    this.delayedAck = undefined;
    this.ack = ackDelayOver(this.ack);
    this.shared.timerFired('delayed acknowledgment', cause, () => this.shared.send(ACK));
  }
}
