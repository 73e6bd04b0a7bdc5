// The values of a call, as client and server hold them in memory.
import type { MetadataEntry } from './metadata';
import type { StructType, Type } from './types';

/**
 * A value of some {@link Type}: `long` and `ulong` are bigints, other numbers are numbers (a `float` one that 32 bits hold), an enum its
 * number, `bytes` a Uint8Array, a list and a set an array, a struct and a map a Map (which keeps the order of its members and is safe for
 * every name), an absent optional null. A struct may lack an optional member altogether; that differs from holding null. Of a oneof it
 * has one member at most. The keys of a map are texts: see map-keys.ts.
 */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | LocalDateTime
  | Dynamic
  | readonly Value[]
  | ReadonlyMap<string, Value>;

/** A calendar date and time without a zone, as XML-RPC's dateTime.iso8601 has it: `2024-02-29T12:34:56`. */
export class LocalDateTime {
  constructor(readonly iso: string) {}
}

/**
 * A value of the type `any`: it knows its own type, as values of self-describing formats do. Where nothing else tells the types of its
 * parts, a list is a `list<any>` and an object or struct a `map<any>`, whose elements are {@link Dynamic} too. Null has the type `void`;
 * under an optional `any` it is plain null.
 */
export class Dynamic {
  constructor(
    readonly type: Type,
    readonly value: Value,
  ) {}
}

/** How a call of the local service ended. */
export type Outcome =
  | { readonly kind: 'returned'; readonly value: Value }
  | { readonly kind: 'threw'; readonly error: ServiceError };

/** What a service throws. Protocols map it to their own fault or error object. */
export interface ServiceError {
  /** Class of the exception as the server's language names it ('ZeroDivisionError'); undefined for a deliberate fault with a code. */
  readonly exception?: string;
  readonly code?: number;
  readonly message: string;
  readonly data?: Value;
  /** What the server says beside it, where the protocol carries such. */
  readonly metadata?: readonly MetadataEntry[];
  /** The exception itself, where the method declares it and the protocol carries such exceptions. */
  readonly declared?: { readonly type: StructType; readonly value: Value };
}
