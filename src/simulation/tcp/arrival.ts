// What an arriving segment means: the checks of RFC 9293 §3.10.7, as far as a network without losses calls for them.
import type { TcpEvent } from '../../machines/tcp-endpoint';
import { ACK, FIN, RST, SYN, type TcpHeader } from '../../wire/tcp/tcp';
import { type ControlBlock, option, synReceived } from './control-block';
import { distance, plus } from './seq-number';
import { grownWindow, WINDOW_SHIFT } from './window';

/** What came of a segment. */
export interface Arrival {
  readonly block: ControlBlock;
  /** What the state chart is to be told, in this order. */
  readonly events: readonly TcpEvent['type'][];
  /** Whether the payload is next in the stream, so that the program gets it. */
  readonly delivers: boolean;
  /** The segment was not expected: say again what is. RFC 9293 §3.10.7.4, first check. */
  readonly unexpected: boolean;
}

/** A segment with `length` octets of payload arrives at an endpoint in `state`. */
export function segmentArrives(block: ControlBlock, state: string, segment: TcpHeader, length: number): Arrival {
  if (state === 'CLOSED') return nothing(block);
  if (segment.flags & RST) return { ...nothing(block), events: ['rcv RST'] };
  if (state === 'LISTEN' || state === 'SYN-SENT') return synArrives(block, state, segment);
  if (segment.sequenceNumber !== block.rcvNxt) return { ...nothing(block), unexpected: true };
  const acknowledged = ackArrives(block, segment);
  const events = eventsOf(block, acknowledged, state, segment);
  const filled = length > 0 ? dataArrives(acknowledged, length) : acknowledged;
  const next = segment.flags & FIN ? { ...filled, rcvNxt: plus(filled.rcvNxt, 1) } : filled;
  return { block: next, events, delivers: length > 0, unexpected: false };
}

function synArrives(block: ControlBlock, state: 'LISTEN' | 'SYN-SENT', segment: TcpHeader): Arrival {
  const acknowledges = (segment.flags & ACK) !== 0;
  if (!(segment.flags & SYN) || (acknowledges && segment.acknowledgmentNumber !== block.sndNxt)) return nothing(block);
  const opened = synReceived(block, segment);
  if (state === 'LISTEN' || !acknowledges) return { ...nothing(opened), events: ['rcv SYN'] };
  return { ...nothing({ ...opened, sndUna: segment.acknowledgmentNumber }), events: ['rcv SYN,ACK'] };
}

/** Takes note of what the peer acknowledges, of its window, and of its timestamp. */
function ackArrives(block: ControlBlock, segment: TcpHeader): ControlBlock {
  const newlyAcknowledged = distance(segment.acknowledgmentNumber, block.sndUna);
  if (newlyAcknowledged < 0 || distance(segment.acknowledgmentNumber, block.sndNxt) > 0) return block;
  const sndWnd = segment.window << WINDOW_SHIFT;
  const tsRecent = option(segment.options, 'timestamps')?.value ?? block.tsRecent;
  const tellsNothing = newlyAcknowledged === 0 && sndWnd === block.sndWnd && tsRecent === block.tsRecent;
  if (tellsNothing) return block;
  return {
    ...block,
    sndUna: segment.acknowledgmentNumber,
    sndWnd,
    // Slow start, counting octets (RFC 5681 §3.1, RFC 3465). Nothing is lost, so it never ends.
    congestionWindow: block.congestionWindow + newlyAcknowledged,
    tsRecent,
  };
}

function dataArrives(block: ControlBlock, length: number): ControlBlock {
  const rcvWnd = grownWindow(block.rcvWnd, length, block.segmentSize);
  return { ...block, rcvNxt: plus(block.rcvNxt, length), rcvWnd };
}

function eventsOf(before: ControlBlock, after: ControlBlock, state: string, segment: TcpHeader): TcpEvent['type'][] {
  const events: TcpEvent['type'][] = [];
  if (state === 'SYN-RECEIVED' && after.sndUna !== before.sndUna) events.push('rcv ACK of SYN');
  const { finAt } = after;
  const finAcknowledged = finAt !== undefined && before.sndUna !== after.sndUna && distance(after.sndUna, finAt) > 0;
  const fin = (segment.flags & FIN) !== 0;
  if (finAcknowledged && fin && state === 'FIN-WAIT-1') events.push('rcv FIN,ACK of FIN');
  else {
    if (finAcknowledged) events.push('rcv ACK of FIN');
    if (fin) events.push('rcv FIN');
  }
  return events;
}

function nothing(block: ControlBlock): Arrival {
  return { block, events: [], delivers: false, unexpected: false };
}
