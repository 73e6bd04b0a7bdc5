// Tells REST-style JSON from other conversations over HTTP by its first octets.
const latin1 = new TextDecoder('latin1');
/** Octets of each direction that are looked at. */
const SAMPLE = 4096;

/** How sure it is that these octets are JSON over HTTP and no call system's own envelope, 0 to 1. */
export function recognise(c2s: Uint8Array, s2c: Uint8Array): number {
  const request = latin1.decode(c2s.subarray(0, SAMPLE));
  const response = latin1.decode(s2c.subarray(0, SAMPLE));
  if (!/^[A-Z]+ \S+ HTTP\/1\.[01]\r\n/.test(request)) return 0;
  return /^content-type:\s*application\/json/im.test(request + response) ? 0.6 : 0;
}
