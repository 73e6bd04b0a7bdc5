// Values as plain JavaScript, written by what they are: hessian.js 2.11.0, Encoder.write.
import { Dynamic, LocalDateTime, type Value } from '../../idl/value';
import type { HessianWriter } from '../../wire/hessian2/hessian-writer';

/**
 * Writes `value`. A whole number is an int if 32 bits hold it and else a long, whatever the interface says; a struct is an object without
 * a class. A long that a number does not hold exactly is a text, as hessian.js has decoded it.
 */
export function writePlain(hessian: HessianWriter, value: Value, key?: string | number): void {
  if (value === null) hessian.null(key);
  else if (typeof value === 'number') writeNumber(hessian, value, key);
  else if (typeof value === 'bigint') writeLong(hessian, value, key);
  else if (typeof value === 'string') hessian.string(value, key);
  else if (typeof value === 'boolean') hessian.boolean(value, key);
  else if (value instanceof Dynamic) writePlain(hessian, value.value, key);
  else if (value instanceof Uint8Array) hessian.binary(value, key);
  else if (value instanceof LocalDateTime) hessian.date(milliseconds(value), key);
  else if (value instanceof Map) writeObject(hessian, value, key);
  else writeArray(hessian, value as readonly Value[], key);
}

/** NaN is nothing to hessian.js. */
function writeNumber(hessian: HessianWriter, value: number, key?: string | number): void {
  if (Number.isNaN(value)) hessian.null(key);
  else if ((value | 0) === value) hessian.int(value, key);
  else if (Number.isSafeInteger(value)) hessian.long(BigInt(value), key);
  else hessian.double(value, key);
}

function writeLong(hessian: HessianWriter, value: bigint, key?: string | number): void {
  if (Number.isSafeInteger(Number(value))) writeNumber(hessian, Number(value), key);
  else hessian.string(String(value), key);
}

function writeArray(hessian: HessianWriter, elements: readonly Value[], key?: string | number): void {
  hessian.beginList(elements.length, undefined, key);
  for (let i = 0; i < elements.length; i++) writePlain(hessian, elements[i], i);
  hessian.endList();
}

function writeObject(hessian: HessianWriter, members: ReadonlyMap<string, Value>, key?: string | number): void {
  hessian.beginMap(undefined, key);
  for (const name of inCodeUnitOrder(members.keys())) {
    hessian.beginEntry(name);
    hessian.entryKey(name);
    writePlain(hessian, members.get(name)!);
    hessian.endEntry();
  }
  hessian.endMap();
}

/** The keys of an object as hessian.js writes them: Array.prototype.sort without a function. ECMA-262 §23.1.3.30. */
export function inCodeUnitOrder(names: Iterable<string>): string[] {
  return [...names].sort();
}

/** Milliseconds since 1970 of a date and time that is taken for UTC. */
function milliseconds({ iso }: LocalDateTime): bigint {
  return BigInt(Date.parse(`${iso}Z`));
}
