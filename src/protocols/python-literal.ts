// Values as a Python programmer writes them in a call.

import { enumMember } from '../idl/enums';
import { keyValue } from '../idl/map-keys';
import type { EnumType, StructType, Type } from '../idl/types';
import { Dynamic, LocalDateTime, type Value } from '../idl/value';
import { textLiteral } from './javascript-literal';
import { elementType, isIntegerOf, memberType } from './part-types';
import { pythonRepr } from './python-float';
import { pythonName } from './python-name';

/** Characters of an argument that are shown. */
const LIMIT = 60;

/** How programs hold what the interface declares: in `dicts` structs are dicts, enums and sets what they are made of; `objects` have classes. */
export type PythonValues = 'dicts' | 'objects';

/** `value` as Python source. A long one is cut so that the program still is one: `...` stands for further items. */
export function pythonLiteral(value: Value, type: Type, values: PythonValues = 'dicts'): string {
  return new Literals(values).literal(value, type, LIMIT);
}

class Literals {
  constructor(private readonly values: PythonValues) {}

  literal(value: Value, type: Type, room: number): string {
    if (value instanceof Dynamic) return this.literal(value.value, value.type, room);
    if (type.kind === 'optional') return this.literal(value, type.inner, room);
    if (this.values === 'objects' && type.kind === 'enum' && typeof value === 'number') return enumLiteral(type, value);
    if (value === null) return 'None';
    if (typeof value === 'boolean') return value ? 'True' : 'False';
    if (typeof value === 'number') return isIntegerOf(type, value) ? String(value) : pythonRepr(value);
    if (typeof value === 'bigint') return String(value);
    if (typeof value === 'string') return textLiteral(value, Math.max(room, 1));
    if (value instanceof LocalDateTime) return `datetime.fromisoformat("${value.iso}")`;
    if (value instanceof Uint8Array) return bytesLiteral(value.subarray(0, Math.max(room, 1)));
    if (value instanceof Map)
      return this.values === 'objects' && type.kind === 'struct'
        ? this.object(value, type, room)
        : this.dict(value, type, room);
    const elements = this.elements(value as readonly Value[], elementType(type), room);
    if (this.values === 'dicts' || type.kind !== 'set') return `[${elements}]`;
    return elements === '' ? 'set()' : `{${elements}}`;
  }

  /** As many elements as there is room for. */
  private elements(elements: readonly Value[], type: Type, room: number): string {
    return listed(elements, room, '...', (element, rest) => this.literal(element, type, rest));
  }

  private dict(members: ReadonlyMap<string, Value>, type: Type, room: number): string {
    const parts = listed([...members], room, '"…": ...', ([name, value], rest, index) => {
      return `${this.key(name, type)}: ${this.literal(value, memberType(type, name, index), rest)}`;
    });
    return `{${parts}}`;
  }

  /** Keys are texts, unless the values are typed. */
  private key(name: string, type: Type): string {
    const typed = this.values === 'objects' && type.kind === 'map' && type.key;
    if (!typed) return JSON.stringify(name);
    const key = keyValue(typed, name);
    return key === undefined ? JSON.stringify(name) : this.literal(key, typed, LIMIT);
  }

  private object(members: ReadonlyMap<string, Value>, type: StructType, room: number): string {
    const parts = listed([...members], room, '**...', ([name, value], rest, index) => {
      return `${pythonName(name)}=${this.literal(value, memberType(type, name, index), rest)}`;
    });
    return `${pythonName(type.name)}(${parts})`;
  }
}

/** A number that no member has stays one. */
function enumLiteral(type: EnumType, value: number): string {
  const member = enumMember(type, value);
  return member === undefined ? String(value) : `${pythonName(type.name)}.${pythonName(member)}`;
}

/** As many items as there is room for, then `more`. */
function listed<T>(
  items: readonly T[],
  room: number,
  more: string,
  write: (item: T, rest: number, index: number) => string,
): string {
  const parts: string[] = [];
  let length = 0;
  for (const item of items) {
    if (length > room) {
      parts.push(more);
      break;
    }
    const part = write(item, room - length, parts.length);
    parts.push(part);
    length += part.length + 2;
  }
  return parts.join(', ');
}

function bytesLiteral(octets: Uint8Array): string {
  const text = Array.from(octets, octet => {
    if (octet === 0x22 || octet === 0x5c) return `\\${String.fromCharCode(octet)}`;
    return octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : `\\x${octet.toString(16).padStart(2, '0')}`;
  });
  return `b"${text.join('')}"`;
}
