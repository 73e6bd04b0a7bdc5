// Values of a run in the forms that the peers' languages take and give.
import { Dynamic, LocalDateTime, type Value } from '../../src/idl/value';

/** JSON with tags for what it has no words for, as xmlrpc_client.py reads and writes it. */
export function pythonJson(value: Value): unknown {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (value instanceof LocalDateTime) return { $datetime: value.iso.replaceAll('-', '') };
  if (value instanceof Dynamic)
    return value.type.kind === 'double' ? { $double: doubleText(value.value as number) } : pythonJson(value.value);
  if (value instanceof Map) return Object.fromEntries([...value].map(([name, member]) => [name, pythonJson(member)]));
  if (Array.isArray(value)) return value.map(pythonJson);
  if (typeof value === 'number' && !Number.isInteger(value)) return { $double: doubleText(value) };
  return value;
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

/** Python's repr() of a float, as far as the scenarios go. */
function doubleText(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  return Number.isInteger(value) && Math.abs(value) < 1e16 ? `${value}.0` : String(value);
}
