// Reads the TCP segment of a captured packet: only what reassembly needs. RFC 791 §3.1, RFC 8200 §3 and §4, RFC 9293 §3.1.
// It does not check checksums: on a capture taken at the sender, the network card has not filled them in yet.
import type { CapturedPacket } from '../pcapng/capture';
import { ipPacketOf } from './link-layer';

const PROTOCOL_TCP = 6;
/** IPv6 extension headers that may stand before TCP: hop-by-hop options, routing, destination options. RFC 8200 §4. */
const SKIPPED_HEADERS = [0, 43, 60];

/** One end of a connection. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

export interface CapturedSegment {
  readonly packet: CapturedPacket;
  readonly atMicros: number;
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly seq: number;
  /** The acknowledgment number; it counts when {@link CapturedSegment.ack} is set. */
  readonly ackNumber: number;
  readonly window: number;
  readonly syn: boolean;
  readonly ack: boolean;
  readonly psh: boolean;
  readonly fin: boolean;
  readonly rst: boolean;
  /** The payload, as far as it was captured. */
  readonly payload: Uint8Array;
}

interface IpPacket {
  readonly source: string;
  readonly destination: string;
  /** Octets after the IP header, as far as they were captured. */
  readonly payload: Uint8Array;
}

/**
 * The TCP segment in `packet`; undefined when it carries none, or is damaged or cut so short that its headers are missing.
 * Simplified: IP fragments count as no segment. TCP avoids them by its maximum segment size.
 */
export function capturedSegmentOf(packet: CapturedPacket): CapturedSegment | undefined {
  const ip = ipPacketOf(packet.linkType, packet.bytes);
  const inner = ip && ipPayload(ip);
  if (!inner || inner.payload.length < 20) return undefined;
  const { payload: tcp } = inner;
  const view = new DataView(tcp.buffer, tcp.byteOffset, tcp.byteLength);
  const headerLength = (tcp[12] >>> 4) * 4;
  if (headerLength < 20) return undefined;
  const flags = tcp[13];
  return {
    packet,
    atMicros: packet.atMicros,
    source: { address: inner.source, port: view.getUint16(0) },
    destination: { address: inner.destination, port: view.getUint16(2) },
    seq: view.getUint32(4),
    ackNumber: view.getUint32(8),
    window: view.getUint16(14),
    fin: (flags & 0x01) !== 0,
    syn: (flags & 0x02) !== 0,
    rst: (flags & 0x04) !== 0,
    psh: (flags & 0x08) !== 0,
    ack: (flags & 0x10) !== 0,
    payload: tcp.subarray(headerLength),
  };
}

function ipPayload(ip: Uint8Array): IpPacket | undefined {
  const version = ip[0] >>> 4;
  return version === 4 ? ipv4Payload(ip) : version === 6 ? ipv6Payload(ip) : undefined;
}

function ipv4Payload(ip: Uint8Array): IpPacket | undefined {
  const headerLength = (ip[0] & 0x0f) * 4;
  const fragment = ((ip[6] << 8) | ip[7]) & 0x3fff;
  if (ip.length < 20 || headerLength < 20 || ip[9] !== PROTOCOL_TCP || fragment !== 0) return undefined;
  const totalLength = (ip[2] << 8) | ip[3];
  return {
    source: dotted(ip.subarray(12, 16)),
    destination: dotted(ip.subarray(16, 20)),
    // Behind a short packet Ethernet pads. A length of 0 is a large segment that the network card has yet to cut up.
    payload: ip.subarray(headerLength, totalLength === 0 ? ip.length : totalLength),
  };
}

function ipv6Payload(ip: Uint8Array): IpPacket | undefined {
  if (ip.length < 40) return undefined;
  const payloadLength = (ip[4] << 8) | ip[5];
  const end = payloadLength === 0 ? ip.length : 40 + payloadLength;
  let next = ip[6];
  let at = 40;
  while (SKIPPED_HEADERS.includes(next) && at + 2 <= ip.length) {
    next = ip[at];
    at += (ip[at + 1] + 1) * 8;
  }
  if (next !== PROTOCOL_TCP) return undefined;
  return {
    source: grouped(ip.subarray(8, 24)),
    destination: grouped(ip.subarray(24, 40)),
    payload: ip.subarray(at, end),
  };
}

function dotted(address: Uint8Array): string {
  return address.join('.');
}

/** Simplified: every group is written, in place of the `::` of RFC 5952. */
function grouped(address: Uint8Array): string {
  return Array.from({ length: 8 }, (_, i) => ((address[i * 2] << 8) | address[i * 2 + 1]).toString(16)).join(':');
}
