// One endpoint of our TCP against a peer that follows a script, line by line:
//
//     0    peer SYN seq=0 win=65535 mss=1000 sack
//     0    host SYN,ACK seq=0 ack=1
//     100  peer ACK seq=1 ack=1 win=512
//     100  program write 1000
//     100  host PSH,ACK seq=1 len=1000
//
// Times are milliseconds of virtual time; sequence numbers are relative to either side's first. `host` lines are what the endpoint has to
// send, all of it, until the time of the last line: each is compared in what it names, and in its length. `told` lines, if there are any,
// are what its program has to be told from the time of the first one on. `cwnd`, `ssthresh`, `rto` (ms) and `state` ask what the endpoint knows just then.

import { LINUX_TCP, type TcpOptions } from '../src/scenario/tcp-options';
import { ActorSystem } from '../src/simulation/actors';
import { Recorder } from '../src/simulation/recorder';
import { TcpEndpoint, type TcpUser } from '../src/simulation/tcp/endpoint';
import { VirtualClock } from '../src/simulation/virtual-clock';
import type { SendingOccasion } from '../src/trace/trace';
import { Slab } from '../src/wire/bytes/slab';
import { ETHERTYPE_IPV4, localMacAddress } from '../src/wire/ethernet/ethernet';
import { decodeFrame, encodeFrame, ipv4Length } from '../src/wire/frame';
import { PROTOCOL_TCP } from '../src/wire/ipv4/ipv4';
import type { SackBlock, TcpOption } from '../src/wire/tcp/options';
import { ACK, FIN, PSH, RST, SYN, type TcpHeader } from '../src/wire/tcp/tcp';

const HOST = { address: 0x0a000001, port: 8080 };
const PEER = { address: 0x0a000002, port: 51_000 };
const HOST_ISS = 7_000_000;
const PEER_ISS = 4_000_000_000;
const TIMESTAMP_ORIGIN = 10_000;
const BITS = { FIN, SYN, RST, PSH, ACK } as const;
const NONE = new Uint8Array(0);

interface Line {
  readonly at: number;
  readonly who: string;
  readonly what: string;
  readonly text: string;
}

export interface Settings {
  /** `connects`: the program has to open the connection, by the line `program connect`. */
  readonly opening?: 'listens' | 'connects';
  readonly options?: Partial<TcpOptions>;
}

/** What the script says, and what happened; equal if the endpoint does as the script has it. */
export interface Performance {
  readonly expected: readonly string[];
  readonly actual: readonly string[];
}

/** Plays `script`. */
export function play(script: string, { opening = 'listens', options = {} }: Settings = {}): Performance {
  const lines = script.trim().split('\n').map(parsed);
  const host = new Host(opening, { ...LINUX_TCP, ...options });
  const questions: { line: Line; answer: string }[] = [];
  for (const line of lines)
    host.clock.schedule(line.at * 1000, () => {
      if (line.who === 'peer') host.receive(segmentOf(line.what));
      else if (line.who === 'program') host.program(line.what);
      else if (line.who in QUESTIONS) questions.push({ line, answer: QUESTIONS[line.who](host.endpoint) });
    });
  host.clock.run();
  const end = lines.at(-1)!.at;
  const wanted = lines.filter(({ who }) => who === 'host');
  const sent = host.sent.filter(({ at }) => at <= end);
  const told = lines.filter(({ who }) => who === 'told');
  return {
    expected: [
      ...wanted.map(({ at, what }) => `${at} host ${what}`),
      ...questions.map(({ line }) => line.text),
      ...told.map(({ text }) => text),
    ],
    actual: [
      ...sent.map((segment, i) => `${segment.at} host ${likened(segment, wanted[i]?.what)}`),
      ...questions.map(({ line, answer }) => `${line.at} ${line.who} ${answer}`),
      ...host.told.filter(({ at }) => told[0]?.at <= at && at <= end).map(({ at, what }) => `${at} told ${what}`),
    ],
  };
}

const QUESTIONS: Readonly<Record<string, (endpoint: TcpEndpoint) => string>> = {
  cwnd: ({ block }) => String(block.congestion.window),
  ssthresh: ({ block }) => String(block.congestion.threshold),
  rto: ({ block }) => String(block.roundTrip.timeout / 1000),
  state: ({ state }) => state,
};

interface Sent {
  readonly at: number;
  readonly tcp: TcpHeader;
  readonly length: number;
  readonly occasion: SendingOccasion | undefined;
}

class Host {
  readonly clock = new VirtualClock();
  readonly endpoint: TcpEndpoint;
  readonly sent: Sent[] = [];
  readonly told: { readonly at: number; readonly what: string }[] = [];

  constructor(opening: 'listens' | 'connects', options: TcpOptions) {
    const recorder = new Recorder(() => this.clock.now());
    const system = new ActorSystem(recorder, this.clock);
    const numbers = [HOST_ISS, TIMESTAMP_ORIGIN, 1];
    const settings = {
      actor: 'serverTcp',
      listens: opening === 'listens',
      local: HOST,
      remote: PEER,
      mtu: 1500,
      options,
      random: () => numbers.shift() ?? 0,
      place: () => ({}),
      user: this.user(),
      slab: new Slab(),
      transmit: (frame: Uint8Array, _: number, occasion: SendingOccasion | undefined) => {
        const { tcp, payload } = decodeFrame(frame);
        this.sent.push({ at: this.time(), tcp, length: payload.length, occasion });
      },
      changed: () => {},
    } as const;
    this.endpoint = new TcpEndpoint(settings, system, recorder, this.clock);
  }

  receive({ tcp, payload }: { readonly tcp: TcpHeader; readonly payload: Uint8Array }): void {
    const ethernet = {
      destination: localMacAddress(HOST.address),
      source: localMacAddress(PEER.address),
      etherType: ETHERTYPE_IPV4,
    };
    const ipv4 = {
      dscp: 0,
      ecn: 0,
      totalLength: ipv4Length(tcp, payload),
      identification: 0,
      dontFragment: true,
      moreFragments: false,
      fragmentOffset: 0,
      timeToLive: 64,
      protocol: PROTOCOL_TCP,
      source: PEER.address,
      destination: HOST.address,
      options: NONE,
    };
    this.endpoint.receive(encodeFrame({ ethernet, ipv4, tcp, payload }), () => {});
  }

  program(command: string): void {
    const { endpoint } = this;
    const [name, octets] = command.split(' ');
    const commands: Record<string, () => void> = {
      connect: () => endpoint.connect(),
      write: () => endpoint.write(new Uint8Array(Number(octets))),
      close: () => endpoint.close(),
      closeSocket: () => endpoint.closeSocket(),
      abort: () => endpoint.abort(),
      pause: () => endpoint.pauseReading(),
      resume: () => endpoint.resumeReading(),
      unreachable: () => endpoint.unreachable(),
    };
    commands[name]();
  }

  private time(): number {
    return this.clock.now() / 1000;
  }

  private user(): TcpUser {
    const tell = (what: string) => this.told.push({ at: this.time(), what });
    return {
      connected: () => tell('connected'),
      receive: octets => tell(`${octets.length} octets`),
      acknowledged: () => {},
      endOfStream: () => tell('end of stream'),
      failed: why => tell(why),
    };
  }
}

function parsed(line: string): Line {
  const match = /^\s*(\d+)\s+(\S+)\s+(.+?)\s*$/.exec(line);
  if (!match) throw new Error(`no line of a script: ${line}`);
  const [, at, who, what] = match;
  return { at: Number(at), who, what, text: `${at} ${who} ${what}` };
}

/** `ACK seq=1 ack=1 len=1000 win=512 mss=1000 wscale=7 sack=1001-2001,3001-4001 ts=100/0`, `sack` alone: it is permitted. */
function segmentOf(text: string): { readonly tcp: TcpHeader; readonly payload: Uint8Array } {
  const [flags, ...parts] = text.split(' ');
  const fields = new Map(parts.map(part => part.split('=') as [string, string | undefined]));
  const number = (name: string, otherwise: number) => Number(fields.get(name) ?? otherwise);
  const options: TcpOption[] = [];
  if (fields.has('mss')) options.push({ kind: 'mss', octets: number('mss', 0) });
  if (fields.has('wscale')) options.push({ kind: 'window-scale', shift: number('wscale', 0) });
  const [value, echo] = (fields.get('ts') ?? '').split('/');
  if (value) options.push({ kind: 'timestamps', value: Number(value), echoReply: TIMESTAMP_ORIGIN + Number(echo) });
  if (fields.has('sack')) options.push(sackOf(fields.get('sack')));
  const padding = (4 - (options.reduce((sum, option) => sum + lengthOf(option), 0) % 4)) % 4;
  for (let i = 0; i < padding; i++) options.push({ kind: 'nop' });
  const tcp: TcpHeader = {
    sourcePort: PEER.port,
    destinationPort: HOST.port,
    sequenceNumber: (PEER_ISS + number('seq', 0)) >>> 0,
    acknowledgmentNumber: fields.has('ack') ? HOST_ISS + number('ack', 0) : 0,
    flags: flags.split(',').reduce((bits, name) => bits | (BITS[name as keyof typeof BITS] ?? 0), 0),
    window: number('win', 512),
    urgentPointer: 0,
    options,
  };
  return { tcp, payload: new Uint8Array(number('len', 0)) };
}

function sackOf(text: string | undefined): TcpOption {
  if (!text) return { kind: 'sack-permitted' };
  const blocks = text.split(',').map(block => {
    const [left, right] = block.split('-').map(edge => HOST_ISS + Number(edge));
    return { left, right };
  });
  return { kind: 'sack', blocks };
}

function lengthOf(option: TcpOption): number {
  const lengths: Record<string, number> = { mss: 4, 'window-scale': 3, 'sack-permitted': 2, timestamps: 10 };
  return option.kind === 'sack' ? 2 + 8 * option.blocks.length : lengths[option.kind];
}

/** A segment in the words of `wanted`: what that does not name is left away, but for the length. */
function likened({ tcp, length, occasion }: Sent, wanted = 'seq= ack= win='): string {
  const names = ['FIN', 'SYN', 'RST', 'PSH', 'ACK'] as const;
  const flags = names.filter(name => tcp.flags & BITS[name]).join(',');
  const isNamed = (name: string) => new RegExp(`\\b${name}\\b`).test(wanted);
  const options = new Map(tcp.options.map(option => [option.kind, option]));
  const mss = options.get('mss');
  const scale = options.get('window-scale');
  const sack = options.get('sack');
  const stamps = options.get('timestamps');
  const parts = [
    isNamed('seq') && `seq=${(tcp.sequenceNumber - HOST_ISS) | 0}`,
    isNamed('ack') && tcp.flags & ACK && `ack=${(tcp.acknowledgmentNumber - PEER_ISS) | 0}`,
    length > 0 && `len=${length}`,
    isNamed('win') && `win=${tcp.window}`,
    isNamed('mss') && mss?.kind === 'mss' && `mss=${mss.octets}`,
    isNamed('wscale') && scale?.kind === 'window-scale' && `wscale=${scale.shift}`,
    isNamed('permitted') && options.has('sack-permitted') && 'permitted',
    isNamed('sack') && sack?.kind === 'sack' && `sack=${sack.blocks.map(blockText).join(',')}`,
    isNamed('ts') && stamps?.kind === 'timestamps' && `ts=${stamps.value - TIMESTAMP_ORIGIN}/${stamps.echoReply}`,
    occasion && wanted.includes('(') && `(${occasion})`,
  ];
  return [flags, ...parts.filter(part => part)].join(' ');
}

function blockText({ left, right }: SackBlock): string {
  return `${(left - PEER_ISS) | 0}-${(right - PEER_ISS) | 0}`;
}
