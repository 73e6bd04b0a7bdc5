// A whole Ethernet frame: Ethernet around IPv4 around TCP around a run of a stream's octets, each annotated inside the next.
import { problem } from '../problem/problem';
import type { Annotations } from './bytes/annotations';
import { ByteReader } from './bytes/byte-reader';
import { ByteWriter } from './bytes/byte-writer';
import { UNKNOWN } from './bytes/field-kind';
import type { Slab } from './bytes/slab';
import {
  ETHERNET,
  ETHERNET_HEADER,
  ETHERTYPE_IPV4,
  type EthernetHeader,
  readEthernetHeader,
  writeEthernetHeader,
} from './ethernet/ethernet';
import { IPV4, IPV4_HEADER, type Ipv4Header, PROTOCOL_TCP, readIpv4Header, writeIpv4Header } from './ipv4/ipv4';
import { PAYLOAD, readTcpHeader, TCP, type TcpHeader, tcpChecksum, tcpHeaderLength, writeTcpHeader } from './tcp/tcp';

/** The headers of a frame, and the octets of the stream that it carries. */
export interface Frame {
  readonly ethernet: EthernetHeader;
  readonly ipv4: Ipv4Header;
  readonly tcp: TcpHeader;
  readonly payload: Uint8Array;
}

/** Writes a frame with right checksums. `ipv4.totalLength` is taken as given: see {@link ipv4Length}. */
export function writeFrame(writer: ByteWriter, frame: Frame): void {
  writer.begin(ETHERNET);
  writeEthernetHeader(writer, frame.ethernet);
  writer.begin(IPV4);
  writeIpv4Header(writer, frame.ipv4);
  const segmentAt = writer.length;
  writer.begin(TCP);
  const checksumAt = writeTcpHeader(writer, frame.tcp);
  if (frame.payload.length > 0) {
    writer.begin(PAYLOAD);
    writer.bytes(frame.payload);
    writer.end();
  }
  writer.end();
  writer.end();
  writer.end();
  const { source, destination } = frame.ipv4;
  writer.patchUint16(checksumAt, tcpChecksum(source, destination, writer.finish(), segmentAt, writer.length));
}

/** The octets of a frame, in memory of `slab` if there is one. */
export function encodeFrame(frame: Frame, slab?: Slab): Uint8Array {
  const length = ETHERNET_HEADER + frame.ipv4.totalLength;
  const writer = new ByteWriter(false, slab?.take(length) ?? length);
  writeFrame(writer, frame);
  return writer.finish();
}

/** The total length that the IPv4 header of a segment states. */
export function ipv4Length(tcp: TcpHeader, payload: Uint8Array): number {
  return IPV4_HEADER + tcpHeaderLength(tcp) + payload.length;
}

/**
 * Reads a frame, as a host does that receives it. Throws a ProblemError when a header is cut short, when it is not TCP over IPv4,
 * or when a checksum is wrong.
 */
export function decodeFrame(bytes: Uint8Array): Frame {
  const frame = readFrame(new ByteReader(bytes, false));
  if (!frame) throw problem('frame.not-tcp');
  if (!frame.ipv4.intact) throw problem('frame.bad-checksum', { header: 'IPv4' }, { offset: ETHERNET_HEADER + 10 });
  const { source, destination } = frame.ipv4;
  if (tcpChecksum(source, destination, bytes, frame.segmentAt, frame.segmentEnd) !== 0)
    throw problem('frame.bad-checksum', { header: 'TCP' }, { offset: frame.segmentAt + 16 });
  return frame;
}

/** The fields of a frame's octets. What is not TCP over IPv4, or is cut short, is annotated as far as it can be understood. */
export function annotateFrame(bytes: Uint8Array): Annotations {
  const reader = new ByteReader(bytes);
  const annotations = reader.annotations as Annotations;
  try {
    readFrame(reader);
  } catch {
    annotations.abandon(reader.at);
    if (reader.at < bytes.length) annotations.leaf(UNKNOWN, reader.at, bytes.length);
  }
  return annotations;
}

interface ReadFrame extends Frame {
  readonly ipv4: Ipv4Header & { readonly intact: boolean };
  /** Where the TCP segment begins and ends in the frame. */
  readonly segmentAt: number;
  readonly segmentEnd: number;
}

function readFrame(reader: ByteReader): ReadFrame | undefined {
  reader.begin(ETHERNET);
  const ethernet = readEthernetHeader(reader);
  if (ethernet.etherType !== ETHERTYPE_IPV4) return skipRest(reader);
  const ipv4At = reader.at;
  reader.begin(IPV4);
  const ipv4 = readIpv4Header(reader);
  if (ipv4.protocol !== PROTOCOL_TCP) return skipRest(reader);
  // A short frame is padded to 64 octets on a real wire: what is behind the packet's total length is not the segment's.
  const segmentEnd = Math.min(reader.limit, ipv4At + ipv4.totalLength);
  const segmentAt = reader.at;
  reader.begin(TCP);
  const tcp = readTcpHeader(reader);
  const payload = readPayload(reader, segmentEnd);
  reader.end();
  reader.end();
  if (reader.remaining > 0) reader.take(reader.remaining);
  reader.end();
  return { ethernet, ipv4, tcp, payload, segmentAt, segmentEnd };
}

function readPayload(reader: ByteReader, end: number): Uint8Array {
  if (end <= reader.at) return reader.bytes.subarray(reader.at, reader.at);
  reader.begin(PAYLOAD);
  const payload = reader.take(end - reader.at);
  reader.end();
  return payload;
}

function skipRest(reader: ByteReader): undefined {
  reader.take(reader.remaining);
  reader.annotations?.abandon(reader.at);
  return undefined;
}
