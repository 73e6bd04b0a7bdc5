// The element names of an XML language, found by their octets without making strings.
import type { FieldKindId } from '../bytes/field-kind';

/** Elements by index: their names and the kinds of field that they are. */
export class Vocabulary {
  private readonly octets: Uint8Array[];
  private readonly byLength: number[][] = [];

  constructor(
    readonly names: readonly string[],
    readonly kinds: readonly FieldKindId[],
  ) {
    const encoder = new TextEncoder();
    this.octets = names.map(name => encoder.encode(name));
    for (const [index, { length }] of this.octets.entries()) {
      this.byLength[length] ??= [];
      this.byLength[length].push(index);
    }
  }

  /** The index of the name `bytes[start, end)`, or -1. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    const candidates = this.byLength[length];
    if (!candidates) return -1;
    for (let i = 0; i < candidates.length; i++) {
      const name = this.octets[candidates[i]];
      let same = 0;
      while (same < length && name[same] === bytes[start + same]) same++;
      if (same === length) return candidates[i];
    }
    return -1;
  }
}
