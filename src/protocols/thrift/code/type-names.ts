// How the libraries call Thrift's types in their methods and constants: `writeI32`, `TType.I32`.
import type { Type } from '../../../idl/types';

const NAMES: Readonly<Partial<Record<Type['kind'], readonly [method: string, constant: string]>>> = {
  boolean: ['Bool', 'BOOL'],
  byte: ['Byte', 'BYTE'],
  short: ['I16', 'I16'],
  int: ['I32', 'I32'],
  enum: ['I32', 'I32'],
  long: ['I64', 'I64'],
  double: ['Double', 'DOUBLE'],
  string: ['String', 'STRING'],
  bytes: ['Binary', 'STRING'],
  list: ['List', 'LIST'],
  set: ['Set', 'SET'],
  map: ['Map', 'MAP'],
  struct: ['Struct', 'STRUCT'],
};

/** Behind `read` and `write`. */
export function methodName({ kind }: Type): string {
  return NAMES[kind]?.[0] ?? kind;
}

export function constantName({ kind }: Type): string {
  return NAMES[kind]?.[1] ?? kind;
}
