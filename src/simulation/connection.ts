// One TCP connection of a run: the endpoints on both hosts, the link between them, and the record of what the streams carry.

import { problem } from '../problem/problem';
import type { Outgoing, Peer } from '../protocols/protocol';
import type {
  ActorId,
  Direction,
  DiscardReason,
  Message,
  Packet,
  SegmentSummary,
  SendingOccasion,
} from '../trace/trace';
import { ByteReader } from '../wire/bytes/byte-reader';
import { ETHERNET_HEADER } from '../wire/ethernet/ethernet';
import { IPV4_HEADER, ipv4FromText } from '../wire/ipv4/ipv4';
import { ACK, FIN, PSH, RST, readTcpHeader, SYN, tcpHeaderLength } from '../wire/tcp/tcp';
import { mostPackets } from './plan';
import type { CallPlace, EventPlace, Recorded } from './recorder';
import { ROUTER } from './router-part';
import { SocketWriter } from './socket-writer';
import { StreamLog } from './stream-log';
import { TcpEndpoint, type TcpUser } from './tcp/endpoint';
import { flowLog } from './tcp/flow-log';
import type { SocketAddress } from './tcp/segment-writer';
import { distance, plus, type SeqNumber } from './tcp/seq-number';
import type { World } from './world';

/** In the order in which tshark names them: 'SYN, ACK', 'PSH, ACK'. */
const FLAGS = [
  ['FIN', FIN],
  ['SYN', SYN],
  ['RST', RST],
  ['PSH', PSH],
  ['ACK', ACK],
] as const;

const OTHER_WAY = { c2s: 's2c', s2c: 'c2s' } as const;

/** The random numbers of each host's TCP. */
export interface HostRandom {
  readonly client: () => number;
  readonly server: () => number;
}

type End = 'client' | 'server';

/** What may keep packets from the server's TCP, or from its program. */
export interface ServerState {
  readonly isOn: boolean;
  readonly isReachable: boolean;
  /** Whether a program listens for connections. */
  readonly listens: boolean;
}

export class Connection {
  readonly client: TcpEndpoint;
  readonly server: TcpEndpoint;
  /** The exchange and attempt that use it, or used it last; nothing once the client is done. */
  user: CallPlace = {};
  private readonly streams = { c2s: new StreamLog(), s2c: new StreamLog() };
  private readonly first: Partial<Record<Direction, SeqNumber>> = {};
  private readonly messages = new Map<Outgoing, Recorded<Message>>();
  readonly writers: Readonly<Record<End, SocketWriter>>;

  constructor(
    private readonly world: World,
    readonly index: number,
    readonly clientPort: number,
    random: HostRandom,
    users: { readonly client: TcpUser; readonly server: TcpUser },
    private readonly serverState: ServerState,
  ) {
    this.writers = {
      client: new SocketWriter(world, (...octets) => this.put('client', ...octets)),
      server: new SocketWriter(world, (...octets) => this.put('server', ...octets)),
    };
    const { client, server } = world.plan.scenario.hosts;
    const clientAddress = { address: ipv4FromText(client.address), port: clientPort };
    const serverAddress = { address: ipv4FromText(server.address), port: server.port };
    this.client = this.endpoint('clientTcp', clientAddress, serverAddress, random.client, users.client, 'c2s');
    this.server = this.endpoint('serverTcp', serverAddress, clientAddress, random.server, users.server, 's2c');
  }

  place = (): EventPlace => ({ ...this.user, connection: this.index });

  /** Records that `actor` has encoded a message for this connection, for its user or for another. `control`: it only serves the conversation. */
  encoded(actor: 'clientStub' | 'serverStub', outgoing: Outgoing, control = false, user = this.user): void {
    const { recorder } = this.world;
    const direction = actor === 'clientStub' ? 'c2s' : 's2c';
    const { exchange = 0, attempt } = user;
    const message = recorder.addMessage({
      exchange,
      ...(attempt !== undefined && { attempt }),
      connection: this.index,
      direction,
      pdu: outgoing.pdu,
      streamOffset: this.streams[direction].length,
      ...(control && { control }),
    });
    this.messages.set(outgoing, message);
    const place = { ...user, connection: this.index };
    recorder.record(actor, place, { type: control ? 'control' : 'encoded', message: message.id });
  }

  /** The receiving side of `direction` has read `octets` more; returns the id of the message that the last of them belongs to. */
  readOn(direction: Direction, octets: number): number {
    return this.streams[direction].readOn(octets);
  }

  /** Whose message the receiving side of `direction` reads next. */
  placeOfNext(direction: Direction): CallPlace {
    const message = this.streams[direction].beingRead;
    const { recorder } = this.world;
    return message === undefined || recorder.messages[message].control ? this.user : recorder.placeOf(message);
  }

  /** Writes an encoded message to the socket of `end`: {@link SocketWriter.write}. Throws `simulation.too-many-packets`. */
  write(end: End, outgoing: Outgoing, done: () => void, author?: Peer): void {
    this.checkPackets(this[end], outgoing.pdu.bytes.length);
    this.writers[end].write(outgoing, done, author);
  }

  /** Whether some of the client's message has been written. */
  hasBegun(outgoing: Outgoing): boolean {
    return this.writers.client.hasBegun(outgoing);
  }

  private put(end: End, outgoing: Outgoing, start: number, stop: number): void {
    const message = this.messages.get(outgoing)!;
    const stream = this.streams[message.direction];
    const { pdu } = outgoing;
    message.pdu = pdu;
    if (start === 0) message.streamOffset = stream.length;
    stream.add(message.id, start, stop - start);
    this[end].write(pdu.bytes.subarray(start, stop));
  }

  private checkPackets({ segmentSize }: TcpEndpoint, size: number): void {
    const { recorder, plan } = this.world;
    const packets = Math.ceil(size / segmentSize);
    const limit = mostPackets(plan.exchanges.length);
    if (recorder.packets.length + packets <= limit) return;
    const { mtu } = plan.scenario.network;
    throw problem('simulation.too-many-packets', { size, packets, mtu, limit }, { path: ['network', 'mtu'] });
  }

  private endpoint(
    actor: 'clientTcp' | 'serverTcp',
    local: SocketAddress,
    remote: SocketAddress,
    random: () => number,
    user: TcpUser,
    direction: Direction,
  ): TcpEndpoint {
    const { plan, system, recorder, clock, slab } = this.world;
    const transmit = (frame: Uint8Array, streamOffset: number, occasion?: SendingOccasion) =>
      this.transmit(actor, direction, frame, streamOffset, occasion);
    const { network, tcp: options } = plan.scenario;
    const { place } = this;
    const listens = actor === 'serverTcp';
    const { mtu } = network;
    const changed = flowLog(recorder, this.index, actor);
    const settings = { actor, listens, local, remote, mtu, options, random, place, user, slab, transmit, changed };
    return new TcpEndpoint(settings, system, recorder, clock);
  }

  private transmit(
    actor: ActorId,
    direction: Direction,
    bytes: Uint8Array,
    streamOffset: number,
    occasion: SendingOccasion | undefined,
  ): void {
    const { recorder, clock, link } = this.world;
    if (actor === 'serverTcp' && !this.serverState.isOn) return;
    const segment = this.summarize(direction, bytes);
    const { length, headerLength } = segment;
    const carries = this.streams[direction].carriedBy(streamOffset, streamOffset + length, headerLength);
    const packet = recorder.addPacket({
      connection: this.index,
      direction,
      bytes,
      sentAt: clock.now(),
      segment,
      carries,
      ...(occasion && { occasion }),
    });
    const sent = recorder.record(actor, this.placeOf(packet), { type: 'sent', packet: packet.id });
    const receiver = direction === 'c2s' ? this.server : this.client;
    link.carry(packet, sent, (incoming, frame) => {
      if (direction === 'c2s' && this.isKeptFromServer(incoming)) return;
      const arrived = recorder.packetArrived(receiver.actor, this.placeOf(packet), incoming, frame);
      const discard = (why: DiscardReason) => {
        if (why === 'unacceptable' && hasAll(receiver, segment)) recorder.packets[incoming.id].repeats = true;
        recorder.record(receiver.actor, this.placeOf(packet), { type: 'discarded', packet: incoming.id, why });
      };
      recorder.because(arrived, () => receiver.receive(frame, discard));
    });
  }

  /** Whether the server's host does not get a packet that comes to it. A new connection is closed to it when no program listens. */
  private isKeptFromServer(packet: Packet): boolean {
    const { isOn, isReachable, listens } = this.serverState;
    if (isOn && isReachable) {
      if (!listens && this.server.state === 'LISTEN') this.server.close();
      return false;
    }
    const why = isOn ? 'unreachable' : 'host off';
    this.world.recorder.record('link', this.placeOf(packet), { type: 'dropped', packet: packet.id, why });
    if (isOn) this.routerAnswers(packet);
    return true;
  }

  /** The last router tells the client, by ICMP, that it has no way to the server. */
  private routerAnswers(packet: Packet): void {
    const { recorder, clock, link } = this.world;
    const { refusalOf, isIntact } = ROUTER.get();
    const answer = recorder.addPacket({ ...refusalOf(packet), sentAt: clock.now() });
    const place = this.placeOf(packet);
    const sent = recorder.record('link', place, { type: 'sent', packet: answer.id });
    link.carry(answer, sent, (incoming, frame) => {
      const arrived = recorder.packetArrived(this.client.actor, place, incoming, frame);
      recorder.because(arrived, () => {
        if (isIntact(frame)) this.client.unreachable();
        else recorder.record(this.client.actor, place, { type: 'discarded', packet: incoming.id, why: 'checksum' });
      });
    });
  }

  /** Whom a packet is for: the message that it carries tells; one that carries none is for the user of the connection. */
  private placeOf({ carries }: Packet): EventPlace {
    const { recorder } = this.world;
    const first = carries.find(({ message }) => !recorder.messages[message].control);
    return first ? { ...recorder.placeOf(first.message), connection: this.index } : this.place();
  }

  /** The figures of a frame that this connection's hosts have written: no IPv4 options. */
  private summarize(direction: Direction, bytes: Uint8Array): SegmentSummary {
    const segmentAt = ETHERNET_HEADER + IPV4_HEADER;
    const header = readTcpHeader(new ByteReader(bytes, false, segmentAt));
    const headerLength = segmentAt + tcpHeaderLength(header);
    const seq = header.sequenceNumber;
    const ack = header.acknowledgmentNumber;
    return {
      flags: FLAGS.filter(([, bit]) => header.flags & bit).map(([name]) => name),
      seq,
      ack,
      relativeSeq: plus(seq, -this.firstNumber(direction, seq, header.flags)),
      relativeAck: header.flags & ACK ? plus(ack, -this.firstNumber(OTHER_WAY[direction], plus(ack, -1), SYN)) : 0,
      window: header.window,
      length: bytes.length - headerLength,
      headerLength,
    };
  }

  /** The number that those of a direction are counted from: that of its SYN, or, where a host refuses the other's, as if there had been one. */
  private firstNumber(direction: Direction, seq: SeqNumber, flags: number): SeqNumber {
    this.first[direction] ??= flags & SYN ? seq : plus(seq, -1);
    return this.first[direction];
  }
}

/** Whether all the payload of a segment that has come to `receiver` had come before. */
function hasAll({ block }: TcpEndpoint, { seq, length }: SegmentSummary): boolean {
  return length > 0 && distance(block.rcvNxt, plus(seq, length)) >= 0;
}
