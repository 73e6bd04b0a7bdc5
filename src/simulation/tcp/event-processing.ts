// SEGMENT ARRIVES: the event processing of RFC 9293 §3.10.7, check by check, for whatever is not the next segment of an undisturbed
// conversation. With the answers of RFC 5961 to segments that somebody may have made up, and PAWS of RFC 7323 §5.
import type { Micros } from '../../trace/trace';
import { ACK, FIN, RST, SYN, type TcpHeader } from '../../wire/tcp/tcp';
import {
  type Arrival,
  ackArrives,
  eventOfFin,
  eventsOfAck,
  nothing,
  type Refusal,
  synArrives,
  textArrives,
} from './arrival';
import { type ControlBlock, option, receiveWindow } from './control-block';
import { inSequence, inserted, type Piece } from './reassembly';
import { distance, plus } from './seq-number';

/** How long Linux is silent after it has answered an empty segment that it cannot take (tcp_invalid_ratelimit). */
const SILENCE: Micros = 500_000;
/** Simplified: beyond so many answers without progress a connection is silent, so that two confused ends do not go on for ever. */
const MOST_ANSWERS = 100;
const NO_TEXT: Uint8Array = new Uint8Array(0);

/** A segment arrives at an endpoint in `state`. */
export function processEvent(
  block: ControlBlock,
  state: string,
  segment: TcpHeader,
  text: Uint8Array,
  now: Micros,
): Arrival {
  if (state === 'CLOSED') return arrivesInClosed(block, segment, text.length);
  if (state === 'LISTEN') return arrivesInListen(block, segment);
  if (state === 'SYN-SENT') return arrivesInSynSent(block, segment, text.length);
  return arrivesOtherwise(block, state, segment, text, now);
}

/** §3.10.7.1: there is no connection. */
function arrivesInClosed(block: ControlBlock, segment: TcpHeader, length: number): Arrival {
  if (segment.flags & RST) return unacceptable(block);
  return { ...unacceptable(block), answer: refusalOf(segment, length) };
}

/** §3.10.7.2. */
function arrivesInListen(block: ControlBlock, segment: TcpHeader): Arrival {
  const { flags } = segment;
  if (flags & RST) return unacceptable(block);
  if (flags & ACK) return { ...unacceptable(block), answer: refusalOf(segment, 0) };
  return flags & SYN ? synArrives(block, 'LISTEN', segment) : unacceptable(block);
}

/** §3.10.7.3. Simplified: text that a SYN carries is left to come again. */
function arrivesInSynSent(block: ControlBlock, segment: TcpHeader, length: number): Arrival {
  const { flags, acknowledgmentNumber } = segment;
  const acknowledges = (flags & ACK) !== 0;
  if (acknowledges && acknowledgmentNumber !== block.sndNxt)
    return flags & RST ? unacceptable(block) : { ...unacceptable(block), answer: refusalOf(segment, length) };
  if (flags & RST) return acknowledges ? { ...nothing(block), events: ['rcv RST'] } : unacceptable(block);
  return flags & SYN ? synArrives(block, 'SYN-SENT', segment) : unacceptable(block);
}

/** §3.10.7.4. */
function arrivesOtherwise(
  block: ControlBlock,
  state: string,
  segment: TcpHeader,
  text: Uint8Array,
  now: Micros,
): Arrival {
  const length = text.length;
  if (state === 'SYN-RECEIVED' && crosses(block, segment))
    return { ...ackIsChecked(block, state, segment, NO_TEXT, now), answer: 'acknowledgment' };
  if (!isAcceptable(block, segment, length) || isFromThePast(block, segment))
    return arrivesOutside(block, state, segment, length, now);
  if (segment.flags & RST) return resetArrives(block, segment, now);
  if (segment.flags & SYN) return synArrivesAgain(block, state, now);
  if (!(segment.flags & ACK)) return unacceptable(block);
  return ackIsChecked(block, state, segment, text, now);
}

/** Both sides have opened at once, and the peer's answer says so by its SYN once more. §3.5, figure 7, line 6; Linux does as drawn there. */
function crosses(block: ControlBlock, { flags, sequenceNumber, acknowledgmentNumber }: TcpHeader): boolean {
  return flags === (SYN | ACK) && sequenceNumber === block.irs && acknowledgmentNumber === block.sndNxt;
}

/** First check: table 6. A segment is acceptable if it, or a part of it, is in the window. */
function isAcceptable(block: ControlBlock, { sequenceNumber: seq, flags }: TcpHeader, length: number): boolean {
  const segmentLength = length + (flags & SYN ? 1 : 0) + (flags & FIN ? 1 : 0);
  const window = receiveWindow(block);
  const first = distance(seq, block.rcvNxt);
  if (segmentLength === 0) return window === 0 ? first === 0 : 0 <= first && first < window;
  if (window === 0) return false;
  const last = first + segmentLength - 1;
  return (0 <= first && first < window) || (0 <= last && last < window);
}

/** PAWS: it was sent before another that has come in, a long way round the sequence numbers ago. RFC 7323 §5.3, R1. */
function isFromThePast(block: ControlBlock, { flags, options }: TcpHeader): boolean {
  const value = option(options, 'timestamps')?.value;
  return block.extensions.timestamps && value !== undefined && !(flags & RST) && distance(value, block.tsRecent) < 0;
}

/** First check, not passed: the peer is told what is expected, unless it resets. At a closed window its acknowledgment counts all the same. */
function arrivesOutside(block: ControlBlock, state: string, segment: TcpHeader, length: number, now: Micros): Arrival {
  const { flags, sequenceNumber: seq } = segment;
  if (flags & RST) return unacceptable(block);
  // The peer has not got the acknowledgment of its FIN: 2MSL begin anew. Fifth check, TIME-WAIT.
  if (state === 'TIME-WAIT' && flags & FIN) return { ...unacceptable(block), events: ['rcv FIN'] };
  // Linux answers a SYN that comes again as it did the first time (tcp_check_req); the RFC has it answered with ACK alone.
  if (state === 'SYN-RECEIVED' && flags === SYN && seq === block.irs)
    return { ...unacceptable(block), answer: 'SYN,ACK' };
  if (length === 0 && !(flags & FIN)) return answered(block, 'acknowledgment', now);
  if (receiveWindow(block) === 0 && seq === block.rcvNxt && flags & ACK)
    return { ...ackIsChecked(block, state, segment, NO_TEXT, now), answer: 'acknowledgment', isUnacceptable: true };
  return { ...unacceptable(withDuplicate(block, segment, length)), answer: 'acknowledgment' };
}

/** Second check: only a reset with the very number that is expected is one; another is asked about. RFC 5961 §3.2. */
function resetArrives(block: ControlBlock, { sequenceNumber }: TcpHeader, now: Micros): Arrival {
  if (sequenceNumber === block.rcvNxt) return { ...nothing(block), events: ['rcv RST'] };
  return answered(block, 'challenge', now);
}

/** Fourth check: a SYN within a connection. Whoever has only listened listens again; others ask whether it is meant: RFC 5961 §4.2. */
function synArrivesAgain(block: ControlBlock, state: string, now: Micros): Arrival {
  if (state === 'SYN-RECEIVED') return { ...answered(block, 'challenge', now), events: ['rcv SYN'] };
  return answered(block, 'challenge', now);
}

/** Fifth check: what the segment acknowledges must have been sent, and not long ago. RFC 5961 §5.2. */
function ackIsChecked(block: ControlBlock, state: string, segment: TcpHeader, text: Uint8Array, now: Micros): Arrival {
  const ack = segment.acknowledgmentNumber;
  const isOfTheFuture = distance(ack, block.sndNxt) > 0;
  if (state === 'SYN-RECEIVED' && (isOfTheFuture || distance(ack, block.sndUna) <= 0))
    return { ...unacceptable(block), answer: refusalOf(segment, text.length) };
  if (isOfTheFuture || distance(ack, block.sndUna) < -block.maxSndWnd) return answered(block, 'challenge', now);
  const acknowledged = ackArrives(block, segment);
  const events = eventsOfAck(block, acknowledged, state);
  const answers = { ...block.answers, count: 0 };
  const arrival = { ...nothing({ ...acknowledged, answers }), events, acknowledges: true };
  return streamArrives(arrival, state, segment, text);
}

/** Seventh and eighth check: text and FIN, cut to what is new and within the window; what is behind a gap waits. */
function streamArrives(arrival: Arrival, state: string, segment: TcpHeader, text: Uint8Array): Arrival {
  const { block, events } = arrival;
  const piece = trimmed(block, segment, text);
  if (!piece || !takesStream(state)) return arrival;
  const told = withDuplicate(block, segment, text.length);
  if (piece.seq !== block.rcvNxt)
    return {
      ...arrival,
      block: { ...told, reassembly: inserted(block.reassembly, piece) },
      answer: 'acknowledgment',
    };
  const { next, waiting } = inSequence(inserted(block.reassembly, piece), block.rcvNxt);
  const filled = next.reduce((before, { octets }) => textArrives(before, octets.length), told);
  const hasFin = next.some(({ fin }) => fin);
  const rcvNxt = hasFin ? plus(filled.rcvNxt, 1) : filled.rcvNxt;
  return {
    ...arrival,
    block: { ...filled, rcvNxt, reassembly: waiting },
    events: hasFin ? events.filter(event => event !== 'rcv ACK of FIN') : events,
    text: next.map(({ octets }) => octets).filter(({ length }) => length > 0),
    fin: hasFin ? eventOfFin(events, state) : undefined,
    // RFC 5681 §4.2: at once, when a segment fills a gap.
    answer: block.reassembly.pieces.length > 0 ? 'acknowledgment' : undefined,
  };
}

function takesStream(state: string): boolean {
  return state === 'SYN-RECEIVED' || state === 'ESTABLISHED' || state === 'FIN-WAIT-1' || state === 'FIN-WAIT-2';
}

/** What of a segment is new and in the window. §3.10.7.4: "segments are processed in sequence". */
function trimmed(block: ControlBlock, { sequenceNumber, flags }: TcpHeader, text: Uint8Array): Piece | undefined {
  const before = Math.max(0, distance(block.rcvNxt, sequenceNumber));
  const room = distance(block.rcvEdge, sequenceNumber);
  const octets = text.subarray(before, Math.max(before, Math.min(text.length, room)));
  const fin = (flags & FIN) !== 0 && text.length < room;
  return octets.length > 0 || fin ? { seq: plus(sequenceNumber, before), octets, fin } : undefined;
}

/** What of a segment has come in before is told with the next acknowledgment. RFC 2883 §4. */
function withDuplicate(block: ControlBlock, { sequenceNumber: left }: TcpHeader, length: number): ControlBlock {
  const octets = Math.min(length, distance(block.rcvNxt, left));
  return octets > 0 ? { ...block, duplicate: { left, right: plus(left, octets) } } : block;
}

function unacceptable(block: ControlBlock): Arrival {
  return { ...nothing(block), isUnacceptable: true };
}

/** Says what is expected, unless this side has just done so. */
function answered(block: ControlBlock, answer: 'acknowledgment' | 'challenge', now: Micros): Arrival {
  const { last, count } = block.answers;
  if (count >= MOST_ANSWERS || (last !== undefined && now - last < SILENCE)) return unacceptable(block);
  return { ...unacceptable({ ...block, answers: { last: now, count: count + 1 } }), answer };
}

/** §3.5.2, group 1: a reset that the sender of `segment`, which carries `length` octets, will believe. */
function refusalOf(segment: TcpHeader, length: number): Refusal {
  const { flags, sequenceNumber, acknowledgmentNumber } = segment;
  if (flags & ACK) return { seq: acknowledgmentNumber, ack: undefined };
  const segmentLength = length + (flags & SYN ? 1 : 0) + (flags & FIN ? 1 : 0);
  return { seq: 0, ack: plus(sequenceNumber, segmentLength) };
}
