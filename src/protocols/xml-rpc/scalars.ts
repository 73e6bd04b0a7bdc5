// Scalar values: from the text of an element to a value, as each peer reads it. XML-RPC, Scalar <value>s.
// CPython: Lib/xmlrpc/client.py, class Unmarshaller. npm xmlrpc 1.3.2: lib/deserializer.js.
import { BOOLEAN, BYTES, DATETIME, DOUBLE, INT, LONG, STRING, type Type } from '../../idl/types';
import { Dynamic, LocalDateTime, type Value } from '../../idl/value';
import type { XmlReader } from '../../wire/xml/xml-reader';
import { pythonFloat, pythonInt } from '../python-float';
import { octetsOfBase64 } from './base64';
import { isoDateTime } from './date-time';
import { E, ELEMENTS } from './kinds';
import type { Flavour } from './settings';
import { xmlRpcFault } from './xml-rpc-fault';

/** Whose reader reads. */
export type Dialect = Flavour;

/** Reads the text of the scalar `element`, which is open and began at octet `at`. */
export function readScalar(xml: XmlReader, element: number, type: Type, dialect: Dialect, at: number): Value {
  const text = xml.text();
  switch (element) {
    case E.string:
      return type.kind === 'string' ? text : new Dynamic(STRING, text);
    case E.int:
    case E.i4:
    case E.i8:
      return integerOf(required(readInteger(text, dialect), element, text, at), type, dialect);
    case E.double:
      return doubleOf(required(readDouble(text, dialect), element, text, at), type);
    case E.boolean: {
      const value = required(text === '1' ? true : text === '0' ? false : undefined, element, text, at);
      return type.kind === 'boolean' ? value : new Dynamic(BOOLEAN, value);
    }
    case E.dateTime: {
      const value = new LocalDateTime(required(isoDateTime(text), element, text, at));
      return type.kind === 'datetime' ? value : new Dynamic(DATETIME, value);
    }
    case E.base64: {
      const value = required(octetsOfBase64(text), element, text, at);
      return type.kind === 'bytes' ? value : new Dynamic(BYTES, value);
    }
    default:
      throw xmlRpcFault('xml-rpc.unknown-type', at, { name: ELEMENTS.names[element] });
  }
}

function required<T>(value: T | undefined, element: number, text: string, offset: number): T {
  if (value === undefined)
    throw xmlRpcFault('xml-rpc.bad-value', offset, { element: ELEMENTS.names[element], text: text.slice(0, 60) });
  return value;
}

/** Python's `int(text)`; JavaScript's `parseInt(text, 10)`, which reads as far as it can. */
function readInteger(text: string, dialect: Dialect): number | bigint | undefined {
  if (/^-?\d{1,9}$/.test(text)) return Number(text);
  if (dialect === 'python') return pythonInt(text);
  const digits = /^\s*([+-]?\d+)/.exec(text)?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 10);
}

function readDouble(text: string, dialect: Dialect): number | undefined {
  if (dialect === 'python') return pythonFloat(text);
  const value = Number.parseFloat(text);
  return Number.isNaN(value) ? undefined : value;
}

/**
 * Neither peer checks the range, so an int may turn out to be a long, or beyond even that. Where a double is expected, Python has an int all
 * the same and goes on with it; JavaScript has one kind of number. It is npm xmlrpc that writes ints for doubles without a fraction.
 */
function integerOf(value: number | bigint, type: Type, dialect: Dialect): Value {
  if (type.kind === 'double' && dialect === 'node') return Number(value);
  if (value >= -(2 ** 31) && value < 2 ** 31) {
    if (isWide(type)) return BigInt(value);
    return type.kind === 'int' ? Number(value) : new Dynamic(INT, Number(value));
  }
  const isLong = typeof value === 'bigint' ? BigInt.asIntN(64, value) === value : Number.isSafeInteger(value);
  if (!isLong) return new Dynamic(DOUBLE, Number(value));
  return isWide(type) ? BigInt(value) : new Dynamic(LONG, BigInt(value));
}

function isWide({ kind }: Type): boolean {
  return kind === 'long' || kind === 'ulong';
}

function doubleOf(value: number, type: Type): Value {
  return type.kind === 'double' ? value : new Dynamic(DOUBLE, value);
}
