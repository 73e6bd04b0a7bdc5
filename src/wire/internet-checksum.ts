// The Internet checksum: the 16-bit one's complement of the one's complement sum. RFC 1071 §1; used by IPv4 and TCP.

/**
 * The one's complement sum of `[start, end)` of `bytes` as 16-bit big-endian words, added to `sum`; an odd last octet is padded
 * with zero. Only the last run of several may have an odd length. The result is not yet folded.
 */
export function checksumOver(bytes: Uint8Array, start: number, end: number, sum = 0): number {
  const even = end - ((end - start) & 1);
  for (let at = start; at < even; at += 2) sum += (bytes[at] << 8) | bytes[at + 1];
  return even < end ? sum + (bytes[even] << 8) : sum;
}

/** The checksum field for a sum: carries folded in, complemented. A sum that includes a right checksum gives 0. */
export function checksumOf(sum: number): number {
  let folded = sum;
  while (folded > 0xffff) folded = (folded % 0x10000) + Math.floor(folded / 0x10000);
  return ~folded & 0xffff;
}
