// Values as a Java programmer writes them, with the classes that Thrift's compiler generates.
import { enumMember } from '../../../idl/enums';
import { keyValue } from '../../../idl/map-keys';
import type { StructType, Type } from '../../../idl/types';
import type { Value } from '../../../idl/value';
import { textLiteral } from '../../javascript-literal';
import { identifier } from '../../javascript-names';

/** Characters of a value that are shown. */
const LIMIT = 60;
/** Elements of a list, or octets, that are shown. */
const MAX_PARTS = 8;

/** `value` as Java source; a long one is cut, with a comment for the rest. */
export function javaLiteral(value: Value, type: Type): string {
  if (value === null) return 'null';
  switch (type.kind) {
    case 'optional':
      return javaLiteral(value, type.inner);
    case 'byte':
    case 'short':
      return `(${type.kind}) ${value}`;
    case 'long':
      return `${value}L`;
    case 'double':
      return doubleLiteral(value as number);
    case 'string':
      return textLiteral(value as string, LIMIT);
    case 'bytes':
      return `ByteBuffer.wrap(new byte[] {${parts([...(value as Uint8Array)], octet => String((octet << 24) >> 24))}})`;
    case 'enum': {
      const member = enumMember(type, value as number);
      return `${identifier(type.name)}.${member === undefined ? `findByValue(${value})` : identifier(member)}`;
    }
    case 'list':
    case 'set':
      return `${type.kind === 'list' ? 'List' : 'Set'}.of(${parts(value as readonly Value[], each => javaLiteral(each, type.element))})`;
    case 'map': {
      const key = type.key ?? { kind: 'string' };
      const pairs = parts([...(value as ReadonlyMap<string, Value>)], ([text, each]) => {
        return `${javaLiteral(keyValue(key, text) ?? text, key)}, ${javaLiteral(each, type.value)}`;
      });
      return `Map.of(${pairs})`;
    }
    case 'struct':
      return structLiteral(value as ReadonlyMap<string, Value>, type);
    default:
      return String(value);
  }
}

/** The constructor without arguments, and a setter for each member that is there: setters return the object. */
function structLiteral(value: ReadonlyMap<string, Value>, { name, members }: StructType): string {
  const present = members.filter(member => (value.get(member.name) ?? null) !== null);
  const setters = present.map(
    member => `.set${capitalized(member.name)}(${javaLiteral(value.get(member.name)!, member.type)})`,
  );
  return `new ${identifier(name)}()${setters.join('')}`;
}

function capitalized(name: string): string {
  const written = identifier(name);
  return written.charAt(0).toUpperCase() + written.slice(1);
}

function doubleLiteral(value: number): string {
  if (Number.isNaN(value)) return 'Double.NaN';
  if (!Number.isFinite(value)) return `Double.${value > 0 ? 'POSITIVE' : 'NEGATIVE'}_INFINITY`;
  const text = Object.is(value, -0) ? '-0' : String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function parts<T>(items: readonly T[], write: (item: T) => string): string {
  const shown = items.slice(0, MAX_PARTS).map(write).join(', ');
  return items.length > MAX_PARTS ? `${shown} /* … */` : shown;
}
