// Values of a run in the forms that the peers' languages take and give.
import type { Type } from '../../src/idl/types';
import { Dynamic, LocalDateTime, type Value } from '../../src/idl/value';

/** A value of `type` for Python: JSON with the tags of tagged_json.py. */
export function pythonJson(type: Type, value: Value): unknown {
  if (value === null) return null;
  // What came is of another type than the interface says.
  if (value instanceof Dynamic) return pythonJson(value.type, value.value);
  switch (type.kind) {
    case 'optional':
      return pythonJson(type.inner, value);
    case 'list':
      return (value as readonly Value[]).map(element => pythonJson(type.element, element));
    case 'map':
      return pythonDictionary(value, () => type.value);
    case 'struct': {
      const types = new Map(type.members.map(member => [member.name, member.type]));
      return pythonDictionary(value, name => types.get(name)!);
    }
    case 'double':
      return { $double: pythonFloat(value as number) };
    case 'bytes':
      return { $bytes: Buffer.from(value as Uint8Array).toString('base64') };
    case 'datetime':
      return { $datetime: (value as LocalDateTime).iso.replaceAll('-', '') };
    default:
      return value;
  }
}

/** What a JavaScript library takes for `value`. */
export function javascriptValue(value: Value): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value);
  // Without a zone, Date takes it for local time, as the libraries write it.
  if (value instanceof LocalDateTime) return new Date(value.iso);
  if (value instanceof Dynamic) return javascriptValue(value.value);
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([name, member]) => [name, javascriptValue(member)]));
  if (Array.isArray(value)) return value.map(javascriptValue);
  return typeof value === 'bigint' ? Number(value) : value;
}

function pythonDictionary(value: Value, typeOf: (name: string) => Type): unknown {
  return {
    $map: [...(value as ReadonlyMap<string, Value>)].map(([name, member]) => [name, pythonJson(typeOf(name), member)]),
  };
}

/** Python's repr() of a float: the shortest digits that read back as the same, with an exponent from 16 digits on. */
function pythonFloat(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  const [digits, exponent] = (Math.abs(value) >= 1e16 ? value.toExponential() : String(value)).split('e');
  if (exponent === undefined) return /\./.test(digits) ? digits : `${digits}.0`;
  return `${digits}e${exponent.replace(/^([+-])(\d)$/, '$10$2')}`;
}
