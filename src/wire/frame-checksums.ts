// The checksums in a frame's headers, and what they should be. RFC 791 §3.1 (IPv4's header), RFC 9293 §3.1 (TCP's segment), RFC 1071 §1.
import { type Annotations, KIND, START } from './bytes/annotations';
import type { FieldKindId } from './bytes/field-kind';
import { checksumOf, checksumOver } from './internet-checksum';
import { IPV4 } from './ipv4/ipv4';
import { TCP, tcpChecksum } from './tcp/tcp';

export interface Checksum {
  readonly header: 'IPv4' | 'TCP';
  /** The first of its two octets in the frame. */
  readonly at: number;
  /** The value in the frame. */
  readonly carried: number;
  /** The value that fits the other octets. */
  readonly right: number;
  readonly holds: boolean;
}

/** The checksums of a frame of TCP over IPv4 whose fields `annotations` are: those of the headers that are there. */
export function checksumsOf(bytes: Uint8Array, annotations: Annotations): Checksum[] {
  const ipv4At = startOf(annotations, IPV4);
  const tcpAt = startOf(annotations, TCP);
  if (ipv4At === undefined || ipv4At + 20 > bytes.length) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const headerEnd = Math.min(bytes.length, ipv4At + (bytes[ipv4At] & 0x0f) * 4);
  const ipv4 = checksum(bytes, 'IPv4', ipv4At + 10, octets => checksumOf(checksumOver(octets, ipv4At, headerEnd)));
  if (tcpAt === undefined || tcpAt + 18 > bytes.length) return [ipv4];
  const segmentEnd = Math.min(bytes.length, ipv4At + view.getUint16(ipv4At + 2));
  const [source, destination] = [view.getUint32(ipv4At + 12), view.getUint32(ipv4At + 16)];
  const tcp = checksum(bytes, 'TCP', tcpAt + 16, octets => tcpChecksum(source, destination, octets, tcpAt, segmentEnd));
  return [ipv4, tcp];
}

/** `sum` computes the checksum over all octets that it covers, its own included. */
function checksum(
  bytes: Uint8Array,
  header: 'IPv4' | 'TCP',
  at: number,
  sum: (octets: Uint8Array) => number,
): Checksum {
  const without = bytes.slice();
  without.fill(0, at, at + 2);
  return { header, at, carried: (bytes[at] << 8) | bytes[at + 1], right: sum(without), holds: sum(bytes) === 0 };
}

function startOf(annotations: Annotations, kind: FieldKindId): number | undefined {
  for (let row = 0; row < annotations.count; row++)
    if (annotations.get(row, KIND) === kind) return annotations.get(row, START);
  return undefined;
}
