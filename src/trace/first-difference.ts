// Where two runs part: the first event that is not the same in both. Until then everything has the same number in both.
import type { Trace, TraceEvent } from './trace';

/**
 * The seq of the first event in which the runs differ: in itself, or in the octets of its message or packet. Where one run is the beginning
 * of the other, it is the seq that would come next. Undefined when both are the same.
 */
export function firstDifference(a: Trace, b: Trace): number | undefined {
  const common = Math.min(a.events.length, b.events.length);
  for (let seq = 0; seq < common; seq++) if (!areSame(a, a.events[seq], b, b.events[seq])) return seq;
  return a.events.length === b.events.length ? undefined : common;
}

function areSame(a: Trace, event: TraceEvent, b: Trace, other: TraceEvent): boolean {
  return event.at === other.at && areEqual(event, other) && haveSameContent(a, event, b, other);
}

/** Whether the message or packet of an event has the same octets as that of an event of the same type in another run. */
export function haveSameContent(a: Trace, event: TraceEvent, b: Trace, other: TraceEvent): boolean {
  return haveSameOctets(contentOf(a, event), contentOf(b, other));
}

const NOTHING = new Uint8Array();

function contentOf({ packets, messages }: Trace, event: TraceEvent): Uint8Array {
  switch (event.type) {
    case 'sent':
    case 'dropped':
      return packets[event.packet].bytes;
    case 'arrived':
    case 'discarded':
      // What came in may be other than what was sent.
      return packets[event.packet].arrivedBytes ?? packets[event.packet].bytes;
    case 'encoded':
    case 'control':
    case 'decoded':
      return messages[event.message].pdu.bytes;
    default:
      return NOTHING;
  }
}

function haveSameOctets(a: Uint8Array, b: Uint8Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Plain data, deeply. Members that are undefined count as absent. */
export function areEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Uint8Array) return haveSameOctets(a, b as Uint8Array);
  if (a instanceof Map) return areEqual([...a], [...(b as typeof a)]);
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  for (const key in left) if (!areEqual(left[key], right[key])) return false;
  for (const key in right) if (!(key in left) && right[key] !== undefined) return false;
  return true;
}
