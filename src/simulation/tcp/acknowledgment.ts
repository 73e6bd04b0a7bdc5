// When data is acknowledged: delayed acknowledgments (RFC 9293 §3.8.6.3, RFC 5681 §4.2) as Linux does them.
// Linux acknowledges the first segments of a connection at once ("quick acks"), so that the sender's congestion window grows,
// and delays when the two sides answer each other in turn ("ping-pong"), so that the acknowledgment rides on the answer.
import type { Micros } from '../../trace/trace';

/** How long Linux holds an acknowledgment back (TCP_ATO_MIN). Simplified: Linux adapts it to the intervals of the arrivals. */
export const ACK_DELAY: Micros = 40_000;
/** Acknowledgments that are sent at once when a connection is new (TCP_MAX_QUICKACKS). */
const MAX_QUICK_ACKS = 16;
/** The first guess of the peer's segment size (TCP_MSS_DEFAULT). */
const DEFAULT_MSS = 536;

/**
 * What a receiver remembers to decide when to acknowledge. One is made for every segment, with all its fields written out: engines are
 * slow to spread an object that holds numbers beyond 31 bits.
 */
export interface AckState {
  /** Acknowledgments still to be sent at once. */
  readonly quick: number;
  /** This side answers what it receives: an acknowledgment may wait for the answer. */
  readonly pingPong: boolean;
  /** The largest segment that has come in. */
  readonly segmentSize: number;
  /** Octets and pushed segments that have come in since the last acknowledgment. */
  readonly octets: number;
  readonly pushes: number;
  /** When the last data came in; undefined before the first. */
  readonly lastDataAt: Micros | undefined;
}

export const NOTHING_RECEIVED: AckState = {
  quick: 0,
  pingPong: false,
  segmentSize: DEFAULT_MSS,
  octets: 0,
  pushes: 0,
  lastDataAt: undefined,
};

/** A segment of `length` octets came in, and the program has read it; `window` is what the receiver advertises. */
export function dataReceived(ack: AckState, length: number, pushed: boolean, window: number, now: Micros): AckState {
  const segmentSize = Math.max(ack.segmentSize, length);
  return {
    quick: ack.lastDataAt === undefined ? firstQuickAcks(window, segmentSize) : ack.quick,
    pingPong: ack.pingPong,
    segmentSize,
    octets: ack.octets + length,
    pushes: ack.pushes + (pushed ? 1 : 0),
    lastDataAt: now,
  };
}

/** Whether what has come in is to be acknowledged now; otherwise within {@link ACK_DELAY}. */
export function isAckDue(ack: AckState): boolean {
  const moreThanOneSegment = ack.octets > ack.segmentSize;
  const quick = ack.quick > 0 && !ack.pingPong;
  const pushRead = ack.pushes >= 2 || (ack.pushes === 1 && !ack.pingPong);
  return moreThanOneSegment || quick || pushRead;
}

/** A segment with ACK left; `withData` when it carries octets. */
export function ackSent(ack: AckState, withData: boolean, now: Micros): AckState {
  const answers = withData && ack.lastDataAt !== undefined && now - ack.lastDataAt < ACK_DELAY;
  return {
    quick: Math.max(0, ack.quick - 1),
    pingPong: ack.pingPong || answers,
    segmentSize: ack.segmentSize,
    octets: 0,
    pushes: 0,
    lastDataAt: ack.lastDataAt,
  };
}

/** The delay ran out before an answer: this side does not answer in turn after all. */
export function ackDelayOver(ack: AckState): AckState {
  return { ...ack, pingPong: false };
}

/** Enough to acknowledge half a window segment by segment. Linux tcp_incr_quickack. */
function firstQuickAcks(window: number, segmentSize: number): number {
  return Math.min(MAX_QUICK_ACKS, Math.max(2, Math.floor(window / (2 * segmentSize))));
}
