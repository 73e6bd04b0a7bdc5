// Two runs of octets as one.

/** `first` and `second` in one piece: a copy, or one of the two when the other is empty. */
export function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  const octets = new Uint8Array(first.length + second.length);
  octets.set(first);
  octets.set(second, first.length);
  return octets;
}
