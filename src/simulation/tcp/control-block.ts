// The transmission control block: what one end of a connection knows. RFC 9293 §3.3.1. Values, and functions from one to the next.
import type { Micros } from '../../trace/trace';
import type { TcpOption } from '../../wire/tcp/options';
import type { TcpHeader } from '../../wire/tcp/tcp';
import { plus, type SeqNumber } from './seq-number';
import { initialWindow, WINDOW_SHIFT } from './window';

/** Octets of headers in a packet: 20 of IPv4, 20 of TCP. RFC 9293 §3.7.1: the MSS is the MTU less these. */
const HEADERS = 40;
/** Octets that the timestamps option and two NOPs take in every segment after SYN. RFC 7323 appendix A. */
const TIMESTAMPS = 12;
/** An MSS must fit an IPv4 packet, whatever the link could carry. */
const LARGEST_MSS = 65535 - HEADERS;
/** Segments that may be under way before the first acknowledgment. RFC 6928 §2. */
const INITIAL_CONGESTION_WINDOW = 10;

export interface ControlBlock {
  /** Send sequence variables, by their names in the RFC: the first not acknowledged, the next to send, the initial one. */
  readonly sndUna: SeqNumber;
  readonly sndNxt: SeqNumber;
  readonly iss: SeqNumber;
  /** Octets that the peer allows, scaled. */
  readonly sndWnd: number;
  /** Receive sequence variables: next expected, initial; and the octets that this side allows. */
  readonly rcvNxt: SeqNumber;
  readonly irs: SeqNumber;
  readonly rcvWnd: number;
  /** What this side can receive in a segment without options. */
  readonly ownMss: number;
  /** Octets of data that fit one segment to the peer. */
  readonly segmentSize: number;
  /** Octets under way that the network is trusted with. RFC 5681 §3.1. */
  readonly congestionWindow: number;
  /** The timestamp to echo. RFC 7323 §4.3. */
  readonly tsRecent: number;
  /** The FIN's sequence number once it is sent. */
  readonly finAt: SeqNumber | undefined;
}

/** The block of a connection that is being opened, on a link that carries packets of `mtu` octets. */
export function createBlock(iss: SeqNumber, mtu: number): ControlBlock {
  const ownMss = Math.min(LARGEST_MSS, mtu - HEADERS);
  return {
    iss,
    sndUna: iss,
    sndNxt: iss,
    sndWnd: 0,
    irs: 0,
    rcvNxt: 0,
    rcvWnd: initialWindow(ownMss),
    ownMss,
    segmentSize: ownMss - TIMESTAMPS,
    congestionWindow: INITIAL_CONGESTION_WINDOW * (ownMss - TIMESTAMPS),
    tsRecent: 0,
    finAt: undefined,
  };
}

/** The peer's SYN came in. */
export function synReceived(block: ControlBlock, syn: TcpHeader): ControlBlock {
  const peerMss = option(syn.options, 'mss')?.octets ?? 536;
  const segmentSize = Math.min(block.ownMss, peerMss) - TIMESTAMPS;
  return {
    ...block,
    irs: syn.sequenceNumber,
    rcvNxt: plus(syn.sequenceNumber, 1),
    sndWnd: syn.window,
    segmentSize,
    congestionWindow: INITIAL_CONGESTION_WINDOW * segmentSize,
    tsRecent: option(syn.options, 'timestamps')?.value ?? 0,
  };
}

/** This side answers a SYN: from now on it knows that segments carry timestamps, and counts its window in such. */
export function passivelyOpened(block: ControlBlock): ControlBlock {
  return { ...block, rcvWnd: initialWindow(block.ownMss - TIMESTAMPS) };
}

/** Octets that may be sent now: within the peer's window and the congestion window. */
export function usableWindow(block: ControlBlock): number {
  return Math.min(block.sndWnd, block.congestionWindow) - octetsInFlight(block);
}

export function octetsInFlight(block: ControlBlock): number {
  return plus(block.sndNxt, -block.sndUna);
}

/** The options of a SYN, in the order in which Linux writes them. */
export function synOptions(block: ControlBlock, timestamp: number): TcpOption[] {
  return [
    { kind: 'mss', octets: block.ownMss },
    { kind: 'sack-permitted' },
    { kind: 'timestamps', value: timestamp, echoReply: block.tsRecent },
    { kind: 'nop' },
    { kind: 'window-scale', shift: WINDOW_SHIFT },
  ];
}

/** The options of every other segment. */
export function segmentOptions(block: ControlBlock, timestamp: number): TcpOption[] {
  return [{ kind: 'nop' }, { kind: 'nop' }, { kind: 'timestamps', value: timestamp, echoReply: block.tsRecent }];
}

/** A host's clock for timestamps: milliseconds from an origin of the connection's own. RFC 7323 §5.4. */
export function timestampAt(origin: number, now: Micros): number {
  return plus(origin, Math.floor(now / 1000));
}

/** The option of `kind` among `options`. */
export function option<K extends TcpOption['kind']>(
  options: readonly TcpOption[],
  kind: K,
): Extract<TcpOption, { kind: K }> | undefined {
  return options.find((candidate): candidate is Extract<TcpOption, { kind: K }> => candidate.kind === kind);
}
