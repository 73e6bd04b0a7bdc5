// The values of a JSON text, as the reader gives them.

/**
 * A JSON value. A number is what `JSON.parse` makes of it, except that an integer beyond ±(2^53 - 1)
 * keeps its digits as a bigint, up to 20 of them.
 * An object is a Map in the order of the names; of equal names the last one wins and stands in the place of the first, as with `JSON.parse`.
 */
export type JsonValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly JsonValue[]
  | ReadonlyMap<string, JsonValue>;
