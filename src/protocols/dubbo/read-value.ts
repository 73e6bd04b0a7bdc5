// Hessian 2 values as values of the interface. JavaScript checks no types: what does not fit is handed over as it came.
import { isLocalDateTime } from '../../idl/datetime';
import { enumNumber } from '../../idl/enums';
import { fitsInteger, isIntegerKind } from '../../idl/integers';
import { type Key, keyText } from '../../idl/map-keys';
import { MAX_VALUE_DEPTH } from '../../idl/place';
import {
  ANY,
  BOOLEAN,
  BYTES,
  DATETIME,
  DOUBLE,
  type EnumType,
  INT,
  LONG,
  STRING,
  type Type,
  VOID,
} from '../../idl/types';
import { Dynamic, LocalDateTime, type Value } from '../../idl/value';
import { problem } from '../../problem/problem';
import {
  entryName,
  HessianDate,
  HessianDouble,
  HessianList,
  HessianMap,
  HessianObject,
  type HessianValue,
} from '../../wire/hessian2/hessian-value';
import { ENUM_FIELD } from './typed-values';

const ANY_LIST: Type = { kind: 'list', element: ANY };
const ANY_MAP: Type = { kind: 'map', value: ANY };
/** Values that a message may hold. References could make more of few octets than there is memory. */
const MOST_VALUES = 2_000_000;

type MapType = Extract<Type, { kind: 'map' }>;
type StructType = Extract<Type, { kind: 'struct' }>;

/** The value of `type` that `hessian` holds. Throws `dubbo.too-deep` and `dubbo.too-many-values`. */
export function readValue(type: Type, hessian: HessianValue): Value {
  return new ValueReader().value(type, hessian, 0);
}

class ValueReader {
  private left = MOST_VALUES;

  value(type: Type, hessian: HessianValue, depth: number): Value {
    if (depth > MAX_VALUE_DEPTH) throw problem('dubbo.too-deep', { limit: MAX_VALUE_DEPTH });
    if (--this.left < 0) throw problem('dubbo.too-many-values', { limit: MOST_VALUES });
    const value = this.typed(type, hessian, depth);
    return value === undefined ? this.dynamic(hessian, depth) : value;
  }

  /** Undefined when `hessian` is no value of `type`. */
  private typed(type: Type, hessian: HessianValue, depth: number): Value | undefined {
    switch (type.kind) {
      case 'optional':
        return hessian === null ? null : this.typed(type.inner, hessian, depth);
      case 'list':
      case 'set':
        return hessian instanceof HessianList ? this.elements(type.element, hessian, depth) : undefined;
      case 'map':
        return hessian instanceof HessianMap ? this.entries(type, hessian, depth) : undefined;
      case 'struct':
        return this.struct(type, hessian, depth);
      case 'enum':
        return enumValue(type, hessian);
      default:
        return scalar(type, hessian);
    }
  }

  /** What a value is by its own nature. An object without a class of the interface is a map of its fields. */
  private dynamic(hessian: HessianValue, depth: number): Value {
    if (hessian instanceof HessianList) return new Dynamic(ANY_LIST, this.elements(ANY, hessian, depth));
    if (hessian instanceof HessianMap)
      return new Dynamic(ANY_MAP, this.entries({ kind: 'map', value: ANY }, hessian, depth));
    if (hessian instanceof HessianObject)
      return new Dynamic(
        ANY_MAP,
        this.fields(hessian, () => ANY, depth),
      );
    return scalarDynamic(hessian);
  }

  private elements(type: Type, { elements }: HessianList, depth: number): Value {
    return elements.map(element => this.value(type, element, depth + 1));
  }

  private entries(type: MapType, { entries }: HessianMap, depth: number): ReadonlyMap<string, Value> {
    return new Map(
      entries.map(([key, value]) => [nameOf(type, key), this.value(type.value, value, depth + 1)] as const),
    );
  }

  /** A member that the struct does not have stays, as it stays in a JavaScript object. */
  private struct({ members }: StructType, hessian: HessianValue, depth: number): Value | undefined {
    const types = new Map(members.map(member => [member.name, member.type]));
    const typeOf = (name: string) => types.get(name) ?? ANY;
    if (hessian instanceof HessianObject) return this.fields(hessian, typeOf, depth);
    if (!(hessian instanceof HessianMap)) return undefined;
    const named = hessian.entries.map(([key, value]) => [entryName(key) ?? '', value] as const);
    return new Map(named.map(([name, value]) => [name, this.value(typeOf(name), value, depth + 1)]));
  }

  private fields({ definition, values }: HessianObject, typeOf: (name: string) => Type, depth: number) {
    return new Map(definition.fields.map((name, i) => [name, this.value(typeOf(name), values[i], depth + 1)]));
  }
}

function scalar({ kind }: Type, hessian: HessianValue): Value | undefined {
  switch (kind) {
    case 'void':
      return hessian === null ? null : undefined;
    case 'boolean':
      return typeof hessian === 'boolean' ? hessian : undefined;
    case 'string':
      return typeof hessian === 'string' ? hessian : undefined;
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return integer(kind, hessian);
    case 'float':
    case 'double':
      return decimal(hessian);
    case 'bytes':
      return hessian instanceof Uint8Array ? hessian : undefined;
    case 'datetime':
      return hessian instanceof HessianDate ? localDateTime(hessian) : undefined;
    default:
      return undefined;
  }
}

/** A Java enum's object, or what plain JavaScript may hold: the name of the constant, or the number. */
function enumValue(type: EnumType, hessian: HessianValue): number | undefined {
  if (hessian instanceof HessianObject) {
    const name = hessian.values[hessian.definition.fields.indexOf(ENUM_FIELD)];
    return typeof name === 'string' ? enumNumber(type, name) : undefined;
  }
  if (typeof hessian === 'string') return enumNumber(type, hessian);
  return typeof hessian === 'number' ? hessian : undefined;
}

/** JavaScript has one type of numbers, and texts for longs that it does not hold. */
function integer(kind: 'byte' | 'short' | 'int' | 'long', hessian: HessianValue): Value | undefined {
  const number = hessian instanceof HessianDouble ? hessian.value : hessian;
  if (typeof number !== 'bigint' && !isDigits(number) && !Number.isInteger(number)) return undefined;
  const long = BigInt(number as number | bigint | string);
  if (!fitsInteger(kind, long)) return undefined;
  return kind === 'long' ? long : Number(long);
}

function isDigits(text: unknown): text is string {
  return typeof text === 'string' && /^-?\d{1,20}$/.test(text);
}

function decimal(hessian: HessianValue): number | undefined {
  if (hessian instanceof HessianDouble) return hessian.value;
  return typeof hessian === 'number' || typeof hessian === 'bigint' ? Number(hessian) : undefined;
}

function scalarDynamic(hessian: HessianValue): Dynamic {
  if (hessian === null) return new Dynamic(VOID, null);
  if (typeof hessian === 'boolean') return new Dynamic(BOOLEAN, hessian);
  if (typeof hessian === 'number') return new Dynamic(INT, hessian);
  if (typeof hessian === 'bigint') return new Dynamic(LONG, hessian);
  if (typeof hessian === 'string') return new Dynamic(STRING, hessian);
  if (hessian instanceof HessianDouble) return new Dynamic(DOUBLE, hessian.value);
  if (hessian instanceof Uint8Array) return new Dynamic(BYTES, hessian);
  const date = hessian as HessianDate;
  const local = localDateTime(date);
  return local ? new Dynamic(DATETIME, local) : new Dynamic(LONG, date.milliseconds);
}

/** Undefined for a year that has not four digits. Simplified: milliseconds are cut off. */
function localDateTime({ milliseconds }: HessianDate): LocalDateTime | undefined {
  const limit = 8_640_000_000_000_000n;
  if (milliseconds < -limit || milliseconds > limit) return undefined;
  const iso = new Date(Number(milliseconds)).toISOString().slice(0, -5);
  return isLocalDateTime(iso) ? new LocalDateTime(iso) : undefined;
}

function nameOf({ key: type }: MapType, key: HessianValue): string {
  if (!type) return entryName(key) ?? '';
  const constant = type.kind === 'enum' ? enumValue(type, key) : undefined;
  if (constant !== undefined) return keyText(type, constant);
  const fits = isIntegerKind(type.kind) || type.kind === 'boolean';
  return fits && typeof key !== 'object' ? keyText(type, key as Key) : (entryName(key) ?? '');
}
