// What a function of the server does, as a JavaScript programmer would write it.
import { ARITIES, type Behaviour, type Computation, messageOf, missingArguments } from '../idl/behaviour';
import { ANY, type Method, type Type } from '../idl/types';
import { javascriptLiteral, textLiteral, type ValueStyle } from './javascript-literal';
import { identifier } from './javascript-names';
import { returnedValue } from './returned-value';

/** Characters of a message that are shown. */
const LONGEST_MESSAGE = 80;
/** Classes of exceptions that JavaScript has itself. ECMA-262 §20.5. */
const NATIVE_ERRORS: readonly string[] = [
  'Error',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
];

type Throw = Extract<Behaviour, { does: 'throw' }>;

/** The functions of a service in JavaScript, for one protocol. */
export interface JavaScriptStyle {
  readonly values: ValueStyle;
  /** The object that the service throws for a fault that it raises on purpose. */
  fault(thrown: Throw): string;
}

/** The statements of the function that is `method` and does `behaviour`, not indented. */
export function javascriptBody(behaviour: Behaviour, method: Method, style: JavaScriptStyle): string[] {
  if (behaviour.does === 'throw')
    return [
      `throw ${behaviour.exception === undefined ? style.fault(behaviour) : newError(behaviour.exception, behaviour.message)};`,
    ];
  if (behaviour.does === 'raise') return [`throw ${newError(behaviour.exception, messageOf(behaviour))};`];
  if (behaviour.does === 'return') {
    if (method.result.kind === 'void') return ['return;'];
    return [`return ${javascriptLiteral(returnedValue(method.result, behaviour.value), style.values)};`];
  }
  const missing = ARITIES[behaviour.does] - method.params.length;
  if (missing > 0) return [`throw ${newError('TypeError', missingArguments(method.name, missing))};`];
  return computation(behaviour.does, method, style.values);
}

/** What a program needs so that `behaviours` can be done: the names it imports from node:zlib. */
export function usesCrc32(behaviours: readonly Behaviour[]): boolean {
  return behaviours.some(({ does }) => does === 'measure');
}

/** `text` as a literal, cut where it is very long. */
export function messageLiteral(text: string): string {
  return textLiteral(text, LONGEST_MESSAGE);
}

function newError(exception: string, message: string): string {
  const text = messageLiteral(message);
  if (NATIVE_ERRORS.includes(exception)) return `new ${exception}(${text})`;
  return `Object.assign(new Error(${text}), { name: ${messageLiteral(exception)} })`;
}

function computation(does: Computation, { params }: Method, values: ValueStyle): string[] {
  const [first, second] = params.map(({ name }) => identifier(name));
  const type = params[0]?.type ?? ANY;
  switch (does) {
    case 'add':
      return [
        `return ${sumOf(
          params.map(({ name }) => identifier(name)),
          type,
        )};`,
      ];
    case 'echo':
      return [`return ${first};`];
    case 'divide': {
      const isDouble = params.some(param => param.type.kind === 'double');
      const message = isDouble ? 'float floor division by zero' : 'integer division or modulo by zero';
      return [
        `if (${second} === 0) throw ${newError('ZeroDivisionError', message)};`,
        `return Math.floor(${first} / ${second});`,
      ];
    }
    case 'length':
      return [`return ${lengthOf(first, type, values)};`];
    case 'measure':
      return [`return [[...${first}].length, crc32(${first}) & 0x7fffffff];`];
    case 'count-up':
      return [`return Array.from({ length: ${first} }, (_, i) => \`\${String(i).padStart(7, '0')},\`).join('');`];
    case 'receipt':
      return [first === 'order' ? 'return { ok: true, order };' : `return { ok: true, order: ${first} };`];
  }
}

function sumOf(names: readonly string[], type: Type): string {
  if (type.kind === 'list') return `[${names.map(name => `...${name}`).join(', ')}]`;
  return names.join(' + ') || '0';
}

/** Texts are counted by code points. */
function lengthOf(name: string, { kind }: Type, values: ValueStyle): string {
  if (kind === 'string') return `[...${name}].length`;
  if (kind === 'map' || kind === 'struct') return `Object.keys(${name}).length`;
  return kind === 'bytes' && values === 'json' ? `Buffer.from(${name}, 'base64').length` : `${name}.length`;
}
