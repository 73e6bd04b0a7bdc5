// CRC-32 as gzip and Python's zlib.crc32 have it. RFC 1952 §8.
const POLYNOMIAL = 0xedb88320;

/** The checksum of `bytes`, a uint32. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
  }
  return ~crc >>> 0;
}
