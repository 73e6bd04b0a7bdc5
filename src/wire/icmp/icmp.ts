// ICMP's message "destination unreachable", by which a router says that a packet cannot be delivered. RFC 792, page 4.
import type { ByteReader } from '../bytes/byte-reader';
import type { ByteWriter } from '../bytes/byte-writer';
import { defineFieldKind, type FieldRole } from '../bytes/field-kind';
import { checksumOf, checksumOver } from '../internet-checksum';
import { IPV4, readIpv4Header } from '../ipv4/ipv4';

/** The protocol number of ICMP. */
export const PROTOCOL_ICMP = 1;
/** Octets before the packet that is complained of. */
export const ICMP_HEADER = 8;
/** The code of a host that the last router does not find. */
export const HOST_UNREACHABLE = 1;

const DESTINATION_UNREACHABLE = 3;

/** The whole message. */
export const ICMP = defineFieldKind({
  format: 'icmp',
  name: 'icmp',
  role: 'group',
  spec: 'RFC 792',
  gap: 'data',
  reads: 'hex',
});
const TYPE = field('type', 'tag', 'uint');
const CODE = field('code', 'tag', 'uint');
const CHECKSUM = field('checksum', 'checksum', 'hex');
const UNUSED = field('unused', 'padding', 'hex');
const ORIGINAL = field('original datagram', 'group', 'hex', 'data');

/** Writes the message about `original`, the beginning of an IPv4 packet. The packet around it is the caller's. */
export function writeDestinationUnreachable(writer: ByteWriter, code: number, original: Uint8Array): void {
  const start = writer.length;
  writer.begin(ICMP);
  writer.begin(TYPE);
  writer.uint8(DESTINATION_UNREACHABLE);
  writer.end();
  writer.begin(CODE);
  writer.uint8(code);
  writer.end();
  const checksumAt = writer.length;
  writer.begin(CHECKSUM);
  writer.uint16(0);
  writer.end();
  writer.begin(UNUSED);
  writer.uint32(0);
  writer.end();
  writer.begin(ORIGINAL);
  writer.bytes(original);
  writer.end();
  writer.end();
  writer.patchUint16(checksumAt, checksumOf(checksumOver(writer.finish(), start, writer.length)));
}

/** Reads a message of any type up to the reader's limit, and the header of the packet that it complains of, if it does. */
export function readIcmp(reader: ByteReader): void {
  reader.begin(ICMP);
  reader.begin(TYPE);
  const type = reader.uint8();
  reader.end();
  reader.begin(CODE);
  reader.uint8();
  reader.end();
  reader.begin(CHECKSUM);
  reader.uint16();
  reader.end();
  if (type === DESTINATION_UNREACHABLE) {
    reader.begin(UNUSED);
    reader.uint32();
    reader.end();
    reader.begin(ORIGINAL);
    reader.begin(IPV4);
    readIpv4Header(reader);
    reader.take(reader.remaining);
    reader.end();
    reader.end();
  }
  reader.take(reader.remaining);
  reader.end();
}

function field(name: string, role: FieldRole, reads: 'hex' | 'uint', gap?: string) {
  return defineFieldKind({ format: 'icmp', name, role, spec: 'RFC 792', reads, ...(gap !== undefined && { gap }) });
}
