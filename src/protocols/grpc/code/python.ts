// The programs of both sides in Python, with what grpcio's compiler generates of the interface.
import { ANY, type Method, type ServiceInterface, type Type } from '../../../idl/types';
import { identifier } from '../../javascript-names';
import { type Line, litText } from '../../lit-text';
import type { Call, CodeContext, SourceText } from '../../protocol';
import { type PythonStyle, pythonBody, pythonImports, pythonMessage } from '../../python-body';
import { pythonLiteral } from '../../python-literal';
import { pythonName } from '../../python-name';
import { DEFAULT_SERVICE, pathOf } from '../paths';
import { settings } from '../settings';
import { protoText, replyName, requestName } from './proto-text';

const STYLE: PythonStyle = { values: 'objects', fault: ({ message }) => `Exception(${pythonMessage(message)})` };

/** The program that makes the calls. */
export function pythonClient({ service, authority, calls, options }: CodeContext): SourceText {
  const stub = `${className(service)}Stub`;
  const compression = settings(options).compression === 'gzip' ? ', compression=grpc.Compression.Gzip' : '';
  return litText('client.py', 'python', [
    'import grpc',
    'from service_pb2 import *',
    `from service_pb2_grpc import ${stub}`,
    '',
    `with grpc.insecure_channel("${authority}"${compression}) as channel:`,
    `    stub = ${stub}(channel)`,
    ...calls.flatMap(call => callLines(call, service)),
  ]);
}

function callLines(call: Call, { methods }: ServiceInterface): Line[] {
  const method = methods.find(({ name }) => name === call.method);
  if (!method) return [];
  const values = call.args.map((arg, i) => pythonLiteral(arg, method.params[i]?.type ?? ANY, STYLE.values));
  const named = method.params.map(({ name }, i) => `${pythonName(name)}=${values[i]}`);
  const [first] = method.params;
  const message = isAlone(method) && first ? values[0] : `${requestName(method)}(${named.join(', ')})`;
  const each = structName(first?.type ?? ANY)
    ? 'each'
    : `${requestName(method)}(${pythonName(first?.name ?? '')}=each)`;
  const request = first && isStreamed(first.type) ? `(${each} for each in ${message})` : message;
  const reply = isStreamed(method.result) ? 'list(reply)' : isMessage(method.result) ? 'reply' : 'reply.result';
  return [
    [`    reply = stub.${pythonName(method.name)}(${[request, ...extras(call)].join(', ')})`, 1],
    [`    print(${method.result.kind === 'void' ? 'reply' : reply})`, 10],
  ];
}

function extras({ deadline, metadata = [] }: Call): string[] {
  const pairs = metadata.map(({ name, value }) => `(${pythonMessage(name)}, ${pythonMessage(value)})`);
  return [
    ...(deadline === undefined ? [] : [`timeout=${deadline / 1000}`]),
    ...(pairs.length === 0 ? [] : [`metadata=[${pairs.join(', ')}]`]),
  ];
}

/** The client's part of service_pb2_grpc.py. */
export function pythonClientStub(service: ServiceInterface): SourceText {
  return litText('service_pb2_grpc.py (client)', 'python', [
    ...protoText(service).map(line => `# ${line}`),
    '',
    'import service_pb2',
    '',
    `class ${className(service)}Stub:`,
    '    def __init__(self, channel):',
    ...service.methods.flatMap((method): Line[] => [
      [`        self.${pythonName(method.name)} = channel.${arity(method)}(`, 3],
      [`            "${pathOf(service, method.name)}",`, 3],
      [`            request_serializer=service_pb2.${requestType(method)}.SerializeToString,`, 2],
      [`            response_deserializer=service_pb2.${replyType(method)}.FromString,`, 9],
      '        )',
    ]),
    ...(service.methods.length === 0 ? ['        pass'] : []),
  ]);
}

/** The server's part of service_pb2_grpc.py, and what starts the server. Each function gets plain values. */
export function pythonServerStub(service: ServiceInterface, authority: string): SourceText {
  const { name = DEFAULT_SERVICE } = service;
  const port = authority.slice(authority.lastIndexOf(':') + 1);
  return litText('server.py', 'python', [
    ...protoText(service).map(line => `# ${line}`),
    '',
    'from concurrent import futures',
    'import grpc',
    'import service',
    'import service_pb2',
    '',
    'handlers = {',
    ...service.methods.flatMap((method): Line[] => [
      `    "${method.name}": grpc.${arity(method)}_rpc_method_handler(`,
      [`        lambda request, context: ${handler(method)},`, 5],
      [`        request_deserializer=service_pb2.${requestType(method)}.FromString,`, 4],
      [`        response_serializer=service_pb2.${replyType(method)}.SerializeToString,`, 7],
      '    ),',
    ]),
    '}',
    'server = grpc.server(futures.ThreadPoolExecutor())',
    [`server.add_generic_rpc_handlers([grpc.method_handlers_generic_handler("${name}", handlers)])`, 8],
    `server.add_insecure_port("[::]:${port}")`,
    'server.start()',
    'server.wait_for_termination()',
  ]);
}

function handler(method: Method): string {
  const { name, params, result } = method;
  const [first] = params;
  const args =
    isAlone(method) && first
      ? isStreamed(first.type)
        ? `[${structName(first.type) ? 'each' : `each.${pythonName(first.name)}`} for each in request]`
        : 'request'
      : params.map(param => `request.${pythonName(param.name)}`).join(', ');
  const call = `service.${pythonName(name)}(${args})`;
  if (isStreamed(result))
    return structName(result) ? `iter(${call})` : `(service_pb2.${replyName(method)}(result=each) for each in ${call})`;
  if (isMessage(result)) return call;
  return `service_pb2.${replyName(method)}(${result.kind === 'void' ? '' : `result=${call}`})`;
}

/** The functions of the service. */
export function pythonServer({ service, functions, calls }: CodeContext): SourceText {
  const lines: Line[] = [
    '# the service: it knows nothing of gRPC',
    ...pythonImports(service.methods.map(({ name }) => functions[name])),
    'from service_pb2 import *',
  ];
  for (const method of service.methods) {
    const names = method.params.map(({ name }) => pythonName(name)).join(', ');
    const text = [
      `def ${pythonName(method.name)}(${names}):`,
      `    ${pythonBody(functions[method.name], method, STYLE)}`,
    ];
    const called = calls.some(call => call.method === method.name);
    lines.push('', ...text.map((line): Line => (called ? [line, 6] : line)));
  }
  return litText('service.py', 'python', lines);
}

function className({ name = DEFAULT_SERVICE }: ServiceInterface): string {
  return identifier(name.slice(name.lastIndexOf('.') + 1));
}

function arity({ params, result }: Method): string {
  const isStream = params.length === 1 && isStreamed(params[0].type);
  return `${isStream ? 'stream' : 'unary'}_${isStreamed(result) ? 'stream' : 'unary'}`;
}

function isStreamed(type: Type): boolean {
  return type.kind === 'list' && type.streamed === true;
}

function isMessage(type: Type): boolean {
  return type.kind === 'struct' || isStreamed(type);
}

/** Whether the only argument is the request itself. */
function isAlone({ params }: Method): boolean {
  return params.length === 1 && isMessage(params[0].type);
}

function requestType(method: Method): string {
  return (isAlone(method) ? structName(method.params[0].type) : undefined) ?? requestName(method);
}

function replyType(method: Method): string {
  return structName(method.result) ?? replyName(method);
}

function structName(type: Type): string | undefined {
  const single = type.kind === 'list' && type.streamed ? type.element : type;
  return single.kind === 'struct' ? single.name : undefined;
}
