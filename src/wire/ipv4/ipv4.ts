// The IPv4 header. RFC 791 §3.1; the type of service octet as RFC 2474 §3 (DS field) and RFC 3168 §5 (ECN) define it today.
import type { ByteReader } from '../bytes/byte-reader';
import type { ByteWriter } from '../bytes/byte-writer';
import { type BitField, defineFieldKind, type FieldRole } from '../bytes/field-kind';
import { checksumOf, checksumOver } from '../internet-checksum';

/** Octets of a header without options. */
export const IPV4_HEADER = 20;
/** The protocol number of TCP. */
export const PROTOCOL_TCP = 6;

/** A header without its checksum, which follows from the rest. Addresses are unsigned 32-bit numbers. */
export interface Ipv4Header {
  readonly dscp: number;
  readonly ecn: number;
  /** Octets of the whole packet. */
  readonly totalLength: number;
  readonly identification: number;
  readonly dontFragment: boolean;
  readonly moreFragments: boolean;
  /** In units of 8 octets. */
  readonly fragmentOffset: number;
  readonly timeToLive: number;
  readonly protocol: number;
  readonly source: number;
  readonly destination: number;
  /** Empty, or a multiple of four octets. */
  readonly options: Uint8Array;
}

/** The whole packet: the header's fields, then what it carries. */
export const IPV4 = defineFieldKind({
  format: 'ipv4',
  name: 'ipv4',
  role: 'group',
  spec: 'RFC 791 §3.1',
  gap: 'data',
  reads: 'hex',
});
const VERSION_IHL = field('version and header length', 'flags', 'RFC 791 §3.1', 'hex', [
  { name: 'version', firstBit: 0, bits: 4 },
  { name: 'IHL', firstBit: 4, bits: 4 },
]);
const DS_ECN = field('DS field and ECN', 'flags', 'RFC 2474 §3, RFC 3168 §5', 'hex', [
  { name: 'DSCP', firstBit: 0, bits: 6 },
  { name: 'ECN', firstBit: 6, bits: 2 },
]);
const TOTAL_LENGTH = field('total length', 'length', 'RFC 791 §3.1', 'uint');
const IDENTIFICATION = field('identification', 'identifier', 'RFC 791 §3.1, RFC 6864 §4', 'hex');
const FLAGS_OFFSET = field('flags and fragment offset', 'flags', 'RFC 791 §3.1', 'hex', [
  { name: 'reserved', firstBit: 0, bits: 1 },
  { name: 'DF', firstBit: 1, bits: 1 },
  { name: 'MF', firstBit: 2, bits: 1 },
  { name: 'fragment offset', firstBit: 3, bits: 13 },
]);
const TIME_TO_LIVE = field('time to live', 'value', 'RFC 791 §3.1', 'uint');
const PROTOCOL = field('protocol', 'tag', 'RFC 791 §3.1', 'uint');
const CHECKSUM = field('header checksum', 'checksum', 'RFC 791 §3.1, RFC 1071 §1', 'hex');
const SOURCE = field('source address', 'identifier', 'RFC 791 §3.1', 'ipv4');
const DESTINATION = field('destination address', 'identifier', 'RFC 791 §3.1', 'ipv4');
const OPTIONS = field('options', 'value', 'RFC 791 §3.1', 'hex');

/** Writes the header with its checksum. The packet around it is the caller's: see wire/frame.ts. */
export function writeIpv4Header(writer: ByteWriter, header: Ipv4Header): void {
  const start = writer.length;
  const length = IPV4_HEADER + header.options.length;
  writer.begin(VERSION_IHL);
  writer.uint8((4 << 4) | (length / 4));
  writer.end();
  writer.begin(DS_ECN);
  writer.uint8((header.dscp << 2) | header.ecn);
  writer.end();
  writer.begin(TOTAL_LENGTH);
  writer.uint16(header.totalLength);
  writer.end();
  writer.begin(IDENTIFICATION);
  writer.uint16(header.identification);
  writer.end();
  writer.begin(FLAGS_OFFSET);
  writer.uint16((header.dontFragment ? 0x4000 : 0) | (header.moreFragments ? 0x2000 : 0) | header.fragmentOffset);
  writer.end();
  writer.begin(TIME_TO_LIVE);
  writer.uint8(header.timeToLive);
  writer.end();
  writer.begin(PROTOCOL);
  writer.uint8(header.protocol);
  writer.end();
  const checksumAt = writer.length;
  writer.begin(CHECKSUM);
  writer.uint16(0);
  writer.end();
  writer.begin(SOURCE);
  writer.uint32(header.source);
  writer.end();
  writer.begin(DESTINATION);
  writer.uint32(header.destination);
  writer.end();
  if (header.options.length > 0) {
    writer.begin(OPTIONS);
    writer.bytes(header.options);
    writer.end();
  }
  writer.patchUint16(checksumAt, checksumOf(checksumOver(writer.finish(), start, start + length)));
}

/** Reads a header. `intact` is whether the checksum is right; the fields are returned either way. */
export function readIpv4Header(reader: ByteReader): Ipv4Header & { readonly intact: boolean } {
  const start = reader.at;
  reader.begin(VERSION_IHL);
  const length = (reader.uint8() & 0x0f) * 4;
  reader.end();
  reader.begin(DS_ECN);
  const ds = reader.uint8();
  reader.end();
  reader.begin(TOTAL_LENGTH);
  const totalLength = reader.uint16();
  reader.end();
  reader.begin(IDENTIFICATION);
  const identification = reader.uint16();
  reader.end();
  reader.begin(FLAGS_OFFSET);
  const flags = reader.uint16();
  reader.end();
  reader.begin(TIME_TO_LIVE);
  const timeToLive = reader.uint8();
  reader.end();
  reader.begin(PROTOCOL);
  const protocol = reader.uint8();
  reader.end();
  reader.begin(CHECKSUM);
  reader.uint16();
  reader.end();
  reader.begin(SOURCE);
  const source = reader.uint32();
  reader.end();
  reader.begin(DESTINATION);
  const destination = reader.uint32();
  reader.end();
  return {
    dscp: ds >>> 2,
    ecn: ds & 3,
    totalLength,
    identification,
    dontFragment: (flags & 0x4000) !== 0,
    moreFragments: (flags & 0x2000) !== 0,
    fragmentOffset: flags & 0x1fff,
    timeToLive,
    protocol,
    source,
    destination,
    options: readOptions(reader, length - IPV4_HEADER),
    intact: length >= IPV4_HEADER && checksumOf(checksumOver(reader.bytes, start, start + length)) === 0,
  };
}

function readOptions(reader: ByteReader, length: number): Uint8Array {
  if (length <= 0) return NO_OPTIONS;
  reader.begin(OPTIONS);
  const options = reader.take(length);
  reader.end();
  return options;
}

const NO_OPTIONS = new Uint8Array(0);

/** The number that a dotted address stands for: '127.0.0.1' is 0x7f000001. Each part must be 0 to 255. */
export function ipv4FromText(text: string): number {
  return text.split('.').reduce((address, part) => address * 256 + Number(part), 0);
}

/** A number as a dotted address. */
export function ipv4ToText(address: number): string {
  return [address >>> 24, (address >>> 16) & 0xff, (address >>> 8) & 0xff, address & 0xff].join('.');
}

function field(name: string, role: FieldRole, spec: string, reads: 'hex' | 'uint' | 'ipv4', bits?: BitField[]) {
  return defineFieldKind({ format: 'ipv4', name, role, spec, reads, bits });
}
