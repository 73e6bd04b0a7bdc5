// The programs that their authors write in Python: the client, and the functions of the service.
import type { Behaviour } from '../../../idl/behaviour';
import { ANY, type Method, type ServiceInterface } from '../../../idl/types';
import { hostAndPort } from '../../javascript-names';
import { type Line, litText } from '../../lit-text';
import type { Call, CodeContext, SourceText } from '../../protocol';
import { type PythonStyle, pythonBody, pythonImports, pythonMessage } from '../../python-body';
import { pythonLiteral } from '../../python-literal';
import { pythonName } from '../../python-name';
import { returnedValue } from '../../returned-value';
import type { Settings } from '../settings';
import { moduleName, PROTOCOLS, serviceName, TRANSPORTS } from './thrift-names';

const STYLE: PythonStyle = { values: 'objects', fault: ({ message }) => `Exception(${pythonMessage(message)})` };

/** The program that makes the calls. */
export function pythonClient({ service, authority, calls }: CodeContext, chosen: Settings): SourceText {
  const [host, port] = hostAndPort(authority);
  const protocol = PROTOCOLS[chosen.encoding];
  const old = chosen.encoding === 'binary' && !chosen.strict ? ', strictWrite=False' : '';
  return litText('client.py', 'python', [
    `from thrift.protocol.${protocol} import ${protocol}`,
    'from thrift.transport.TSocket import TSocket',
    `from thrift.transport.TTransport import ${TRANSPORTS[chosen.framing]}`,
    ...generatedImports(service),
    '',
    `transport = ${TRANSPORTS[chosen.framing]}(TSocket("${host}", ${port}))`,
    `client = ${serviceName(service)}.Client(${protocol}(transport${old}))`,
    'transport.open()',
    ...calls.map((call): Line => callLine(call, service)),
    'transport.close()',
  ]);
}

/** What Thrift's compiler has generated: the service, and the types if it declares any. */
export function generatedImports(service: ServiceInterface): string[] {
  const { enums, structs, exceptions } = service;
  const module = moduleName(service) ?? serviceName(service);
  const declared = enums.length + structs.length + exceptions.length > 0;
  return [`from ${module} import ${serviceName(service)}`, ...(declared ? [`from ${module}.ttypes import *`] : [])];
}

function callLine({ method: name, args, oneway }: Call, { methods }: ServiceInterface): Line {
  const params = methods.find(method => method.name === name)?.params ?? [];
  const values = args.map((arg, i) => pythonLiteral(arg, params[i]?.type ?? ANY, STYLE.values));
  const call = `client.${pythonName(name)}(${values.join(', ')})`;
  return oneway ? [call, 1] : [`print(${call})`, 1, 10];
}

/** The service itself. */
export function pythonServer({ service, functions, calls }: CodeContext): SourceText {
  const [, ...types] = generatedImports(service);
  const imports = [...pythonImports(service.methods.map(({ name }) => functions[name])), ...types];
  const lines: Line[] = ['# the service: it knows nothing of Thrift', ...imports, '', 'class Service:'];
  if (service.methods.length === 0) lines.push('    pass');
  for (const method of service.methods) {
    const names = ['self', ...method.params.map(({ name }) => pythonName(name))].join(', ');
    const text = [`    def ${pythonName(method.name)}(${names}):`, `        ${body(functions[method.name], method)}`];
    const called = calls.some(call => call.method === method.name);
    lines.push('', ...text.map((line): Line => (called ? [line, 6] : line)));
  }
  return litText('service.py', 'python', lines);
}

/** A declared exception is an object of a class that the compiler has generated. */
function body(behaviour: Behaviour, method: Method): string {
  const declared =
    behaviour.does === 'raise' && method.throws.find(({ type }) => type.name === behaviour.exception)?.type;
  if (behaviour.does !== 'raise' || !declared) return pythonBody(behaviour, method, STYLE);
  return `raise ${pythonLiteral(returnedValue(declared, behaviour.value), declared, STYLE.values)}`;
}
