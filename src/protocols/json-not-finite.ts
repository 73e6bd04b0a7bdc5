// Finds the number of a value that JSON cannot write. RFC 8259 §6: infinities and NaN have no numeral.
import { Dynamic, type Value } from '../idl/value';
import type { ValuePath } from '../wire/bytes/field-tree';

/** The first number within `value` that is not finite, and the way to it, which begins with `path`. */
export function findNotFinite(value: Value, path: ValuePath): { value: number; path: ValuePath } | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : { value, path };
  if (value instanceof Dynamic) return findNotFinite(value.value, path);
  for (const [key, part] of partsOf(value)) {
    const found = findNotFinite(part, [...path, key]);
    if (found) return found;
  }
  return undefined;
}

function partsOf(value: Value): Iterable<readonly [string | number, Value]> {
  if (value instanceof Map) return value;
  return Array.isArray(value) ? value.entries() : [];
}
