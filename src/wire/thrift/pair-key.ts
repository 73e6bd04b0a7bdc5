// What a pair of a map is called in value paths.
import type { ThriftValue } from './schema';

/** A number, a text or a truth value calls its pair; other keys have no name, and the pair is called by its position. */
export function pairKey(key: ThriftValue, index: number): string | number {
  if (typeof key === 'string') return key;
  return typeof key === 'object' ? index : String(key);
}
