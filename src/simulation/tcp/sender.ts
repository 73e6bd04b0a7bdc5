// The sending half of an endpoint: cuts what the program writes into segments, and sends what the windows allow. RFC 9293 §3.8.
// What it does when something is lost or held back is in repair.ts, which is loaded then.
import type { TcpOptions } from '../../scenario/tcp-options';
import type { Micros, SendingOccasion } from '../../trace/trace';
import type { SackBlock } from '../../wire/tcp/options';
import { ACK, FIN, PSH, type TcpHeader } from '../../wire/tcp/tcp';
import { Alarm } from './alarm';
import { initialCongestion, slowStart } from './congestion/congestion';
import { type ControlBlock, octetsInFlight, option, tellsSack } from './control-block';
import type { Shared } from './half';
import { trouble } from './on-demand';
import type { Repair } from './repair';
import { type Acknowledged, RetransmissionQueue } from './retransmission-queue';
import { measured } from './round-trip';
import { SendQueue } from './send-queue';
import { distance, plus, type SeqNumber } from './seq-number';

const NO_OCTETS: Uint8Array = new Uint8Array(0);
const NO_BLOCKS: readonly SackBlock[] = [];
/** TCP_MSS_DEFAULT: a window of no more than this is filled by one segment. */
const SMALL_WINDOW = 536;

/** What a timer runs for: an acknowledgment that is due, or a window that is closed. */
export type Purpose = 'retransmission' | 'persist';

export class Sender {
  readonly unsent = new SendQueue();
  readonly unacknowledged = new RetransmissionQueue();
  private readonly alarm: Alarm;
  private alarmCause: number | undefined;
  private purpose: Purpose | undefined;
  private repair: Repair | undefined;
  private isClosed = false;
  private finWanted = false;
  lastSentAt: Micros = 0;
  /** The program has closed the socket and left it to TCP. */
  isOrphan = false;

  constructor(
    readonly shared: Shared,
    readonly options: TcpOptions,
  ) {
    this.alarm = new Alarm(shared.clock, () => this.alarmRings());
  }

  /** Whether the peer has acknowledged everything written so far. */
  get isAllAcknowledged(): boolean {
    return this.unsent.isEmpty && octetsInFlight(this.shared.block) === 0;
  }

  write(octets: Uint8Array): void {
    if (this.isClosed) return;
    this.unsent.add(octets);
    this.output();
  }

  /** The SYN, or the answer to the peer's, which may cross an own SYN that was sent before. RFC 9293 §3.5. */
  sendSyn(flags: number): void {
    const { shared, unacknowledged } = this;
    const { iss } = shared.block;
    unacknowledged.clear();
    shared.send(flags, NO_OCTETS, iss);
    this.sent(iss, plus(iss, 1), flags, NO_OCTETS);
    shared.block = { ...shared.block, sndNxt: plus(iss, 1) };
    this.setAlarm();
  }

  /** The peer has not got the SYN-ACK. */
  sendSynAgain(): void {
    const { head } = this.unacknowledged;
    if (head) this.mending().sendAgain(head, undefined);
  }

  /** FIN follows the last octet. */
  close(): void {
    this.isClosed = true;
    this.finWanted = true;
    this.output();
  }

  /** Sends what the windows allow. Nothing before the peer has acknowledged the SYN. */
  output(): void {
    const { block } = this.shared;
    if (block.sndUna === block.iss) return;
    this.restartAfterIdle();
    this.repair?.sendLost();
    this.sendNew();
    this.repair?.sendFromGaps();
    this.sendFinIfDue();
    this.setAlarm();
  }

  /** An acknowledgment has changed the block from `before`; `length` octets came with it. */
  acknowledged(before: ControlBlock, segment: TcpHeader, length: number): void {
    const { shared, unacknowledged } = this;
    const { block } = shared;
    const isNew = block.sndUna !== before.sndUna;
    const result = isNew ? unacknowledged.acknowledge(block.sndUna) : undefined;
    if (result) this.measure(result, segment);
    const sacks = (block.extensions.sack && option(segment.options, 'sack')?.blocks) || NO_BLOCKS;
    // RFC 5681 §2.
    const isDuplicate =
      !isNew &&
      length === 0 &&
      (segment.flags & FIN) === 0 &&
      segment.acknowledgmentNumber === block.sndUna &&
      block.sndWnd === before.sndWnd &&
      !unacknowledged.isEmpty;
    this.adaptWindow(result?.octets ?? 0, isDuplicate, sacks);
    this.repair?.answered(isNew);
    if (!result || this.purpose !== 'retransmission') return;
    // RFC 6298 (5.3).
    this.alarm.set(shared.block.roundTrip.timeout);
    this.alarmCause = shared.cause();
  }

  /** The connection is gone; `listens`: another one may come. */
  stop(listens: boolean): void {
    this.isClosed = !listens;
    this.unsent.clear();
    this.unacknowledged.clear();
    this.finWanted = false;
    this.repair = undefined;
    this.purpose = undefined;
    this.alarm.clear();
  }

  /** Sends the next `length` octets. */
  sendSlice(length: number, occasion?: SendingOccasion): void {
    const { shared } = this;
    const { octets, push } = this.unsent.take(length);
    const flags = ACK | (push ? PSH : 0);
    const { sndNxt } = shared.block;
    const next = plus(sndNxt, octets.length);
    shared.send(flags, octets, sndNxt, occasion);
    this.sent(sndNxt, next, flags, octets);
    shared.block = { ...shared.block, sndNxt: next };
  }

  /** Octets that the peer still allows. */
  roomInWindow(): number {
    const { sndUna, sndNxt, sndWnd } = this.shared.block;
    return distance(plus(sndUna, sndWnd), sndNxt);
  }

  /** Whether the congestion window lets `octets` more be under way. */
  fitsNetwork(octets: number): boolean {
    const { block } = this.shared;
    const underWay = this.repair?.pipe() ?? octetsInFlight(block);
    return underWay + octets <= block.congestion.window;
  }

  /** The retransmission timer runs while something is under way, the persist timer while the window holds everything back. */
  setAlarm(): void {
    const isWaiting = !this.unsent.isEmpty || this.finWanted;
    const purpose = !this.unacknowledged.isEmpty ? 'retransmission' : isWaiting ? 'persist' : undefined;
    if (this.alarm.isSet && purpose === this.purpose) return;
    this.purpose = purpose;
    this.alarmCause = this.shared.cause();
    const { timeout } = this.shared.block.roundTrip;
    if (purpose === 'persist') this.alarm.set(this.repair?.probePause() ?? timeout, this.repair?.awaitsProbe());
    else if (purpose) this.alarm.set(timeout);
    else this.alarm.clear();
  }

  private mending(): Repair {
    this.repair ??= new (trouble.get().Repair)(this);
    return this.repair;
  }

  /** A new measurement of the round trip: RFC 6298 §3. */
  private measure(result: Acknowledged, segment: TcpHeader): void {
    const { shared } = this;
    if (result.wasResent) this.mending().measure(result, segment);
    else if (result.sentAt !== undefined) {
      const roundTrip = measured(shared.block.roundTrip, shared.clock.now() - result.sentAt);
      shared.block = { ...shared.block, roundTrip };
    }
  }

  /** In the ordinary course the window grows by slow start. */
  private adaptWindow(acknowledged: number, isDuplicate: boolean, sacks: readonly SackBlock[]): void {
    const { block, clock } = this.shared;
    const { congestion } = block;
    const isOrdinary =
      congestion.recovery === 'none' &&
      congestion.duplicateAcks === 0 &&
      !isDuplicate &&
      sacks.length === 0 &&
      congestion.window + acknowledged <= congestion.threshold;
    if (!isOrdinary) this.mending().learn({ acknowledged, isDuplicate, sacks, now: clock.now() });
    else if (acknowledged > 0) this.shared.block = { ...block, congestion: slowStart(congestion, acknowledged) };
  }

  /** A connection that was silent for longer than the timeout begins anew with the initial window at most. RFC 5681 §4.1. */
  private restartAfterIdle(): void {
    const { block, clock } = this.shared;
    if (this.unsent.isEmpty || !this.unacknowledged.isEmpty) return;
    if (clock.now() - this.lastSentAt <= block.roundTrip.timeout) return;
    const { window } = initialCongestion(block.segmentSize, block.iss);
    if (block.congestion.window > window) this.shared.block = { ...block, congestion: { ...block.congestion, window } };
  }

  private sendNew(): void {
    for (;;) {
      const length = this.nextLength();
      if (length === 0 || length > this.roomInWindow() || !this.fitsNetwork(length)) return;
      this.sendSlice(length);
    }
  }

  private sendFinIfDue(): void {
    if (!this.finWanted || !this.unsent.isEmpty || this.roomInWindow() < 1) return;
    this.finWanted = false;
    const { shared } = this;
    const finAt = shared.block.sndNxt;
    const next = plus(finAt, 1);
    shared.send(FIN | ACK, NO_OCTETS, finAt);
    this.sent(finAt, next, FIN | ACK, NO_OCTETS);
    shared.block = { ...shared.block, finAt, sndNxt: next };
  }

  private sent(seq: SeqNumber, end: SeqNumber, flags: number, octets: Uint8Array): void {
    this.lastSentAt = this.shared.clock.now();
    this.unacknowledged.add(seq, end, flags, octets, this.lastSentAt);
  }

  /** Octets of the next segment. A receiver whose window is smaller than a segment gets smaller ones: Linux tcp_bound_to_half_wnd. */
  private nextLength(): number {
    const { block } = this.shared;
    const { nagle } = this.options;
    const size = block.segmentSize - (tellsSack(block) ? trouble.get().sackLength(block) : 0);
    const most = block.maxSndWnd;
    const limit = most >= size ? size : Math.max(1, most > SMALL_WINDOW ? most >>> 1 : most);
    const length = this.unsent.nextLength(limit, nagle);
    // Nagle's algorithm: one small segment at a time. RFC 9293 §3.7.4.
    return nagle && length < limit && !this.unacknowledged.isEmpty ? 0 : length;
  }

  private alarmRings(): void {
    const { purpose } = this;
    if (purpose) this.shared.timerFired(purpose, this.alarmCause, () => this.mending().timerRunsOut(purpose));
  }
}
