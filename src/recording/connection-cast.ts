// What the packets of a recording show of the two TCP endpoints: which packet is which event of the chart. RFC 9293 §3.3.2, figure 5.
import type { ActorId } from '../trace/trace';
import type { Conversation, ConversationSegment } from '../wire/reassembly/conversations';
import type { Cast, Teller } from './teller';

type EndActor = 'clientTcp' | 'serverTcp';

const ENDS = {
  c2s: { sender: 'clientTcp', receiver: 'serverTcp' },
  s2c: { sender: 'serverTcp', receiver: 'clientTcp' },
} as const;

/** The endpoints and the link of one connection. */
export class ConnectionCast implements Cast {
  readonly states: Record<EndActor | 'link', string>;
  /** Sequence number behind each side's FIN, when it has sent one. */
  private readonly behindFin: Partial<Record<EndActor, number>> = {};

  constructor(conversation: Conversation) {
    this.states = initialStates(conversation);
  }

  factsOf(actor: ActorId) {
    const passive = actor === 'serverTcp';
    return { key: String(passive), context: { passive } };
  }

  /** The segment leaves. */
  leaves(teller: Teller, segment: ConversationSegment): void {
    const { sender } = ENDS[segment.direction];
    if (segment.syn && !segment.ack) teller.send(this, sender, 'active OPEN');
    if (segment.fin && this.behindFin[sender] === undefined) {
      this.behindFin[sender] = (segment.seq + segment.payload.length + 1) >>> 0;
      teller.send(this, sender, 'CLOSE');
    }
    if (segment.rst) teller.send(this, sender, 'ABORT');
  }

  /** The segment comes in at the other end. */
  comesIn(teller: Teller, segment: ConversationSegment): void {
    const { receiver } = ENDS[segment.direction];
    for (const event of eventsOf(segment, this.acknowledgesFin(segment, receiver))) teller.send(this, receiver, event);
  }

  private acknowledgesFin({ ack, ackNumber }: ConversationSegment, receiver: EndActor): boolean {
    return ack && ackNumber === this.behindFin[receiver];
  }
}

function eventsOf(segment: ConversationSegment, acknowledgesFin: boolean): string[] {
  if (segment.rst) return ['rcv RST'];
  if (segment.syn) return [segment.ack ? 'rcv SYN,ACK' : 'rcv SYN'];
  const events = segment.ack ? ['rcv ACK of SYN'] : [];
  if (segment.fin && acknowledgesFin) events.push('rcv FIN,ACK of FIN', 'rcv ACK of FIN', 'rcv FIN');
  else if (segment.fin) events.push('rcv FIN');
  else if (acknowledgesFin) events.push('rcv ACK of FIN');
  return events;
}

/** What must have been before the first packet. */
function initialStates({ segments: [{ syn, ack }] }: Conversation): Record<EndActor | 'link', string> {
  if (syn && ack) return { clientTcp: 'SYN-SENT', serverTcp: 'SYN-RECEIVED', link: 'empty' };
  if (syn) return { clientTcp: 'CLOSED', serverTcp: 'LISTEN', link: 'empty' };
  return { clientTcp: 'ESTABLISHED', serverTcp: 'ESTABLISHED', link: 'empty' };
}
