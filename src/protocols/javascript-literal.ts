// Values as a JavaScript programmer writes them. A long one is cut so that the program still is one.
import { base64FromBytes } from '../idl/base64';
import { Dynamic, LocalDateTime, type Value } from '../idl/value';
import { propertyName } from './javascript-names';

/** Characters of a value that are shown, about. */
const LIMIT = 60;

/** How programs hold dates and octets: in `json` as texts, for JSON has nothing else; in `objects` as a Date and a Buffer. */
export type ValueStyle = 'json' | 'objects';

/** `value` as JavaScript source. */
export function javascriptLiteral(value: Value, style: ValueStyle, room = LIMIT): string {
  if (value instanceof Dynamic) return javascriptLiteral(value.value, style, room);
  if (typeof value === 'string') return textLiteral(value, room);
  if (value instanceof LocalDateTime) return style === 'json' ? `"${value.iso}"` : `new Date("${value.iso}")`;
  if (value instanceof Uint8Array) {
    const text = textLiteral(base64FromBytes(value.subarray(0, room + 1)), room);
    return style === 'json' ? text : `Buffer.from(${text}, "base64")`;
  }
  if (value instanceof Map)
    return listed('{ ', ' }', value, room, ([name, member], rest) => {
      return `${propertyName(name)}: ${javascriptLiteral(member as Value, style, rest)}`;
    });
  if (Array.isArray(value))
    return listed('[', ']', value as readonly Value[], room, (item, rest) => javascriptLiteral(item, style, rest));
  return Object.is(value, -0) ? '-0' : String(value);
}

/** A text in quotes, cut inside them. JSON's strings are JavaScript's, and Python's as well. */
export function textLiteral(text: string, room: number): string {
  const characters = Array.from(text.slice(0, room * 2 + 2));
  return JSON.stringify(characters.length > room ? `${characters.slice(0, room).join('')}…` : text);
}

/** As many items as there is room for, then a comment. */
function listed<T>(
  open: string,
  close: string,
  items: Iterable<T>,
  room: number,
  write: (item: T, rest: number) => string,
): string {
  const parts: string[] = [];
  let rest = room;
  for (const item of items) {
    if (rest <= 0) {
      parts.push('/* … */');
      break;
    }
    const part = write(item, rest);
    parts.push(part);
    rest -= part.length + 2;
  }
  return parts.length === 0 ? (open + close).replace(/ +/, '') : open + parts.join(', ') + close;
}
