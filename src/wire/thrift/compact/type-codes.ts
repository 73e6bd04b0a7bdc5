// How the compact protocol numbers the types, in four bits. doc/specs/thrift-compact-protocol.md of Apache Thrift, "Struct encoding".
import type { ThriftKind } from '../schema';

export const STOP_CODE = 0;
/** A bool field that is true; also the type of bool elements. The specification gives 2 for these; every library writes 1. */
export const TRUE_CODE = 1;
export const FALSE_CODE = 2;
export const I8_CODE = 3;
export const I16_CODE = 4;
export const I32_CODE = 5;
export const I64_CODE = 6;
export const DOUBLE_CODE = 7;
/** Text and other octets alike. */
export const BINARY_CODE = 8;
export const LIST_CODE = 9;
export const SET_CODE = 10;
export const MAP_CODE = 11;
export const STRUCT_CODE = 12;

const CODES: Readonly<Record<ThriftKind, number>> = {
  bool: TRUE_CODE,
  i8: I8_CODE,
  i16: I16_CODE,
  i32: I32_CODE,
  i64: I64_CODE,
  double: DOUBLE_CODE,
  string: BINARY_CODE,
  binary: BINARY_CODE,
  list: LIST_CODE,
  set: SET_CODE,
  map: MAP_CODE,
  struct: STRUCT_CODE,
};

/** The number of a type of a field or an element. */
export function typeCode(kind: ThriftKind): number {
  return CODES[kind];
}

/** The type that each code stands for: of texts and other octets, which have the same, text. */
export const TYPES: readonly (ThriftKind | undefined)[] = Array.from({ length: 16 }, (_, code) =>
  code === FALSE_CODE ? 'bool' : (Object.keys(CODES) as ThriftKind[]).find(kind => CODES[kind] === code),
);
