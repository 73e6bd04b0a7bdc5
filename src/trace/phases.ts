// What a connection is busy with: being opened by TCP and by the protocol, carrying a request, carrying a reply, closing. Stretches of the run, read off its packets.
import { endOf, journeysOf } from './journeys';
import type { Trace } from './trace';

export type PhaseKind = 'handshake' | 'opening' | 'request' | 'response' | 'teardown';

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
    known = [...messagePhases(trace), ...openingPhases(trace), ...connectionPhases(trace)].sort(
      (a, b) => a.from - b.from,
    );
    phases.set(trace, known);
  }
  return known;
}

/** From the first octet's leaving to the last octet's arrival. */
function messagePhases(trace: Trace): Phase[] {
  const ways = journeysOf(trace);
  const found = new Map<number, { from: number; to: number }>();
  for (const packet of trace.packets) {
    if (packet.repeats) continue;
    const way = ways[packet.id];
    for (const { message } of packet.carries) {
      const phase = found.get(message) ?? { from: way.sent, to: way.sent };
      phase.to = Math.max(phase.to, endOf(way) ?? way.sent);
      found.set(message, phase);
    }
  }
  return [...found]
    .filter(([id]) => !trace.messages[id].control)
    .map(([id, { from, to }]) => {
      const message = trace.messages[id];
      const kind = message.direction === 'c2s' ? 'request' : 'response';
      return { kind, from, to, connection: message.connection, message: id } as const;
    });
}

/** What the protocol does on a new connection before the first request, such as HTTP/2's settings. */
function openingPhases(trace: Trace): Phase[] {
  const ways = journeysOf(trace);
  return trace.connections.flatMap((_, connection): Phase[] => {
    const own = trace.packets.filter(packet => packet.connection === connection && packet.carries.length > 0);
    const request = own.findIndex(({ carries }) => carries.some(({ message }) => !trace.messages[message].control));
    const carriers = own.slice(0, request < 0 ? undefined : request);
    const seqs = carriers.flatMap(({ id }) => [ways[id].sent, endOf(ways[id]) ?? ways[id].sent]);
    return seqs.length > 0 ? [{ kind: 'opening', from: Math.min(...seqs), to: Math.max(...seqs), connection }] : [];
  });
}

/** The handshake lasts until the client has a SYN ACK, or as long as it tries: from then on it may send. The teardown lasts until the last packet is in. */
function connectionPhases(trace: Trace): Phase[] {
  const ways = journeysOf(trace);
  return trace.connections.flatMap((_, connection) => {
    const own = trace.packets.filter(packet => packet.connection === connection);
    const syns = own.filter(({ segment }) => segment.flags.includes('SYN'));
    const [syn] = syns;
    const synAck = syns.find(({ id, segment }) => segment.flags.includes('ACK') && ways[id].arrived !== undefined);
    const fin = own.find(({ segment }) => segment.flags.includes('FIN'));
    const last = own.at(-1);
    const end = (id: number) => endOf(ways[id]) ?? ways[id].sent;
    const found: Phase[] = [];
    if (syn)
      found.push({ kind: 'handshake', from: ways[syn.id].sent, to: end((synAck ?? syns.at(-1)!).id), connection });
    if (fin && last) found.push({ kind: 'teardown', from: ways[fin.id].sent, to: end(last.id), connection });
    return found;
  });
}
