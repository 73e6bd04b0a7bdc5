// Writes classic pcap, for tools that read nothing else. draft-ietf-opsawg-pcap §4 and §5.
import type { CapturedPacket } from './capture';
import { FileWriter } from './file-writer';

const MAGIC_MICROSECONDS = 0xa1b2c3d4;
/** What tcpdump writes when there is no limit. */
const SNAPSHOT_LENGTH = 262_144;

/** A pcap file of `packets`, which all have the link type `linkType`, with times in microseconds. Comments are left out. */
export function writePcap(linkType: number, packets: Iterable<CapturedPacket>): Uint8Array<ArrayBuffer> {
  const file = new FileWriter();
  file.uint32(MAGIC_MICROSECONDS);
  file.uint16(2);
  file.uint16(4);
  // Two fields that were never used: time zone and accuracy.
  file.uint32(0);
  file.uint32(0);
  file.uint32(SNAPSHOT_LENGTH);
  file.uint32(linkType);
  for (const packet of packets) {
    file.uint32(Math.floor(packet.atMicros / 1_000_000));
    file.uint32(packet.atMicros % 1_000_000);
    file.uint32(packet.bytes.length);
    file.uint32(packet.originalLength);
    file.bytes(packet.bytes);
  }
  return file.finish();
}
