// How the binary protocol numbers the types. doc/specs/thrift-binary-protocol.md of Apache Thrift, "Struct encoding".
import type { ThriftKind } from '../schema';

export const STOP_CODE = 0;
export const BOOL_CODE = 2;
export const I8_CODE = 3;
export const DOUBLE_CODE = 4;
export const I16_CODE = 6;
export const I32_CODE = 8;
export const I64_CODE = 10;
/** Text and other octets alike. */
export const BINARY_CODE = 11;
export const STRUCT_CODE = 12;
export const MAP_CODE = 13;
export const SET_CODE = 14;
export const LIST_CODE = 15;

const CODES: Readonly<Record<ThriftKind, number>> = {
  bool: BOOL_CODE,
  i8: I8_CODE,
  double: DOUBLE_CODE,
  i16: I16_CODE,
  i32: I32_CODE,
  i64: I64_CODE,
  string: BINARY_CODE,
  binary: BINARY_CODE,
  struct: STRUCT_CODE,
  map: MAP_CODE,
  set: SET_CODE,
  list: LIST_CODE,
};

export function typeCode(kind: ThriftKind): number {
  return CODES[kind];
}

/** The type that each code stands for: of texts and other octets, which have the same, text. */
export const TYPES: readonly (ThriftKind | undefined)[] = Array.from({ length: 16 }, (_, code) =>
  (Object.keys(CODES) as ThriftKind[]).find(kind => CODES[kind] === code),
);
