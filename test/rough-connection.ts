// Two endpoints of our TCP over a path on which packets are lost, doubled, delayed, overtaken and damaged, as a seed has it.

import type { TcpOptions } from '../src/scenario/tcp-options';
import { ActorSystem } from '../src/simulation/actors';
import { Recorder } from '../src/simulation/recorder';
import { TcpEndpoint, type TcpFailure, type TcpUser } from '../src/simulation/tcp/endpoint';
import { VirtualClock } from '../src/simulation/virtual-clock';
import { Slab } from '../src/wire/bytes/slab';

/** What is tried. Rates are probabilities, times microseconds. */
export interface Trial {
  readonly seed: number;
  readonly loss: number;
  readonly duplication: number;
  /** One bit of the frame is flipped: every checksum notices that. */
  readonly corruption: number;
  readonly latency: number;
  /** A packet takes up to so much longer, and is overtaken. */
  readonly delay: number;
  readonly mtu: number;
  readonly options: TcpOptions;
  readonly client: Program;
  readonly server: Program;
}

/** What the program at one end does. */
interface Program {
  /** The octets of each write, one write after the other, so many microseconds apart. */
  readonly writes: readonly number[];
  readonly pause: number;
  /** After its last write it closes, at once or when the peer has; or never. */
  readonly closes: 'at once' | 'after the peer' | 'never';
  /** It does not read from one moment to another. */
  readonly deaf?: readonly [from: number, until: number];
}

/** How one end fared. */
export interface End {
  readonly written: Uint8Array;
  readonly read: Uint8Array;
  readonly hasEnd: boolean;
  readonly failure: TcpFailure | undefined;
  readonly state: string;
  readonly isAllAcknowledged: boolean;
}

export interface Outcome {
  readonly client: End;
  readonly server: End;
  /** Every event of the run, for comparison. */
  readonly record: string;
  readonly packets: number;
}

type Side = 'client' | 'server';
const OTHER = { client: 'server', server: 'client' } as const;
const SOCKETS = { client: { address: 0x0a000001, port: 51_000 }, server: { address: 0x0a000002, port: 8080 } } as const;
/** A run with more packets than this does not end by itself. */
const MOST_PACKETS = 100_000;

/** Makes the connection, lets both programs do what they do, and waits until nothing happens any more. */
export function tryConnection(trial: Trial): Outcome {
  const run = new Run(trial);
  run.clock.schedule(0, () => run.ends.client.endpoint.connect());
  run.clock.run();
  return {
    client: run.ends.client.fate(),
    server: run.ends.server.fate(),
    record: run.record.join('\n'),
    packets: run.packets,
  };
}

class Run {
  readonly clock = new VirtualClock();
  readonly recorder = new Recorder(() => this.clock.now());
  readonly record: string[] = [];
  readonly ends: Readonly<Record<Side, HostEnd>>;
  readonly random: () => number;
  packets = 0;

  constructor(readonly trial: Trial) {
    this.random = mulberry(trial.seed);
    const system = new ActorSystem(this.recorder, this.clock);
    this.ends = { client: new HostEnd('client', this, system), server: new HostEnd('server', this, system) };
  }

  /** A frame leaves `from`. */
  transmit(from: Side, frame: Uint8Array): void {
    if (++this.packets > MOST_PACKETS) throw new Error('The run does not end.');
    const { loss, duplication, corruption } = this.trial;
    this.record.push(`${this.clock.now()} ${from} ${frame.length} ${frame.subarray(34, 50).join(' ')}`);
    if (this.random() < loss) return;
    this.arriveLater(from, this.random() < corruption ? this.damaged(frame) : frame);
    if (this.random() < duplication) this.arriveLater(from, frame);
  }

  private arriveLater(from: Side, frame: Uint8Array): void {
    const { latency, delay } = this.trial;
    const { endpoint } = this.ends[OTHER[from]];
    this.clock.schedule(latency + Math.floor(this.random() * delay), () => endpoint.receive(frame, () => {}));
  }

  private damaged(frame: Uint8Array): Uint8Array {
    const damaged = frame.slice();
    const bit = Math.floor(this.random() * frame.length * 8);
    damaged[bit >> 3] ^= 1 << (bit & 7);
    return damaged;
  }
}

class HostEnd {
  readonly endpoint: TcpEndpoint;
  private readonly program: Program;
  private readonly written: Uint8Array[] = [];
  private readonly read: Uint8Array[] = [];
  private hasEnd = false;
  private hasWritten = false;
  private failure: TcpFailure | undefined;

  constructor(
    private readonly side: Side,
    private readonly run: Run,
    system: ActorSystem,
  ) {
    const { trial, clock, recorder } = run;
    this.program = trial[side];
    const settings = {
      actor: side === 'client' ? 'clientTcp' : 'serverTcp',
      listens: side === 'server',
      local: SOCKETS[side],
      remote: SOCKETS[OTHER[side]],
      mtu: trial.mtu,
      options: trial.options,
      random: () => Math.floor(run.random() * 2 ** 32),
      place: () => ({}),
      user: this.user(),
      slab: new Slab(),
      transmit: (frame: Uint8Array) => run.transmit(side, frame),
      changed: () => {},
    } as const;
    this.endpoint = new TcpEndpoint(settings, system, recorder, clock);
  }

  fate(): End {
    const { hasEnd, failure, endpoint } = this;
    const { state, isAllAcknowledged } = endpoint;
    return { written: joined(this.written), read: joined(this.read), hasEnd, failure, state, isAllAcknowledged };
  }

  private user(): TcpUser {
    return {
      connected: () => this.connected(),
      receive: octets => this.read.push(octets.slice()),
      acknowledged: () => {},
      endOfStream: () => {
        this.hasEnd = true;
        this.closeIfDue();
      },
      failed: why => {
        this.failure = why;
      },
    };
  }

  private connected(): void {
    const { clock } = this.run;
    const { writes, pause, deaf } = this.program;
    if (deaf) {
      clock.schedule(deaf[0], () => this.endpoint.pauseReading());
      clock.schedule(deaf[1], () => this.endpoint.resumeReading());
    }
    for (const [i, octets] of writes.entries()) clock.schedule(i * pause, () => this.write(octets));
    clock.schedule(writes.length * pause, () => {
      this.hasWritten = true;
      this.closeIfDue();
    });
  }

  /** Octets that tell their place in the stream, so that none can stand for another. */
  private write(length: number): void {
    const start = this.written.reduce((sum, octets) => sum + octets.length, 0);
    const octets = new Uint8Array(length);
    for (let i = 0; i < length; i++) octets[i] = (start + i) * (this.side === 'client' ? 7 : 11) + ((start + i) >> 8);
    this.written.push(octets);
    this.endpoint.write(octets);
  }

  private closeIfDue(): void {
    const { closes } = this.program;
    if (this.hasWritten && (closes === 'at once' || (closes === 'after the peer' && this.hasEnd)))
      this.endpoint.close();
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const octets = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    octets.set(piece, at);
    at += piece.length;
  }
  return octets;
}

/** Numbers from 0 to 1, by T. Ettinger's mulberry32. */
function mulberry(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
