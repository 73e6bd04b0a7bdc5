// Damage on the way: bits of a frame are flipped.

/** `frame` with `bits` flipped, counted from its first octet, the most significant bit of an octet first; itself when none lies in it. */
export function flipBits(frame: Uint8Array, bits: readonly number[]): Uint8Array {
  const inside = bits.filter(bit => bit < frame.length * 8);
  if (inside.length === 0) return frame;
  const damaged = frame.slice();
  for (const bit of inside) damaged[bit >>> 3] ^= 0x80 >>> (bit & 7);
  return damaged;
}
