// Values of a call as short text for transcripts: JSON's form where there is one.
import { Dynamic, LocalDateTime, type Outcome, type Value } from '../idl/value';

/** Longer texts are cut, for a transcript has one line per event. */
const LONGEST = 60;

/** `value` on one line of at most 60 characters: `2`, `"你好"`, `[1, 2]`, `{sku: "A-1"}`, `<7 bytes>`. */
export function valueText(value: Value): string {
  return cut(whole(value));
}

/** How a call ended: `5`, or `ZeroDivisionError: division by zero`, or `fault 42: no such user`. */
export function outcomeText(outcome: Outcome): string {
  if (outcome.kind === 'returned') return valueText(outcome.value);
  const { exception, code, message } = outcome.error;
  const name = exception ?? (code === undefined ? 'fault' : `fault ${code}`);
  return cut(`${name}: ${JSON.stringify(message)}`);
}

/** `fun_add(2, 3)`. */
export function callText(method: string, args: readonly Value[]): string {
  return `${method}(${cut(args.map(whole).join(', '))})`;
}

function whole(value: Value): string {
  if (value instanceof Uint8Array) return `<${value.length} bytes>`;
  if (value instanceof LocalDateTime) return value.iso;
  if (value instanceof Dynamic) return whole(value.value);
  if (value instanceof Map) return `{${texts(value, ([name, member]) => `${name}: ${whole(member)}`)}}`;
  if (Array.isArray(value)) return `[${texts(value, whole)}]`;
  if (typeof value === 'string') return JSON.stringify(value.length > LONGEST ? value.slice(0, LONGEST) : value);
  return Object.is(value, -0) ? '-0' : String(value);
}

/** The first members of a collection, as many as can be shown. */
function texts<T>(members: Iterable<T>, text: (member: T) => string): string {
  const shown: string[] = [];
  let length = 0;
  for (const member of members) {
    if (length > LONGEST) break;
    shown.push(text(member));
    length += shown[shown.length - 1].length;
  }
  return shown.join(', ');
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
