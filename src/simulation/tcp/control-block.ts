// The transmission control block: what one end of a connection knows. RFC 9293 §3.3.1. Values, and functions from one to the next.
import type { TcpOptions } from '../../scenario/tcp-options';
import type { Micros } from '../../trace/trace';
import type { SackBlock, TcpOption } from '../../wire/tcp/options';
import type { TcpHeader } from '../../wire/tcp/tcp';
import { type Congestion, initialCongestion } from './congestion/congestion';
import type { Reassembly } from './reassembly';
import { type RoundTrip, UNMEASURED } from './round-trip';
import { distance, plus, type SeqNumber } from './seq-number';
import { allowance, initialWindow, shiftFor } from './window';

/** Octets of headers in a packet: 20 of IPv4, 20 of TCP. RFC 9293 §3.7.1: the MSS is the MTU less these. */
const HEADERS = 40;
/** Octets that the timestamps option and two NOPs take in every segment after SYN. RFC 7323 appendix A. */
const TIMESTAMPS = 12;
/** An MSS must fit an IPv4 packet, whatever the link could carry. */
const LARGEST_MSS = 65535 - HEADERS;
/** What a peer takes that does not say. RFC 9293 §3.7.1. */
const DEFAULT_MSS = 536;

/** What this side offers in its SYN, and after the peer's SYN what both want. */
interface Extensions {
  readonly timestamps: boolean;
  readonly sack: boolean;
  /** Undefined: windows are not scaled. */
  readonly sndShift: number | undefined;
  readonly rcvShift: number | undefined;
}

/** No gap is open. */
export const NOTHING_WAITS: Reassembly = { pieces: [], latest: undefined };

export interface ControlBlock {
  /** Send sequence variables, by their names in the RFC: the first not acknowledged, the next to send, the initial one. */
  readonly sndUna: SeqNumber;
  readonly sndNxt: SeqNumber;
  readonly iss: SeqNumber;
  /** Octets that the peer allows, scaled; the segment that said so; and the most that it has ever allowed. */
  readonly sndWnd: number;
  readonly sndWl1: SeqNumber;
  readonly sndWl2: SeqNumber;
  readonly maxSndWnd: number;
  /** Receive sequence variables: next expected, initial. */
  readonly rcvNxt: SeqNumber;
  readonly irs: SeqNumber;
  /** Octets that the receive buffer holds; what it may grow to, if that is set; and the octets that the program has not read. */
  readonly rcvBuffer: number;
  readonly largestRcvBuffer: number | undefined;
  readonly unread: number;
  /** The right edge of the window that was offered to the peer: it never moves left. */
  readonly rcvEdge: SeqNumber;
  readonly reassembly: Reassembly;
  /** What has come in twice, to be told with the next acknowledgment. RFC 2883. */
  readonly duplicate: SackBlock | undefined;
  /** When this side last answered an empty segment that it could not take, and how often without progress. */
  readonly answers: { readonly last: Micros | undefined; readonly count: number };
  readonly extensions: Extensions;
  /** What this side can receive in a segment without options. */
  readonly ownMss: number;
  /** Octets of data that fit one segment to the peer. */
  readonly segmentSize: number;
  readonly congestion: Congestion;
  readonly roundTrip: RoundTrip;
  /** The timestamp to echo. RFC 7323 §4.3. */
  readonly tsRecent: number;
  /** The FIN's sequence number once it is sent. */
  readonly finAt: SeqNumber | undefined;
}

/** The block of a connection that is being opened, on a link that carries packets of `mtu` octets. */
export function createBlock(iss: SeqNumber, mtu: number, options: TcpOptions): ControlBlock {
  const ownMss = Math.min(LARGEST_MSS, mtu - HEADERS);
  const segmentSize = ownMss - TIMESTAMPS;
  return {
    iss,
    sndUna: iss,
    sndNxt: iss,
    sndWnd: 0,
    sndWl1: 0,
    sndWl2: 0,
    maxSndWnd: 0,
    irs: 0,
    rcvNxt: 0,
    rcvBuffer: initialWindow(ownMss, options.receiveBuffer),
    largestRcvBuffer: options.receiveBuffer,
    unread: 0,
    rcvEdge: 0,
    reassembly: NOTHING_WAITS,
    duplicate: undefined,
    answers: { last: undefined, count: 0 },
    extensions: {
      timestamps: true,
      sack: options.sack,
      sndShift: undefined,
      rcvShift: options.windowScaling ? shiftFor(options.receiveBuffer) : undefined,
    },
    ownMss,
    segmentSize,
    congestion: initialCongestion(segmentSize, iss),
    roundTrip: UNMEASURED,
    tsRecent: 0,
    finAt: undefined,
  };
}

/** The peer's SYN came in. An extension is in use if both sides offer it. */
export function synReceived(block: ControlBlock, syn: TcpHeader): ControlBlock {
  const peerMss = option(syn.options, 'mss')?.octets ?? DEFAULT_MSS;
  const timestamps = option(syn.options, 'timestamps');
  const sndShift = option(syn.options, 'window-scale')?.shift;
  const isScaled = sndShift !== undefined && block.extensions.rcvShift !== undefined;
  const segmentSize = Math.min(block.ownMss, peerMss) - (timestamps ? TIMESTAMPS : 0);
  const rcvNxt = plus(syn.sequenceNumber, 1);
  return {
    ...block,
    irs: syn.sequenceNumber,
    rcvNxt,
    rcvEdge: plus(rcvNxt, block.rcvBuffer),
    sndWnd: syn.window,
    sndWl1: syn.sequenceNumber,
    sndWl2: block.sndUna,
    maxSndWnd: syn.window,
    extensions: {
      timestamps: timestamps !== undefined,
      sack: block.extensions.sack && option(syn.options, 'sack-permitted') !== undefined,
      // RFC 7323 §2.3: a shift count of more than 14 is taken for 14.
      sndShift: isScaled ? Math.min(14, sndShift) : undefined,
      rcvShift: isScaled ? block.extensions.rcvShift : undefined,
    },
    segmentSize,
    congestion: initialCongestion(segmentSize, block.iss),
    tsRecent: timestamps?.value ?? 0,
  };
}

/** This side answers a SYN: from now on it knows that segments carry timestamps, and counts its window in such. */
export function passivelyOpened(block: ControlBlock, { receiveBuffer }: TcpOptions): ControlBlock {
  const mss = block.ownMss - (block.extensions.timestamps ? TIMESTAMPS : 0);
  return { ...block, rcvBuffer: initialWindow(mss, receiveBuffer) };
}

/** Octets that may be sent now, if nothing is lost: within the peer's window and the congestion window. */
export function usableWindow(block: ControlBlock): number {
  return Math.min(block.sndWnd, block.congestion.window) - octetsInFlight(block);
}

export function octetsInFlight(block: ControlBlock): number {
  return plus(block.sndNxt, -block.sndUna);
}

/** RCV.WND as the peer knows it. */
export function receiveWindow(block: ControlBlock): number {
  return Math.max(0, distance(block.rcvEdge, block.rcvNxt));
}

/** RCV.WND as the next segment will tell it: what the buffer allows, and never less than was offered before. RFC 9293 §3.8.6. */
export function windowToOffer(block: ControlBlock): number {
  const free = block.rcvBuffer - block.unread;
  return Math.max(allowance(free, block.rcvBuffer, block.segmentSize), receiveWindow(block));
}

/** Whether the next segment has to tell of gaps, or of what has come in twice. RFC 2018, RFC 2883. */
export function tellsSack({ extensions, duplicate, reassembly }: ControlBlock): boolean {
  return extensions.sack && (duplicate !== undefined || reassembly.pieces.length > 0);
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
