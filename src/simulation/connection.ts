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
import { AFTER_WRITE, BETWEEN_WRITES } from './costs';
import { mostPackets } from './plan';
import type { CallPlace, EventPlace, Recorded } from './recorder';
import { StreamLog } from './stream-log';
import { TcpEndpoint, type TcpUser } from './tcp/endpoint';
import { flowLog } from './tcp/flow-log';
import type { SocketAddress } from './tcp/segment-writer';
import { plus, type SeqNumber } from './tcp/seq-number';
import { later, type World } from './world';

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

export class Connection {
  readonly client: TcpEndpoint;
  readonly server: TcpEndpoint;
  /** The exchange and attempt that use it, or used it last; nothing once the client is done. */
  user: CallPlace = {};
  private readonly streams = { c2s: new StreamLog(), s2c: new StreamLog() };
  private readonly messages = new Map<Outgoing, Recorded<Message>>();
  /** The rests of messages whose writers wait for the peer, in the order in which they came to wait. */
  private readonly held: Readonly<Record<'client' | 'server', (() => void)[]>> = { client: [], server: [] };

  constructor(
    private readonly world: World,
    readonly index: number,
    readonly clientPort: number,
    random: HostRandom,
    users: { readonly client: TcpUser; readonly server: TcpUser },
  ) {
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

  /**
   * Writes an encoded message to the socket of `end` in the writes that its author makes, then does `done`. Before each write it asks
   * `author`, if there is one, whether flow control above TCP lets it; see {@link Connection.resume}. Throws `simulation.too-many-packets`.
   */
  write(end: 'client' | 'server', outgoing: Outgoing, done: () => void, author?: Peer): void {
    const endpoint = this[end];
    this.checkPackets(endpoint, outgoing.pdu.bytes.length);
    const message = this.messages.get(outgoing)!;
    const stream = this.streams[message.direction];
    const writeFrom = (index: number, start: number) => {
      if (author?.isAbandoned?.(outgoing)) {
        later(this.world, AFTER_WRITE, done);
        return;
      }
      if (author?.mayWrite?.(outgoing, index) === false) {
        this.held[end].push(() => writeFrom(index, start));
        return;
      }
      const { pdu, writes } = outgoing;
      message.pdu = pdu;
      if (index === 0) message.streamOffset = stream.length;
      const stop = writes[index];
      stream.add(message.id, start, stop - start);
      endpoint.write(pdu.bytes.subarray(start, stop));
      if (index + 1 < writes.length) later(this.world, BETWEEN_WRITES, () => writeFrom(index + 1, stop));
      else later(this.world, AFTER_WRITE, done);
    };
    writeFrom(0, 0);
  }

  /** Octets have come in at `end`: what flow control has held up there may go on. */
  resume(end: 'client' | 'server'): void {
    for (const write of this.held[end].splice(0)) write();
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
      const arrived = recorder.packetArrived(receiver.actor, this.placeOf(packet), incoming, frame);
      const discard = (why: DiscardReason) =>
        recorder.record(receiver.actor, this.placeOf(packet), { type: 'discarded', packet: incoming.id, why });
      recorder.because(arrived, () => receiver.receive(frame, discard));
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
      relativeSeq: plus(seq, -this.initialSequenceNumber(direction)),
      relativeAck: header.flags & ACK ? plus(ack, -this.initialSequenceNumber(OTHER_WAY[direction])) : 0,
      window: header.window,
      length: bytes.length - headerLength,
      headerLength,
    };
  }

  private initialSequenceNumber(direction: Direction): SeqNumber {
    return direction === 'c2s' ? this.client.iss : this.server.iss;
  }
}
