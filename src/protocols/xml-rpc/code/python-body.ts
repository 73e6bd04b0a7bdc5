// What a function of the server does, as a Python programmer would write it.
import { ARITIES, type Behaviour, type Computation, messageOf, missingArguments } from '../../../idl/behaviour';
import type { Method } from '../../../idl/types';
import { textLiteral } from '../../javascript-literal';
import { returnedValue } from '../../returned-value';
import { pythonLiteral } from './python-literal';
import { pythonName } from './python-name';

/** Characters of a message that are shown. */
const LONGEST_MESSAGE = 80;

/** The statement of the function that is `method` and does `behaviour`, not indented. */
export function pythonBody(behaviour: Behaviour, method: Method): string {
  if (behaviour.does === 'throw') return `raise ${thrown(behaviour)}`;
  if (behaviour.does === 'raise') return `raise ${newException(behaviour.exception, messageOf(behaviour))}`;
  if (behaviour.does === 'return')
    return `return ${pythonLiteral(returnedValue(method.result, behaviour.value), method.result)}`;
  const missing = ARITIES[behaviour.does] - method.params.length;
  if (missing > 0) return `raise TypeError(${messageLiteral(missingArguments(method.name, missing))})`;
  const names = method.params.map(({ name }) => pythonName(name));
  return `return ${computation(behaviour.does, names)}`;
}

/** The lines that import what functions which do `behaviours` use. */
export function pythonImports(behaviours: readonly Behaviour[]): string[] {
  const raisesFault = behaviours.some(each => each.does === 'throw' && each.exception === undefined);
  const usesCrc32 = behaviours.some(({ does }) => does === 'measure');
  return [
    ...(raisesFault ? ['from xmlrpc.client import Fault'] : []),
    ...(usesCrc32 ? ['from zlib import crc32'] : []),
  ];
}

function thrown({ exception, code, message }: Extract<Behaviour, { does: 'throw' }>): string {
  // A fault without a code has 1, as every exception that Python's server did not foresee.
  return exception === undefined ? `Fault(${code ?? 1}, ${messageLiteral(message)})` : newException(exception, message);
}

function newException(exception: string, message: string): string {
  return `${className(exception)}(${messageLiteral(message)})`;
}

function computation(does: Computation, names: readonly string[]): string {
  const [first, second] = names;
  switch (does) {
    case 'add':
      return names.join(' + ') || '0';
    case 'echo':
      return first;
    case 'divide':
      return `${first} // ${second}`;
    case 'length':
      return `len(${first})`;
    case 'measure':
      return `[len(${first}), crc32(${first}.encode()) & 0x7fffffff]`;
    case 'count-up':
      return `"".join("%07d," % i for i in range(${first}))`;
    case 'receipt':
      return `{"ok": True, "order": ${first}}`;
  }
}

/** A class may be one of a module: `decimal.InvalidOperation`. */
function className(exception: string): string {
  return exception.split('.').map(pythonName).join('.') || 'Exception';
}

function messageLiteral(text: string): string {
  return textLiteral(text, LONGEST_MESSAGE);
}
