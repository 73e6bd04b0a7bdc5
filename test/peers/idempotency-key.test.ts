// Real servers take a request with a key like any other, and real clients write the key's field where the simulated ones do.
import type { Server } from 'node:net';
import jayson from 'jayson';
import { describe, expect, it } from 'vitest';
import xmlrpc from 'xmlrpc';
import { parseInterface } from '../../src/idl/parse';
import { jsonRpc } from '../../src/protocols/json-rpc/json-rpc';
import { completeOptions } from '../../src/protocols/options';
import type { Options, Protocol } from '../../src/protocols/protocol';
import { xmlRpc } from '../../src/protocols/xml-rpc/xml-rpc';
import { converse, latin1, listen, PEER_TEST_MS, withReplay } from './octets';

const service = parseInterface('fun_add(a: int, b: int): int\n');
const KEY = '8e03978e-40d5-43dd-bc93-6894a57f9324';
/** New each time: npm xmlrpc adds its own. */
const ownHeaders = () => ({ 'Idempotency-Key': `"${KEY}"` });

function clientOf(protocol: Protocol, chosen: Options, port: number) {
  const options = completeOptions(protocol.options, chosen);
  const context = { service, options, authority: `127.0.0.1:${port}`, now: () => 0, random: () => 0 };
  return protocol.openClient(context).connect();
}

const call = { method: 'fun_add', args: [2, 3], key: KEY };

describe('A request with a key', { timeout: PEER_TEST_MS }, () => {
  const servers: readonly (readonly [string, Protocol, Options, () => Promise<Server>])[] = [
    [
      'npm xmlrpc',
      xmlRpc,
      { client: 'node' },
      () =>
        new Promise(resolve => {
          const server = xmlrpc.createServer({ host: '127.0.0.1', port: 0 }, () => resolve(server.httpServer));
          server.on('fun_add', (_, [a, b], callback) => callback(null, (a as number) + (b as number)));
        }),
    ],
    [
      'jayson',
      jsonRpc,
      {},
      async () => {
        const fun_add = ([a, b]: number[], callback: (error: unknown, sum: number) => void) => callback(null, a + b);
        const server = new jayson.Server({ fun_add }).http();
        await listen(server);
        return server;
      },
    ],
  ];

  it.each(servers)('is answered by %s', async (_, protocol, options, start) => {
    const server = await start();
    const { port } = server.address() as { port: number };
    const client = clientOf(protocol, options, port);
    const { pdu } = client.request([call], false);
    const replies = await converse(port, [pdu.bytes], [new Uint8Array(1)]);
    server.close();
    expect(client.receive(replies)).toMatchObject([{ content: { outcomes: [{ value: 5 }] } }]);
  });

  it('is that of npm xmlrpc with the option `headers`', () =>
    withReplay(async ({ port, prepare, complete, received }) => {
      const { pdu } = clientOf(xmlRpc, { client: 'node' }, port).request([call], false);
      prepare([pdu.bytes], []);
      xmlrpc
        .createClient({ host: '127.0.0.1', port, path: '/RPC2', headers: ownHeaders() })
        .methodCall('fun_add', [2, 3], () => {});
      await complete();
      expect(latin1(received())).toBe(latin1(pdu.bytes));
    }));

  it('is that of jayson with the option `headers`', () =>
    withReplay(async ({ port, prepare, complete, received }) => {
      const { pdu } = clientOf(jsonRpc, { agent: 'none' }, port).request([call], false);
      prepare([pdu.bytes], []);
      const client = jayson.Client.http({
        host: '127.0.0.1',
        port,
        headers: ownHeaders(),
        generator: () => 1 as never,
      });
      client.request('fun_add', [2, 3], () => {});
      await complete();
      expect(latin1(received()).replace(/Connection: .*/, '')).toBe(latin1(pdu.bytes).replace(/Connection: .*/, ''));
    }));
});
