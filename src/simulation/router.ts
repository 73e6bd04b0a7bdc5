// The last router before the server: what it says when it does not find that host. RFC 1812 §4.3.3.1.
import type { Packet } from '../trace/trace';
import { ByteReader } from '../wire/bytes/byte-reader';
import { ETHERNET_HEADER } from '../wire/ethernet/ethernet';
import { unreachableFrame } from '../wire/icmp/unreachable-frame';
import { checksumOf, checksumOver } from '../wire/internet-checksum';
import { IPV4_HEADER, readIpv4Header } from '../wire/ipv4/ipv4';

/** The packet that answers `packet`. It comes from the first address of the server's network, as that of a router often is. */
export function refusalOf({ connection, bytes }: Packet): Omit<Packet, 'id' | 'sentAt' | 'arrivedAt'> {
  const { destination } = readIpv4Header(new ByteReader(bytes, false, ETHERNET_HEADER));
  const frame = unreachableFrame(bytes, ((destination & 0xffffff00) | 1) >>> 0);
  const segment = { seq: 0, ack: 0, relativeSeq: 0, relativeAck: 0, window: 0, length: 0 };
  return {
    connection,
    direction: 's2c',
    bytes: frame.bytes,
    frame,
    icmp: true,
    segment: { ...segment, flags: [], headerLength: frame.bytes.length },
    carries: [],
  };
}

/** Whether both checksums of the frame are right. Simplified: the host does not look whether the quoted segment is one of its own. */
export function isIntact(frame: Uint8Array): boolean {
  const message = checksumOf(checksumOver(frame, ETHERNET_HEADER + IPV4_HEADER, frame.length));
  return message === 0 && readIpv4Header(new ByteReader(frame, false, ETHERNET_HEADER)).intact;
}
