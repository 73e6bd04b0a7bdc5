// Interfaces and values in the plainer types of protocols that know one kind of list, few of numbers and no enums, as XML and JSON do.
//
// | type | plain type | plain value |
// |---|---|---|
// | byte, short | int | the same |
// | uint | long | a bigint |
// | float | double | the same |
// | enum | string | the name of the member; of a number that no member has, the number as an `int` of its own |
// | set | list | the same |
//
// A map's keys are texts everywhere, and `ulong` stays, for no plain type holds it.
import { conforms } from './conform';
import { enumMember, enumNumber } from './enums';
import { DOUBLE, INT, LONG, type Member, type Method, type ServiceInterface, STRING, type Type } from './types';
import { Dynamic, type Value } from './value';

/** The plain type that stands for `type`. */
function plainType(type: Type): Type {
  switch (type.kind) {
    case 'byte':
    case 'short':
      return INT;
    case 'uint':
      return LONG;
    case 'float':
      return DOUBLE;
    case 'enum':
      return STRING;
    case 'list':
    case 'set':
      return { kind: 'list', element: plainType(type.element) };
    case 'map':
      return { kind: 'map', value: plainType(type.value) };
    case 'optional':
      return { kind: 'optional', inner: plainType(type.inner) };
    case 'struct':
      return { ...type, members: type.members.map(plainMember) };
    default:
      return type;
  }
}

/** The interface in plain types. */
export function plainInterface({ methods, ...rest }: ServiceInterface): ServiceInterface {
  const plain = (method: Method) => ({
    ...method,
    params: method.params.map(plainMember),
    result: plainType(method.result),
  });
  return { ...rest, methods: methods.map(plain) };
}

function plainMember(member: Member): Member {
  return { ...member, type: plainType(member.type) };
}

/** The plain value that stands for `value`, which should be one of `type`. */
export function toPlain(type: Type, value: Value): Value {
  if (type.kind === 'optional') return value === null ? null : toPlain(type.inner, value);
  if (value === null || value instanceof Dynamic) return value;
  switch (type.kind) {
    case 'uint':
      return BigInt(value as number);
    case 'enum':
      return enumMember(type, value as number) ?? new Dynamic(INT, value);
    default:
      return withParts(type, value, toPlain);
  }
}

/** The value of `type` that a plain value stands for. One that does not fit is handed over as it came, as a {@link Dynamic}. */
export function fromPlain(type: Type, value: Value): Value {
  if (type.kind === 'optional') return value === null ? null : fromPlain(type.inner, value);
  if (value === null) return null;
  if (value instanceof Dynamic) return type.kind === 'enum' && conforms(type, value.value) ? value.value : value;
  switch (type.kind) {
    case 'byte':
    case 'short':
    case 'uint':
      return checked(type, Number(value), value);
    case 'float':
      return Math.fround(value as number);
    case 'enum':
      return enumNumber(type, value as string) ?? new Dynamic(STRING, value);
    default:
      return withParts(type, value, fromPlain);
  }
}

function checked(type: Type, value: Value, plain: Value): Value {
  return conforms(type, value) ? value : new Dynamic(plainType(type), plain);
}

/** `value` with each of its parts converted by `convert`. */
function withParts(type: Type, value: Value, convert: (type: Type, part: Value) => Value): Value {
  switch (type.kind) {
    case 'list':
    case 'set':
      return (value as readonly Value[]).map(element => convert(type.element, element));
    case 'map':
      return withEntries(value as ReadonlyMap<string, Value>, () => type.value, convert);
    case 'struct': {
      const types = new Map(type.members.map(member => [member.name, member.type]));
      return withEntries(value as ReadonlyMap<string, Value>, name => types.get(name), convert);
    }
    default:
      return value;
  }
}

/** A member that the struct does not have stays as it is. */
function withEntries(
  entries: ReadonlyMap<string, Value>,
  typeOf: (name: string) => Type | undefined,
  convert: (type: Type, part: Value) => Value,
): Value {
  return new Map(
    [...entries].map(([name, part]) => {
      const type = typeOf(name);
      return [name, type ? convert(type, part) : part];
    }),
  );
}
