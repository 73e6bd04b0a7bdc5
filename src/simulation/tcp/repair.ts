// What a sender does when something is lost or held back: it sends again what was not acknowledged, and probes a closed window.
// RFC 6298 §5, RFC 9293 §3.8.6.1; what is taken for lost, loss-recovery.ts decides.
import type { Micros, SendingOccasion } from '../../trace/trace';
import { ACK, SYN, type TcpHeader } from '../../wire/tcp/tcp';
import { cubic } from './congestion/cubic';
import { newReno } from './congestion/new-reno';
import { octetsInFlight, option } from './control-block';
import { acknowledgmentArrives, type News, nextInGap, nextLost, pipe, timerRunsOut } from './loss-recovery';
import type { Acknowledged, SentSegment } from './retransmission-queue';
import { backedOff, measured } from './round-trip';
import type { Purpose, Sender } from './sender';
import { distance, plus } from './seq-number';

const NO_OCTETS: Uint8Array = new Uint8Array(0);
/** How often Linux sends again before it gives up: tcp_syn_retries, tcp_synack_retries, tcp_retries2, and 8 for a closed socket. */
const TRIES = { syn: 6, synAck: 5, data: 15, orphan: 8 } as const;
/** TCP_RTO_MAX, for probes too. */
const LONGEST_PAUSE: Micros = 120_000_000;
/** Probes of a window that stays closed for which a run goes on: it ends some time though the peer never reads, and always answers. */
const AWAITED_PROBES = 6;
/** The timeout when the SYN had to be sent again and nothing is measured yet. RFC 6298 (5.7). */
const TIMEOUT_AFTER_LOST_SYN: Micros = 3_000_000;
const CONTROLS = { cubic, 'new-reno': newReno };

export class Repair {
  /** How often the first segment of the queue was sent again without an answer. */
  private tries = 0;
  /** Window probes since something was sent, and those of them that nobody answered. */
  private probes = 0;
  private unansweredProbes = 0;

  constructor(private readonly sender: Sender) {}

  /** An acknowledgment tells of more than that all is well. */
  learn(news: News): void {
    const { shared, unacknowledged } = this.sender;
    shared.block = acknowledgmentArrives(shared.block, unacknowledged, this.control(), news);
  }

  /** The peer is there; `isNew`: it has got on. */
  answered(isNew: boolean): void {
    this.unansweredProbes = 0;
    if (isNew) this.tries = 0;
  }

  /**
   * Segments that were sent more than once have been acknowledged. Their timestamp tells which one is answered: RFC 7323 §4; without one
   * nothing is measured (Karn's algorithm).
   */
  measure({ isSyn }: Acknowledged, segment: TcpHeader): void {
    const { shared } = this.sender;
    const echo = option(segment.options, 'timestamps')?.echoReply;
    const { block } = shared;
    if (echo) {
      const sample = Math.max(0, distance(shared.timestamp(), echo)) * 1000;
      shared.block = { ...block, roundTrip: measured(block.roundTrip, sample) };
    } else if (isSyn) shared.block = { ...block, roundTrip: { ...block.roundTrip, timeout: TIMEOUT_AFTER_LOST_SYN } };
    // RFC 5681 §3.1 asks for this after one lost SYN, Linux after two.
    if (isSyn && this.tries > 1)
      shared.block = { ...shared.block, congestion: { ...block.congestion, window: block.segmentSize } };
  }

  /** Octets that are taken to be in the network. */
  pipe(): number {
    const { shared, unacknowledged } = this.sender;
    const { recovery, duplicateAcks } = shared.block.congestion;
    if (recovery === 'none' && duplicateAcks === 0) return octetsInFlight(shared.block);
    return pipe(shared.block, unacknowledged);
  }

  /** Sends again what is taken for lost, as far as the congestion window lets it. */
  sendLost(): void {
    const { shared, unacknowledged } = this.sender;
    const { recovery } = shared.block.congestion;
    if (recovery === 'none') return;
    const occasion = recovery === 'loss' ? 'retransmission timeout' : 'fast retransmit';
    for (let lost = nextLost(unacknowledged); lost; lost = nextLost(unacknowledged)) {
      // The first segment goes at once: RFC 5681 §3.2, step 3.
      if (lost !== unacknowledged.head && !this.sender.fitsNetwork(lost.octets.length)) return;
      this.sendAgain(lost, occasion);
    }
  }

  /** Nothing new can be sent: what may be lost is. */
  sendFromGaps(): void {
    const { shared, unacknowledged } = this.sender;
    const { congestion, extensions } = shared.block;
    if (congestion.recovery !== 'fast recovery' || !extensions.sack) return;
    const segment = nextInGap(unacknowledged);
    if (segment && this.sender.fitsNetwork(segment.octets.length)) this.sendAgain(segment, 'fast retransmit');
  }

  sendAgain(segment: SentSegment, occasion: SendingOccasion | undefined): void {
    const { shared, unacknowledged } = this.sender;
    const { seq, flags, octets, times } = segment;
    this.sender.lastSentAt = shared.clock.now();
    shared.send(flags, octets, seq, occasion);
    unacknowledged.replace(segment, { ...segment, times: times + 1, resent: true });
  }

  /** From one window probe to the next. */
  probePause(): Micros {
    return Math.min(LONGEST_PAUSE, this.sender.shared.block.roundTrip.timeout * 2 ** this.probes);
  }

  /** Whether the run goes on until the next window probe. */
  awaitsProbe(): boolean {
    return this.probes < AWAITED_PROBES || this.unansweredProbes > 0;
  }

  timerRunsOut(purpose: Purpose): void {
    if (purpose === 'persist') this.probeWindow();
    else this.retransmissionTimeout();
  }

  private control() {
    return CONTROLS[this.sender.options.congestionControl];
  }

  /** RFC 6298 (5.4) to (5.6). */
  private retransmissionTimeout(): void {
    const { shared, unacknowledged } = this.sender;
    const { head } = unacknowledged;
    if (!head) return;
    if (this.tries >= this.mostTries(head)) {
      shared.giveUp();
      return;
    }
    this.tries++;
    this.probes = 0;
    const { block } = shared;
    if (head.flags & SYN) shared.block = { ...block, roundTrip: backedOff(block.roundTrip) };
    else shared.block = timerRunsOut(block, unacknowledged, this.control());
    this.sendAgain(unacknowledged.head ?? head, 'retransmission timeout');
    this.sender.setAlarm();
  }

  private mostTries({ flags }: SentSegment): number {
    if (flags & SYN) return flags & ACK ? TRIES.synAck : TRIES.syn;
    return this.sender.isOrphan ? TRIES.orphan : TRIES.data;
  }

  /** The window is closed, or has no room for a whole segment: RFC 9293 §3.8.6.1. Linux probes with a segment that is old and empty. */
  private probeWindow(): void {
    const { sender } = this;
    const { shared, unsent } = sender;
    if (this.unansweredProbes >= TRIES.data) {
      shared.giveUp();
      return;
    }
    this.unansweredProbes++;
    this.probes++;
    const room = Math.min(sender.roomInWindow(), unsent.nextLength(shared.block.segmentSize));
    if (room > 0) sender.sendSlice(room, 'window probe');
    else shared.send(ACK, NO_OCTETS, plus(shared.block.sndUna, -1), 'window probe');
    sender.setAlarm();
  }
}
