// Finds the end of a message in the JSON protocol: the bracket that closes the first one. RFC 8259 §7: brackets in strings do not count.
import { problem } from '../../../problem/problem';
import type { Arrivals, Walk } from './arrivals';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BEGIN_ARRAY = 0x5b;
const END_ARRAY = 0x5d;
const BEGIN_OBJECT = 0x7b;
const END_OBJECT = 0x7d;

export function* jsonEnd(arrivals: Arrivals): Walk {
  if ((yield* arrivals.uint8()) !== BEGIN_ARRAY) throw problem('thrift.no-json-array', {}, { offset: 0 });
  for (let open = 1; open > 0; ) {
    const octet = yield* arrivals.uint8();
    if (octet === BEGIN_ARRAY || octet === BEGIN_OBJECT) open++;
    else if (octet === END_ARRAY || octet === END_OBJECT) open--;
    else if (octet === QUOTE) yield* string(arrivals);
  }
}

function* string(arrivals: Arrivals): Walk {
  for (;;) {
    const octet = yield* arrivals.uint8();
    if (octet === QUOTE) return;
    if (octet === BACKSLASH) yield* arrivals.skip(1);
  }
}
