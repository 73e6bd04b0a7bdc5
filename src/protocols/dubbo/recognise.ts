// Tells a Dubbo conversation from others by its first octets.

import { ByteReader } from '../../wire/bytes/byte-reader';
import { HEADER_LENGTH, readDubboHeader } from '../../wire/dubbo/header';

/** How sure it is that these octets are Dubbo, 0 to 1: the magic number, and a request or an event first. */
export function recognise(c2s: Uint8Array, s2c: Uint8Array): number {
  if (c2s.length < HEADER_LENGTH || !isDubbo(c2s) || (s2c.length >= 2 && !isDubbo(s2c))) return 0;
  return readDubboHeader(new ByteReader(c2s, false)).kind === 'request' ? 0.95 : 0.5;
}

function isDubbo([high, low]: Uint8Array): boolean {
  return high === 0xda && low === 0xbb;
}
