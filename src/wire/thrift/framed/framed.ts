// Framed transport: the number of a message's octets stands in front of it. doc/specs/thrift-rpc.md of Apache Thrift, "Framed vs. unframed
// transport". Without it, a reader finds the end of a message only by reading all of it.
import { problem } from '../../../problem/problem';
import type { ByteReader } from '../../bytes/byte-reader';
import type { ByteWriter } from '../../bytes/byte-writer';
import { defineFieldKind } from '../../bytes/field-kind';
import { checkSize } from '../limits';

const SPEC = 'Thrift RPC, Framed vs. unframed transport';
const FRAME = defineFieldKind({ format: 'thrift-framed', name: 'frame', role: 'group', spec: SPEC, reads: 'hex' });
const LENGTH = defineFieldKind({ format: 'thrift-framed', name: 'length', role: 'length', spec: SPEC, reads: 'int' });

/** Octets of the length. */
export const FRAME_HEADER = 4;
/** The longest frame that the libraries accept, in octets without its length. */
export const MAX_FRAME = 16_384_000;

/** Writes a frame that holds what `write` writes. */
export function writeFrame(writer: ByteWriter, write: () => void): void {
  writer.begin(FRAME);
  const at = writer.length;
  writer.begin(LENGTH);
  writer.uint32(0);
  writer.end();
  write();
  writer.patchUint32(at, writer.length - at - FRAME_HEADER);
  writer.end();
}

/** Reads a whole frame, of which `read` must read all. Throws `thrift.frame-too-long`, `thrift.frame-not-used-up` and what `read` throws. */
export function readFrame<T>(reader: ByteReader, read: () => T): T {
  reader.begin(FRAME);
  const offset = reader.at;
  reader.begin(LENGTH);
  const length = reader.uint32() | 0;
  reader.end();
  if (length > MAX_FRAME) throw problem('thrift.frame-too-long', { length, limit: MAX_FRAME }, { offset });
  checkSize(reader, length, 1, offset);
  const content = reader.limited(length, () => {
    const result = read();
    if (reader.remaining > 0)
      throw problem('thrift.frame-not-used-up', { octets: reader.remaining }, { offset: reader.at });
    return result;
  });
  reader.end();
  return content;
}
