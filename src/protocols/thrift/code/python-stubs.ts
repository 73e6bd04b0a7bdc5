// The stubs that Thrift's compiler generates in Python, in short.
import { fieldNumbers } from '../../../idl/field-numbers';
import type { Method } from '../../../idl/types';
import { hostAndPort } from '../../javascript-names';
import { type Line, litText } from '../../lit-text';
import type { CodeContext, SourceText, StepNumber } from '../../protocol';
import { pythonName } from '../../python-name';
import type { Settings } from '../settings';
import { writeStruct } from './python-fields';
import { generatedImports } from './python-programs';
import { PROTOCOLS, serviceName, TRANSPORTS } from './thrift-names';
import { thriftText } from './thrift-text';

/** The client's half of the method that is called first. */
export function pythonClientStub({ service, calls }: CodeContext): SourceText {
  const method = service.methods.find(({ name }) => name === calls[0].method)!;
  return litText(`client stub (${serviceName(service)}.py)`, 'python', [
    ...thriftText(service, 'py').map(line => `# ${line}`),
    '',
    ...lit(2, writeStruct(`${pythonName(method.name)}_args`, method.params)),
    '',
    'class Client:',
    ...callLines(method),
    ...sendLines(method),
    ...(method.oneway ? [] : receiveLines(method)),
  ]);
}

function lit(step: StepNumber, lines: readonly string[]): Line[] {
  return lines.map((line): Line => [line, step]);
}

function argumentNames({ params }: Method): string {
  return ['self', ...params.map(({ name }) => pythonName(name))].join(', ');
}

function callLines(method: Method): Line[] {
  const name = pythonName(method.name);
  const args = method.params.map(param => pythonName(param.name)).join(', ');
  return [
    `    def ${name}(${argumentNames(method)}):`,
    `        self.send_${name}(${args})`,
    ...(method.oneway ? [] : [`        return self.recv_${name}()`]),
    '',
  ];
}

function sendLines(method: Method): Line[] {
  const name = pythonName(method.name);
  return [
    ...lit(2, [
      `    def send_${name}(${argumentNames(method)}):`,
      '        oprot = self._oprot',
      `        oprot.writeMessageBegin("${method.name}", TMessageType.${method.oneway ? 'ONEWAY' : 'CALL'}, self._seqid)`,
      `        args = ${name}_args()`,
      ...method.params.map(param => `        args.${pythonName(param.name)} = ${pythonName(param.name)}`),
      '        args.write(oprot)',
      '        oprot.writeMessageEnd()',
    ]),
    ['        oprot.trans.flush()  # all of it in one write', 3],
  ];
}

function receiveLines({ name: method, result, throws }: Method): Line[] {
  const name = pythonName(method);
  const isVoid = result.kind === 'void';
  return [
    '',
    ...lit(9, [
      `    def recv_${name}(self):`,
      '        iprot = self._iprot',
      '        fname, mtype, rseqid = iprot.readMessageBegin()',
      '        if mtype == TMessageType.EXCEPTION:',
      '            error = TApplicationException()',
      '            error.read(iprot)',
      '            raise error',
      `        result = ${name}_result()`,
      '        result.read(iprot)  # field by field, as write() does',
      '        iprot.readMessageEnd()',
    ]),
    ...(isVoid ? [] : ['        if result.success is not None:', ['            return result.success', 9, 10] as Line]),
    ...throws.flatMap((_, i): Line[] => [
      `        if result.e${i + 1} is not None:`,
      [`            raise result.e${i + 1}`, 9, 10],
    ]),
    isVoid
      ? ['        return', 9, 10]
      : `        raise TApplicationException(TApplicationException.MISSING_RESULT, "${method} failed: unknown result")`,
  ];
}

/** The server's half. */
export function pythonServerStub({ service, calls, authority }: CodeContext, chosen: Settings): SourceText {
  const [, port] = hostAndPort(authority);
  const called = service.methods.find(({ name }) => name === calls[0].method);
  const transport = `${TRANSPORTS[chosen.framing]}Factory()`;
  return litText(`server stub (${serviceName(service)}.py)`, 'python', [
    ...generatedImports(service),
    'from service import Service',
    '',
    'class Processor:',
    ...lit(4, [
      '    def process(self, iprot, oprot):',
      '        name, type, seqid = iprot.readMessageBegin()',
      '        if name in self._processMap:',
      '            return self._processMap[name](self, seqid, iprot, oprot)',
    ]),
    '        iprot.skip(TType.STRUCT)',
    '        unknown = TApplicationException(TApplicationException.UNKNOWN_METHOD, "Unknown function " + name)',
    '        oprot.writeMessageBegin(name, TMessageType.EXCEPTION, seqid)',
    '        unknown.write(oprot)',
    '        oprot.trans.flush()',
    ...(called ? processLines(called) : []),
    '',
    `processor = ${serviceName(service)}.Processor(Service())`,
    `factories = ${transport}, ${PROTOCOLS[chosen.encoding]}Factory()`,
    `TServer.TThreadedServer(processor, TSocket.TServerSocket(port=${port}), *factories).serve()`,
  ]);
}

function processLines({ name: method, params, result, throws, oneway }: Method): Line[] {
  const name = pythonName(method);
  const ids = fieldNumbers(throws);
  const call = `self._handler.${name}(${params.map(param => `args.${pythonName(param.name)}`).join(', ')})`;
  const head: Line[] = [
    '',
    ...lit(4, [
      `    def process_${name}(self, seqid, iprot, oprot):`,
      `        args = ${name}_args()`,
      '        args.read(iprot)  # field by field',
      '        iprot.readMessageEnd()',
    ]),
  ];
  if (oneway) return [...head, [`        ${call}  # nothing goes back`, 5]];
  return [
    ...head,
    `        result = ${name}_result()`,
    '        try:',
    [`            ${result.kind === 'void' ? call : `result.success = ${call}`}`, 5],
    '            mtype = TMessageType.REPLY',
    ...throws.flatMap(({ type }, i) => [
      `        except ${pythonName(type.name)} as e:`,
      `            mtype, result.e${i + 1} = TMessageType.REPLY, e  # field ${ids[i]} of the result`,
    ]),
    '        except Exception:',
    '            mtype = TMessageType.EXCEPTION',
    '            result = TApplicationException(TApplicationException.INTERNAL_ERROR, "Internal error")',
    ...lit(7, [
      `        oprot.writeMessageBegin("${method}", mtype, seqid)`,
      '        result.write(oprot)',
      '        oprot.writeMessageEnd()',
    ]),
    ['        oprot.trans.flush()', 8],
  ];
}
