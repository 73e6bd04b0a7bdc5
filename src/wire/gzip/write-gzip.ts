// Writes one gzip member. RFC 1952 §2.3.
import { deflateRaw } from 'pako';
import type { ByteWriter } from '../bytes/byte-writer';
import { crc32 } from './crc32';
import { CM, CRC32, DEFLATE_DATA, FLG, ID, ISIZE, MEMBER, MTIME, OS, XFL } from './kinds';

/** What of the header the writer chooses. */
export interface GzipOptions {
  /** Seconds since 1970, UTC. */
  readonly modifiedAt: number;
  /** zlib's level, 1 the fastest, 9 the smallest. */
  readonly level: 1 | 6 | 9;
  /** The system that the octets come from: 255 is unknown, 3 Unix. */
  readonly os: number;
}

/** XFL tells how hard the compressor tried: 2 the hardest, 4 the fastest. */
const EXTRA_FLAGS = { 1: 4, 6: 0, 9: 2 } as const;

/** Compresses `octets` into `writer`. */
export function writeGzip(writer: ByteWriter, octets: Uint8Array, { modifiedAt, level, os }: GzipOptions): void {
  const leaf = (kind: number, write: () => void) => {
    writer.begin(kind);
    write();
    writer.end();
  };
  writer.begin(MEMBER);
  leaf(ID, () => writer.uint16(0x1f8b));
  leaf(CM, () => writer.uint8(8));
  leaf(FLG, () => writer.uint8(0));
  leaf(MTIME, () => uint32LittleEndian(writer, modifiedAt));
  leaf(XFL, () => writer.uint8(EXTRA_FLAGS[level]));
  leaf(OS, () => writer.uint8(os));
  leaf(DEFLATE_DATA, () => writer.bytes(deflateRaw(octets, { level })));
  leaf(CRC32, () => uint32LittleEndian(writer, crc32(octets)));
  leaf(ISIZE, () => uint32LittleEndian(writer, octets.length));
  writer.end();
}

function uint32LittleEndian(writer: ByteWriter, value: number): void {
  for (let shift = 0; shift < 32; shift += 8) writer.uint8((value >>> shift) & 0xff);
}
