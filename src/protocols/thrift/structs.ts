// The structs of a method's messages, as Thrift's compiler makes them of an interface. doc/specs/thrift-rpc.md of Apache Thrift, "Request
// struct", "Response struct".
//
// Simplified: the compiler has no place for dots in names; a method's name is sent as it is.
import { fieldNumbers } from '../../idl/field-numbers';
import type { Member, Method, StructType, Type } from '../../idl/types';
import { type Problem, ProblemError, problem } from '../../problem/problem';
import type { Body } from '../../wire/thrift/message';
import type { ThriftField, ThriftScalar, ThriftStruct, ThriftType } from '../../wire/thrift/schema';

/** The greatest id of a field, a signed 16-bit number. */
const MAX_FIELD_ID = 2 ** 15 - 1;

/** The field of a result that holds what the method returns. */
export const SUCCESS = 'success';

/** The struct of a message of the type EXCEPTION. */
export const APPLICATION_EXCEPTION: Body = {
  struct: {
    kind: 'struct',
    name: 'TApplicationException',
    fields: [
      { id: 1, name: 'message', type: { kind: 'string' }, requiredness: 'default' },
      { id: 2, name: 'type', type: { kind: 'i32' }, requiredness: 'default', key: 'code' },
    ],
  },
  key: 'error',
};

/** What Thrift has for a type of the interface language. */
const SCALARS: Readonly<Partial<Record<Type['kind'], ThriftScalar>>> = {
  boolean: 'bool',
  byte: 'i8',
  short: 'i16',
  int: 'i32',
  enum: 'i32',
  long: 'i64',
  double: 'double',
  string: 'string',
  bytes: 'binary',
};

/** The arguments, each called by its position. Throws as {@link unsupported} tells. */
export function argumentsBody({ name, params }: Method): Body {
  const fields = fieldsOf(params).map((field, i) => ({ ...field, key: i }));
  return { struct: struct(`${name}_args`, fields), key: 'args' };
}

/** What the method returns or one of the exceptions that it declares. Throws as {@link unsupported} tells. */
export function resultBody({ name, result, throws }: Method): Body {
  const fields: ThriftField[] = [];
  if (result.kind !== 'void')
    fields.push({ id: 0, name: SUCCESS, type: thriftType(inner(result)), requiredness: 'optional', key: 'result' });
  const ids = fieldNumbers(throws);
  throws.forEach(({ type }, i) => {
    const id = checkedId(ids[i], type.name);
    fields.push({ id, name: exceptionField(i), type: structOf(type), requiredness: 'optional', key: 'error' });
  });
  return { struct: struct(`${name}_result`, fields) };
}

/** The field of a result that holds the exception that the method declares at `index`. */
export function exceptionField(index: number): string {
  return `throws ${index}`;
}

/** Why Thrift cannot carry a value of `type`, if so: `thrift.no-type`, `thrift.optional-part` or `thrift.field-id-too-large`. */
export function unsupported(type: Type): Problem | undefined {
  try {
    if (type.kind !== 'void') thriftType(inner(type));
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}

/** A field that is optional is one that may be left out. */
function inner(type: Type): Type {
  return type.kind === 'optional' ? type.inner : type;
}

function fieldsOf(members: readonly Member[]): ThriftField[] {
  const ids = fieldNumbers(members);
  return members.map(({ name, type }, i) => ({
    id: checkedId(ids[i], name),
    name,
    type: thriftType(inner(type)),
    requiredness: type.kind === 'optional' ? 'optional' : 'default',
  }));
}

function checkedId(id: number, name: string): number {
  if (id > MAX_FIELD_ID) throw problem('thrift.field-id-too-large', { name, id, limit: MAX_FIELD_ID });
  return id;
}

function thriftType(type: Type): ThriftType {
  const scalar = SCALARS[type.kind];
  if (scalar) return { kind: scalar };
  switch (type.kind) {
    case 'list':
    case 'set':
      return { kind: type.kind, element: thriftType(type.element) };
    case 'map':
      return { kind: 'map', key: thriftType(type.key ?? { kind: 'string' }), value: thriftType(type.value) };
    case 'struct':
      return structOf(type);
    case 'optional':
      throw problem('thrift.optional-part');
    default:
      throw problem('thrift.no-type', { type: type.kind });
  }
}

function structOf({ name, members }: StructType): ThriftStruct {
  return struct(name, fieldsOf(members));
}

/** Generated code writes fields by ascending ids. */
function struct(name: string, fields: readonly ThriftField[]): ThriftStruct {
  return { kind: 'struct', name, fields: fields.toSorted((a, b) => a.id - b.id) };
}
