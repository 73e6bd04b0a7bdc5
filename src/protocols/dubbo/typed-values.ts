// Values as a JavaScript program hands them over with js-to-java, each with its Java type: java.Integer(2), java.List([…]).
import { enumMember } from '../../idl/enums';
import { type Key, keyValue } from '../../idl/map-keys';
import { ANY, type EnumType, type KeyType, type Type } from '../../idl/types';
import { Dynamic, type Value } from '../../idl/value';
import type { HessianWriter } from '../../wire/hessian2/hessian-writer';
import type { JavaTypes } from './java-types';
import { inCodeUnitOrder, writePlain } from './plain-values';

/** The field of an enum's object. */
export const ENUM_FIELD = 'name';

type MapType = Extract<Type, { kind: 'map' }>;
type StructType = Extract<Type, { kind: 'struct' }>;

const LIST_CLASSES: Partial<Record<Type['kind'], string>> = { list: 'java.util.List', set: 'java.util.Set' };

/** Writes `value` as one of `type`. What does not fit is written by its own nature. */
export function writeTyped(
  hessian: HessianWriter,
  java: JavaTypes,
  type: Type,
  value: Value,
  key?: string | number,
): void {
  if (value instanceof Dynamic && type.kind !== 'any') writeTyped(hessian, java, value.type, value.value, key);
  else if (value === null) hessian.null(key);
  else if (type.kind === 'optional') writeTyped(hessian, java, type.inner, value, key);
  else if (Array.isArray(value)) writeList(hessian, java, type, value as readonly Value[], key);
  else if (value instanceof Map && type.kind === 'map') writeMap(hessian, java, type, value, key);
  else if (value instanceof Map && type.kind === 'struct') writeObject(hessian, java, type, value, key);
  else if (type.kind === 'enum') writeEnum(hessian, java, type, value, key);
  else if (typeof value === 'number' || typeof value === 'bigint') writeNumber(hessian, type, value, key);
  else writePlain(hessian, value, key);
}

function writeNumber(hessian: HessianWriter, { kind }: Type, value: number | bigint, key?: string | number): void {
  if (kind === 'double' || kind === 'float') hessian.double(Number(value), key);
  else if (kind === 'long') hessian.long(BigInt(value), key);
  else writePlain(hessian, value, key);
}

/** A Java enum is an object whose one field is the name of the constant: hessian-lite's EnumSerializer. Java knows no other numbers. */
function writeEnum(hessian: HessianWriter, java: JavaTypes, type: EnumType, value: Value, key?: string | number): void {
  const member = enumMember(type, value as number);
  if (member === undefined) writePlain(hessian, value, key);
  else {
    hessian.beginObject({ name: java.className(type.name), fields: [ENUM_FIELD] }, key);
    hessian.string(member, ENUM_FIELD);
    hessian.endObject();
  }
}

function writeList(
  hessian: HessianWriter,
  java: JavaTypes,
  type: Type,
  values: readonly Value[],
  key?: string | number,
): void {
  const element = type.kind === 'list' || type.kind === 'set' ? type.element : ANY;
  hessian.beginList(values.length, LIST_CLASSES[type.kind], key);
  for (let i = 0; i < values.length; i++) writeTyped(hessian, java, element, values[i], i);
  hessian.endList();
}

/** java.Map of an object, whose keys hessian.js sorts; of an ES Map where the keys are no strings. */
function writeMap(
  hessian: HessianWriter,
  java: JavaTypes,
  type: MapType,
  entries: ReadonlyMap<string, Value>,
  key?: string | number,
): void {
  hessian.beginMap(undefined, key);
  for (const name of type.key ? entries.keys() : inCodeUnitOrder(entries.keys())) {
    const entryKey = type.key ? keyValue(type.key, name) : name;
    // An object cannot name its entry: who reads it does not know what it stands for.
    hessian.beginEntry(isConstant(type.key, entryKey) ? undefined : name);
    if (type.key && typeof entryKey !== 'string') writeTyped(hessian, java, type.key, entryKey ?? name);
    else hessian.entryKey(name);
    writeTyped(hessian, java, type.value, entries.get(name)!);
    hessian.endEntry();
  }
  hessian.endMap();
}

/** Whether a key goes out as the object of a Java enum. */
function isConstant(type: KeyType | undefined, key: Key | undefined): boolean {
  return type?.kind === 'enum' && enumMember(type, key as number) !== undefined;
}

/** A class has all its fields: an optional member that is absent is null. */
function writeObject(
  hessian: HessianWriter,
  java: JavaTypes,
  { name, members }: StructType,
  value: ReadonlyMap<string, Value>,
  key?: string | number,
): void {
  hessian.beginObject({ name: java.className(name), fields: members.map(member => member.name) }, key);
  for (const member of members) writeTyped(hessian, java, member.type, value.get(member.name) ?? null, member.name);
  hessian.endObject();
}
