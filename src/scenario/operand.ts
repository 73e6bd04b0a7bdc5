// Arguments as the server's function meets them: a value that knows what it is, and the arithmetic of Python 3 on such values.

import { conforms } from '../idl/conform';
import { isIntegerKind } from '../idl/integers';
import { ANY, DOUBLE, INT, type IntegerKind, LONG, type Method, STRING, type Type, VOID } from '../idl/types';
import { Dynamic, type Value } from '../idl/value';
import { ServiceException } from './service-exception';

/** An argument or a result with its own type: never optional, never `any`. */
export type Operand = Dynamic;

/** The arguments of a call of `method`, whatever is wrapped around them. */
export function operandsOf(method: Method, args: readonly Value[]): Operand[] {
  return args.map((value, index) => operand(method.params[index]?.type ?? ANY, value));
}

/** `left + right`. */
export function sum(left: Operand, right: Operand): Operand {
  if (isNumber(left) && isNumber(right)) return addNumbers(left, right);
  if (typeof left.value === 'string' && typeof right.value === 'string')
    return new Dynamic(STRING, left.value + right.value);
  if (Array.isArray(left.value) && Array.isArray(right.value))
    return new Dynamic(left.type, [...left.value, ...right.value]);
  throw unsupported('+', left, right);
}

/** `left // right`. */
export function floorQuotient(left: Operand, right: Operand): Operand {
  if (!isNumber(left) || !isNumber(right)) throw unsupported('//', left, right);
  if (isDouble(left.type) || isDouble(right.type)) return divideDoubles(Number(left.value), Number(right.value));
  const [dividend, divisor] = [BigInt(left.value as bigint), BigInt(right.value as bigint)];
  if (divisor === 0n) throw new ServiceException('ZeroDivisionError', 'integer division or modulo by zero');
  const quotient = dividend / divisor;
  const inexact = quotient * divisor !== dividend;
  return integer(widerOf(left, right), inexact && dividend < 0n !== divisor < 0n ? quotient - 1n : quotient);
}

/** `len(operand)`. A text is counted in code points. */
export function lengthOf({ type, value }: Operand): number {
  if (typeof value === 'string') return codePointsIn(value);
  if (value instanceof Uint8Array || Array.isArray(value)) return value.length;
  if (value instanceof Map) return value.size;
  throw new ServiceException('TypeError', `object of type '${pythonName(type)}' has no len()`);
}

const SURROGATE_PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Counted without taking the text apart, which may have a million characters. */
function codePointsIn(text: string): number {
  return text.length - (text.match(SURROGATE_PAIR)?.length ?? 0);
}

/** `operand` as a value of `type`. What cannot be one is handed over as what it is, for no server's language checks its results. */
export function asResult(type: Type, { type: own, value }: Operand): Value {
  const wanted = type.kind === 'optional' ? type.inner : type;
  if (wanted.kind === 'void') return null;
  if (wanted.kind === 'any') return new Dynamic(own, value);
  if (isIntegerKind(wanted.kind) && isIntegerKind(own.kind))
    return asInteger(wanted.kind, own, value as number | bigint);
  // An int is no float to Python, though every interface would take it for one.
  if (isDouble(wanted) && typeof value === 'number' && isIntegerKind(own.kind)) return new Dynamic(own, value);
  if (isDouble(wanted) && (typeof value === 'number' || typeof value === 'bigint'))
    return wanted.kind === 'float' ? Math.fround(Number(value)) : Number(value);
  return conforms(type, value) ? value : new Dynamic(own, value);
}

/** An integer too large for its type is left to the protocol, which says where and why. */
function asInteger(kind: IntegerKind, own: Type, value: number | bigint): Value {
  if (kind === 'long' || kind === 'ulong') return BigInt(value);
  return isExact(BigInt(value)) ? Number(value) : new Dynamic(own, value);
}

function operand(type: Type, value: Value): Operand {
  if (value === null) return new Dynamic(VOID, null);
  if (value instanceof Dynamic) return operand(value.type, value.value);
  return type.kind === 'optional' ? operand(type.inner, value) : new Dynamic(type, value);
}

function addNumbers(left: Operand, right: Operand): Operand {
  if (isDouble(left.type) || isDouble(right.type)) return new Dynamic(DOUBLE, Number(left.value) + Number(right.value));
  return integer(widerOf(left, right), BigInt(left.value as bigint) + BigInt(right.value as bigint));
}

function divideDoubles(dividend: number, divisor: number): Operand {
  if (divisor === 0) throw new ServiceException('ZeroDivisionError', 'float floor division by zero');
  return new Dynamic(DOUBLE, Math.floor(dividend / divisor));
}

function integer(type: Type, value: bigint): Operand {
  return type.kind === 'int' && isExact(value) ? new Dynamic(INT, Number(value)) : new Dynamic(LONG, value);
}

function widerOf(left: Operand, right: Operand): Type {
  const isWide = ({ type: { kind } }: Operand) => kind === 'long' || kind === 'ulong' || kind === 'uint';
  return isWide(left) || isWide(right) ? LONG : INT;
}

/** Booleans are integers in Python. */
function isNumber({ value }: Operand): boolean {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}

function isDouble({ kind }: Type): boolean {
  return kind === 'double' || kind === 'float';
}

function isExact(value: bigint): boolean {
  return Number.isSafeInteger(Number(value));
}

function unsupported(sign: string, left: Operand, right: Operand): ServiceException {
  const names = `'${pythonName(left.type)}' and '${pythonName(right.type)}'`;
  return new ServiceException('TypeError', `unsupported operand type(s) for ${sign}: ${names}`);
}

function pythonName({ kind }: Type): string {
  if (isIntegerKind(kind) || kind === 'enum') return 'int';
  const names: Readonly<Partial<Record<Type['kind'], string>>> = {
    boolean: 'bool',
    float: 'float',
    double: 'float',
    string: 'str',
    list: 'list',
    set: 'set',
    void: 'NoneType',
    bytes: 'Binary',
    datetime: 'DateTime',
  };
  return names[kind] ?? 'dict';
}
