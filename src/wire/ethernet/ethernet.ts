// The Ethernet header in its type form, as network cards pass it on: without preamble and frame check sequence.
// IEEE 802.3-2018 §3.1.1 (fields), §3.2.6 (type).
import type { ByteReader } from '../bytes/byte-reader';
import type { ByteWriter } from '../bytes/byte-writer';
import { defineFieldKind } from '../bytes/field-kind';

/** Octets of the header. */
export const ETHERNET_HEADER = 14;
/** The EtherType that announces an IPv4 packet. RFC 894. */
export const ETHERTYPE_IPV4 = 0x0800;

/** Addresses are six octets each. */
export interface EthernetHeader {
  readonly destination: Uint8Array;
  readonly source: Uint8Array;
  readonly etherType: number;
}

/** The whole frame: the header's fields, then what it carries. */
export const ETHERNET = defineFieldKind({
  format: 'ethernet',
  name: 'ethernet',
  role: 'group',
  spec: 'IEEE 802.3-2018 §3.1.1',
  gap: 'data',
  reads: 'hex',
});
const DESTINATION = field('destination address', 'identifier', '§3.2.4', 'mac');
const SOURCE = field('source address', 'identifier', '§3.2.5', 'mac');
const TYPE = field('type', 'tag', '§3.2.6', 'hex');

/** Writes the header's fields. The frame around them is the caller's: see wire/frame.ts. */
export function writeEthernetHeader(writer: ByteWriter, header: EthernetHeader): void {
  writer.begin(DESTINATION);
  writer.bytes(header.destination);
  writer.end();
  writer.begin(SOURCE);
  writer.bytes(header.source);
  writer.end();
  writer.begin(TYPE);
  writer.uint16(header.etherType);
  writer.end();
}

export function readEthernetHeader(reader: ByteReader): EthernetHeader {
  reader.begin(DESTINATION);
  const destination = reader.take(6);
  reader.end();
  reader.begin(SOURCE);
  const source = reader.take(6);
  reader.end();
  reader.begin(TYPE);
  const etherType = reader.uint16();
  reader.end();
  return { destination, source, etherType };
}

/**
 * A locally administered unicast address (IEEE 802-2014 §8.4: the second lowest bit of the first octet set, the lowest not)
 * that ends in the four octets of an IPv4 address.
 */
export function localMacAddress(ipv4: number): Uint8Array {
  return new Uint8Array([0x02, 0x00, ipv4 >>> 24, (ipv4 >>> 16) & 0xff, (ipv4 >>> 8) & 0xff, ipv4 & 0xff]);
}

function field(name: string, role: 'identifier' | 'tag', section: string, reads: 'mac' | 'hex') {
  return defineFieldKind({ format: 'ethernet', name, role, spec: `IEEE 802.3-2018 ${section}`, reads });
}
