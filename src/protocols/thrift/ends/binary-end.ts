// Finds the end of a message in the binary protocol. doc/specs/thrift-binary-protocol.md of Apache Thrift.
import { problem } from '../../../problem/problem';
import {
  BINARY_CODE,
  BOOL_CODE,
  DOUBLE_CODE,
  I8_CODE,
  I16_CODE,
  I32_CODE,
  I64_CODE,
  LIST_CODE,
  MAP_CODE,
  SET_CODE,
  STOP_CODE,
  STRUCT_CODE,
} from '../../../wire/thrift/binary/type-codes';
import { VERSION_1 } from '../../../wire/thrift/binary/write-message';
import { checkDepth } from '../../../wire/thrift/limits';
import { unknownType } from '../../../wire/thrift/type-fault';
import type { Arrivals, Walk } from './arrivals';
import { notNegative } from './size';

const FIELD_ID_OCTETS = 2;
const MESSAGE_TYPE_OCTETS = 1;
const SEQ_ID_OCTETS = 4;

/** Octets of the types whose values are all of one size. */
const WIDTHS: Readonly<Record<number, number>> = {
  [BOOL_CODE]: 1,
  [I8_CODE]: 1,
  [I16_CODE]: 2,
  [I32_CODE]: 4,
  [I64_CODE]: 8,
  [DOUBLE_CODE]: 8,
};

export function* binaryEnd(arrivals: Arrivals): Walk {
  const first = yield* arrivals.int32();
  // A name's length is never negative, so the leading bit tells the encodings apart.
  if (first >= 0) {
    yield* arrivals.skip(first + MESSAGE_TYPE_OCTETS);
  } else {
    const version = first >>> 16;
    if (version !== VERSION_1)
      throw problem('thrift.bad-version', { version: version & 0x7fff, offset: 0 }, { offset: 0 });
    yield* counted(arrivals);
  }
  yield* arrivals.skip(SEQ_ID_OCTETS);
  yield* struct(arrivals, 1);
}

function* struct(arrivals: Arrivals, depth: number): Walk {
  checkDepth(depth, arrivals.at);
  for (;;) {
    const code = yield* arrivals.uint8();
    if (code === STOP_CODE) return;
    yield* arrivals.skip(FIELD_ID_OCTETS);
    yield* values(arrivals, code, 1, depth);
  }
}

/** `count` values of one type. */
function* values(arrivals: Arrivals, code: number, count: number, depth: number): Walk {
  const width = WIDTHS[code];
  if (width !== undefined) yield* arrivals.skip(width * count);
  else for (let i = 0; i < count; i++) yield* value(arrivals, code, depth);
}

function* value(arrivals: Arrivals, code: number, depth: number): Walk {
  switch (code) {
    case BINARY_CODE:
      return yield* counted(arrivals);
    case STRUCT_CODE:
      return yield* struct(arrivals, depth + 1);
    case LIST_CODE:
    case SET_CODE:
      return yield* elements(arrivals, depth + 1);
    case MAP_CODE:
      return yield* pairs(arrivals, depth + 1);
    default: {
      const width = WIDTHS[code];
      if (width === undefined) throw unknownType(code, arrivals.at);
      return yield* arrivals.skip(width);
    }
  }
}

function* counted(arrivals: Arrivals): Walk {
  yield* arrivals.skip(yield* size(arrivals));
}

function* elements(arrivals: Arrivals, depth: number): Walk {
  checkDepth(depth, arrivals.at);
  const code = yield* arrivals.uint8();
  yield* values(arrivals, code, yield* size(arrivals), depth);
}

function* pairs(arrivals: Arrivals, depth: number): Walk {
  checkDepth(depth, arrivals.at);
  const keyCode = yield* arrivals.uint8();
  const valueCode = yield* arrivals.uint8();
  const count = yield* size(arrivals);
  for (let i = 0; i < count; i++) {
    yield* value(arrivals, keyCode, depth);
    yield* value(arrivals, valueCode, depth);
  }
}

function* size(arrivals: Arrivals): Walk<number> {
  return notNegative(yield* arrivals.int32(), arrivals.at);
}
