// The first law of annotated bytes: every octet belongs to exactly one leaf field.
import type { Annotations } from './annotations';
import { leafFields } from './field-tree';

/** Where the leaf fields fail to tile `[0, length)`: a sentence for a test's failure, or undefined when all is well. */
export function tilingFault(annotations: Annotations, length: number): string | undefined {
  let at = 0;
  for (const leaf of leafFields(annotations)) {
    if (leaf.start !== at) return `octet ${at}: expected a field, the next is ${leaf.name} at ${leaf.start}`;
    if (leaf.end < leaf.start) return `${leaf.name} at ${leaf.start} ends at ${leaf.end}`;
    at = leaf.end;
  }
  return at === length ? undefined : `octets ${at} to ${length} belong to no field`;
}
