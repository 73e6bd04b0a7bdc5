// Writes a Hessian value with all that it contains; what is shared or contains itself is written once. Hessian 2.0 §5.1.
import {
  entryName,
  HessianDate,
  HessianDouble,
  HessianList,
  HessianMap,
  type HessianObject,
  type HessianValue,
} from './hessian-value';
import type { HessianWriter } from './hessian-writer';

/** Writes `value`. `key` says which part of the call's values it is. */
export function writeHessian(hessian: HessianWriter, value: HessianValue, key?: string | number): void {
  if (value === null) hessian.null(key);
  else if (typeof value === 'string') hessian.string(value, key);
  else if (typeof value === 'number') hessian.int(value, key);
  else if (typeof value === 'bigint') hessian.long(value, key);
  else if (typeof value === 'boolean') hessian.boolean(value, key);
  else if (value instanceof HessianDouble) hessian.double(value.value, key);
  else if (value instanceof HessianDate) hessian.date(value.milliseconds, key);
  else if (value instanceof Uint8Array) hessian.binary(value, key);
  else if (hessian.writtenBefore(value, key)) return;
  else if (value instanceof HessianList) writeList(hessian, value, key);
  else if (value instanceof HessianMap) writeMap(hessian, value, key);
  else writeObject(hessian, value, key);
}

function writeList(hessian: HessianWriter, { type, elements, variable }: HessianList, key?: string | number): void {
  if (variable) hessian.beginVariableList(type, key);
  else hessian.beginList(elements.length, type, key);
  for (let i = 0; i < elements.length; i++) writeHessian(hessian, elements[i], i);
  if (variable) hessian.endVariableList();
  else hessian.endList();
}

function writeMap(hessian: HessianWriter, { type, entries }: HessianMap, key?: string | number): void {
  hessian.beginMap(type, key);
  for (const [entryKey, value] of entries) {
    hessian.beginEntry(entryName(entryKey));
    if (typeof entryKey === 'string') hessian.entryKey(entryKey);
    else writeHessian(hessian, entryKey);
    writeHessian(hessian, value);
    hessian.endEntry();
  }
  hessian.endMap();
}

function writeObject(hessian: HessianWriter, { definition, values }: HessianObject, key?: string | number): void {
  hessian.beginObject(definition, key);
  for (let i = 0; i < values.length; i++) writeHessian(hessian, values[i], definition.fields[i]);
  hessian.endObject();
}
