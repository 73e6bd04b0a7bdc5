// A trace on its way between two threads: what a structured clone would strip of its class travels as plain data.
import { Dynamic, LocalDateTime } from '../idl/value';
import type { Trace } from '../trace/trace';
import { Annotations } from '../wire/bytes/annotations';
import { type PackedAnnotations, packAnnotations, unpackAnnotations } from './packed-annotations';

/** A trace that a structured clone can carry. Only {@link unpackTrace} can do anything with it. */
export interface PackedTrace {
  readonly service: Trace['service'];
  readonly rest: unknown;
}

/** The trace as plain data with octets of its own: a run's frames lie in common memory, which would be cloned as a whole. */
export function packTrace({ service, ...rest }: Trace): PackedTrace {
  return { service, rest: packed(rest) };
}

/** The trace again. Throws an UnknownKind as unpackAnnotations does. */
export function unpackTrace({ service, rest }: PackedTrace): Trace {
  return { service, ...(unpacked(rest) as Omit<Trace, 'service'>) };
}

/** Something in place of what has a class. No object of a trace has a member of this name; the values of structs are Maps. */
type Stand =
  | { readonly stands: 'annotations'; readonly for: PackedAnnotations }
  | { readonly stands: 'datetime'; readonly for: string }
  | { readonly stands: 'dynamic'; readonly for: Dynamic['type']; readonly value: unknown };

function packed(thing: unknown): unknown {
  if (typeof thing !== 'object' || thing === null) return thing;
  if (thing instanceof Uint8Array) return thing.slice();
  if (thing instanceof Annotations) return { stands: 'annotations', for: packAnnotations(thing) } satisfies Stand;
  if (thing instanceof LocalDateTime) return { stands: 'datetime', for: thing.iso } satisfies Stand;
  if (thing instanceof Dynamic)
    return { stands: 'dynamic', for: thing.type, value: packed(thing.value) } satisfies Stand;
  return withParts(thing, packed);
}

function unpacked(thing: unknown): unknown {
  if (typeof thing !== 'object' || thing === null || ArrayBuffer.isView(thing)) return thing;
  if (!('stands' in thing)) return withParts(thing, unpacked);
  const stand = thing as Stand;
  switch (stand.stands) {
    case 'annotations':
      return unpackAnnotations(stand.for);
    case 'datetime':
      return new LocalDateTime(stand.for);
    case 'dynamic':
      return new Dynamic(stand.for, unpacked(stand.value) as Dynamic['value']);
  }
}

/** The same array, map or object with each part replaced. */
function withParts(whole: object, replace: (part: unknown) => unknown): unknown {
  if (Array.isArray(whole)) return whole.map(replace);
  if (whole instanceof Map) return new Map([...whole].map(([key, value]) => [key, replace(value)]));
  return Object.fromEntries(Object.entries(whole).map(([name, value]) => [name, replace(value)]));
}
