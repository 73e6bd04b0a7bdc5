// What goes wrong in a run, and when: a mark for each thing. What befalls packets and the server is read off the trace; cuts of the network
// and programs that do not read are the scenario's.
import type { Fault } from '../../scenario/faults';
import type { Position } from '../../trace/moment';
import type { Micros, Packet, Trace, TraceEvent } from '../../trace/trace';

export type FaultMark = {
  readonly from: Position;
  /** Where it ends, if it lasts. */
  readonly until?: Position;
  readonly at: Micros;
} & (
  | { readonly kind: 'lost' | 'late' | 'copy' | 'damaged'; readonly packet: Packet }
  | { readonly kind: 'hang' | 'crash' | 'power-off' | 'unreachable' }
  | { readonly kind: 'cut' | 'deaf'; readonly fault: Fault }
);

/** More than these nobody looks at: those of packets are left out first. */
export const MOST_MARKS = 60;

/** The marks of a run, in the order in which they begin. */
export function faultMarks(trace: Trace, faults: readonly Fault[]): readonly FaultMark[] {
  const packets = trace.events.flatMap(event => packetMark(trace, event) ?? []);
  const others = [...serverMarks(trace), ...unreachableMarks(trace), ...spans(trace, faults)];
  return [...packets.slice(0, Math.max(0, MOST_MARKS - others.length)), ...others].sort((a, b) => a.from - b.from);
}

function packetMark(trace: Trace, event: TraceEvent): FaultMark | undefined {
  if (!('packet' in event)) return undefined;
  const packet = trace.packets[event.packet];
  const mark = (kind: 'lost' | 'late' | 'copy' | 'damaged'): FaultMark => ({
    kind,
    packet,
    from: event.seq,
    at: event.at,
  });
  switch (event.type) {
    case 'dropped':
      return event.why === 'fault' || event.why === 'loss' ? mark('lost') : undefined;
    case 'sent':
      return packet.copyOf === undefined ? undefined : mark('copy');
    case 'arrived':
      if (packet.arrivedBytes) return mark('damaged');
      return packet.heldUp === undefined ? undefined : mark('late');
  }
}

const BEGINNINGS: Readonly<Record<string, 'hang' | 'crash' | 'power-off'>> = {
  hang: 'hang',
  crash: 'crash',
  'power off': 'power-off',
};

/** The server's program stands still, from the first of its machines that says so to the first that goes on. */
function serverMarks({ events }: Trace): FaultMark[] {
  const own = events.filter(event => event.type === 'transition' && event.actor === 'server');
  const marks: FaultMark[] = [];
  for (const event of own) {
    if (event.type !== 'transition') continue;
    const kind = BEGINNINGS[event.event];
    if (!kind || marks.some(mark => mark.kind === kind && mark.at === event.at)) continue;
    const end = own.find(
      later => later.seq > event.seq && later.type === 'transition' && ['go on', 'start'].includes(later.event),
    );
    marks.push({ kind, from: event.seq, at: event.at, until: end?.seq ?? events.length - 1 });
  }
  return marks;
}

/** Nobody is told that the server cannot be reached: the first packet that ends there shows it. */
function unreachableMarks({ events }: Trace): FaultMark[] {
  const first = events.find(event => event.type === 'dropped' && event.why === 'unreachable');
  return first ? [{ kind: 'unreachable', from: first.seq, at: first.at }] : [];
}

/** Those that begin before the run is over. */
function spans(trace: Trace, faults: readonly Fault[]): FaultMark[] {
  return faults.flatMap((fault): FaultMark[] => {
    if ((fault.does !== 'partition' && fault.does !== 'stop-reading') || fault.from > trace.duration) return [];
    const until = positionOf(trace, fault.until ?? trace.duration);
    const kind = fault.does === 'partition' ? 'cut' : 'deaf';
    return [{ kind, fault, from: positionOf(trace, fault.from), at: fault.from, until }];
  });
}

/** The position at which it is `time`; of several, the last. */
function positionOf({ events }: Trace, time: Micros): Position {
  const next = events.findIndex(({ at }) => at > time);
  if (next < 0) return events.length - 1;
  if (next === 0) return 0;
  const before = events[next - 1];
  return before.seq + (time - before.at) / (events[next].at - before.at);
}
