// SEGMENT ARRIVES, in the ordinary course of a conversation: the segment that is expected next. RFC 9293 §3.10.7.
// All others are for event-processing.ts, which is loaded when one comes in.
import type { Micros } from '../../trace/trace';
import { ACK, FIN, RST, SYN, type TcpHeader } from '../../wire/tcp/tcp';
import { type Arrival, ackArrives, eventOfFin, eventsOfAck, NOTHING, synArrives, textArrives } from './arrival';
import { type ControlBlock, option, receiveWindow } from './control-block';
import { trouble } from './on-demand';
import { distance, plus } from './seq-number';

/** States in which the peer may still send text. RFC 9293 §3.10.7.4, seventh check. */
const RECEIVING: readonly string[] = ['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2'];
/** A segment arrives at an endpoint in `state`. */
export function segmentArrives(
  block: ControlBlock,
  state: string,
  segment: TcpHeader,
  text: Uint8Array,
  now: Micros,
): Arrival {
  if (isExpectedSyn(block, state, segment)) return synArrives(block, state, segment);
  if (isExpected(block, state, segment, text.length)) return expectedArrives(block, state, segment, text);
  return trouble.get().processEvent(block, state, segment, text, now);
}

/** The first segment of either side. */
function isExpectedSyn(block: ControlBlock, state: string, { flags, acknowledgmentNumber }: TcpHeader): boolean {
  if (state === 'LISTEN') return flags === SYN;
  return state === 'SYN-SENT' && flags === (SYN | ACK) && acknowledgmentNumber === block.sndNxt;
}

/** The next segment of an open connection, which every check lets through. */
function isExpected(block: ControlBlock, state: string, segment: TcpHeader, length: number): boolean {
  const { flags, sequenceNumber, acknowledgmentNumber: ack } = segment;
  if (state === 'SYN-SENT' || state === 'LISTEN' || state === 'CLOSED' || state === 'TIME-WAIT') return false;
  const carries = length > 0 || (flags & FIN) !== 0;
  return (
    (flags & (ACK | SYN | RST)) === ACK &&
    sequenceNumber === block.rcvNxt &&
    distance(ack, block.sndUna) >= (state === 'SYN-RECEIVED' ? 1 : 0) &&
    distance(ack, block.sndNxt) <= 0 &&
    block.reassembly.pieces.length === 0 &&
    length + (flags & FIN) <= receiveWindow(block) &&
    (!carries || state === 'SYN-RECEIVED' || RECEIVING.includes(state)) &&
    distance(option(segment.options, 'timestamps')?.value ?? block.tsRecent, block.tsRecent) >= 0
  );
}

function expectedArrives(block: ControlBlock, state: string, segment: TcpHeader, text: Uint8Array): Arrival {
  const acknowledged = ackArrives(block, segment);
  const taken = text.length > 0 ? textArrives(acknowledged, text.length) : acknowledged;
  const events = eventsOfAck(block, acknowledged, state);
  const hasFin = (segment.flags & FIN) !== 0;
  return {
    block: hasFin ? { ...taken, rcvNxt: plus(taken.rcvNxt, 1) } : taken,
    events: hasFin ? events.filter(event => event !== 'rcv ACK of FIN') : events,
    text: text.length > 0 ? [text] : NOTHING,
    fin: hasFin ? eventOfFin(events, state) : undefined,
    answer: undefined,
    acknowledges: true,
    isUnacceptable: false,
  };
}
