// What a recorded Thrift message says by itself: fields are called by their ids. doc/specs/thrift-rpc.md of Apache Thrift.
import { BOOLEAN, BYTES, DOUBLE, INT, LONG, STRING, type Type } from '../../idl/types';
import { Dynamic, type Outcome, type Value } from '../../idl/value';
import type { Problem } from '../../problem/problem';
import { type Body, CALL, EXCEPTION, type Message, type MessageHeader, ONEWAY } from '../../wire/thrift/message';
import type { ThriftFields, ThriftValue } from '../../wire/thrift/schema';
import { ANY_LIST, ANY_MAP, NULL, replyOf, type Statement } from '../statement';
import { applicationException } from './client';
import { APPLICATION_EXCEPTION } from './structs';

/** The id of the field of a result that holds what the method returns. */
const SUCCESS_ID = '0';

/** What is known of a body without the interface. */
export function bodyOf({ type }: MessageHeader): Partial<Body> | undefined {
  if (type === EXCEPTION) return APPLICATION_EXCEPTION;
  return type === CALL || type === ONEWAY ? { key: 'args' } : undefined;
}

/** The statement of a message that was read with {@link bodyOf}. */
export function statementOf(content: Message | Problem): Statement {
  if ('code' in content) return { kind: 'unreadable', problem: content };
  const { name, type, seqId, fields } = content;
  if (type === EXCEPTION) return replyOf(applicationException(fields), seqId);
  if (type !== CALL && type !== ONEWAY) return replyOf(outcomeOf(fields), seqId);
  const call = {
    method: name,
    args: [...fields.values()].map(dynamicOf),
    names: [...fields.keys()],
    oneway: type === ONEWAY,
    id: seqId,
  };
  return { kind: 'request', calls: [call], batch: false };
}

/** A result has one field: what is returned, or the exception with the id that the interface gives it. It has none when there is no result. */
function outcomeOf(fields: ThriftFields): Outcome {
  const [[id, value] = []] = fields;
  if (id === undefined || value === undefined) return { kind: 'returned', value: NULL };
  if (id === SUCCESS_ID) return { kind: 'returned', value: dynamicOf(value) };
  const message = value instanceof Map ? value.get('1') : undefined;
  const text = typeof message === 'string' ? message : '';
  return { kind: 'threw', error: { exception: `exception ${id}`, message: text, data: dynamicOf(value) } };
}

/** What a value is by its own nature. A struct is a map by ids. */
function dynamicOf(value: ThriftValue): Dynamic {
  if (value === null) return NULL;
  if (Array.isArray(value)) return new Dynamic(ANY_LIST, value.map(dynamicOf));
  if (value instanceof Map)
    return new Dynamic(ANY_MAP, new Map([...value].map(([key, part]) => [keyText(key), dynamicOf(part)])));
  return new Dynamic(scalarType(value as boolean | number | bigint | string | Uint8Array), value as Value);
}

/** Simplified: a double that is a whole number looks as an int does. */
function scalarType(value: boolean | number | bigint | string | Uint8Array): Type {
  switch (typeof value) {
    case 'boolean':
      return BOOLEAN;
    case 'bigint':
      return LONG;
    case 'string':
      return STRING;
    case 'number':
      return (value | 0) === value && !Object.is(value, -0) ? INT : DOUBLE;
    default:
      return BYTES;
  }
}

function keyText(key: ThriftValue): string {
  return key instanceof Uint8Array || (typeof key === 'object' && key !== null)
    ? JSON.stringify(key, (_, part) => (typeof part === 'bigint' ? String(part) : part))
    : String(key);
}
