// The key that a new entry of a map begins with.
import { keyValue } from '../../idl/map-keys';
import type { KeyType } from '../../idl/types';

/** More entries than this nobody adds one by one. */
const MOST = 1000;

/** A key of `type` that is not taken; undefined when none is found. */
export function freeKey(type: KeyType, taken: (key: string) => boolean): string | undefined {
  return candidates(type).find(key => keyValue(type, key) !== undefined && !taken(key));
}

function candidates(type: KeyType): string[] {
  const numbers = Array.from({ length: MOST }, (_, index) => String(index + 1));
  switch (type.kind) {
    case 'string':
      return numbers.map(number => `key${number}`);
    case 'boolean':
      return ['false', 'true'];
    case 'enum':
      return [...type.members.map(({ name }) => name), ...numbers];
    default:
      return numbers;
  }
}
