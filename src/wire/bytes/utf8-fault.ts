// Where octets stop being UTF-8. RFC 3629 §4; the table is Unicode 17.0, table 3-7.

/** Offset of the first octet that begins no well-formed sequence. `octets` must hold one. */
export function utf8Fault(octets: Uint8Array): number {
  let at = 0;
  while (at < octets.length) {
    const length = sequenceLength(octets, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** Octets of the well-formed sequence at `at`, or 0. */
export function sequenceLength(octets: Uint8Array, at: number): number {
  const first = octets[at];
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  if (at + length > octets.length) return 0;
  for (let i = 1; i < length; i++) {
    const low = i === 1 ? secondFrom(first) : 0x80;
    const high = i === 1 ? secondTo(first) : 0xbf;
    if (octets[at + i] < low || octets[at + i] > high) return 0;
  }
  return length;
}

/** No overlong form: the second octet's lowest value. */
function secondFrom(first: number): number {
  return first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
}

/** No surrogate and nothing beyond U+10FFFF: the second octet's highest value. */
function secondTo(first: number): number {
  return first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
}
