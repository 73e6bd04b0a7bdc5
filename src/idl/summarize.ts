// Calls and values in a few characters, as a programmer would write them: for titles, buttons and drawings.
import { Dynamic, LocalDateTime, type Value } from './value';

/** `fun_add(2, 3)`; each argument shortened to about `limit` characters. */
export function summarizeCall(method: string, args: readonly Value[], limit = 40): string {
  return `${method}(${args.map(value => summarizeValue(value, limit)).join(', ')})`;
}

/** A value as a programmer would write it, shortened to about `limit` characters. */
export function summarizeValue(value: Value, limit = 40): string {
  return cutText(writeValue(value, limit), limit);
}

/** `text` in at most `limit` characters (code points), the last of which is an ellipsis when something is left out. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = beginning(text, limit + 1);
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}

/** The first `count` characters: a long text need not be taken apart. */
function beginning(text: string, count: number): string[] {
  return Array.from(text.slice(0, count * 2)).slice(0, count);
}

function writeValue(value: Value, limit: number): string {
  if (value instanceof Dynamic) return writeValue(value.value, limit);
  if (value instanceof LocalDateTime) return value.iso;
  if (value instanceof Uint8Array) return `bytes(${value.length})`;
  if (value instanceof Map)
    return writeEach([...value], '{', '}', limit, ([name, member]) => `${name}: ${writeValue(member, limit)}`);
  if (Array.isArray(value))
    return writeEach(value as readonly Value[], '[', ']', limit, item => writeValue(item, limit));
  if (typeof value === 'string') return JSON.stringify(value.length > limit ? beginning(value, limit).join('') : value);
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
