// One end of a TCP connection: the state chart, the control block beside it, and the way out to the link and up to the program.
import { tcpEndpoint } from '../../machines/tcp-endpoint';
import { ProblemError } from '../../problem/problem';
import type { TcpOptions } from '../../scenario/tcp-options';
import type { ActorId, DiscardReason, SendingOccasion } from '../../trace/trace';
import type { Slab } from '../../wire/bytes/slab';
import { decodeFrame, type Frame } from '../../wire/frame';
import { ACK, PSH, RST, SYN, type TcpHeader } from '../../wire/tcp/tcp';
import { type ActorSystem, type Effects, type RunActor, runnable } from '../actors';
import type { EventPlace, Recorder } from '../recorder';
import type { VirtualClock } from '../virtual-clock';
import type { Answer, Arrival } from './arrival';
import { type ControlBlock, createBlock, passivelyOpened, windowToOffer } from './control-block';
import type { Shared } from './half';
import type { KeepAlive } from './keep-alive';
import { trouble } from './on-demand';
import { Receiver } from './receiver';
import { segmentArrives } from './segment-arrives';
import { SegmentWriter, type SocketAddress } from './segment-writer';
import { Sender } from './sender';
import { distance, plus, type SeqNumber } from './seq-number';

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
  readonly options: TcpOptions;
  /** Random numbers of this host, for sequence numbers and origins. */
  readonly random: () => number;
  readonly place: () => EventPlace;
  readonly user: TcpUser;
  /** Memory for frames. */
  readonly slab: Slab;
  /** Hands a frame to the link. `streamOffset` is where its payload stands in the stream. */
  transmit(frame: Uint8Array, streamOffset: number, occasion: SendingOccasion | undefined): void;
  /** What this end knows has changed. */
  changed(block: ControlBlock): void;
}

const MACHINE = runnable(tcpEndpoint);
const NO_OCTETS: Uint8Array = new Uint8Array(0);

export class TcpEndpoint implements Shared {
  block: ControlBlock;
  private readonly chart: RunActor;
  private readonly writer: SegmentWriter;
  private readonly sender: Sender;
  private readonly receiver: Receiver;
  private readonly keepAlive: KeepAlive | undefined;
  private isUnreachable = false;
  /** The program has closed the socket: it does not read any more. */
  private isClosed = false;
  /** What the segment acknowledges that has come in too late to be read. */
  private lateAck: SeqNumber | undefined;

  constructor(
    private readonly settings: EndpointSettings,
    system: ActorSystem,
    private readonly recorder: Recorder,
    readonly clock: VirtualClock,
  ) {
    const { random, actor, local, remote, listens, place, options, mtu, slab, user } = settings;
    this.block = createBlock(random(), mtu, options);
    this.writer = new SegmentWriter(local, remote, random, slab);
    this.sender = new Sender(this, options);
    this.receiver = new Receiver(this, user);
    if (options.keepAlive !== undefined) this.keepAlive = new (trouble.get().KeepAlive)(this, options.keepAlive * 1000);
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
    return this.sender.isAllAcknowledged;
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
    this.settings.changed(this.block);
  }

  /** One write of the program. After CLOSE there is no sending any more: RFC 9293 §3.10.2. */
  write(octets: Uint8Array): void {
    this.sender.write(octets);
    this.settings.changed(this.block);
  }

  /** The program closes its side: FIN follows the last octet. It still reads what the peer sends. RFC 9293 §3.10.4, CLOSE. */
  close(): void {
    this.chart.send({ type: 'CLOSE' });
    this.settings.changed(this.block);
  }

  /**
   * The program closes the socket and reads no more: octets that have come in or still do are lost, and the peer is told so by a
   * reset. RFC 1122 §4.2.2.13, RFC 2525 §2.17.
   */
  closeSocket(): void {
    this.isClosed = true;
    this.sender.isOrphan = true;
    if (this.receiver.hasUnread) this.abort();
    else this.close();
  }

  /** The program gives the connection up. RFC 9293 §3.10.5, ABORT. */
  abort(): void {
    this.chart.send({ type: 'ABORT' });
  }

  /** The program stops reading: what comes in waits for {@link TcpEndpoint.resumeReading}, and the window closes. */
  pauseReading(): void {
    this.receiver.pause();
  }

  /** The program reads what has come in meanwhile, and goes on reading. */
  resumeReading(): void {
    this.receiver.resume();
    this.settings.changed(this.block);
  }

  /** A router has sent word that there is no way to the peer. An open connection goes on trying all the same: RFC 1122 §4.2.3.9. */
  unreachable(): void {
    this.isUnreachable = true;
    this.chart.send({ type: 'rcv ICMP unreachable' });
  }

  /** A frame comes in from the link. `discard` is told when it is thrown away. */
  receive(bytes: Uint8Array, discard: (why: DiscardReason) => void): void {
    const read = readFrame(bytes);
    if (typeof read === 'string') discard(read);
    else if (!this.isForThisEnd(read)) discard('other host');
    else this.segmentArrives(read, discard);
  }

  /** Sends a segment, by default the next one in sequence. */
  send(flags: number, payload = NO_OCTETS, seq = this.block.sndNxt, occasion?: SendingOccasion): void {
    const now = this.clock.now();
    const frame = this.writer.frame(this.block, { flags, seq, payload }, now);
    if (flags & ACK) this.ackLeaves(payload.length > 0, (flags & SYN) !== 0);
    this.settings.transmit(frame, plus(seq, -this.block.iss - 1), occasion);
  }

  timerFired(timer: string, cause: number | undefined, task: () => void): void {
    const { recorder, settings } = this;
    const fired = recorder.because(cause, () =>
      recorder.record(settings.actor, settings.place(), { type: 'timer', timer }),
    );
    recorder.because(fired, task);
    settings.changed(this.block);
  }

  timestamp(): number {
    return this.writer.timestamp(this.clock.now());
  }

  cause(): number | undefined {
    return this.recorder.cause;
  }

  giveUp(): void {
    this.chart.send({ type: 'USER TIMEOUT' });
  }

  private effects(): Effects {
    const { user } = this.settings;
    return {
      'snd SYN': () => this.sender.sendSyn(SYN),
      'snd SYN,ACK': () => this.sendSynAck(),
      'snd ACK': () => this.send(ACK),
      'snd FIN': () => this.sender.close(),
      'snd RST': () => this.reset(),
      'tell the user: connected': () => user.connected(),
      'tell the user: end of stream': () => this.receiver.endStream(),
      'tell the user: refused': () => user.failed('refused'),
      'tell the user: reset': () => user.failed('reset'),
      // Linux tells the last error that a router reported, if one did (sk_err_soft).
      'tell the user: timed out': () => user.failed(this.isUnreachable ? 'unreachable' : 'timed out'),
      'tell the user: unreachable': () => user.failed('unreachable'),
      'listen again': () => this.listenAgain(),
      'delete TCB': () => this.stop(false),
    };
  }

  private sendSynAck(): void {
    this.block = passivelyOpened(this.block, this.settings.options);
    this.sender.sendSyn(SYN | ACK);
  }

  /** Simplified: the next connection has the same initial sequence number. Linux draws another. */
  private listenAgain(): void {
    const { mtu, options } = this.settings;
    this.stop(true);
    this.block = createBlock(this.block.iss, mtu, options);
  }

  private stop(listens: boolean): void {
    this.sender.stop(listens);
    this.receiver.forget();
    this.keepAlive?.stop();
  }

  /** Simplified: a frame for another port of this host is taken for another host's; Linux answers it with RST. */
  private isForThisEnd({ ethernet, ipv4, tcp }: Frame): boolean {
    const { local, remote } = this.settings;
    return (
      ipv4.destination === local.address &&
      ipv4.source === remote.address &&
      tcp.destinationPort === local.port &&
      tcp.sourcePort === remote.port &&
      ethernet.destination.every((octet, i) => octet === this.writer.ethernet.source[i])
    );
  }

  private segmentArrives({ tcp, payload }: Frame, discard: (why: DiscardReason) => void): void {
    const before = this.block;
    const arrival = segmentArrives(before, this.state, tcp, payload, this.clock.now());
    this.block = arrival.block;
    if (arrival.isUnacceptable) discard(this.state === 'CLOSED' ? 'no connection' : 'unacceptable');
    if (arrival.acknowledges) this.sender.acknowledged(before, tcp, payload.length);
    for (const event of arrival.events) this.chart.send({ type: event });
    if (this.isClosed && arrival.acknowledges && isNews(before, tcp, payload)) {
      discard('closed');
      this.lateTextArrives(tcp);
      return;
    }
    this.receiver.keep(arrival.text);
    this.textArrives(arrival, (tcp.flags & PSH) !== 0);
    this.sender.output();
    this.receiver.deliver();
    if (arrival.fin) this.finArrives(arrival.fin);
    this.keepAlive?.heard();
    if (before.sndUna !== this.block.sndUna && this.isAllAcknowledged) this.settings.user.acknowledged();
    this.settings.changed(this.block);
  }

  /** Nobody reads it, and the peer is told so. RFC 1122 §4.2.2.13. */
  private lateTextArrives({ acknowledgmentNumber }: TcpHeader): void {
    this.lateAck = acknowledgmentNumber;
    this.abort();
    this.settings.changed(this.block);
  }

  /** Linux answers late text as if there were no connection any more (tcp_rcv_state_process): RFC 9293 §3.5.2, group 1. */
  private reset(): void {
    if (this.lateAck === undefined) this.send(RST | ACK);
    else this.give({ seq: this.lateAck, ack: undefined });
  }

  private textArrives({ text, fin, answer }: Arrival, pushed: boolean): void {
    const length = text.reduce((sum, octets) => sum + octets.length, 0);
    // A FIN is acknowledged at once, and the text before it with it.
    if (length > 0 && !fin) this.receiver.acknowledge(length, pushed, answer !== undefined);
    else if (answer && !fin) this.give(answer);
  }

  private give(answer: Answer): void {
    if (answer === 'SYN,ACK') this.sender.sendSynAgain();
    else if (answer === 'acknowledgment') this.send(ACK);
    else if (answer === 'challenge') this.challenge();
    else this.settings.transmit(this.writer.refusal(answer.seq, answer.ack), 0, 'refusal');
  }

  /** Unless the segment has made this end listen again. */
  private challenge(): void {
    if (this.state !== 'LISTEN') this.send(ACK, NO_OCTETS, this.block.sndNxt, 'challenge');
  }

  private finArrives(event: NonNullable<Arrival['fin']>): void {
    this.chart.send({ type: event });
    this.sender.output();
  }

  /** Every segment acknowledges what has come in so far, and tells how much more may come. */
  private ackLeaves(withData: boolean, isSyn: boolean): void {
    const { block } = this;
    const { rcvShift = 0 } = block.extensions;
    const offered = isSyn ? block.rcvBuffer : Math.ceil(windowToOffer(block) / (1 << rcvShift)) << rcvShift;
    this.block = { ...block, rcvEdge: plus(block.rcvNxt, offered), duplicate: undefined };
    this.receiver.ackLeaves(withData, this.clock.now());
  }
}

/** Whether the segment brings text that has not come before. */
function isNews({ rcvNxt }: ControlBlock, { sequenceNumber }: TcpHeader, { length }: Uint8Array): boolean {
  return length > 0 && distance(plus(sequenceNumber, length), rcvNxt) > 0;
}

/** The frame, or why it is dropped in silence: RFC 9293 §3.1. */
function readFrame(bytes: Uint8Array): Frame | DiscardReason {
  try {
    return decodeFrame(bytes);
  } catch (error) {
    return error instanceof ProblemError && error.problem.code === 'frame.bad-checksum' ? 'checksum' : 'unreadable';
  }
}
