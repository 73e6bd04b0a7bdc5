// What real clients do when the server closes the connection instead of replying.
import { createServer } from 'node:net';
import jayson from 'jayson';
import { describe, expect, it } from 'vitest';
import xmlrpc from 'xmlrpc';
import { jsonRpc } from '../../src/protocols/json-rpc/json-rpc';
import { completeOptions } from '../../src/protocols/options';
import type { Options, Protocol } from '../../src/protocols/protocol';
import { xmlRpc } from '../../src/protocols/xml-rpc/xml-rpc';
import { listen, PEER_TEST_MS } from './octets';
import { python, pythonErrorOf } from './python';

type Caller = (port: number) => Promise<{ exception: string; message: string }>;

const callers: Readonly<Record<string, Caller>> = {
  'npm xmlrpc': port =>
    new Promise(resolve => {
      const client = xmlrpc.createClient({ host: '127.0.0.1', port, path: '/RPC2' });
      client.methodCall('fun_add', [2, 3], error => resolve(errorOf(error)));
    }),
  jayson: port =>
    new Promise(resolve => {
      jayson.Client.http({ host: '127.0.0.1', port }).request('fun_add', [2, 3], (error: unknown) =>
        resolve(errorOf(error)),
      );
    }),
  Python: port => pythonErrorOf(port, ['fun_add', [2, 3]]),
};

const attempt = { authority: '127.0.0.1:1', connected: true, waited: 0, service: '', method: '' };

function whenClosed(protocol: Protocol, chosen: Options) {
  const options = completeOptions(protocol.options, chosen);
  return { error: protocol.failure('closed', options, attempt), triesAgain: protocol.triesAgain(options) };
}

const expected = {
  'npm xmlrpc': whenClosed(xmlRpc, { client: 'node' }),
  jayson: whenClosed(jsonRpc, {}),
  Python: whenClosed(xmlRpc, {}),
};

describe('a client whose server closes the connection instead of replying', { timeout: PEER_TEST_MS }, () => {
  const tried = Object.entries(expected).filter(([name]) => name !== 'Python' || python);
  it.each(tried)('%s tries as often as it does here, and throws the same', async (name, lost) => {
    let connections = 0;
    const server = createServer(socket => {
      connections++;
      socket.once('data', () => socket.end()).on('error', () => {});
    });
    const error = await callers[name](await listen(server));
    server.close();
    expect(error).toEqual(lost.error);
    expect(connections).toBe(lost.triesAgain ? 2 : 1);
  });
});

function errorOf(error: unknown): { exception: string; message: string } {
  const { name, message } = error as Error;
  return { exception: name, message };
}
