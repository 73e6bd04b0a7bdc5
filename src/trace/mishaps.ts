// What has just gone otherwise than on a network without faults, and for how long it is worth a sentence.
import { flowCount, flowSample } from './flows';
import { journeysOf } from './journeys';
import type { DiscardReason, DropReason, Micros, Packet, Trace, TraceEvent } from './trace';

export type Mishap =
  | { readonly kind: 'lost'; readonly packet: Packet; readonly why: DropReason }
  | { readonly kind: 'discarded'; readonly packet: Packet; readonly why: DiscardReason }
  | { readonly kind: 'copied'; readonly packet: Packet }
  /** TCP sends something that is not the ordinary course. */
  | {
      readonly kind: 'sent';
      readonly packet: Packet;
      readonly occasion: NonNullable<Packet['occasion']>;
      /** Of a retransmission whose timer has run out. */
      readonly timer?: RunOutTimer;
    }
  | { readonly kind: 'late'; readonly packet: Packet; readonly by: Micros }
  /** Damage that no checksum has seen. */
  | { readonly kind: 'damaged'; readonly packet: Packet };

/** How long TCP had waited, and from what it knew how long to wait. */
export interface RunOutTimer {
  /** RTO. */
  readonly timeout: Micros;
  /** SRTT; undefined before the first measurement. */
  readonly roundTrip: Micros | undefined;
  /** It had run out before, and was doubled. */
  readonly isBackedOff: boolean;
}

/** The last mishap by event `seq`, unless the run has gone on since: a step, a message, or a packet that left later has come in. */
export function mishapAt(trace: Trace, seq: number): Mishap | undefined {
  for (let i = seq; i >= 0; i--) {
    const event = trace.events[i];
    const mishap = mishapOf(trace, event);
    if (mishap) return isOver(trace, i, seq) ? undefined : mishap;
    if (ENDS.has(event.type)) return undefined;
  }
  return undefined;
}

/** What ends the story of a mishap before it. */
const ENDS: ReadonlySet<TraceEvent['type']> = new Set(['step', 'encoded', 'decoded', 'result', 'completed']);

function isOver({ events, packets }: Trace, since: number, seq: number): boolean {
  return events
    .slice(since + 1, seq + 1)
    .some(event => event.type === 'arrived' && packets[event.packet].sentAt >= events[since].at);
}

function mishapOf(trace: Trace, event: TraceEvent): Mishap | undefined {
  if (!('packet' in event)) return undefined;
  const packet = trace.packets[event.packet];
  switch (event.type) {
    case 'dropped':
      return { kind: 'lost', packet, why: event.why };
    case 'discarded':
      return { kind: 'discarded', packet, why: event.why };
    case 'sent':
      if (packet.copyOf !== undefined) return { kind: 'copied', packet };
      return packet.occasion && { kind: 'sent', packet, occasion: packet.occasion, timer: runOutTimer(trace, event) };
    case 'arrived':
      if (packet.arrivedBytes && journeysOf(trace)[packet.id].discarded === undefined)
        return { kind: 'damaged', packet };
      return packet.heldUp === undefined ? undefined : { kind: 'late', packet, by: packet.heldUp };
  }
}

/** The timer that was the cause of `sent`, if one was. A trace from a capture does not know what TCP knew. */
function runOutTimer({ events, flows = [] }: Trace, sent: TraceEvent): RunOutTimer | undefined {
  const isTimer = (cause: number | undefined) => cause !== undefined && events[cause].type === 'timer';
  if (!isTimer(sent.cause)) return undefined;
  const timer = events[sent.cause!];
  for (let i = flowCount(flows) - 1; i >= 0; i--) {
    const { event, actor, connection, timeout, roundTrip } = flowSample(flows, i);
    if (event < timer.seq && actor === timer.actor && connection === timer.connection)
      return { timeout, roundTrip, isBackedOff: isTimer(timer.cause) };
  }
  return undefined;
}
