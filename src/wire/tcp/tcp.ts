// The TCP header. RFC 9293 §3.1.
import type { ByteReader } from '../bytes/byte-reader';
import type { ByteWriter } from '../bytes/byte-writer';
import { type BitField, defineFieldKind, type FieldRole } from '../bytes/field-kind';
import { checksumOf, checksumOver } from '../internet-checksum';
import { optionsLength, readTcpOptions, type TcpOption, writeTcpOptions } from './options';

/** Octets of a header without options. */
export const TCP_HEADER = 20;

/** The control bits, as bits of the header's 14th octet. RFC 9293 §3.1. */
export const FIN = 0x01;
export const SYN = 0x02;
export const RST = 0x04;
export const PSH = 0x08;
export const ACK = 0x10;

/** A header without its checksum, which follows from the rest. */
export interface TcpHeader {
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly sequenceNumber: number;
  readonly acknowledgmentNumber: number;
  /** {@link FIN}, {@link SYN}, … or'ed; also CWR (0x80), ECE (0x40) and URG (0x20), which the simulation never sets. */
  readonly flags: number;
  /** As it stands in the header: not scaled. */
  readonly window: number;
  readonly urgentPointer: number;
  readonly options: readonly TcpOption[];
}

/** The whole segment: the header's fields, then the payload. */
export const TCP = defineFieldKind({
  format: 'tcp',
  name: 'tcp',
  role: 'group',
  spec: 'RFC 9293 §3.1',
  reads: 'hex',
});
/** The octets of the stream that the segment carries. */
export const PAYLOAD = field('payload', 'value', 'RFC 9293 §3.1', 'hex');
const SOURCE_PORT = field('source port', 'identifier', 'RFC 9293 §3.1', 'uint');
const DESTINATION_PORT = field('destination port', 'identifier', 'RFC 9293 §3.1', 'uint');
const SEQUENCE_NUMBER = field('sequence number', 'identifier', 'RFC 9293 §3.1, §3.4', 'uint');
const ACKNOWLEDGMENT_NUMBER = field('acknowledgment number', 'identifier', 'RFC 9293 §3.1, §3.4', 'uint');
const OFFSET_FLAGS = field('data offset and control bits', 'flags', 'RFC 9293 §3.1', 'hex', [
  { name: 'data offset', firstBit: 0, bits: 4 },
  { name: 'reserved', firstBit: 4, bits: 4 },
  { name: 'CWR', firstBit: 8, bits: 1 },
  { name: 'ECE', firstBit: 9, bits: 1 },
  { name: 'URG', firstBit: 10, bits: 1 },
  { name: 'ACK', firstBit: 11, bits: 1 },
  { name: 'PSH', firstBit: 12, bits: 1 },
  { name: 'RST', firstBit: 13, bits: 1 },
  { name: 'SYN', firstBit: 14, bits: 1 },
  { name: 'FIN', firstBit: 15, bits: 1 },
]);
const WINDOW = field('window', 'value', 'RFC 9293 §3.1, RFC 7323 §2', 'uint');
const CHECKSUM = field('checksum', 'checksum', 'RFC 9293 §3.1, RFC 1071 §1', 'hex');
const URGENT_POINTER = field('urgent pointer', 'value', 'RFC 9293 §3.1', 'uint');

/** Octets of the header with its options. */
export function tcpHeaderLength(header: TcpHeader): number {
  return TCP_HEADER + optionsLength(header.options);
}

/** Writes the header with a checksum of zero and returns the octet at which it stands: it covers what follows, so patch it later. */
export function writeTcpHeader(writer: ByteWriter, header: TcpHeader): number {
  writer.begin(SOURCE_PORT);
  writer.uint16(header.sourcePort);
  writer.end();
  writer.begin(DESTINATION_PORT);
  writer.uint16(header.destinationPort);
  writer.end();
  writer.begin(SEQUENCE_NUMBER);
  writer.uint32(header.sequenceNumber);
  writer.end();
  writer.begin(ACKNOWLEDGMENT_NUMBER);
  writer.uint32(header.acknowledgmentNumber);
  writer.end();
  writer.begin(OFFSET_FLAGS);
  writer.uint16(((tcpHeaderLength(header) / 4) << 12) | header.flags);
  writer.end();
  writer.begin(WINDOW);
  writer.uint16(header.window);
  writer.end();
  const checksumAt = writer.length;
  writer.begin(CHECKSUM);
  writer.uint16(0);
  writer.end();
  writer.begin(URGENT_POINTER);
  writer.uint16(header.urgentPointer);
  writer.end();
  writeTcpOptions(writer, header.options);
  return checksumAt;
}

/** Reads a header. The reader stands at the payload afterwards. */
export function readTcpHeader(reader: ByteReader): TcpHeader {
  reader.begin(SOURCE_PORT);
  const sourcePort = reader.uint16();
  reader.end();
  reader.begin(DESTINATION_PORT);
  const destinationPort = reader.uint16();
  reader.end();
  reader.begin(SEQUENCE_NUMBER);
  const sequenceNumber = reader.uint32();
  reader.end();
  reader.begin(ACKNOWLEDGMENT_NUMBER);
  const acknowledgmentNumber = reader.uint32();
  reader.end();
  reader.begin(OFFSET_FLAGS);
  const offsetAndFlags = reader.uint16();
  reader.end();
  reader.begin(WINDOW);
  const window = reader.uint16();
  reader.end();
  reader.begin(CHECKSUM);
  reader.uint16();
  reader.end();
  reader.begin(URGENT_POINTER);
  const urgentPointer = reader.uint16();
  reader.end();
  const optionOctets = Math.min(reader.remaining, (offsetAndFlags >>> 12) * 4 - TCP_HEADER);
  const options = readTcpOptions(reader, optionOctets);
  const flags = offsetAndFlags & 0xff;
  return {
    sourcePort,
    destinationPort,
    sequenceNumber,
    acknowledgmentNumber,
    flags,
    window,
    urgentPointer,
    options,
  };
}

/**
 * The checksum of the segment `[start, end)` of `bytes` between two IPv4 addresses: over the pseudo-header (addresses, protocol 6,
 * length) and the segment. Zero when the segment holds its right checksum already. RFC 9293 §3.1.
 */
export function tcpChecksum(
  source: number,
  destination: number,
  bytes: Uint8Array,
  start: number,
  end: number,
): number {
  const addresses = (source >>> 16) + (source & 0xffff) + (destination >>> 16) + (destination & 0xffff);
  return checksumOf(checksumOver(bytes, start, end, addresses + 6 + (end - start)));
}

function field(name: string, role: FieldRole, spec: string, reads: 'hex' | 'uint', bits?: BitField[]) {
  return defineFieldKind({ format: 'tcp', name, role, spec, reads, bits });
}
