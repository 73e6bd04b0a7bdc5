// Values as a Python programmer writes them in a call.

import type { Type } from '../../../idl/types';
import { Dynamic, LocalDateTime, type Value } from '../../../idl/value';
import { textLiteral } from '../../javascript-literal';
import { elementType, isIntegerOf, memberType } from '../marshaller';
import { pythonRepr } from '../python-float';

/** Characters of an argument that are shown. */
const LIMIT = 60;

/** `value` as Python source. A long one is cut so that the program still is one: `...` stands for further items. */
export function pythonLiteral(value: Value, type: Type): string {
  return literal(value, type, LIMIT);
}

function literal(value: Value, type: Type, room: number): string {
  if (value instanceof Dynamic) return literal(value.value, value.type, room);
  if (type.kind === 'optional') return literal(value, type.inner, room);
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return isIntegerOf(type, value) ? String(value) : pythonRepr(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'string') return textLiteral(value, Math.max(room, 1));
  if (value instanceof LocalDateTime) return `datetime.fromisoformat("${value.iso}")`;
  if (value instanceof Uint8Array) return bytesLiteral(value.subarray(0, Math.max(room, 1)));
  if (value instanceof Map) return dictLiteral(value, type, room);
  return listLiteral(value as readonly Value[], elementType(type), room);
}

function bytesLiteral(octets: Uint8Array): string {
  const text = Array.from(octets, octet => {
    if (octet === 0x22 || octet === 0x5c) return `\\${String.fromCharCode(octet)}`;
    return octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : `\\x${octet.toString(16).padStart(2, '0')}`;
  });
  return `b"${text.join('')}"`;
}

/** As many elements as there is room for. */
function listLiteral(elements: readonly Value[], type: Type, room: number): string {
  const parts: string[] = [];
  let length = 0;
  for (const element of elements) {
    if (length > room) {
      parts.push('...');
      break;
    }
    const part = literal(element, type, room - length);
    parts.push(part);
    length += part.length + 2;
  }
  return `[${parts.join(', ')}]`;
}

function dictLiteral(members: ReadonlyMap<string, Value>, type: Type, room: number): string {
  const parts: string[] = [];
  let length = 0;
  for (const [name, value] of members) {
    if (length > room) {
      parts.push('"…": ...');
      break;
    }
    const part = `${JSON.stringify(name)}: ${literal(value, memberType(type, name, parts.length), room - length)}`;
    parts.push(part);
    length += part.length + 2;
  }
  return `{${parts.join(', ')}}`;
}
