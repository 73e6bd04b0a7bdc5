// What travels with a call beside its arguments: names and values, as gRPC's metadata are.

/**
 * A name in lower case, and a value: a text, or, where the name ends in `-bin`, any octets, which stand here in base64. A name may occur
 * more than once.
 */
export interface MetadataEntry {
  readonly name: string;
  readonly value: string;
}

/** Whether the value of an entry called `name` is octets, not text. */
export function isBinary(name: string): boolean {
  return name.endsWith('-bin');
}
