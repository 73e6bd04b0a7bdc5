// What comes of an arriving segment, and the steps on the way there that every segment takes. RFC 9293 §3.10.7.
import type { TcpEvent } from '../../machines/tcp-endpoint';
import { ACK, type TcpHeader } from '../../wire/tcp/tcp';
import { type ControlBlock, option, synReceived } from './control-block';
import { distance, plus, type SeqNumber } from './seq-number';
import { grownBuffer } from './window';

/** What came of a segment. */
export interface Arrival {
  readonly block: ControlBlock;
  /** What its SYN, RST or acknowledgment is to tell the state chart, in this order. */
  readonly events: readonly TcpEvent['type'][];
  /** Octets that are next in the stream, for the program. */
  readonly text: readonly Uint8Array[];
  /** What its FIN, or one that has waited for this segment, tells the chart when the program has the text. */
  readonly fin: TcpEvent['type'] | undefined;
  /** What has to be said at once. */
  readonly answer: Answer | undefined;
  /** The acknowledgment number was looked at: it may say something about losses. */
  readonly acknowledges: boolean;
  /** The segment is of no use. */
  readonly isUnacceptable: boolean;
}

/** `challenge`: RFC 5961. `SYN,ACK`: the one that was sent before. */
export type Answer = 'acknowledgment' | 'challenge' | 'SYN,ACK' | Refusal;

/** A segment with RST for somebody whose connection does not exist here. RFC 9293 §3.5.2. */
export interface Refusal {
  readonly seq: SeqNumber;
  readonly ack: SeqNumber | undefined;
}

/** No events, no text. */
export const NOTHING: readonly never[] = [];

/** A SYN that opens the connection, at an endpoint that listens or has sent one itself. */
export function synArrives(block: ControlBlock, state: string, segment: TcpHeader): Arrival {
  const opened = synReceived(block, segment);
  if (state === 'LISTEN' || !(segment.flags & ACK)) return { ...nothing(opened), events: ['rcv SYN'] };
  const acknowledged = { ...opened, sndUna: segment.acknowledgmentNumber };
  return { ...nothing(acknowledged), events: ['rcv SYN,ACK'], acknowledges: true };
}

/** Takes note of what the peer acknowledges, of its window, and of its timestamp. RFC 9293 §3.10.7.4, fifth check; RFC 7323 §4.3. */
export function ackArrives(block: ControlBlock, segment: TcpHeader): ControlBlock {
  const { sequenceNumber: seq, acknowledgmentNumber: ack } = segment;
  const isLater = distance(seq, block.sndWl1) > 0 || (seq === block.sndWl1 && distance(ack, block.sndWl2) >= 0);
  const sndWnd = isLater ? segment.window << (block.extensions.sndShift ?? 0) : block.sndWnd;
  return {
    ...block,
    sndUna: distance(ack, block.sndUna) > 0 ? ack : block.sndUna,
    sndWnd,
    sndWl1: isLater ? seq : block.sndWl1,
    sndWl2: isLater ? ack : block.sndWl2,
    maxSndWnd: Math.max(block.maxSndWnd, sndWnd),
    tsRecent: timestampToEcho(block, segment),
  };
}

/**
 * The last one that came in sequence. Simplified: of several segments that one acknowledgment answers, RFC 7323 §4.3 has the first one's
 * timestamp echoed, so that the delay of the acknowledgment is measured too.
 */
function timestampToEcho(block: ControlBlock, segment: TcpHeader): number {
  const value = option(segment.options, 'timestamps')?.value;
  if (value === undefined || distance(value, block.tsRecent) < 0) return block.tsRecent;
  return distance(segment.sequenceNumber, block.rcvNxt) <= 0 ? value : block.tsRecent;
}

/** `length` octets are next in the stream. */
export function textArrives(block: ControlBlock, length: number): ControlBlock {
  const rcvBuffer = grownBuffer(block.rcvBuffer, length, block.segmentSize, block.largestRcvBuffer);
  return { ...block, rcvNxt: plus(block.rcvNxt, length), rcvBuffer };
}

/** What the chart learns from an acknowledgment that made `after` of `before`. */
export function eventsOfAck(before: ControlBlock, after: ControlBlock, state: string): TcpEvent['type'][] {
  if (before.sndUna === after.sndUna) return [];
  const events: TcpEvent['type'][] = state === 'SYN-RECEIVED' ? ['rcv ACK of SYN'] : [];
  const { finAt } = after;
  if (finAt !== undefined && distance(after.sndUna, finAt) > 0) events.push('rcv ACK of FIN');
  return events;
}

/** What the chart learns from a FIN that came with an acknowledgment that tells `events`. */
export function eventOfFin(events: readonly TcpEvent['type'][], state: string): TcpEvent['type'] {
  return state === 'FIN-WAIT-1' && events.includes('rcv ACK of FIN') ? 'rcv FIN,ACK of FIN' : 'rcv FIN';
}

/** Of a segment that changes nothing. */
export function nothing(block: ControlBlock): Arrival {
  return {
    block,
    events: NOTHING,
    text: NOTHING,
    fin: undefined,
    answer: undefined,
    acknowledges: false,
    isUnacceptable: false,
  };
}
