// CRC-32 as gzip has it. RFC 1952 §8.

const TABLE = Uint32Array.from({ length: 256 }, (_, octet) => {
  let remainder = octet;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1;
  return remainder;
});

/** The CRC-32 of `octets`, a uint32. */
export function crc32(octets: Uint8Array): number {
  let remainder = 0xffffffff;
  for (let i = 0; i < octets.length; i++) remainder = TABLE[(remainder ^ octets[i]) & 0xff] ^ (remainder >>> 8);
  return (remainder ^ 0xffffffff) >>> 0;
}
