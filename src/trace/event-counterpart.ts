// What corresponds to an event in another run: of a packet's way the same packet's, of other things the next of their kind.
import { twinOf } from './counterpart';
import { endOf, journeysOf } from './journeys';
import type { Trace, TraceEvent } from './trace';

/** What `event` of `trace` is in `other`, where both runs are the same before `seq`. Undefined when it does not happen there. */
export function counterpartIn(other: Trace, trace: Trace, event: TraceEvent, seq: number): TraceEvent | undefined {
  if (event.type === 'sent' || event.type === 'arrived' || event.type === 'dropped') {
    const twin = twinOf(trace, trace.packets[event.packet], other);
    const way = twin && journeysOf(other)[twin.id];
    const at = way && (event.type === 'sent' ? way.sent : endOf(way));
    return at === undefined ? undefined : other.events[at];
  }
  const kind = kindOf(event, trace);
  return other.events.slice(seq).find(candidate => kindOf(candidate, other) === kind);
}

/** What makes two events instances of the same. */
function kindOf(event: TraceEvent, { messages, packets }: Trace): string {
  const { type, actor, exchange, attempt, connection } = event;
  return [type, actor, exchange, attempt, connection, detailOf()].join(' ');

  function detailOf(): string | number | undefined {
    switch (event.type) {
      case 'step':
        return event.step;
      case 'transition':
        return `${event.event} ${event.to}`;
      case 'timer':
        return event.timer;
      case 'encoded':
      case 'decoded':
        return messages[event.message].direction;
      case 'control':
        return messages[event.message].direction;
      case 'discarded':
        return packets[event.packet].segment.flags.join(' ');
      case 'invoked':
      case 'completed':
      case 'deduplicated':
        return event.method;
      default:
        return undefined;
    }
  }
}
