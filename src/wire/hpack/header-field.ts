// Header fields and how they are represented. RFC 7541 §1.3, §6.

/**
 * A field: name and value are runs of octets (§1.3), held as text in which each character is one octet. HTTP/2 wants names in lower
 * case (RFC 9113 §8.2.1); HPACK does not care.
 */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/**
 * What a literal does to the dynamic table: `incremental` adds the field to it (§6.2.1), `without` does not (§6.2.2), and `never` asks
 * every hop to keep it so, because the value is a secret (§6.2.3, §7.1.3).
 */
export type Indexing = 'incremental' | 'without' | 'never';

/** A field as it was read, with its representation: only a table's index, or a literal. */
export interface DecodedField extends HeaderField {
  readonly representation: 'indexed' | Indexing;
}

/** Octets that a field counts for in a table and in a list: 32 more than its text. §4.1. */
export function sizeOf(name: string, value: string): number {
  return name.length + value.length + 32;
}
