// The header of BSD's loopback interface: only the address family. LINKTYPE_NULL and LINKTYPE_LOOP, https://www.tcpdump.org/linktypes.html.
import type { ByteReader } from '../bytes/byte-reader';
import { defineFieldKind } from '../bytes/field-kind';

const SPEC = 'LINKTYPE_NULL, LINKTYPE_LOOP';

/** The whole frame: the family, then what it carries. */
export const LOOPBACK = defineFieldKind({
  format: 'loopback',
  name: 'loopback',
  role: 'group',
  spec: SPEC,
  gap: 'data',
  reads: 'hex',
});
const FAMILY = defineFieldKind({ format: 'loopback', name: 'address family', role: 'tag', spec: SPEC, reads: 'hex' });

/** Reads the header. Its number differs in each system, and so may its byte order: the IP version says the same. */
export function readLoopback(reader: ByteReader): void {
  reader.begin(FAMILY);
  reader.take(4);
  reader.end();
}
