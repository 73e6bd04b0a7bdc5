// Service interfaces and their types, in no protocol's syntax.

/** A type of the interface language. Text is Unicode; a set is held as a list is. */
export type Type =
  | { readonly kind: ScalarKind }
  | ListType
  | { readonly kind: 'set'; readonly element: Type }
  | MapType
  | EnumType
  | StructType
  | { readonly kind: 'optional'; readonly inner: Type };

/** Values in an order. */
interface ListType {
  readonly kind: 'list';
  readonly element: Type;
  /** The elements go out one by one where the protocol can do that: gRPC's streaming. Only a whole parameter or result is streamed. */
  readonly streamed?: true;
}

/** Values under keys; the keys are strings unless `key` says otherwise. */
export interface MapType {
  readonly kind: 'map';
  readonly key?: KeyType;
  readonly value: Type;
}

/** What the keys of a map can be, besides strings. */
export type KeyType = { readonly kind: KeyKind } | EnumType;

/** The scalar types of keys. */
export type KeyKind = 'boolean' | IntegerKind | 'string';

/** Named numbers. Enums are open: a value may also be a number that no member has. */
export interface EnumType {
  readonly kind: 'enum';
  readonly name: string;
  /** At least one. Numbers are signed and have 32 bits; no two members have the same. */
  readonly members: readonly { readonly name: string; readonly number: number }[];
}

/** Named members in an order. An exception is a struct that can be thrown. */
export interface StructType {
  readonly kind: 'struct';
  readonly name: string;
  readonly members: readonly Member[];
}

/** The integers. `byte` has 8 bits, `short` 16, `int` 32 and `long` 64; `uint` and `ulong` have no sign, all others have one. */
export type IntegerKind = 'byte' | 'short' | 'int' | 'uint' | 'long' | 'ulong';

/** `float` has 32 bits, `double` 64. `any` carries its own type along (see {@link Dynamic}); `void` is only a result. */
export type ScalarKind =
  | 'boolean'
  | IntegerKind
  | 'float'
  | 'double'
  | 'string'
  | 'bytes'
  | 'datetime'
  | 'any'
  | 'void';

/** A named part of a struct, or a parameter of a method. */
export interface Member {
  readonly name: string;
  readonly type: Type;
  /** What stands for the member in protocols that number their fields, if the interface says so; see fieldNumbers(). */
  readonly number?: number;
  /** How protobuf is to encode it, where it has a choice. */
  readonly attributes?: readonly Attribute[];
  /** The group of which one member at most is present. Only in structs; its members are optional, and stand together. */
  readonly oneof?: string;
}

/** `zigzag` and `fixed` choose the encoding of an integer, `unpacked` that of a list. protobuf.dev, Encoding. */
export type Attribute = 'zigzag' | 'fixed' | 'unpacked';

/** An exception that a method declares. */
export interface Thrown {
  readonly type: StructType;
  /** As a {@link Member}'s. */
  readonly number?: number;
}

/** A method that can be called. `oneway` methods send no reply (a JSON-RPC notification). */
export interface Method {
  readonly name: string;
  readonly params: readonly Member[];
  readonly result: Type;
  readonly throws: readonly Thrown[];
  readonly oneway: boolean;
}

/** What client and server agree on before the first call. Named types are already resolved inside the methods' types. */
export interface ServiceInterface {
  /** Possibly dotted: `demo.Calculator`. */
  readonly name?: string;
  readonly enums: readonly EnumType[];
  readonly structs: readonly StructType[];
  readonly exceptions: readonly StructType[];
  readonly methods: readonly Method[];
}

/** An interface without anything in it. */
export const EMPTY_INTERFACE: ServiceInterface = { enums: [], structs: [], exceptions: [], methods: [] };

/** The scalar types as values, to save writing the object out. */
export const BOOLEAN: Type = { kind: 'boolean' };
export const INT: Type = { kind: 'int' };
export const LONG: Type = { kind: 'long' };
export const DOUBLE: Type = { kind: 'double' };
export const STRING: Type = { kind: 'string' };
export const BYTES: Type = { kind: 'bytes' };
export const DATETIME: Type = { kind: 'datetime' };
export const ANY: Type = { kind: 'any' };
export const VOID: Type = { kind: 'void' };
