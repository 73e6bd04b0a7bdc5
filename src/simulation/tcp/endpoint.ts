// One end of a TCP connection: the state chart, the control block beside it, and the way out to the link and up to the program.
import { tcpEndpoint } from '../../machines/tcp-endpoint';
import type { ActorId, Micros } from '../../trace/trace';
import type { Slab } from '../../wire/bytes/slab';
import { ETHERTYPE_IPV4, type EthernetHeader, localMacAddress } from '../../wire/ethernet/ethernet';
import { decodeFrame, encodeFrame, type Frame, ipv4Length } from '../../wire/frame';
import { PROTOCOL_TCP } from '../../wire/ipv4/ipv4';
import { ACK, FIN, PSH, RST, SYN, type TcpHeader } from '../../wire/tcp/tcp';
import { type ActorSystem, type Effects, type RunActor, runnable } from '../actors';
import type { EventPlace, Recorder } from '../recorder';
import type { Timer, VirtualClock } from '../virtual-clock';
import { ACK_DELAY, ackDelayOver, ackSent, dataReceived, isAckDue, NOTHING_RECEIVED } from './acknowledgment';
import { segmentArrives } from './arrival';
import {
  type ControlBlock,
  createBlock,
  octetsInFlight,
  passivelyOpened,
  segmentOptions,
  synOptions,
  timestampAt,
  usableWindow,
} from './control-block';
import { SendQueue, type Slice } from './send-queue';
import { plus, type SeqNumber } from './seq-number';
import { windowField } from './window';

/** An IPv4 address and a port. */
export interface SocketAddress {
  readonly address: number;
  readonly port: number;
}

/** What the program at this end is told. */
export interface TcpUser {
  connected(): void;
  /** The next octets of the stream. */
  receive(octets: Uint8Array): void;
  /** Everything written so far has been acknowledged. */
  acknowledged(): void;
  /** The peer has closed its side. */
  endOfStream(): void;
  /** The connection is gone, or could not be opened. */
  failed(why: TcpFailure): void;
}

/**
 * `refused`: RST in answer to the SYN. `reset`: RST later. `timed out`: no answer to anything that was sent. `unreachable`: a router
 * says that there is no way.
 */
export type TcpFailure = 'refused' | 'reset' | 'timed out' | 'unreachable';

export interface EndpointSettings {
  readonly actor: ActorId;
  /** The program at this end listens for connections, since before the run; otherwise it will open one. */
  readonly listens: boolean;
  readonly local: SocketAddress;
  readonly remote: SocketAddress;
  readonly mtu: number;
  /** Random numbers of this host, for sequence numbers and origins. */
  readonly random: () => number;
  readonly place: () => EventPlace;
  readonly user: TcpUser;
  /** Memory for frames. */
  readonly slab: Slab;
  /** Hands a frame to the link. `streamOffset` is where its payload stands in the stream. */
  transmit(frame: Uint8Array, streamOffset: number): void;
}

const MACHINE = runnable(tcpEndpoint);
const NO_OCTETS: Uint8Array = new Uint8Array(0);
/** The time to live that Linux starts with (net.ipv4.ip_default_ttl). */
const TIME_TO_LIVE = 64;

export class TcpEndpoint {
  private readonly chart: RunActor;
  private readonly queue = new SendQueue();
  private readonly timestampOrigin: number;
  private readonly ethernet: EthernetHeader;
  private block: ControlBlock;
  private ack = NOTHING_RECEIVED;
  private identification: number;
  private delayedAck: Timer | undefined;
  private finWanted = false;
  private isUnreachable = false;
  /** What has come in while the program does not read; undefined while it does. */
  private unread: Uint8Array[] | undefined;
  private endUnread = false;

  constructor(
    private readonly settings: EndpointSettings,
    system: ActorSystem,
    private readonly recorder: Recorder,
    private readonly clock: VirtualClock,
  ) {
    const { random, actor, local, remote, listens, place } = settings;
    this.block = createBlock(random(), settings.mtu);
    this.timestampOrigin = random();
    this.identification = random() & 0xffff;
    this.ethernet = {
      destination: localMacAddress(remote.address),
      source: localMacAddress(local.address),
      etherType: ETHERTYPE_IPV4,
    };
    const before = listens ? [{ type: 'passive OPEN' }] : [];
    this.chart = system.spawn({ id: actor, machine: MACHINE, place, before, effects: this.effects() });
  }

  get actor(): ActorId {
    return this.settings.actor;
  }

  get state(): string {
    return this.chart.state();
  }

  /** Whether the peer has acknowledged everything written so far. */
  get isAllAcknowledged(): boolean {
    return this.queue.isEmpty && octetsInFlight(this.block) === 0;
  }

  /** The most octets of payload in one segment. */
  get segmentSize(): number {
    return this.block.segmentSize;
  }

  /** This side's initial sequence number: the first octet of its stream follows it. */
  get iss(): SeqNumber {
    return this.block.iss;
  }

  connect(): void {
    this.chart.send({ type: 'active OPEN' });
  }

  /** One write of the program. Nagle's algorithm is off (TCP_NODELAY), as the captured peers have it. */
  write(octets: Uint8Array): void {
    this.queue.add(octets);
    this.output();
  }

  /** The program closes its side: FIN follows the last octet. */
  close(): void {
    this.chart.send({ type: 'CLOSE' });
  }

  /** The program gives the connection up. */
  abort(): void {
    this.chart.send({ type: 'ABORT' });
  }

  /** The program stops reading: what comes in waits for {@link TcpEndpoint.resumeReading}, and the window closes. */
  pauseReading(): void {
    this.unread ??= [];
  }

  /** The program reads what has come in meanwhile, and goes on reading. */
  resumeReading(): void {
    const { unread = [], endUnread } = this;
    this.unread = undefined;
    for (const octets of unread) this.deliver(octets);
    if (endUnread) this.endStream();
  }

  /** A router has sent word that there is no way to the peer. An open connection goes on trying all the same: RFC 1122 §4.2.3.9. */
  unreachable(): void {
    this.isUnreachable = true;
    this.chart.send({ type: 'rcv ICMP unreachable' });
  }

  /** A frame comes in from the link. What cannot be read, or has a wrong checksum, is dropped in silence. RFC 9293 §3.1. */
  receive(bytes: Uint8Array): void {
    const frame = decoded(bytes);
    if (!frame) return;
    const { tcp, payload } = frame;
    const before = this.block;
    const arrival = segmentArrives(before, this.state, tcp, payload.length);
    this.block = arrival.block;
    for (const event of arrival.events) this.chart.send({ type: event });
    if (arrival.unexpected) this.send(ACK);
    if (arrival.delivers) this.acknowledgeData(payload.length, (tcp.flags & PSH) !== 0);
    this.output();
    if (arrival.delivers) this.deliver(payload);
    if (before.sndUna !== this.block.sndUna && this.isAllAcknowledged) this.settings.user.acknowledged();
  }

  private effects(): Effects {
    const { user } = this.settings;
    return {
      'snd SYN': () => this.sendSyn(),
      'snd SYN,ACK': () => this.sendSynAck(),
      'snd ACK': () => this.send(ACK),
      'snd FIN': () => this.sendFinWhenEmpty(),
      'snd RST': () => this.send(RST | ACK),
      'tell the user: connected': () => user.connected(),
      'tell the user: end of stream': () => this.endStream(),
      'tell the user: refused': () => user.failed('refused'),
      'tell the user: reset': () => user.failed('reset'),
      // Linux tells the last error that a router reported, if one did (sk_err_soft).
      'tell the user: timed out': () => user.failed(this.isUnreachable ? 'unreachable' : 'timed out'),
      'tell the user: unreachable': () => user.failed('unreachable'),
      'delete TCB': () => this.forget(),
    };
  }

  private deliver(octets: Uint8Array): void {
    if (this.unread) this.unread.push(octets);
    else this.settings.user.receive(octets);
  }

  private endStream(): void {
    this.endUnread = this.unread !== undefined;
    if (!this.endUnread) this.settings.user.endOfStream();
  }

  /** Sends what the windows allow. */
  private output(): void {
    for (;;) {
      const length = this.queue.nextLength(this.block.segmentSize);
      if (length === 0 || length > usableWindow(this.block)) break;
      this.sendSlice(this.queue.take(length));
    }
    if (this.finWanted && this.queue.isEmpty) {
      this.finWanted = false;
      this.sendFin();
    }
  }

  private sendSlice({ octets, push }: Slice): void {
    this.send(ACK | (push ? PSH : 0), octets);
    this.block = { ...this.block, sndNxt: plus(this.block.sndNxt, octets.length) };
  }

  private acknowledgeData(length: number, pushed: boolean): void {
    const { cause } = this.recorder;
    this.ack = dataReceived(this.ack, length, pushed, this.block.rcvWnd, this.clock.now());
    if (isAckDue(this.ack)) this.send(ACK);
    else
      this.delayedAck ??= this.clock.schedule(ACK_DELAY, () => this.recorder.because(cause, () => this.ackDelayOver()));
  }

  private ackDelayOver(): void {
    this.delayedAck = undefined;
    this.ack = ackDelayOver(this.ack);
    const { actor, place } = this.settings;
    const fired = this.recorder.record(actor, place(), { type: 'timer', timer: 'delayed acknowledgment' });
    this.recorder.because(fired, () => this.send(ACK));
  }

  private sendSyn(): void {
    this.send(SYN, NO_OCTETS);
    this.block = { ...this.block, sndNxt: plus(this.block.iss, 1) };
  }

  private sendSynAck(): void {
    this.block = passivelyOpened(this.block);
    this.send(SYN | ACK, NO_OCTETS);
    this.block = { ...this.block, sndNxt: plus(this.block.iss, 1) };
  }

  private sendFinWhenEmpty(): void {
    this.finWanted = true;
    this.output();
  }

  private sendFin(): void {
    this.send(FIN | ACK);
    const finAt = this.block.sndNxt;
    this.block = { ...this.block, finAt, sndNxt: plus(finAt, 1) };
  }

  private forget(): void {
    if (this.delayedAck) this.clock.cancel(this.delayedAck);
    this.delayedAck = undefined;
  }

  private send(flags: number, payload = NO_OCTETS): void {
    const { local, remote } = this.settings;
    const now = this.clock.now();
    const tcp = this.header(flags, now);
    const frame: Frame = {
      ethernet: this.ethernet,
      ipv4: {
        dscp: 0,
        ecn: 0,
        totalLength: ipv4Length(tcp, payload),
        identification: this.nextIdentification(flags),
        dontFragment: true,
        moreFragments: false,
        fragmentOffset: 0,
        timeToLive: TIME_TO_LIVE,
        protocol: PROTOCOL_TCP,
        source: local.address,
        destination: remote.address,
        options: NO_OCTETS,
      },
      tcp,
      payload,
    };
    if (flags & ACK) this.ackLeaves(payload.length > 0, now);
    this.settings.transmit(encodeFrame(frame, this.settings.slab), plus(this.block.sndNxt, -this.block.iss - 1));
  }

  private header(flags: number, now: Micros): TcpHeader {
    const { block, settings } = this;
    const timestamp = timestampAt(this.timestampOrigin, now);
    const syn = (flags & SYN) !== 0;
    return {
      sourcePort: settings.local.port,
      destinationPort: settings.remote.port,
      sequenceNumber: block.sndNxt,
      acknowledgmentNumber: flags & ACK ? block.rcvNxt : 0,
      flags,
      window: syn ? block.rcvWnd : windowField(block.rcvWnd),
      urgentPointer: 0,
      options: syn ? synOptions(block, timestamp) : segmentOptions(block, timestamp),
    };
  }

  /** Every segment acknowledges what has come in so far. */
  private ackLeaves(withData: boolean, now: Micros): void {
    this.forget();
    this.ack = ackSent(this.ack, withData, now);
  }

  /** A SYN-ACK has 0 on Linux, which keeps no socket for it yet; every other packet of a connection counts on. */
  private nextIdentification(flags: number): number {
    if ((flags & (SYN | ACK)) === (SYN | ACK)) return 0;
    const { identification } = this;
    this.identification = (identification + 1) & 0xffff;
    return identification;
  }
}

function decoded(bytes: Uint8Array): Frame | undefined {
  try {
    return decodeFrame(bytes);
  } catch {
    return undefined;
  }
}
