// What a reader believes of the sizes that a message states. doc/specs/thrift-tconfiguration.md of Apache Thrift.
import { problem } from '../../problem/problem';
import type { ByteReader } from '../bytes/byte-reader';

/** Structs, lists, sets and maps within one another: the libraries' "recursion limit". */
const MAX_DEPTH = 64;

/**
 * Checks a size that was read at `offset`: there must be `octets` left for each of so many elements. No memory is taken for
 * elements before they are there. Throws `thrift.negative-size` and `thrift.size-beyond-end`.
 */
export function checkSize(reader: ByteReader, size: number, octets: number, offset: number): void {
  if (size < 0) throw problem('thrift.negative-size', { size, offset }, { offset });
  if (size * octets > reader.remaining)
    throw problem('thrift.size-beyond-end', { size, available: reader.remaining, offset }, { offset });
}

/** Throws `thrift.too-deep` when so many structs and containers are open at octet `offset`. */
export function checkDepth(depth: number, offset: number): void {
  if (depth > MAX_DEPTH) throw problem('thrift.too-deep', { limit: MAX_DEPTH, offset }, { offset });
}
