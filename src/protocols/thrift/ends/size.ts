// Sizes that no message can have.
import { problem } from '../../../problem/problem';

/** `size`, which was read up to octet `end`. Throws `thrift.negative-size`. */
export function notNegative(size: number, end: number): number {
  if (size < 0) throw problem('thrift.negative-size', { size, offset: end }, { offset: end });
  return size;
}
