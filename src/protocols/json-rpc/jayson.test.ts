// What jayson 5.0.0 does with requests that no client of its own would send, beside what our server does: octet for octet.
import { once } from 'node:events';
import { type AddressInfo, createConnection, type Server } from 'node:net';
import jayson from 'jayson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANY, EMPTY_INTERFACE, type ServiceInterface } from '../../idl/types';
import type { Outcome, Value } from '../../idl/value';
import { jsonRpc } from './json-rpc';

type Callback = (error: unknown, result?: unknown) => void;
const coded = Object.assign(new Error('not seen'), { code: -5 });

/** The functions of jayson's server, and beside each what ours is told that it did. */
const FUNCTIONS: Record<
  string,
  readonly [(params: unknown[], callback: Callback) => void, (...args: readonly Value[]) => Outcome]
> = {
  echo: [(params, callback) => callback(null, params[0]), value => ({ kind: 'returned', value })],
  nothing: [(_, callback) => callback(null), () => ({ kind: 'returned', value: null })],
  exception: [
    (_, callback) => callback(new Error('secret')),
    () => ({ kind: 'threw', error: { exception: 'Error', message: 'secret' } }),
  ],
  coded_exception: [
    (_, callback) => callback(coded),
    () => ({ kind: 'threw', error: { exception: 'Error', code: -5, message: 'not seen' } }),
  ],
  fault: [
    (_, callback) => callback({ code: -32050, message: '余额不足', data: [1] }),
    () => ({ kind: 'threw', error: { code: -32050, message: '余额不足', data: [1] } }),
  ],
  fraction: [
    (_, callback) => callback({ code: 1.5, message: 'x' }),
    () => ({ kind: 'threw', error: { code: 1.5, message: 'x' } }),
  ],
};

const service: ServiceInterface = {
  ...EMPTY_INTERFACE,
  methods: Object.keys(FUNCTIONS).map(name => ({
    name,
    params: [{ name: 'x', type: ANY }],
    result: ANY,
    throws: [],
    oneway: false,
  })),
};

const two = (method: string, rest = '') => `{"jsonrpc":"2.0","method":"${method}","id":1${rest}}`;
const one = (method: string, rest = '') => `{"method":"${method}","params":[1],"id":"a"${rest}}`;

const TEXTS = [
  ...Object.keys(FUNCTIONS).flatMap(name => [two(name, ',"params":[7]'), one(name)]),
  two('missing'),
  '{"jsonrpc":"2.0","method":"missing"}',
  '{"jsonrpc":"2.0","method":"nothing","id":null}',
  '{"jsonrpc":"2.0","method":"echo","params":[0],"id":12345678901234567890}',
  '{"jsonrpc":"2.0","method":"echo","params":[0],"id":1.50}',
  '{"jsonrpc":"2.0","method":"echo","params":[0],"id":"\\u00e9\\ud800"}',
  '{"jsonrpc":"2.0","method":"echo","params":[0],"id":true}',
  '{"jsonrpc":"2.0","method":"echo","params":[0],"id":[1,{"a":null}]}',
  '{"jsonrpc":"2.0","method":"echo","params":[0],"id":4294967296}',
  '{"jsonrpc":"2.0","method":"echo","params":"x","id":1}',
  '{"jsonrpc":"2.0","method":"echo","params":null,"id":1}',
  '{"jsonrpc":"2.0","method":1,"id":1}',
  '{"jsonrpc":"1.0","method":"nothing","id":1}',
  two('echo', ',"params":[{"b":1,"2":2,"a":3,"1":4,"b":5,"01":6}]'),
  two('echo', ',"params":[[-0,1e400,12345678901234567890,1E2,0.10,"\\/\\u2028\\u0007\\ud83d\\ude00"]]'),
  '{"method":"nothing","params":[],"id":null}',
  '{"method":"nothing","params":{},"id":1}',
  '[]',
  '[1,2]',
  '[[1],2]',
  '{}',
  'null',
  '7',
  '"text"',
  `[${two('echo', ',"params":[1]')},{"jsonrpc":"2.0","method":"nothing"},{"foo":"boo"},${two('missing')},${two('fault')}]`,
  '[{"jsonrpc":"2.0","method":"nothing"}]',
];

function oursTo(octets: Uint8Array, options: Record<string, string>): string {
  const context = { service, options, authority: '', now: () => 0, random: () => 0 };
  const messages = jsonRpc.openServer(context).accept().receive(octets);
  return messages
    .map(({ content }) => {
      if (!('invocations' in content!)) throw new Error(content!.code);
      const outcomes = content.invocations.map(({ method, args }) => FUNCTIONS[method][1](...args));
      const reply = content.reply(outcomes);
      return reply ? new TextDecoder().decode(reply.pdu.bytes) : '';
    })
    .join('');
}

/** Sends `octets` and gives back everything that comes until the server closes. */
async function exchange(port: number, octets: Uint8Array): Promise<string> {
  const socket = createConnection(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', chunk => chunks.push(chunk));
  socket.end(octets);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}

const withoutDate = (text: string) => text.replace(/Date: [^\r]+/, 'Date: …');

describe.each([
  ['2.0', 2],
  ['1.0', 1],
] as const)("jayson's server for version %s", (serverVersion, version) => {
  const servers: Server[] = [];
  let httpPort = 0;
  let tcpPort = 0;

  beforeAll(async () => {
    const functions = Object.fromEntries(Object.entries(FUNCTIONS).map(([name, [run]]) => [name, run]));
    const server = new jayson.Server(functions as never, { version });
    const [http, tcp] = [server.http(), server.tcp()] as unknown as Server[];
    servers.push(http, tcp);
    [httpPort, tcpPort] = await Promise.all(
      servers.map(async listener => {
        listener.listen(0, '127.0.0.1');
        await once(listener, 'listening');
        return (listener.address() as AddressInfo).port;
      }),
    );
  });

  afterAll(() => {
    for (const server of servers) server.close();
  });

  test.each(TEXTS)('answers %s over HTTP as ours does', async text => {
    const body = new TextEncoder().encode(text);
    const head = `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n`;
    const octets = Buffer.concat([Buffer.from(head), body]);
    const expected = withoutDate(await exchange(httpPort, octets));
    expect(withoutDate(oursTo(octets, { transport: 'http', serverVersion }))).toBe(expected);
  });

  test.each(TEXTS)('answers %s over TCP as ours does', async text => {
    const octets = new TextEncoder().encode(`${text}\n`);
    expect(oursTo(octets, { transport: 'tcp', serverVersion })).toBe(await exchange(tcpPort, octets));
  });

  test.each([
    ['GET', 'application/json'],
    ['POST', 'text/plain'],
  ])('refuses %s of %s as ours does', async (method, type) => {
    const octets = Buffer.from(
      `${method} / HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`,
    );
    const expected = withoutDate(await exchange(httpPort, octets));
    expect(withoutDate(oursTo(octets, { transport: 'http', serverVersion }))).toBe(expected);
  });

  // V8's wording differs from version to version; everything around it is compared.
  test.each(['{bad', '[1,2', ''])('answers the broken text %j as ours does, but for the wording', async text => {
    const wording = (answer: string) =>
      withoutDate(answer)
        .replace(/SyntaxError: (?:[^"\\\r]|\\.|"(?!\}))*/, '…')
        .replace(/^[0-9a-f]+\r$/m, 'size\r');
    const line = new TextEncoder().encode(`${text}\n`);
    expect(wording(oursTo(line, { transport: 'tcp', serverVersion }))).toBe(wording(await exchange(tcpPort, line)));
    const octets = Buffer.from(
      `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ${text.length}\r\n\r\n${text}`,
    );
    const expected = wording(await exchange(httpPort, octets));
    expect(wording(oursTo(octets, { transport: 'http', serverVersion }))).toBe(expected);
  });
});
