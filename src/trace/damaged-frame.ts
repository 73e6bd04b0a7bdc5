// A frame of which bits were flipped on the way, as it was sent and as it arrived. What arrived is taken apart from its octets alone, as its
// receiver has to do it.
import { type Problem, ProblemError } from '../problem/problem';
import type { Protocol } from '../protocols/protocol';
import type { Annotations } from '../wire/bytes/annotations';
import { fieldKind, UNKNOWN } from '../wire/bytes/field-kind';
import { leafAt, leafFields } from '../wire/bytes/field-tree';
import { annotateCapturedFrame } from '../wire/captured-frame';
import { ETHERNET_HEADER, ETHERTYPE_IPV4 } from '../wire/ethernet/ethernet';
import { annotateFrame, decodeFrame } from '../wire/frame';
import { type Checksum, checksumsOf } from '../wire/frame-checksums';
import { LINKTYPE } from '../wire/pcapng/capture';
import { PAYLOAD } from '../wire/tcp/tcp';
import { type Arrived, arrivedMessages } from './arrived-messages';
import { type Dissection, dissect, type Layer, type Span } from './dissection';
import { journeysOf } from './journeys';
import type { PduRef } from './selection';
import type { DiscardReason, Packet, Trace } from './trace';

/** What cannot be read any more of a frame, and at which of its octets; undefined where that is in another frame of the message. */
export interface Unreadable {
  readonly problem: Problem;
  readonly at: number | undefined;
}

export interface Damage {
  /** Bits of the frame that were flipped, counted from its first octet, the most significant bit of an octet first. */
  readonly bits: ReadonlySet<number>;
  /** The octets that they are in. */
  readonly octets: readonly Span[];
  /** The frame as it was sent, and as it arrived. */
  readonly sent: Uint8Array;
  readonly arrived: Uint8Array;
  /** Of what arrived, as far as its headers lead to them. */
  readonly checksums: readonly Checksum[];
  readonly unreadable: readonly Unreadable[];
  /** Why the receiver has thrown it away; `taken` when it has not. */
  readonly fate: DiscardReason | 'taken';
}

interface Versions {
  readonly sent: Dissection;
  readonly arrived: Dissection;
}

const known = new WeakMap<Packet, Versions>();

/** The damaged frame that `ref` means, as it was sent or as it arrived. Throws a MissingPart as long as `protocol` cannot dissect yet. */
export function dissectDamaged(trace: Trace, ref: PduRef, protocol: Protocol | undefined): Dissection {
  const packet = trace.packets[ref.id];
  let versions = known.get(packet);
  if (!versions) {
    versions = versionsOf(trace, packet, protocol);
    known.set(packet, versions);
  }
  return ref.arrived ? versions.arrived : versions.sent;
}

function versionsOf(trace: Trace, packet: Packet, protocol: Protocol | undefined): Versions {
  const { id, bytes: sent } = packet;
  const bytes = packet.arrivedBytes!;
  const annotations = packet.icmp ? annotateCapturedFrame(bytes, LINKTYPE.ETHERNET) : annotateFrame(bytes);
  const messages = protocol && hasPayloadInPlace(packet, annotations) ? arrivedMessages(trace, packet, protocol) : [];
  const discarded = journeysOf(trace)[id].discarded;
  const discard = discarded === undefined ? undefined : trace.events[discarded];
  const damage: Damage = {
    bits: flippedBits(sent, bytes),
    octets: flippedOctets(sent, bytes),
    sent,
    arrived: bytes,
    checksums: packet.icmp ? [] : checksumsOf(bytes, annotations),
    unreadable: [...(packet.icmp ? [] : unreadableHeaders(bytes, annotations)), ...messages.flatMap(unreadableIn)],
    fate: discard?.type === 'discarded' ? discard.why : 'taken',
  };
  const ref: PduRef = { of: 'packet', id, arrived: true };
  const own: Layer = { pdu: ref, annotations, start: 0, end: bytes.length, at: 0 };
  return {
    sent: { ...dissect(trace, { of: 'packet', id })!, damage },
    arrived: { ref, format: 'ethernet', bytes, layers: [own, ...messages.map(({ layer }) => layer)], damage },
  };
}

/** Whether the headers that arrived lead to the payload that was sent. Else nobody can say which octets of the stream these are. */
function hasPayloadInPlace({ carries }: Packet, annotations: Annotations): boolean {
  const [first] = carries;
  const field = first && leafAt(annotations, first.at);
  return field?.kind === fieldKind(PAYLOAD) && field.start === first.at;
}

/** Where the headers make no sense any more, read as the receiver reads them. */
function unreadableHeaders(bytes: Uint8Array, annotations: Annotations): Unreadable[] {
  try {
    decodeFrame(bytes);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { problem } = error;
    // A wrong checksum does not keep anybody from reading.
    if (problem.code === 'frame.not-tcp') return [{ problem, at: notTcpAt(bytes) }];
    if (problem.code !== 'frame.bad-checksum') return [{ problem, at: problem.at?.offset ?? unknownFrom(annotations) }];
  }
  return [];
}

/** The field that says what follows is not TCP over IPv4: Ethernet's type, or else IPv4's protocol. RFC 894, RFC 791 §3.1. */
function notTcpAt(bytes: Uint8Array): number {
  const etherTypeAt = ETHERNET_HEADER - 2;
  const isIpv4 = ((bytes[etherTypeAt] << 8) | bytes[etherTypeAt + 1]) === ETHERTYPE_IPV4;
  return isIpv4 ? ETHERNET_HEADER + 9 : etherTypeAt;
}

function unreadableIn({ layer, problem, hasContent }: Arrived): Unreadable[] {
  if (!problem) return [];
  const offset = (hasContent ? undefined : problem.at?.offset) ?? unknownFrom(layer.annotations) ?? layer.start;
  const isHere = offset >= layer.start && offset < layer.end;
  return [{ problem, at: isHere ? offset - layer.start + layer.at : undefined }];
}

/** The first octet that no field explains. */
function unknownFrom(annotations: Annotations): number | undefined {
  const unknown = fieldKind(UNKNOWN);
  return leafFields(annotations).find(({ kind }) => kind === unknown)?.start;
}

function flippedBits(sent: Uint8Array, arrived: Uint8Array): ReadonlySet<number> {
  const bits = new Set<number>();
  for (let bit = 0; bit < sent.length * 8; bit++)
    if ((sent[bit >>> 3] ^ arrived[bit >>> 3]) & (0x80 >>> (bit & 7))) bits.add(bit);
  return bits;
}

function flippedOctets(sent: Uint8Array, arrived: Uint8Array): Span[] {
  return [...sent.keys()].flatMap(at => (sent[at] === arrived[at] ? [] : [{ start: at, end: at + 1 }]));
}
