// Calls and values in a few characters, as a programmer would write them: for titles, buttons and drawings.
import { enumMember } from './enums';
import { ANY, type ServiceInterface, type Type } from './types';
import { Dynamic, LocalDateTime, type Value } from './value';

/** A call of a method of the interface. */
export interface SummarizedCall {
  readonly method: string;
  readonly args: readonly Value[];
}

/** `fun_add(2, 3)`; each argument shortened to about `limit` characters. */
export function summarizeCall(call: SummarizedCall, service: ServiceInterface, limit = 40): string {
  return `${call.method}(${summarizeArguments(call, service, limit)})`;
}

/** `2, 3`; each argument shortened to about `limit` characters. */
export function summarizeArguments(
  { method, args }: SummarizedCall,
  { methods }: ServiceInterface,
  limit = 40,
): string {
  const params = methods.find(({ name }) => name === method)?.params ?? [];
  return args.map((value, i) => summarizeValue(value, limit, params[i]?.type)).join(', ');
}

/** A value as a programmer would write it, shortened to about `limit` characters. Where it is of an enum, only its type tells the name. */
export function summarizeValue(value: Value, limit = 40, type: Type = ANY): string {
  return cutText(writeValue(value, limit, type), limit);
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

function writeValue(value: Value, limit: number, type: Type): string {
  if (value instanceof Dynamic) return writeValue(value.value, limit, value.type);
  if (type.kind === 'optional') return writeValue(value, limit, type.inner);
  if (value instanceof LocalDateTime) return value.iso;
  if (value instanceof Uint8Array) return `bytes(${value.length})`;
  if (value instanceof Map)
    return writeEach(
      [...value],
      '{',
      '}',
      limit,
      ([name, member]) => `${name}: ${writeValue(member, limit, partType(type, name))}`,
    );
  if (Array.isArray(value))
    return writeEach(value as readonly Value[], '[', ']', limit, item => writeValue(item, limit, partType(type)));
  if (typeof value === 'string') return JSON.stringify(value.length > limit ? beginning(value, limit).join('') : value);
  const name = type.kind === 'enum' ? enumMember(type, value as number) : undefined;
  return name ?? (Object.is(value, -0) ? '-0' : String(value));
}

/** The type of an element, of a map's values or of the member `name`. */
function partType(type: Type, name?: string): Type {
  switch (type.kind) {
    case 'list':
    case 'set':
      return type.element;
    case 'map':
      return type.value;
    case 'struct':
      return type.members.find(member => member.name === name)?.type ?? ANY;
    default:
      return ANY;
  }
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
