// One call of a run of many, as a run of its own: its events, messages and packets, numbered anew, which every view shows like any other run.
//
// What the other calls do meanwhile is left out and counted. A packet that carries octets of several calls is there, with what it carries
// of this one; so is TCP's first acknowledgment of each of the call's packets, whoever else it serves.
import { callEvents } from './call-events';
import { addFlowSample, type Flows, flowCount, flowSample } from './flows';
import { placeOf } from './packet-place';
import type { ActorId, Message, Packet, PartOfRun, Trace, TraceEvent } from './trace';

/** The call (or batch) `call` of the run. A run of one call is its own. Virtual time is that of the whole run. */
export function oneCall(trace: Trace, call: number): Trace {
  const events = callEvents(trace, call);
  const packets = numbered(events.flatMap(event => (event.type === 'sent' ? [event.packet] : [])));
  const messages = numbered(trace.messages.flatMap(({ id, exchange }) => (exchange === call ? [id] : [])));
  const connections = numbered([
    ...events.flatMap(({ connection }) => (connection === undefined ? [] : [connection])),
    ...[...messages.keys()].map(id => trace.messages[id].connection),
  ]);
  const numbers: Numbers = { trace, call, packets, messages, connections };
  const seqs = numbered(events.map(({ seq }) => seq));
  return {
    ...trace,
    ...(trace.exchanges.length > 1 && { part: partOf(numbers, events) }),
    exchanges: [trace.exchanges[call]],
    events: events.map(eventIn(numbers, seqs)),
    messages: [...messages.keys()].map(id => messageIn(numbers, trace.messages[id])),
    packets: [...packets.keys()].map(id => packetIn(numbers, trace.packets[id])),
    connections: [...connections.keys()].map(id => trace.connections[id]),
    ...(trace.flows && { flows: flowsDuring(trace.flows, events, connections) }),
    initialStates: statesBefore(trace, events),
    duration: events.at(-1)?.at ?? 0,
  };
}

/** Old numbers to new ones, in ascending order. */
type Numbering = ReadonlyMap<number, number>;

/** What everything is called in the run of the one call. */
interface Numbers {
  readonly trace: Trace;
  readonly call: number;
  readonly packets: Numbering;
  readonly messages: Numbering;
  readonly connections: Numbering;
}

function numbered(ids: readonly number[]): Numbering {
  return new Map([...new Set(ids)].sort((a, b) => a - b).map((id, index) => [id, index]));
}

function eventIn({ trace, packets, messages, connections }: Numbers, seqs: Numbering) {
  return (event: TraceEvent): TraceEvent => {
    const cause = nearestCause(trace, event, seqs);
    return {
      ...event,
      ...('packet' in event && { packet: packets.get(event.packet)! }),
      ...('message' in event && { message: messages.get(event.message)! }),
      ...(event.connection !== undefined && { connection: connections.get(event.connection)! }),
      ...(event.exchange !== undefined && { exchange: 0 }),
      ...(event.cause !== undefined && { cause }),
      seq: seqs.get(event.seq)!,
    };
  };
}

/** What brought the event about may belong to another call: then what brought that about, and so on. */
function nearestCause({ events }: Trace, { cause }: TraceEvent, seqs: Numbering): number | undefined {
  let at = cause;
  while (at !== undefined && !seqs.has(at)) at = events[at].cause;
  return at === undefined ? undefined : seqs.get(at);
}

function messageIn({ messages, connections }: Numbers, message: Message): Message {
  return {
    ...message,
    id: messages.get(message.id)!,
    exchange: 0,
    connection: connections.get(message.connection)!,
  };
}

function packetIn({ packets, messages, connections }: Numbers, packet: Packet): Packet {
  const { copyOf } = packet;
  return {
    ...packet,
    id: packets.get(packet.id)!,
    connection: connections.get(packet.connection)!,
    ...(copyOf !== undefined && { copyOf: packets.get(copyOf) }),
    carries: packet.carries.flatMap(part => {
      const message = messages.get(part.message);
      return message === undefined ? [] : [{ ...part, message }];
    }),
  };
}

function partOf({ trace, call, packets }: Numbers, events: readonly TraceEvent[]): PartOfRun {
  return {
    call,
    calls: trace.exchanges.length,
    otherPackets: otherPackets(trace, events, packets),
    places: [...packets.keys()].map(id => placeOf(trace, trace.packets[id])),
  };
}

/** What both ends knew of the call's connections while it lasted, whichever call it was due to. */
function flowsDuring(flows: Flows, events: readonly TraceEvent[], connections: Numbering): Flows {
  const during: number[] = [];
  let next = 0;
  for (let index = 0; index < flowCount(flows); index++) {
    const sample = flowSample(flows, index);
    while (next < events.length && events[next].seq <= sample.event) next++;
    const connection = connections.get(sample.connection);
    const isDuring = next > 0 && sample.event <= events[events.length - 1].seq;
    if (connection !== undefined && isDuring) addFlowSample(during, { ...sample, connection, event: next - 1 });
  }
  return during;
}

function otherPackets(trace: Trace, events: readonly TraceEvent[], own: Numbering): number {
  const [first, last] = [events[0]?.seq ?? 0, events.at(-1)?.seq ?? -1];
  let count = 0;
  for (let seq = first; seq <= last; seq++) {
    const event = trace.events[seq];
    if (event.type === 'sent' && !own.has(event.packet)) count++;
  }
  return count;
}

/** In which state each machine is when the call begins: an endpoint of TCP is one of the call's first connection. */
function statesBefore(trace: Trace, events: readonly TraceEvent[]): Trace['initialStates'] {
  const [first] = events;
  if (!first) return trace.initialStates;
  const states: Record<ActorId, string> = { ...trace.initialStates };
  const connection = events.find(event => event.connection !== undefined)?.connection;
  for (let seq = 0; seq < first.seq; seq++) {
    const event = trace.events[seq];
    if (event.type !== 'transition') continue;
    if (!event.actor.endsWith('Tcp') || event.connection === connection) states[event.actor] = event.to;
  }
  for (const actor of Object.keys(states) as ActorId[]) {
    const own = events.find(event => event.type === 'transition' && event.actor === actor);
    if (own?.type === 'transition') states[actor] = own.from;
  }
  return states;
}
