// Values of a run as JSON, in the forms that scenarios have for them (idl/json-value.ts). A run may hold values that do not have
// the type which the interface declares, for a peer can send anything: so the form follows the value, not the type.
import { base64FromBytes } from '../idl/base64';
import { dynamicToJson } from '../idl/dynamic-json';
import type { Json } from '../idl/json';
import { Dynamic, LocalDateTime, type Outcome, type Value } from '../idl/value';

/** The JSON that stands for `value`. */
export function valueJson(value: Value): Json {
  if (value instanceof Uint8Array) return base64FromBytes(value);
  if (value instanceof LocalDateTime) return value.iso;
  if (value instanceof Dynamic) return dynamicToJson(value);
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([name, member]) => [name, valueJson(member as Value)]));
  if (Array.isArray(value)) return value.map(valueJson);
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
    return Object.is(value, -0) ? '-0' : String(value);
  return value as null | boolean | number | string;
}

/** `{ "returned": 5 }`, or `{ "threw": { "exception": …, "code": …, "message": …, "data": …, "value": … } }`: the value of a declared exception. */
export function outcomeJson(outcome: Outcome): Json {
  if (outcome.kind === 'returned') return { returned: valueJson(outcome.value) };
  const { exception, code, message, data, declared } = outcome.error;
  return {
    threw: {
      ...(exception !== undefined && { exception }),
      ...(code !== undefined && { code }),
      message,
      ...(data !== undefined && { data: valueJson(data) }),
      ...(declared && { value: valueJson(declared.value) }),
    },
  };
}
