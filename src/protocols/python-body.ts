// What a function of the server does, as a Python programmer would write it.
import { ARITIES, type Behaviour, type Computation, messageOf, missingArguments } from '../idl/behaviour';
import { ANY, type Method, type Type } from '../idl/types';
import { textLiteral } from './javascript-literal';
import { type PythonValues, pythonLiteral } from './python-literal';
import { pythonName } from './python-name';
import { returnedValue } from './returned-value';

/** Characters of a message that are shown. */
const LONGEST_MESSAGE = 80;

type Throw = Extract<Behaviour, { does: 'throw' }>;

/** The functions of a service in Python, for one protocol. */
export interface PythonStyle {
  readonly values: PythonValues;
  /** What the service raises on purpose. */
  fault(thrown: Throw): string;
}

/** The statement of the function that is `method` and does `behaviour`, not indented. */
export function pythonBody(behaviour: Behaviour, method: Method, style: PythonStyle): string {
  if (behaviour.does === 'throw') return `raise ${thrown(behaviour, style)}`;
  if (behaviour.does === 'raise') return `raise ${newException(behaviour.exception, messageOf(behaviour))}`;
  if (behaviour.does === 'return')
    return `return ${pythonLiteral(returnedValue(method.result, behaviour.value), method.result, style.values)}`;
  const missing = ARITIES[behaviour.does] - method.params.length;
  if (missing > 0) return `raise TypeError(${pythonMessage(missingArguments(method.name, missing))})`;
  const names = method.params.map(({ name }) => pythonName(name));
  return `return ${computation(behaviour.does, names, style.values === 'objects' ? method.result : ANY)}`;
}

/** The line that imports what functions which do `behaviours` use, if they use anything. */
export function pythonImports(behaviours: readonly Behaviour[]): string[] {
  return behaviours.some(({ does }) => does === 'measure') ? ['from zlib import crc32'] : [];
}

/** `text` as a literal, cut where it is very long. */
export function pythonMessage(text: string): string {
  return textLiteral(text, LONGEST_MESSAGE);
}

function thrown(behaviour: Throw, style: PythonStyle): string {
  return behaviour.exception === undefined
    ? style.fault(behaviour)
    : newException(behaviour.exception, behaviour.message);
}

function newException(exception: string, message: string): string {
  return `${className(exception)}(${pythonMessage(message)})`;
}

function computation(does: Computation, names: readonly string[], result: Type): string {
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
      return result.kind === 'struct'
        ? `${pythonName(result.name)}(ok=True, order=${first})`
        : `{"ok": True, "order": ${first}}`;
  }
}

/** A class may be one of a module: `decimal.InvalidOperation`. */
function className(exception: string): string {
  return exception.split('.').map(pythonName).join('.') || 'Exception';
}
