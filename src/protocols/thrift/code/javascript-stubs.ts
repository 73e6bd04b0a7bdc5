// The stubs that Thrift's compiler generates in JavaScript, in short.
import { fieldNumbers } from '../../../idl/field-numbers';
import type { Method } from '../../../idl/types';
import { hostAndPort, identifier, parameterList } from '../../javascript-names';
import { type Line, litText } from '../../lit-text';
import type { CodeContext, SourceText } from '../../protocol';
import { readExpression, writeField, writeFields } from './javascript-fields';
import { serviceName } from './thrift-names';
import { thriftText } from './thrift-text';

/** The client's half of the method that is called first. */
export function javascriptClientStub({ service, calls }: CodeContext): SourceText {
  const method = service.methods.find(({ name }) => name === calls[0].method)!;
  return litText(`client stub (${serviceName(service)}.js)`, 'javascript', [
    ...thriftText(service, 'js').map(line => `// ${line}`),
    '',
    'class Client {',
    ...indented([...sendLines(method), ...(method.oneway ? [] : receiveLines(method))]),
    '}',
  ]);
}

function indented(lines: readonly Line[]): Line[] {
  return lines.map(line => {
    if (typeof line === 'string') return line && `  ${line}`;
    const [text, ...steps] = line;
    return [`  ${text}`, ...steps];
  });
}

function sendLines(method: Method): Line[] {
  const name = identifier(method.name);
  const type = method.oneway ? 'ONEWAY' : 'CALL';
  return [
    [`send_${name}(${parameterList(method.params)}) {`, 2],
    [`  output.writeMessageBegin('${method.name}', Thrift.MessageType.${type}, this.seqid());`, 2],
    ...writeFields(method.params).map((line): Line => [`  ${line}`, 2]),
    ['  output.writeFieldStop();', 2],
    ['  output.writeMessageEnd();', 2],
    ['  output.flush();  // all of it in one write', 3],
    '}',
  ];
}

function receiveLines({ name, result, throws }: Method): Line[] {
  const ids = fieldNumbers(throws);
  return [
    '',
    [`recv_${identifier(name)}(input, callback) {`, 9],
    ['  const { mtype } = input.readMessageBegin();', 9],
    ['  if (mtype === Thrift.MessageType.EXCEPTION) return callback(TApplicationException.read(input));', 9],
    ['  for (;;) {', 9],
    ['    const { ftype, fid } = input.readFieldBegin();', 9],
    ...(result.kind === 'void'
      ? []
      : [[`    if (fid === 0) return callback(null, ${readExpression(result)});`, 9, 10] as Line]),
    ...throws.map(
      ({ type }, i): Line => [
        `    if (fid === ${ids[i]}) return callback(${identifier(type.name)}.read(input));`,
        9,
        10,
      ],
    ),
    ['    if (ftype === Thrift.Type.STOP) return callback(null);', 9, 10],
    ['    input.skip(ftype);', 9],
    ['  }', 9],
    '}',
  ];
}

/** The server's half. */
export function javascriptServerStub({ service, calls, authority }: CodeContext): SourceText {
  const [, port] = hostAndPort(authority);
  const called = service.methods.find(({ name }) => name === calls[0].method);
  return litText(`server stub (${serviceName(service)}.js)`, 'javascript', [
    'class Processor {',
    ...indented([...processLines(), ...(called ? methodLines(called) : [])]),
    '}',
    '',
    `thrift.createServer(Processor, service).listen(${port});`,
  ]);
}

/** Finds the function that a message calls. */
function processLines(): Line[] {
  return [
    ['process(input, output) {', 4],
    ['  const { fname, rseqid } = input.readMessageBegin();', 4],
    ["  const method = this['process_' + fname];", 4],
    ['  if (method) return method(rseqid, input, output);', 4],
    '  input.skip(Thrift.Type.STRUCT);',
    "  const unknown = new TApplicationException(UNKNOWN_METHOD, 'Unknown function ' + fname);",
    '  output.writeMessageBegin(fname, Thrift.MessageType.EXCEPTION, rseqid);',
    '  unknown.write(output);',
    '  output.flush();',
    '}',
  ];
}

function methodLines({ name, params, result, throws, oneway }: Method): Line[] {
  const ids = fieldNumbers(throws);
  const call = `service.${identifier(name)}(${params.map(param => `args.${identifier(param.name)}`).join(', ')})`;
  const head: Line[] = [
    '',
    [`process_${identifier(name)}(seqid, input, output) {`, 4],
    [`  const args = ${identifier(name)}_args.read(input);`, 4],
  ];
  if (oneway) return [...head, [`  ${call};  // nothing goes back`, 5], '}'];
  return [
    ...head,
    '  try {',
    [`    const success = ${call};`, 5],
    [`    output.writeMessageBegin('${name}', Thrift.MessageType.REPLY, seqid);`, 7],
    ...(result.kind === 'void' ? [] : writeField('success', result, 0).map((line): Line => [`    ${line}`, 7])),
    '  } catch (error) {',
    ...throws.map(({ type }, i) => `    // a ${type.name} is written as field ${ids[i]} of the result instead`),
    '    // any other exception becomes a TApplicationException',
    '  }',
    ['  output.writeFieldStop();', 7],
    ['  output.writeMessageEnd();', 7],
    ['  output.flush();', 8],
    '}',
  ];
}
