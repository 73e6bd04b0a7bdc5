// One TCP connection of a capture in, a trace out, which every view shows as it shows a simulated run.
import { machines } from '../machines/machines';
import type { Protocol } from '../protocols/protocol';
import type { ActorId, Direction, Message, Micros, Trace } from '../trace/trace';
import { beginningOf, type Conversation, type ConversationSegment } from '../wire/reassembly/conversations';
import { ConnectionCast } from './connection-cast';
import { type DissectedMessage, dissectStream } from './dissect-stream';
import { exchangesOf, type RecordedExchange } from './exchanges';
import { inferredService } from './inferred-service';
import { type ExchangeOf, ownersAmong } from './owners';
import { type Placement, placeMessages } from './placed-messages';
import { recordedPackets } from './recorded-packets';
import { Script } from './script';
import { type Slices, within } from './slices';
import { Teller } from './teller';

/** What a trace has of a connection at most. */
const MOST_PACKETS = 30_000;
const FEW_PACKETS = 3000;
const MOST_EXCHANGES = 200;
/** Packets that are told of in one slice. */
const SLICE = 500;

/**
 * The trace of `conversation`, dissected as `protocol`; without one it has packets and no calls. It never fails: what makes no sense is told
 * as such. Of a long connection it is the part that begins with packet `from`: drawings of more packets or calls say nothing.
 */
export function* recordTrace(whole: Conversation, protocol: Protocol | undefined, from = 0): Slices<Trace> {
  const all = whole.segments.length;
  // Most connections have many calls in few packets; only where they have few, more packets are looked at.
  let found = yield* within(partOf(whole, protocol, from, FEW_PACKETS), 0, 0.2);
  if (found.recorded.length <= MOST_EXCHANGES && from + FEW_PACKETS < all)
    found = yield* within(partOf(whole, protocol, from, MOST_PACKETS), 0.2, 0.7);
  const { placement, recorded, conversation } = found;
  const part = { from, to: from + conversation.segments.length, all };
  const { service, exchanges } = inferredService(recorded);
  const timeOf = runTime(conversation);
  const packets = yield* within(recordedPackets(conversation, placement.loads, timeOf), 0.7, 0.8);
  const connection = new ConnectionCast(conversation);
  const initialStates = { ...initialStatesOf(), ...connection.states };
  const teller = new Teller();
  const exchangeOf = ownersAmong(recorded);
  const script = new Script(conversation, placement, recorded, exchanges, exchangeOf, teller);
  for (const [id, segment] of conversation.segments.entries()) {
    tellPacket(teller, connection, script, segment, id, packets[id].sentAt);
    if (id % SLICE === 0) yield 0.8 + (0.2 * id) / packets.length;
  }
  const { client, server, segments } = conversation;
  return {
    recording: {
      startedAtMicros: segments[0].atMicros,
      missing: { c2s: conversation.c2s.missing, s2c: conversation.s2c.missing },
      part,
    },
    service,
    protocol: protocol?.id ?? '',
    exchanges,
    events: teller.events,
    messages: messagesOf(placement, exchangeOf),
    packets,
    hosts: { client, server },
    connections: [{ clientPort: client.port }],
    initialStates,
    duration: packets[packets.length - 1].sentAt,
  };
}

function* dissected(read: Conversation, protocol: Protocol, from: number): Slices<DissectedMessage[]> {
  const c2s = yield* within(dissectStream(protocol, 'c2s', read.c2s, firstOctet(read, 'c2s', from)), 0, 0.4);
  const s2c = yield* within(dissectStream(protocol, 's2c', read.s2c, firstOctet(read, 's2c', from)), 0.4, 0.8);
  return [...c2s, ...s2c];
}

/** The octet of a direction's stream with which the part begins. */
function firstOctet(read: Conversation, direction: Direction, from: number): number {
  const first = read.segments.find((segment, id) => id >= from && segment.direction === direction);
  return first ? first.offset - read[direction].start : 0;
}

/** A part of a connection: its packets, and what they carry. */
interface Part {
  readonly conversation: Conversation;
  readonly placement: Placement;
  readonly recorded: readonly RecordedExchange[];
}

/** At most `packets` packets from packet `from` on, and no more than up to where one call too many begins. */
function* partOf(whole: Conversation, protocol: Protocol | undefined, from: number, packets: number): Slices<Part> {
  const read = beginningOf(whole, from + packets);
  yield 0;
  const messages = protocol ? yield* dissected(read, protocol, from) : [];
  const conversation = { ...read, segments: read.segments.slice(from) };
  const placement = yield* within(placeMessages(conversation, messages), 0.8, 0.9);
  const recorded = exchangesOf(placement.messages);
  yield 0.9;
  const next = recorded[MOST_EXCHANGES];
  const end = next && (next.request ?? next.reply)!.first;
  if (!end) return { conversation, placement, recorded };
  const shorter = { ...conversation, segments: conversation.segments.slice(0, end) };
  const kept = placement.messages.filter(({ first }) => first < end).map(message => message.dissected);
  const placed = yield* within(placeMessages(shorter, kept), 0.9, 1);
  return { conversation: shorter, placement: placed, recorded: exchangesOf(placed.messages) };
}

/** Microseconds since the first packet. Where the capture's clock goes back, time stands still. */
function runTime({ segments }: Conversation): (segment: ConversationSegment) => Micros {
  let latest = 0;
  return ({ atMicros }) => {
    latest = Math.max(latest, atMicros - segments[0].atMicros);
    return latest;
  };
}

function initialStatesOf(): Record<ActorId, string> {
  const states = {} as Record<ActorId, string>;
  for (const id of Object.keys(machines) as ActorId[]) states[id] = machines[id].config.initial as string;
  return states;
}

function tellPacket(
  teller: Teller,
  connection: ConnectionCast,
  script: Script,
  segment: ConversationSegment,
  id: number,
  at: Micros,
): void {
  const [sender, receiver] = segment.direction === 'c2s' ? ACTORS : ACTORS.toReversed();
  teller.moveTo(at);
  script.before(id);
  connection.leaves(teller, segment);
  const cause = teller.tell(sender, { type: 'sent', packet: id });
  teller.send(connection, 'link', 'packet enters');
  teller.tell(receiver, { type: 'arrived', packet: id }, undefined, cause);
  teller.send(connection, 'link', 'link empties');
  connection.comesIn(teller, segment);
  script.after(id);
}

const ACTORS: readonly ActorId[] = ['clientTcp', 'serverTcp'];

function messagesOf({ messages }: Placement, exchangeOf: ExchangeOf): Message[] {
  let latest = 0;
  return messages.map(message => {
    const { id, dissected } = message;
    const { exchange, isControl } = exchangeOf(message);
    latest = exchange ?? latest;
    return {
      id,
      exchange: latest,
      connection: 0,
      direction: dissected.direction,
      pdu: dissected.pdu,
      streamOffset: dissected.offset,
      ...(isControl && { control: true }),
    };
  });
}
