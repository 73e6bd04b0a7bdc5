// The IPv6 header with the extension headers that may stand before TCP. RFC 8200 §3, §4.
import type { ByteReader } from '../bytes/byte-reader';
import { type BitField, defineFieldKind, type FieldKindId, type FieldRole } from '../bytes/field-kind';

/** The EtherType that announces an IPv6 packet. RFC 2464 §3. */
export const ETHERTYPE_IPV6 = 0x86dd;
/** Hop-by-hop options, routing, destination options. RFC 8200 §4.1. */
const EXTENSIONS = [0, 43, 60];

/** The whole packet: the headers' fields, then what it carries. */
export const IPV6 = defineFieldKind({
  format: 'ipv6',
  name: 'ipv6',
  role: 'group',
  spec: 'RFC 8200 §3',
  gap: 'data',
  reads: 'hex',
});
const VERSION_CLASS_FLOW = field('version, traffic class and flow label', 'flags', '§3', 'hex', [
  { name: 'version', firstBit: 0, bits: 4 },
  { name: 'traffic class', firstBit: 4, bits: 8 },
  { name: 'flow label', firstBit: 12, bits: 20 },
]);
const PAYLOAD_LENGTH = field('payload length', 'length', '§3', 'uint');
const NEXT_HEADER = field('next header', 'tag', '§3', 'uint');
const HOP_LIMIT = field('hop limit', 'value', '§3', 'uint');
const SOURCE = field('source address', 'identifier', '§3', addressText);
const DESTINATION = field('destination address', 'identifier', '§3', addressText);
const EXTENSION_LENGTH = field('extension length', 'length', '§4.3', 'uint');
const EXTENSION_DATA = field('extension data', 'value', '§4', 'hex');

/** Reads the headers. Returns the protocol of what follows, and how many octets of the packet stand behind the first header. */
export function readIpv6Header(reader: ByteReader): { readonly protocol: number; readonly payloadLength: number } {
  take(reader, VERSION_CLASS_FLOW, 4);
  const [high, low] = take(reader, PAYLOAD_LENGTH, 2);
  let [protocol] = take(reader, NEXT_HEADER, 1);
  take(reader, HOP_LIMIT, 1);
  take(reader, SOURCE, 16);
  take(reader, DESTINATION, 16);
  while (EXTENSIONS.includes(protocol)) {
    [protocol] = take(reader, NEXT_HEADER, 1);
    const [length] = take(reader, EXTENSION_LENGTH, 1);
    take(reader, EXTENSION_DATA, 6 + length * 8);
  }
  return { protocol, payloadLength: (high << 8) | low };
}

/** Simplified: every group is written, in place of the `::` of RFC 5952. */
function addressText(octets: Uint8Array): string {
  const groups: string[] = [];
  for (let i = 0; i + 1 < octets.length; i += 2) groups.push(((octets[i] << 8) | octets[i + 1]).toString(16));
  return groups.join(':');
}

function take(reader: ByteReader, kind: FieldKindId, octets: number): Uint8Array {
  reader.begin(kind);
  const taken = reader.take(octets);
  reader.end();
  return taken;
}

function field(
  name: string,
  role: FieldRole,
  section: string,
  reads: 'hex' | 'uint' | ((octets: Uint8Array) => string),
  bits?: BitField[],
) {
  return defineFieldKind({ format: 'ipv6', name, role, spec: `RFC 8200 ${section}`, reads, bits });
}
