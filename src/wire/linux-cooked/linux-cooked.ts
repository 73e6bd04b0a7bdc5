// The header that Linux puts before the packets of "any" interface, in both versions. LINKTYPE_LINUX_SLL and LINKTYPE_LINUX_SLL2,
// https://www.tcpdump.org/linktypes.html.
import type { ByteReader } from '../bytes/byte-reader';
import { defineFieldKind, type FieldKindId, type FieldRole } from '../bytes/field-kind';

/** The whole frame: the header's fields, then what it carries. */
export const LINUX_COOKED = defineFieldKind({
  format: 'linux-cooked',
  name: 'linux-cooked',
  role: 'group',
  spec: 'LINKTYPE_LINUX_SLL, LINKTYPE_LINUX_SLL2',
  gap: 'data',
  reads: 'hex',
});
const PACKET_TYPE = field('packet type', 'tag', 'uint');
const HARDWARE_TYPE = field('ARPHRD type', 'tag', 'uint');
const ADDRESS_LENGTH = field('address length', 'length', 'uint');
const ADDRESS = field('link-layer address', 'identifier', 'hex');
const PROTOCOL = field('protocol type', 'tag', 'hex');
const RESERVED = field('reserved', 'padding', 'hex');
const INTERFACE = field('interface index', 'identifier', 'uint');

/** Reads the first version, 16 octets. Returns the EtherType of what follows. */
export function readLinuxCooked(reader: ByteReader): number {
  take(reader, PACKET_TYPE, 2);
  take(reader, HARDWARE_TYPE, 2);
  take(reader, ADDRESS_LENGTH, 2);
  take(reader, ADDRESS, 8);
  return etherType(reader);
}

/** Reads the second version, 20 octets. Returns the EtherType of what follows. */
export function readLinuxCooked2(reader: ByteReader): number {
  const type = etherType(reader);
  take(reader, RESERVED, 2);
  take(reader, INTERFACE, 4);
  take(reader, HARDWARE_TYPE, 2);
  take(reader, PACKET_TYPE, 1);
  take(reader, ADDRESS_LENGTH, 1);
  take(reader, ADDRESS, 8);
  return type;
}

function etherType(reader: ByteReader): number {
  const [high, low] = take(reader, PROTOCOL, 2);
  return (high << 8) | low;
}

function take(reader: ByteReader, kind: FieldKindId, octets: number): Uint8Array {
  reader.begin(kind);
  const taken = reader.take(octets);
  reader.end();
  return taken;
}

function field(name: string, role: FieldRole, reads: 'hex' | 'uint') {
  const spec = 'LINKTYPE_LINUX_SLL, LINKTYPE_LINUX_SLL2';
  return defineFieldKind({ format: 'linux-cooked', name, role, spec, reads });
}
