// The stubs as programs: what @grpc/grpc-js and protobufjs do, in short.
import type { Member, Method, ServiceInterface, Type } from '../../../idl/types';
import { hostAndPort, identifier } from '../../javascript-names';
import { type Line, litText } from '../../lit-text';
import type { SourceText } from '../../protocol';
import { DEFAULT_SERVICE, pathOf } from '../paths';
import { protoText, replyName, requestName } from './proto-text';

/** The client stub of `service`. */
export function clientStub(service: ServiceInterface): SourceText {
  const { name = DEFAULT_SERVICE } = service;
  return litText('client-stub.js', 'javascript', [
    ...interfaceLines(service),
    "import http2 from 'node:http2';",
    "import { decode, encode, percentDecoded } from './messages.js'; // made from service.proto",
    '',
    `export class ${identifier(name.slice(name.lastIndexOf('.') + 1))} {`,
    '  constructor(address) {',
    // The connection is opened with the first call.
    ['    this.session = http2.connect(address);', 3],
    '  }',
    '',
    ...service.methods.map(method => {
      const messages = `'${requestType(method)}', '${replyType(method)}'`;
      const path = pathOf(service, method.name);
      return `  ${identifier(method.name)} = (request, callback) => this.call('${path}', ${messages}, request, callback);`;
    }),
    '',
    '  call(path, requestType, replyType, request, callback) {',
    ['    const messages = encode(requestType, request); // each behind five bytes: flag and length', 2],
    '',
    ['    const stream = this.session.request({', 3],
    ["      ':method': 'POST',", 3],
    ["      ':path': path,", 3],
    ["      'content-type': 'application/grpc',", 3],
    ["      te: 'trailers',", 3],
    ['    });', 3],
    ['    stream.end(messages);', 3],
    '',
    ['    const octets = [];', 9],
    ["    stream.on('data', part => octets.push(part));", 9],
    ["    stream.on('trailers', ({ 'grpc-status': code, 'grpc-message': message }) => {", 9],
    ["      if (code !== '0') return callback({ code, message: percentDecoded(message) });", 9],
    ['      callback(null, decode(replyType, Buffer.concat(octets)));', 9, 10],
    '    });',
    '  }',
    '}',
  ]);
}

/** The server stub of `service`, whose functions are in service.js. */
export function serverStub(service: ServiceInterface, authority: string): SourceText {
  const [, port] = hostAndPort(authority);
  return litText('server-stub.js', 'javascript', [
    ...interfaceLines(service),
    "import http2 from 'node:http2';",
    "import { decode, encode, percentEncoded } from './messages.js'; // made from service.proto",
    "import * as service from './service.js';",
    '',
    'const handlers = {',
    ...service.methods.map(method => `  '${pathOf(service, method.name)}': ${handler(method)},`),
    '};',
    '',
    "http2.createServer().on('stream', async (stream, { ':path': path }) => {",
    ['  const octets = [];', 4],
    ['  for await (const part of stream) octets.push(part);', 4],
    '  let status = { code: 0, message: "OK" };',
    '  let messages;',
    '  try {',
    "    if (!Object.hasOwn(handlers, path)) throw { code: 12, message: 'unknown method' };",
    ['    const { requestType, replyType, run } = handlers[path];', 4],
    ['    const request = decode(requestType, Buffer.concat(octets));', 4],
    ['    const reply = run(request);', 5],
    ['    messages = encode(replyType, reply); // each behind five bytes: flag and length', 7],
    '  } catch ({ code = 2, message }) {',
    '    status = { code, message };',
    '  }',
    '',
    ["  stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });", 8],
    ["  stream.on('wantTrailers', () => {", 8],
    ["    stream.sendTrailers({ 'grpc-status': status.code, 'grpc-message': percentEncoded(status.message) });", 8],
    ['  });', 8],
    ['  stream.end(messages);', 8],
    `}).listen(${port});`,
  ]);
}

function interfaceLines(service: ServiceInterface): Line[] {
  return [...protoText(service).map(line => `// ${line}`), ''];
}

function handler(method: Method): string {
  const { name, params, result } = method;
  const [first] = params;
  const args =
    params.length === 1 && isMessage(first.type)
      ? 'request'
      : params.map((param: Member) => `request.${identifier(param.name)}`).join(', ');
  const call = `service.${identifier(name)}(${args})`;
  const reply = isMessage(result) ? call : `({ result: ${call} })`;
  return `{ requestType: '${requestType(method)}', replyType: '${replyType(method)}', run: request => ${reply} }`;
}

/** Whether a value of `type` is sent as it is, not as a field of a message made for it. */
function isMessage(type: Type): boolean {
  return type.kind === 'struct' || (type.kind === 'list' && type.streamed === true);
}

function requestType(method: Method): string {
  const [first] = method.params;
  return (method.params.length === 1 ? structName(first.type) : undefined) ?? requestName(method);
}

function replyType(method: Method): string {
  return structName(method.result) ?? replyName(method);
}

function structName(type: Type): string | undefined {
  const single = type.kind === 'list' && type.streamed ? type.element : type;
  return single.kind === 'struct' ? single.name : undefined;
}
