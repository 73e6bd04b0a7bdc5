// Calls and values in a few characters, as a programmer would write them: for titles, buttons and drawings.
import { Dynamic, LocalDateTime, type Value } from './value';

/** `fun_add(2, 3)`; each argument shortened to about `limit` characters. */
export function summarizeCall(method: string, args: readonly Value[], limit = 40): string {
  return `${method}(${args.map(value => summarizeValue(value, limit)).join(', ')})`;
}

/** A value as a programmer would write it, shortened to about `limit` characters. */
export function summarizeValue(value: Value, limit = 40): string {
  const whole = writeValue(value, limit);
  return whole.length > limit ? `${whole.slice(0, limit - 1)}…` : whole;
}

function writeValue(value: Value, limit: number): string {
  if (value instanceof Dynamic) return writeValue(value.value, limit);
  if (value instanceof LocalDateTime) return value.iso;
  if (value instanceof Uint8Array) return `bytes(${value.length})`;
  if (value instanceof Map)
    return writeEach([...value], '{', '}', limit, ([name, member]) => `${name}: ${writeValue(member, limit)}`);
  if (Array.isArray(value))
    return writeEach(value as readonly Value[], '[', ']', limit, item => writeValue(item, limit));
  if (typeof value === 'string') return JSON.stringify(value.length > limit ? value.slice(0, limit) : value);
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Stops as soon as the limit is passed: a list may have a hundred thousand items. */
function writeEach<T>(
  items: readonly T[],
  open: string,
  close: string,
  limit: number,
  write: (item: T) => string,
): string {
  let text = open;
  for (const [i, item] of items.entries()) {
    if (text.length > limit) return text;
    text += `${i > 0 ? ', ' : ''}${write(item)}`;
  }
  return text + close;
}
