// Service interfaces and their types, in no protocol's syntax.

/** A type of the interface language. Integers are signed: `int` has 32 bits, `long` 64. Text is Unicode; map keys are strings. */
export type Type =
  | { readonly kind: ScalarKind }
  | { readonly kind: 'list'; readonly element: Type }
  | { readonly kind: 'map'; readonly value: Type }
  | StructType
  | { readonly kind: 'optional'; readonly inner: Type };

/** Named members in an order. */
export interface StructType {
  readonly kind: 'struct';
  readonly name: string;
  readonly members: readonly Member[];
}

/** `any` carries its own type along (see {@link Dynamic}); `void` is only a result. */
export type ScalarKind = 'boolean' | 'int' | 'long' | 'double' | 'string' | 'bytes' | 'datetime' | 'any' | 'void';

/** A named part of a struct, or a parameter of a method. */
export interface Member {
  readonly name: string;
  readonly type: Type;
}

/** A method that can be called. `oneway` methods send no reply (a JSON-RPC notification). */
export interface Method {
  readonly name: string;
  readonly params: readonly Member[];
  readonly result: Type;
  readonly oneway: boolean;
}

/** What client and server agree on before the first call. Struct types are already resolved inside the methods' types. */
export interface ServiceInterface {
  readonly methods: readonly Method[];
  readonly structs: readonly StructType[];
}

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
