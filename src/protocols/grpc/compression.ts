// Messages that are compressed one by one. gRPC over HTTP2, "Compression"; RFC 1952.
import { problem } from '../../problem/problem';
import { ByteReader } from '../../wire/bytes/byte-reader';
import { ByteWriter } from '../../wire/bytes/byte-writer';
import { gzip } from '../../wire/gzip/gzip';
import { PREFIX } from './kinds';

/** Whether a library compresses a message in any case, or only where that saves octets. */
export type Compressing = 'always' | 'when smaller';

/** `octets` in gzip as zlib writes it by default; undefined when they stay as they are. */
export function compressed(octets: Uint8Array, how: Compressing): ByteWriter | undefined {
  const writer = new ByteWriter();
  gzip.get().writeGzip(writer, octets, { modifiedAt: 0, level: 6, os: 3 });
  return how === 'always' || writer.length < octets.length ? writer : undefined;
}

/** Whether the flag in front of a message says that it is compressed. */
export function isCompressed(message: Uint8Array): boolean {
  return message[0] !== 0;
}

/** The message behind its prefix, inflated where that is needed. `encoding`: what grpc-encoding says. Throws `grpc.unknown-encoding` and `gzip.*`. */
export function plainMessage(message: Uint8Array, encoding: string): Uint8Array {
  if (!isCompressed(message)) return message.subarray(PREFIX);
  if (encoding !== 'gzip') throw problem('grpc.unknown-encoding', { encoding });
  return gzip.get().readGzip(new ByteReader(message, false, PREFIX));
}
