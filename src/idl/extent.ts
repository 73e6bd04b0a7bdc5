// How large the values of a type are at least, so that no interface exhausts the memory or the stack.
import type { Member, Type } from './types';

/** A struct, or a method's parameters, may hold this many values, counted through the structs inside; more would only serve to exhaust the memory. */
export const MAX_SIZE = 2000;
/** Types may be nested this deep, counted through the structs inside; more would only serve to exhaust the stack. */
export const MAX_DEPTH = 32;

/** Characters of an interface's text: a link must hold it. */
export const MAX_TEXT = 20_000;

/** How many values a type holds, a list or a map counted as one of its elements, and how deep they are nested. */
export interface Extent {
  readonly size: number;
  readonly depth: number;
}

const SCALAR: Extent = { size: 1, depth: 1 };

/** The extent of a type, given those of the structs. */
function extentOf(type: Type, structs: ReadonlyMap<Type, Extent>): Extent {
  switch (type.kind) {
    case 'struct':
      return structs.get(type) ?? SCALAR;
    case 'list':
    case 'set':
      return deeper(extentOf(type.element, structs));
    case 'map':
      return deeper(extentOf(type.value, structs));
    case 'optional':
      return extentOf(type.inner, structs);
    default:
      return SCALAR;
  }
}

/** The extent of `members` together. */
export function extentOfAll(members: readonly Member[], structs: ReadonlyMap<Type, Extent>): Extent {
  const extents = members.map(({ type }) => extentOf(type, structs));
  return deeper({
    size: extents.reduce((sum, { size }) => sum + size, 0),
    depth: extents.reduce((most, { depth }) => Math.max(most, depth), 0),
  });
}

function deeper({ size, depth }: Extent): Extent {
  return { size: size + 1, depth: depth + 1 };
}
