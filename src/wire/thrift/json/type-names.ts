// How the JSON protocol names the types. TJSONProtocol of Apache Thrift's libraries.
import type { ThriftKind } from '../schema';

const NAMES: Readonly<Record<ThriftKind, string>> = {
  bool: 'tf',
  i8: 'i8',
  i16: 'i16',
  i32: 'i32',
  i64: 'i64',
  double: 'dbl',
  string: 'str',
  binary: 'str',
  struct: 'rec',
  map: 'map',
  list: 'lst',
  set: 'set',
};

/** `str` is text here, for want of better knowledge. */
const KINDS = new Map(
  Object.entries(NAMES)
    .reverse()
    .map(([kind, name]) => [name, kind as ThriftKind]),
);

export function typeName(kind: ThriftKind): string {
  return NAMES[kind];
}

/** The type of that name, or undefined. */
export function kindOfName(name: string): ThriftKind | undefined {
  return KINDS.get(name);
}
