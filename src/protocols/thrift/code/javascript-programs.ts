// The programs that their authors write in JavaScript: the client, and the functions of the service.
import type { Behaviour } from '../../../idl/behaviour';
import type { Method } from '../../../idl/types';
import { type JavaScriptStyle, javascriptBody, messageLiteral } from '../../javascript-body';
import { javascriptLiteral } from '../../javascript-literal';
import { hostAndPort, identifier } from '../../javascript-names';
import { javascriptService } from '../../javascript-service';
import { type Line, litText } from '../../lit-text';
import type { Call, CodeContext, SourceText } from '../../protocol';
import { returnedValue } from '../../returned-value';
import type { Settings } from '../settings';
import { PROTOCOLS, serviceName, TRANSPORTS } from './thrift-names';

const STYLE: JavaScriptStyle = {
  values: 'objects',
  fault: ({ code, message }) => {
    const error = `new Error(${messageLiteral(message)})`;
    return code === undefined ? error : `Object.assign(${error}, { code: ${code} })`;
  },
};

/** The program that makes the calls. */
export function javascriptClient(
  { service, authority, calls }: CodeContext,
  { encoding, framing }: Settings,
): SourceText {
  const [host, port] = hostAndPort(authority);
  const name = serviceName(service);
  return litText('client.js', 'javascript', [
    "const thrift = require('thrift');",
    `const ${name} = require('./gen-nodejs/${name}');`,
    '',
    `const connection = thrift.createConnection('${host}', ${port}, {`,
    `  transport: thrift.${TRANSPORTS[framing]},`,
    `  protocol: thrift.${PROTOCOLS[encoding]},`,
    '});',
    `const client = thrift.createClient(${name}, connection);`,
    ...calls.flatMap(callLines),
  ]);
}

function callLines({ method, args, oneway }: Call): Line[] {
  const values = args.map(value => javascriptLiteral(value, STYLE.values));
  if (oneway) return [[`client.${identifier(method)}(${values.join(', ')});`, 1]];
  return [
    [`client.${identifier(method)}(${[...values, '(error, result) => {'].join(', ')}`, 1],
    ['  console.log(error ?? result);', 10],
    '});',
  ];
}

/** The service itself. */
export function javascriptServer(context: CodeContext): SourceText {
  return javascriptService(context, '// The service: it knows nothing of Thrift.', body);
}

/** A declared exception is an object of a class that the compiler has generated. */
function body(behaviour: Behaviour, method: Method): string[] {
  if (behaviour.does !== 'raise') return javascriptBody(behaviour, method, STYLE);
  const declared = method.throws.find(({ type }) => type.name === behaviour.exception)?.type;
  if (!declared) return javascriptBody(behaviour, method, STYLE);
  const value = javascriptLiteral(returnedValue(declared, behaviour.value), STYLE.values);
  return [`throw new ${identifier(behaviour.exception)}(${value});`];
}
