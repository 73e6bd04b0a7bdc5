// Finds the end of a frame, which its length tells. doc/specs/thrift-rpc.md of Apache Thrift, "Framed vs. unframed transport".
import { problem } from '../../../problem/problem';
import { MAX_FRAME } from '../../../wire/thrift/framed/framed';
import type { Arrivals, Walk } from './arrivals';
import { notNegative } from './size';

export function* frameEnd(arrivals: Arrivals): Walk {
  const length = notNegative(yield* arrivals.int32(), 0);
  if (length > MAX_FRAME) throw problem('thrift.frame-too-long', { length, limit: MAX_FRAME }, { offset: 0 });
  yield* arrivals.skip(length);
}
