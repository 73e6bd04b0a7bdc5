// Tells a JSON-RPC conversation from others by its first octets.
const latin1 = new TextDecoder('latin1');
/** Octets of each direction that are looked at. */
const SAMPLE = 4096;

/** How sure it is that these octets are JSON-RPC, 0 to 1. */
export function recognise(c2s: Uint8Array, s2c: Uint8Array): number {
  const request = latin1.decode(c2s.subarray(0, SAMPLE));
  const response = latin1.decode(s2c.subarray(0, SAMPLE));
  const overHttp = /^POST /.test(request);
  if (!overHttp && !/^\s*[[{]/.test(request)) return 0;
  if (/"jsonrpc"\s*:\s*"2\.0"/.test(request + response)) return 0.95;
  // Version 1.0 has no mark of its own but the names of its members.
  const hasMembers = /"method"\s*:\s*"/.test(request) && /"params"\s*:\s*\[/.test(request);
  if (hasMembers) return overHttp && !/^content-type:\s*application\/json/im.test(request) ? 0.5 : 0.8;
  return 0;
}
