// The server stub as a program: what jayson's Server does, in short.
import type { Method } from '../../../idl/types';
import { hostAndPort, identifier, propertyName } from '../../javascript-names';
import { type Line, litText } from '../../lit-text';
import type { SourceText } from '../../protocol';
import type { Settings, Version } from '../settings';

/** The server stub of a service with `methods`. */
export function serverStub(chosen: Settings, methods: readonly Method[], authority: string): SourceText {
  const [, port] = hostAndPort(authority);
  const body = chosen.transport === 'http' ? overHttp(chosen.serverVersion) : overTcp(chosen.serverVersion);
  return litText('server-stub.js', 'javascript', [
    chosen.transport === 'http' ? "import http from 'node:http';" : "import net from 'node:net';",
    "import * as service from './service.js';",
    '',
    ...router(methods),
    '',
    ...body,
    `}).listen(${port});`,
  ]);
}

/** Which function belongs to which name. */
function router(methods: readonly Method[]): Line[] {
  return [
    'const inOrder = (params, names) => (Array.isArray(params) ? params : names.map(name => params[name]));',
    '',
    'const router = {',
    ...methods.map(({ name, params }) => {
      const names = params.map(param => `'${param.name}'`).join(', ');
      const args = params.length > 0 ? `...inOrder(params, [${names}])` : '';
      return `  ${propertyName(name)}: params => service.${identifier(name)}(${args}),`;
    }),
    '};',
  ];
}

function overHttp(version: Version): Line[] {
  return [
    'http.createServer(async (request, response) => {',
    ["  let text = '';", 4],
    ["  for await (const octets of request.setEncoding('utf8')) text += octets;", 4],
    ...call(version),
    `  if (${isNotification(version)}) return response.writeHead(204).end(); // a notification gets no response`,
    ...message(version),
    '',
    ['  response.writeHead(200, {', 8],
    ["    'content-length': Buffer.byteLength(body),", 8],
    ["    'content-type': 'application/json; charset=utf-8',", 8],
    ['  });', 8],
    ['  response.end(body);', 8],
  ];
}

function overTcp(version: Version): Line[] {
  return [
    'net.createServer(async connection => {',
    ["  let text = '';", 4],
    ["  for await (const octets of connection.setEncoding('utf8')) {", 4],
    ['    text += octets;', 4],
    ["    if (text.endsWith('\\n')) break; // the line feed ends the message", 4],
    ['  }', 4],
    ...call(version),
    `  if (${isNotification(version)}) return; // a notification gets no response`,
    ...message(version),
    '',
    ["  connection.write(body + '\\n');", 8],
  ];
}

function call(version: Version): Line[] {
  const two = version === '2.0';
  const invalid = two ? "jsonrpc !== '2.0'" : '!Array.isArray(params)';
  return [
    [`  const { ${two ? 'jsonrpc, ' : ''}method, params, id } = JSON.parse(text); // of a batch: each in turn`, 4],
    '',
    '  let result = null;',
    '  let error = null;',
    `  if (${invalid}) error = { code: -32600, message: 'Invalid request' };`,
    "  else if (!Object.hasOwn(router, method)) error = { code: -32601, message: 'Method not found' };",
    '  else {',
    '    try {',
    ['      result = router[method](params);', 5],
    '    } catch (thrown) {',
    two
      ? "      error = Number.isInteger(thrown.code) ? thrown : { code: -32603, message: 'Internal error' };"
      : '      error = thrown;',
    '    }',
    '  }',
    '',
  ];
}

function isNotification(version: Version): string {
  return version === '2.0' ? 'id === undefined' : 'id === null';
}

function message(version: Version): Line[] {
  const text =
    version === '2.0'
      ? "error ? { jsonrpc: '2.0', id, error } : { jsonrpc: '2.0', id, result }"
      : 'error ? { id, error } : { id, error, result }';
  return [
    [`  const message = ${text};`, 7],
    ['  const body = JSON.stringify(message);', 7],
  ];
}
