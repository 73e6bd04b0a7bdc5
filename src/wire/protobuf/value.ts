// The values of a message in memory.

/** A key of a map field: any integer type, bool or string. Protocol Buffers, Language Guide, "Maps". */
export type MapKey = number | bigint | boolean | string;

/**
 * A value of a field: the integers of 64 bits are bigints, all other numbers and enums numbers, `bytes` a Uint8Array, a repeated field an
 * array, a map field a Map. Null is the same as an absent field.
 */
export type ProtobufValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly ProtobufValue[]
  | ReadonlyMap<MapKey, ProtobufValue>;

/** A message: its present fields by name. Records of unknown fields stand under {@link UNKNOWN_FIELDS}. */
export type Message = ReadonlyMap<string, ProtobufValue>;

/** The name under which a message holds the records that its type does not know: an array of octets, tag and all. No field has an empty name. */
export const UNKNOWN_FIELDS = '';
