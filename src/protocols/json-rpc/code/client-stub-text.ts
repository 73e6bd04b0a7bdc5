// The client stub as a program: what jayson's Client does, in short.

import { hostAndPort } from '../../javascript-names';
import { type Line, litText } from '../../lit-text';
import type { SourceText } from '../../protocol';
import type { Settings } from '../settings';

/** The client stub for these options, which calls the server at `authority`. */
export function clientStub(chosen: Settings, authority: string): SourceText {
  const [host, port] = hostAndPort(authority);
  const lines = chosen.transport === 'http' ? overHttp(chosen, host, port) : overTcp(chosen, host, port);
  return litText('client-stub.js', 'javascript', lines);
}

function overHttp(chosen: Settings, host: string, port: string): Line[] {
  return [
    "import http from 'node:http';",
    ...start(chosen),
    [`  const call = http.request({ host: '${host}', port: ${port}, method: 'POST', headers: {`, 3],
    ["    'Content-Length': Buffer.byteLength(body),", 3],
    ["    'Content-Type': 'application/json; charset=utf-8',", 3],
    ["    Accept: 'application/json',", 3],
    ["    'User-Agent': 'jayson-5.0.0',", 3],
    [`  }${chosen.agent === 'none' ? ', agent: false' : ''} });`, 3],
    ['  call.end(body);', 3],
    '',
    ["  call.on('response', async response => {", 9],
    ["    let text = '';", 9],
    ["    for await (const octets of response.setEncoding('utf8')) text += octets;", 9],
    ['    callback(null, text ? JSON.parse(text) : undefined);', 9, 10],
    '  });',
    '}',
  ];
}

function overTcp(chosen: Settings, host: string, port: string): Line[] {
  return [
    "import net from 'node:net';",
    ...start(chosen),
    [`  const connection = net.connect({ host: '${host}', port: ${port} }, () => {`, 3],
    ["    if (isNotification) connection.end(body + '\\n'); // nothing will come back", 3],
    ["    else connection.write(body + '\\n');", 3],
    ['  });', 3],
    '',
    ["  let text = '';", 9],
    ["  connection.setEncoding('utf8').on('data', octets => {", 9],
    ['    text += octets;', 9],
    ["    if (!text.endsWith('\\n')) return; // the line feed ends the message", 9],
    ['    connection.end();', 9],
    ['    callback(null, JSON.parse(text));', 9, 10],
    '  });',
    '}',
  ];
}

/** Up to the text that is sent. */
function start({ ids, version, transport }: Settings): Line[] {
  const uuid = ids === 'uuid';
  const two = version === '2.0';
  const message = `{ method, ${two ? "jsonrpc: '2.0', " : ''}params }`;
  return [
    ...(uuid ? ["import { randomUUID } from 'node:crypto';"] : []),
    '',
    ...(uuid ? [] : ['let lastId = 0;', '']),
    'export function request(method, params, id, callback) {',
    "  if (typeof id === 'function') return request(method, params, undefined, id);",
    ['  let message = method; // a batch: an array of requests', 2],
    ["  if (typeof method === 'string') {", 2],
    [`    message = ${message};`, 2],
    [`    if (id !== null) message.id = ${uuid ? 'randomUUID()' : '++lastId'};`, 2],
    ...(two ? [] : [['    else message.id = null;', 2] as Line]),
    ['  }', 2],
    '  if (callback === false) return message; // part of a batch',
    ...(transport === 'tcp' ? [['  const isNotification = id === null;', 2] as Line] : []),
    ['  const body = JSON.stringify(message);', 2],
    '',
  ];
}
