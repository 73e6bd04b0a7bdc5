// What a connection is busy with: opening, carrying a request, carrying a reply, closing. Stretches of the run, read off its packets.
import { journeysOf } from './journeys';
import type { Trace } from './trace';

export type PhaseKind = 'handshake' | 'request' | 'response' | 'teardown';

/** A stretch of the run, from one event to another. Phases of one connection may overlap: a FIN can follow hard upon the last data. */
export interface Phase {
  readonly kind: PhaseKind;
  readonly from: number;
  readonly to: number;
  readonly connection: number;
  /** The message that a request or response phase carries. */
  readonly message?: number;
}

const phases = new WeakMap<Trace, readonly Phase[]>();

/** All phases, in the order of their beginning. */
export function phasesOf(trace: Trace): readonly Phase[] {
  let known = phases.get(trace);
  if (!known) {
    known = [...messagePhases(trace), ...connectionPhases(trace)].sort((a, b) => a.from - b.from);
    phases.set(trace, known);
  }
  return known;
}

/** From the first octet's leaving to the last octet's arrival. */
function messagePhases(trace: Trace): Phase[] {
  const ways = journeysOf(trace);
  const found = new Map<number, { from: number; to: number }>();
  for (const packet of trace.packets) {
    const way = ways[packet.id];
    for (const { message } of packet.carries) {
      const phase = found.get(message) ?? { from: way.sent, to: way.sent };
      phase.to = Math.max(phase.to, way.arrived ?? way.sent);
      found.set(message, phase);
    }
  }
  return [...found].map(([id, { from, to }]) => {
    const message = trace.messages[id];
    return {
      kind: message.direction === 'c2s' ? 'request' : 'response',
      from,
      to,
      connection: message.connection,
      message: id,
    };
  });
}

/** The handshake lasts until the client has the SYN ACK: from then on it may send. The teardown lasts until the last packet is in. */
function connectionPhases(trace: Trace): Phase[] {
  const ways = journeysOf(trace);
  return trace.connections.flatMap((_, connection) => {
    const own = trace.packets.filter(packet => packet.connection === connection);
    const syn = own.find(({ segment }) => segment.flags.includes('SYN'));
    const synAck = own.find(({ segment }) => segment.flags.includes('SYN') && segment.flags.includes('ACK'));
    const fin = own.find(({ segment }) => segment.flags.includes('FIN'));
    const last = own.at(-1);
    const end = (id: number) => ways[id].arrived ?? ways[id].sent;
    const found: Phase[] = [];
    if (syn) found.push({ kind: 'handshake', from: ways[syn.id].sent, to: end((synAck ?? syn).id), connection });
    if (fin && last) found.push({ kind: 'teardown', from: ways[fin.id].sent, to: end(last.id), connection });
    return found;
  });
}
