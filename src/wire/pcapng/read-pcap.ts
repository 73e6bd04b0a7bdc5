// Reads classic pcap, in either byte order, with times in micro- or nanoseconds. draft-ietf-opsawg-pcap §4 and §5.
import type { CapturedPacket } from './capture';
import { FileReader } from './file-reader';

/** The magic numbers as their four octets read in network order → byte order and resolution of the file. */
export const PCAP_MAGICS: ReadonlyMap<number, { readonly littleEndian: boolean; readonly ticksPerMicro: number }> =
  new Map([
    [0xa1b2c3d4, { littleEndian: false, ticksPerMicro: 1 }],
    [0xd4c3b2a1, { littleEndian: true, ticksPerMicro: 1 }],
    [0xa1b23c4d, { littleEndian: false, ticksPerMicro: 1000 }],
    [0x4d3cb2a1, { littleEndian: true, ticksPerMicro: 1000 }],
  ]);

/** The packets of a pcap file, one by one. `magic` is a key of {@link PCAP_MAGICS}. Throws `capture.cut-off` when the file ends in a record. */
export function* readPcap(file: Uint8Array, magic: number): Generator<CapturedPacket> {
  const { littleEndian, ticksPerMicro } = PCAP_MAGICS.get(magic)!;
  const reader = new FileReader(file, littleEndian, 4);
  reader.take(16);
  // The high half of the word may hold the length of a frame check sequence.
  const linkType = reader.uint32() & 0xffff;
  while (reader.remaining > 0) {
    const seconds = reader.uint32();
    const ticks = reader.uint32();
    const length = reader.uint32();
    const originalLength = reader.uint32();
    const atMicros = seconds * 1_000_000 + Math.floor(ticks / ticksPerMicro);
    yield { atMicros, linkType, bytes: reader.take(length), originalLength };
  }
}
