// What a reader and a writer must know of a struct beforehand: which field has which id and type. doc/specs/idl.md of Apache Thrift.
// Names are never sent; an enum is sent as an i32, a union and an exception as a struct.

export type ThriftType =
  | { readonly kind: ThriftScalar }
  | { readonly kind: 'list' | 'set'; readonly element: ThriftType }
  | { readonly kind: 'map'; readonly key: ThriftType; readonly value: ThriftType }
  | ThriftStruct;

/** `string` and `binary` are one type on the wire: only the interface tells text from other octets. */
export type ThriftScalar = 'bool' | 'i8' | 'i16' | 'i32' | 'i64' | 'double' | 'string' | 'binary';

/** Name of a type in an interface, apart from what it is made of. */
export type ThriftKind = ThriftType['kind'];

export interface ThriftStruct {
  readonly kind: 'struct';
  readonly name: string;
  /** In the order in which they are written: generated code writes them by ascending id. */
  readonly fields: readonly ThriftField[];
}

export interface ThriftField {
  /** A signed 16-bit number, unique in its struct. */
  readonly id: number;
  readonly name: string;
  readonly type: ThriftType;
  readonly requiredness: 'required' | 'optional' | 'default';
  /** What the field is called in value paths; by default its name. An argument is called by its position. */
  readonly key?: string | number;
}

/**
 * A value as the readers give it and the writers take it: an i64 is a bigint, other numbers are numbers, `binary` is a Uint8Array, a list or
 * set an array, a struct a Map by field names. Null is a field that is not set; readers leave it out instead.
 * Numbers must be in the range of their type: writers send their lowest bits.
 */
export type ThriftValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly ThriftValue[]
  | ReadonlyMap<ThriftValue, ThriftValue>;

/** The fields of a struct by name. A field that nobody knows the name of has its id as its name: `'7'`. */
export type ThriftFields = ReadonlyMap<string, ThriftValue>;

/** What the field is called in value paths. */
export function keyOf(field: ThriftField): string | number {
  return field.key ?? field.name;
}

/** The place of field `id` in the struct's fields, or -1. Fields mostly come in order, so the place `guess` is looked at first. */
export function placeOfField({ fields }: ThriftStruct, id: number, guess: number): number {
  return fields[guess]?.id === id ? guess : fields.findIndex(field => field.id === id);
}
