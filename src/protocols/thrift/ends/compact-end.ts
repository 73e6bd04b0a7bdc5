// Finds the end of a message in the compact protocol. doc/specs/thrift-compact-protocol.md of Apache Thrift.
import { problem } from '../../../problem/problem';
import {
  BINARY_CODE,
  DOUBLE_CODE,
  FALSE_CODE,
  I8_CODE,
  I16_CODE,
  I32_CODE,
  I64_CODE,
  LIST_CODE,
  MAP_CODE,
  SET_CODE,
  STOP_CODE,
  STRUCT_CODE,
  TRUE_CODE,
} from '../../../wire/thrift/compact/type-codes';
import { COMPACT_PROTOCOL_ID } from '../../../wire/thrift/compact/write-message';
import { LONG_SIZE } from '../../../wire/thrift/compact/write-value';
import { checkDepth } from '../../../wire/thrift/limits';
import { unknownType } from '../../../wire/thrift/type-fault';
import { LONGEST_VARINT } from '../../../wire/varint/varint';
import type { Arrivals, Walk } from './arrivals';
import { notNegative } from './size';

export function* compactEnd(arrivals: Arrivals): Walk {
  const id = yield* arrivals.uint8();
  if (id !== COMPACT_PROTOCOL_ID) throw problem('thrift.bad-protocol-id', { id, offset: 0 }, { offset: 0 });
  yield* arrivals.skip(1);
  yield* varint(arrivals);
  yield* counted(arrivals);
  yield* struct(arrivals, 1);
}

function* struct(arrivals: Arrivals, depth: number): Walk {
  checkDepth(depth, arrivals.at);
  for (;;) {
    const header = yield* arrivals.uint8();
    if (header === STOP_CODE) return;
    if (header >> 4 === 0) yield* varint(arrivals);
    const code = header & 0x0f;
    // The header of a bool field is its value.
    if (code !== TRUE_CODE && code !== FALSE_CODE) yield* value(arrivals, code, depth);
  }
}

function* value(arrivals: Arrivals, code: number, depth: number): Walk {
  switch (code) {
    case TRUE_CODE:
    case FALSE_CODE:
    case I8_CODE:
      return yield* arrivals.skip(1);
    case I16_CODE:
    case I32_CODE:
    case I64_CODE:
      yield* varint(arrivals);
      return;
    case DOUBLE_CODE:
      return yield* arrivals.skip(8);
    case BINARY_CODE:
      return yield* counted(arrivals);
    case STRUCT_CODE:
      return yield* struct(arrivals, depth + 1);
    case LIST_CODE:
    case SET_CODE:
      return yield* elements(arrivals, depth + 1);
    case MAP_CODE:
      return yield* pairs(arrivals, depth + 1);
    default:
      throw unknownType(code, arrivals.at);
  }
}

function* counted(arrivals: Arrivals): Walk {
  yield* arrivals.skip(yield* size(arrivals));
}

function* elements(arrivals: Arrivals, depth: number): Walk {
  checkDepth(depth, arrivals.at);
  const sizeAndType = yield* arrivals.uint8();
  const short = sizeAndType >> 4;
  const count = short === LONG_SIZE ? yield* size(arrivals) : short;
  for (let i = 0; i < count; i++) yield* value(arrivals, sizeAndType & 0x0f, depth);
}

function* pairs(arrivals: Arrivals, depth: number): Walk {
  checkDepth(depth, arrivals.at);
  const count = yield* size(arrivals);
  if (count === 0) return;
  const types = yield* arrivals.uint8();
  for (let i = 0; i < count; i++) {
    yield* value(arrivals, types >> 4, depth);
    yield* value(arrivals, types & 0x0f, depth);
  }
}

function* size(arrivals: Arrivals): Walk<number> {
  return notNegative(yield* varint(arrivals), arrivals.at);
}

/** The lowest 32 bits of a varint. What is longer than any, the reader of the message objects to. */
function* varint(arrivals: Arrivals): Walk<number> {
  let value = 0;
  for (let count = 0; count < LONGEST_VARINT; count++) {
    const octet = yield* arrivals.uint8();
    if (count < 5) value |= (octet & 0x7f) << (7 * count);
    if (octet < 0x80) break;
  }
  return value;
}
