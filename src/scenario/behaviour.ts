// What the functions of the server do. They are as those of a server in Python 3, whose messages they have.
import { ARITIES, type Behaviour, type Computation, messageOf, missingArguments } from '../idl/behaviour';
import { valueFromJson } from '../idl/json-value';
import { ANY, INT, type Method, STRING, type Type } from '../idl/types';
import { Dynamic, type Outcome, type ServiceError, type Value } from '../idl/value';
import { crc32 } from './crc32';
import { asResult, floorQuotient, lengthOf, type Operand, operandsOf, sum } from './operand';
import { ServiceException } from './service-exception';

/** Numbers that one count-up may write, eight octets each: a longer reply would only serve to exhaust the memory. */
const MAX_COUNT = 131_072;
const INTS: Type = { kind: 'list', element: INT };

/**
 * Calls a function of the server. The value returned is one of the method's result type if it can be; a sum too large for `int` or `long`
 * is returned nevertheless, and it is the protocol that refuses it. Throws a problem when a behaviour holds no value of the type that it is to
 * return or raise.
 */
export function perform(behaviour: Behaviour, method: Method, args: readonly Value[]): Outcome {
  if (behaviour.does === 'throw') return { kind: 'threw', error: thrownBy(behaviour) };
  if (behaviour.does === 'raise') return { kind: 'threw', error: raisedBy(behaviour, method) };
  if (behaviour.does === 'return')
    return { kind: 'returned', value: valueFromJson(method.result, behaviour.value, ['server', method.name, 'value']) };
  try {
    const result = compute(behaviour.does, method, operandsOf(method, args));
    return { kind: 'returned', value: asResult(method.result, result) };
  } catch (error) {
    if (!(error instanceof ServiceException)) throw error;
    return { kind: 'threw', error: { exception: error.exception, message: error.message } };
  }
}

function thrownBy({ exception, code, message, data, metadata }: Extract<Behaviour, { does: 'throw' }>): ServiceError {
  const error = { exception, code, message, ...(metadata && { metadata }) };
  return data === undefined ? error : { ...error, data: valueFromJson(ANY, data, ['server', 'data']) };
}

/** What the method does not declare is an exception as any other: nobody knows the type of its value. */
function raisedBy(behaviour: Extract<Behaviour, { does: 'raise' }>, { name, throws }: Method): ServiceError {
  const { exception, value } = behaviour;
  const error = { exception, message: messageOf(behaviour) };
  const type = throws.find(thrown => thrown.type.name === exception)?.type;
  return type ? { ...error, declared: { type, value: valueFromJson(type, value, ['server', name, 'value']) } } : error;
}

function compute(does: Computation, { name }: Method, operands: readonly Operand[]): Operand {
  const missing = ARITIES[does] - operands.length;
  if (missing > 0) throw new ServiceException('TypeError', missingArguments(name, missing));
  const [first, second] = operands;
  switch (does) {
    case 'add':
      return operands.length === 0 ? new Dynamic(INT, 0) : operands.reduce(sum);
    case 'echo':
      return first;
    case 'divide':
      return floorQuotient(first, second);
    case 'length':
      return new Dynamic(INT, lengthOf(first));
    case 'measure':
      return measure(first);
    case 'count-up':
      return countUp(first);
    case 'receipt':
      return receipt(first);
  }
}

function measure(text: Operand): Operand {
  const length = lengthOf(text);
  const octets = new TextEncoder().encode(String(text.value));
  return new Dynamic(INTS, [length, crc32(octets) & 0x7fffffff]);
}

function countUp({ value }: Operand): Operand {
  const count = Number(value);
  if (!Number.isInteger(count) || count > MAX_COUNT)
    throw new ServiceException('ValueError', `cannot count to ${summary(value)}`);
  const numbers = Array.from({ length: Math.max(0, count) }, (_, number) => `${String(number).padStart(7, '0')},`);
  return new Dynamic(STRING, numbers.join(''));
}

function receipt(order: Operand): Operand {
  const members: readonly { name: string; type: Type }[] = [
    { name: 'ok', type: { kind: 'boolean' } },
    { name: 'order', type: order.type },
  ];
  const value = new Map<string, Value>([
    ['ok', true],
    ['order', order.value],
  ]);
  return new Dynamic({ kind: 'struct', name: 'Receipt', members }, value);
}

function summary(value: Value): string {
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : 'this';
}
