// The sending half of an endpoint: cuts what the program writes into segments, sends what the windows allow, and sends again what is lost.
// RFC 9293 §3.8; its arithmetic is in the files beside this one.
import type { TcpOptions } from '../../scenario/tcp-options';
import type { Micros, SendingOccasion } from '../../trace/trace';
import type { SackBlock } from '../../wire/tcp/options';
import { ACK, FIN, PSH, SYN, type TcpHeader } from '../../wire/tcp/tcp';
import { Alarm } from './alarm';
import { initialCongestion, slowStart } from './congestion/congestion';
import { type ControlBlock, octetsInFlight, option } from './control-block';
import type { Shared } from './half';
import { sackLength } from './header-options';
import { trouble } from './on-demand';
import { type Acknowledged, RetransmissionQueue, type SentSegment } from './retransmission-queue';
import { backedOff, measured } from './round-trip';
import { SendQueue } from './send-queue';
import { distance, plus, type SeqNumber } from './seq-number';

const NO_OCTETS: Uint8Array = new Uint8Array(0);
const NO_BLOCKS: readonly SackBlock[] = [];
/** How often Linux sends again before it gives up: tcp_syn_retries, tcp_synack_retries, tcp_retries2, and 8 for a closed socket. */
const TRIES = { syn: 6, synAck: 5, data: 15, orphan: 8 } as const;
/** TCP_RTO_MAX, for probes too. */
const LONGEST_PAUSE: Micros = 120_000_000;
/** Probes of a window that stays closed for which a run goes on: it ends some time though the peer never reads, and always answers. */
const AWAITED_PROBES = 6;
/** TCP_MSS_DEFAULT: a window of no more than this is filled by one segment. */
const SMALL_WINDOW = 536;
/** The timeout when the SYN had to be sent again and nothing is measured yet. RFC 6298 (5.7). */
const TIMEOUT_AFTER_LOST_SYN: Micros = 3_000_000;

export class Sender {
  private readonly unsent = new SendQueue();
  private readonly unacknowledged = new RetransmissionQueue();
  private readonly alarm: Alarm;
  private purpose: 'retransmission' | 'persist' | undefined;
  private alarmCause: number | undefined;
  /** How often the first segment of the queue was sent again without an answer. */
  private tries = 0;
  /** Window probes since the window closed, and those of them that nobody answered. */
  private probes = 0;
  private unansweredProbes = 0;
  private isClosed = false;
  private finWanted = false;
  private lastSentAt: Micros = 0;
  /** The program has closed the socket and left it to TCP. */
  isOrphan = false;

  constructor(
    private readonly shared: Shared,
    private readonly options: TcpOptions,
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
    const { shared } = this;
    const { iss } = shared.block;
    this.unacknowledged.clear();
    shared.send(flags, NO_OCTETS, iss);
    this.sent(iss, plus(iss, 1), flags, NO_OCTETS);
    shared.block = { ...shared.block, sndNxt: plus(iss, 1) };
    this.setAlarm();
  }

  /** The peer has not got the SYN-ACK. */
  sendSynAgain(): void {
    const { head } = this.unacknowledged;
    if (head && head.flags & SYN) this.sendAgain(head, undefined);
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
    this.sendLost();
    this.sendNew();
    this.sendFromGaps();
    this.sendFinIfDue();
    this.setAlarm();
  }

  /** An acknowledgment has changed the block from `before`; `length` octets came with it. */
  acknowledged(before: ControlBlock, segment: TcpHeader, length: number): void {
    const { shared } = this;
    const { block } = shared;
    this.unansweredProbes = 0;
    const isNew = block.sndUna !== before.sndUna;
    const result = isNew ? this.unacknowledged.acknowledge(block.sndUna) : undefined;
    if (result) this.measure(result, segment, before);
    const sacks = (block.extensions.sack && option(segment.options, 'sack')?.blocks) || NO_BLOCKS;
    const isDuplicate =
      !isNew &&
      length === 0 &&
      (segment.flags & FIN) === 0 &&
      segment.acknowledgmentNumber === block.sndUna &&
      block.sndWnd === before.sndWnd &&
      !this.unacknowledged.isEmpty;
    this.adaptWindow(result?.octets ?? 0, isDuplicate, sacks);
    if (!result) return;
    this.tries = 0;
    if (this.purpose !== 'retransmission') return;
    // RFC 6298 (5.3).
    this.alarm.set(this.shared.block.roundTrip.timeout);
    this.alarmCause = shared.cause();
  }

  /** The connection is gone; `listens`: another one may come. */
  stop(listens: boolean): void {
    this.isClosed = !listens;
    this.unsent.clear();
    this.unacknowledged.clear();
    this.finWanted = false;
    this.tries = 0;
    this.purpose = undefined;
    this.alarm.clear();
  }

  /** A new measurement of the round trip. RFC 6298 §3; where a segment was sent again, its timestamp tells which one is answered: RFC 7323 §4. */
  private measure({ sentAt, wasResent }: Acknowledged, segment: TcpHeader, before: ControlBlock): void {
    const { shared } = this;
    const now = shared.clock.now();
    const echo = option(segment.options, 'timestamps')?.echoReply;
    const sample =
      sentAt !== undefined ? now - sentAt : wasResent && echo ? distance(shared.timestamp(), echo) * 1000 : undefined;
    if (sample !== undefined && sample >= 0)
      shared.block = { ...shared.block, roundTrip: measured(shared.block.roundTrip, sample) };
    if (before.sndUna !== before.iss || !wasResent) return;
    const { block } = shared;
    if (block.roundTrip.smoothed === undefined)
      shared.block = { ...block, roundTrip: { ...block.roundTrip, timeout: TIMEOUT_AFTER_LOST_SYN } };
    // RFC 5681 §3.1 asks for this after one lost SYN, Linux after two.
    if (this.tries > 1)
      shared.block = { ...shared.block, congestion: { ...block.congestion, window: block.segmentSize } };
  }

  /** In the ordinary course the window grows by slow start; everything else is loss-recovery.ts. */
  private adaptWindow(acknowledged: number, isDuplicate: boolean, sacks: readonly SackBlock[]): void {
    const { block, clock } = this.shared;
    const { congestion } = block;
    const isOrdinary =
      congestion.recovery === 'none' &&
      congestion.duplicateAcks === 0 &&
      !isDuplicate &&
      sacks.length === 0 &&
      congestion.window + acknowledged <= congestion.threshold;
    if (isOrdinary) {
      if (acknowledged > 0) this.shared.block = { ...block, congestion: slowStart(congestion, acknowledged) };
      return;
    }
    const { recovery } = trouble.get();
    const news = { acknowledged, isDuplicate, sacks, now: clock.now() };
    this.shared.block = recovery.acknowledgmentArrives(block, this.unacknowledged, this.control(), news);
  }

  private control() {
    return trouble.get().congestionControls[this.options.congestionControl];
  }

  /** A connection that was silent for longer than the timeout begins anew with the initial window at most. RFC 5681 §4.1. */
  private restartAfterIdle(): void {
    const { block, clock } = this.shared;
    if (this.unsent.isEmpty || !this.unacknowledged.isEmpty) return;
    if (clock.now() - this.lastSentAt <= block.roundTrip.timeout) return;
    const { window } = initialCongestion(block.segmentSize, block.iss);
    if (block.congestion.window > window) this.shared.block = { ...block, congestion: { ...block.congestion, window } };
  }

  private sendLost(): void {
    const { recovery } = this.shared.block.congestion;
    if (recovery === 'none') return;
    const occasion = recovery === 'loss' ? 'retransmission timeout' : 'fast retransmit';
    const { nextLost } = trouble.get().recovery;
    for (let lost = nextLost(this.unacknowledged); lost; lost = nextLost(this.unacknowledged)) {
      // The first segment goes at once: RFC 5681 §3.2, step 3.
      if (lost !== this.unacknowledged.head && !this.fitsNetwork(lost.octets.length)) return;
      this.sendAgain(lost, occasion);
    }
  }

  private sendFromGaps(): void {
    const { congestion, extensions } = this.shared.block;
    if (congestion.recovery !== 'fast recovery' || !extensions.sack) return;
    const segment = trouble.get().recovery.nextInGap(this.unacknowledged);
    if (segment && this.fitsNetwork(segment.octets.length)) this.sendAgain(segment, 'fast retransmit');
  }

  private sendNew(): void {
    for (;;) {
      const length = this.nextLength();
      if (length === 0 || length > this.roomInWindow() || !this.fitsNetwork(length)) return;
      this.sendSlice(length);
    }
  }

  private sendSlice(length: number, occasion?: SendingOccasion): void {
    const { octets, push } = this.unsent.take(length);
    const flags = ACK | (push ? PSH : 0);
    const { sndNxt } = this.shared.block;
    const next = plus(sndNxt, octets.length);
    this.shared.send(flags, octets, sndNxt, occasion);
    this.sent(sndNxt, next, flags, octets);
    this.shared.block = { ...this.shared.block, sndNxt: next };
    this.probes = 0;
  }

  private sendFinIfDue(): void {
    if (!this.finWanted || !this.unsent.isEmpty || this.roomInWindow() < 1) return;
    this.finWanted = false;
    const finAt = this.shared.block.sndNxt;
    const next = plus(finAt, 1);
    this.shared.send(FIN | ACK, NO_OCTETS, finAt);
    this.sent(finAt, next, FIN | ACK, NO_OCTETS);
    this.shared.block = { ...this.shared.block, finAt, sndNxt: next };
  }

  private sent(seq: SeqNumber, end: SeqNumber, flags: number, octets: Uint8Array): void {
    this.lastSentAt = this.shared.clock.now();
    this.unacknowledged.add(seq, end, flags, octets, this.lastSentAt);
  }

  private sendAgain(segment: SentSegment, occasion: SendingOccasion | undefined): void {
    const { seq, flags, octets, times } = segment;
    this.lastSentAt = this.shared.clock.now();
    this.shared.send(flags, octets, seq, occasion);
    this.unacknowledged.replace(segment, { ...segment, times: times + 1, resent: true });
  }

  /** Octets of the next segment. A receiver whose window is smaller than a segment gets smaller ones: Linux tcp_bound_to_half_wnd. */
  private nextLength(): number {
    const { block } = this.shared;
    const { nagle } = this.options;
    const size = block.segmentSize - sackLength(block);
    const most = block.maxSndWnd;
    const limit = most >= size ? size : Math.max(1, most > SMALL_WINDOW ? most >>> 1 : most);
    const length = this.unsent.nextLength(limit, nagle);
    // Nagle's algorithm: one small segment at a time. RFC 9293 §3.7.4.
    return nagle && length < limit && !this.unacknowledged.isEmpty ? 0 : length;
  }

  /** Octets that the peer still allows. */
  private roomInWindow(): number {
    const { sndUna, sndNxt, sndWnd } = this.shared.block;
    return distance(plus(sndUna, sndWnd), sndNxt);
  }

  /** Whether the congestion window lets `octets` more be under way. */
  private fitsNetwork(octets: number): boolean {
    return this.pipe() + octets <= this.shared.block.congestion.window;
  }

  private pipe(): number {
    const { block } = this.shared;
    const { recovery, duplicateAcks } = block.congestion;
    if (recovery === 'none' && duplicateAcks === 0) return octetsInFlight(block);
    return trouble.get().recovery.pipe(block, this.unacknowledged);
  }

  /** The retransmission timer runs while something is under way, the persist timer while the window holds everything back. */
  private setAlarm(): void {
    const isWaiting = !this.unsent.isEmpty || this.finWanted;
    const purpose = !this.unacknowledged.isEmpty ? 'retransmission' : isWaiting ? 'persist' : undefined;
    if (this.alarm.isSet && purpose === this.purpose) return;
    this.purpose = purpose;
    this.alarmCause = this.shared.cause();
    const { timeout } = this.shared.block.roundTrip;
    if (purpose === 'retransmission') this.alarm.set(timeout);
    else if (purpose === 'persist')
      this.alarm.set(Math.min(LONGEST_PAUSE, timeout * 2 ** this.probes), this.awaitsProbe());
    else this.alarm.clear();
  }

  private awaitsProbe(): boolean {
    return this.probes < AWAITED_PROBES || this.unansweredProbes > 0;
  }

  private alarmRings(): void {
    const { purpose } = this;
    if (!purpose) return;
    this.shared.timerFired(purpose, this.alarmCause, () => {
      if (purpose === 'persist') this.probeWindow();
      else this.retransmissionTimeout();
    });
  }

  /** RFC 6298 (5.4) to (5.6). */
  private retransmissionTimeout(): void {
    const { shared, unacknowledged } = this;
    const { head } = unacknowledged;
    if (!head) return;
    if (this.tries >= this.mostTries(head)) {
      shared.giveUp();
      return;
    }
    this.tries++;
    const { block } = shared;
    if (head.flags & SYN) shared.block = { ...block, roundTrip: backedOff(block.roundTrip) };
    else shared.block = trouble.get().recovery.timerRunsOut(block, unacknowledged, this.control());
    this.sendAgain(unacknowledged.head ?? head, 'retransmission timeout');
    this.setAlarm();
  }

  private mostTries({ flags }: SentSegment): number {
    if (flags & SYN) return flags & ACK ? TRIES.synAck : TRIES.syn;
    return this.isOrphan ? TRIES.orphan : TRIES.data;
  }

  /** The window is closed, or has no room for a whole segment: RFC 9293 §3.8.6.1. Linux probes with a segment that is old and empty. */
  private probeWindow(): void {
    const { shared } = this;
    if (this.unansweredProbes >= TRIES.data) {
      shared.giveUp();
      return;
    }
    this.unansweredProbes++;
    this.probes++;
    const room = Math.min(this.roomInWindow(), this.unsent.nextLength(shared.block.segmentSize));
    if (room > 0) this.sendSlice(room, 'window probe');
    else shared.send(ACK, NO_OCTETS, plus(shared.block.sndUna, -1), 'window probe');
    this.setAlarm();
  }
}
