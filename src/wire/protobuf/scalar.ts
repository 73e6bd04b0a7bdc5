// The scalar types: how each is written, and what an absent field of it means. Protocol Buffers, Language Guide, "Scalar Value Types".
import type { ProtobufValue } from './value';
import { I32, I64, LEN, VARINT, type WireType } from './wire-type';

/** The names of the scalar types, and `enum`, which is written like an int32. */
export type Scalar = keyof typeof WIRE_TYPES;

const WIRE_TYPES = {
  double: I64,
  float: I32,
  int32: VARINT,
  int64: VARINT,
  uint32: VARINT,
  uint64: VARINT,
  sint32: VARINT,
  sint64: VARINT,
  fixed32: I32,
  fixed64: I64,
  sfixed32: I32,
  sfixed64: I64,
  bool: VARINT,
  string: LEN,
  bytes: LEN,
  enum: VARINT,
} as const satisfies Record<string, WireType>;

export function scalarWireType(scalar: Scalar): WireType {
  return WIRE_TYPES[scalar];
}

/** Whether a repeated field of type `scalar` may be packed: numbers, bools and enums. */
export function isPackable(scalar: Scalar): boolean {
  return WIRE_TYPES[scalar] !== LEN;
}

/** What a reader takes an absent field for. */
export function zeroOf(scalar: Scalar): ProtobufValue {
  switch (scalar) {
    case 'string':
      return '';
    case 'bytes':
      return new Uint8Array();
    case 'bool':
      return false;
    case 'int64':
    case 'uint64':
    case 'sint64':
    case 'fixed64':
    case 'sfixed64':
      return 0n;
    default:
      return 0;
  }
}

/** Whether `value` is the zero of its type. Minus zero is not: it has a bit set. */
export function isZero(value: ProtobufValue): boolean {
  switch (typeof value) {
    case 'string':
      return value === '';
    case 'number':
      return Object.is(value, 0);
    case 'bigint':
      return value === 0n;
    case 'boolean':
      return !value;
    default:
      return value instanceof Uint8Array && value.length === 0;
  }
}
