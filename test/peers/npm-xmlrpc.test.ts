// npm xmlrpc's own server answers the simulated client, and its own client talks to the simulated server.
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import xmlrpc from 'xmlrpc';
import type { Outcome } from '../../src/idl/value';
import { protocolById } from '../../src/protocols/index';
import { completeOptions } from '../../src/protocols/options';
import { simulate } from '../../src/simulation/simulate';
import type { Trace } from '../../src/trace/trace';
import { scenarioNames, scenarioOf } from '../golden/golden';
import { converse, latin1, messagesOf, PEER_TEST_MS, withReplay } from './octets';
import { javascriptValue } from './values';

const scenarios = scenarioNames()
  .filter(name => name.startsWith('xmlrpc-'))
  .map(name => [name, scenarioOf(name)!] as const);

const speaks = (side: 'client' | 'server') =>
  scenarios.filter(
    ([, scenario]) => completeOptions(protocolById(scenario.protocol)!.options, scenario.options)[side] === 'node',
  );

const comparable = (octets: Uint8Array) => latin1(octets).replace(/Date: [^\r]+/g, 'Date: …');

describe("npm xmlrpc's server", { timeout: PEER_TEST_MS }, () => {
  let server: ReturnType<typeof xmlrpc.createServer>;
  let port: number;
  beforeAll(async () => {
    await new Promise<void>(resolve => {
      server = xmlrpc.createServer({ host: '127.0.0.1', port: 0 }, resolve);
      server.on('fun_add', (_, [a, b], callback) => callback(null, (a as number) + (b as number)));
      server.on('echo', (_, [x], callback) => callback(null, x));
      server.on('create_order', (_, [order], callback) => callback(null, { ok: true, order }));
      server.on('boom', (_, __, callback) => callback({ faultCode: 42, faultString: '余额不足 <kaboom>' }));
    });
    port = (server.httpServer.address() as AddressInfo).port;
  }, PEER_TEST_MS);
  afterAll(() => {
    server.httpServer.closeAllConnections();
    server.httpServer.close();
  });

  it.each(speaks('server'))('answers %s as the simulated server does', async (_, scenario) => {
    const trace = simulate(scenario);
    const replies = messagesOf(trace, 's2c');
    const answered = await converse(port, messagesOf(trace, 'c2s'), replies);
    expect(comparable(answered)).toBe(comparable(Buffer.concat(replies)));
  });
});

describe("npm xmlrpc's client", { timeout: PEER_TEST_MS }, () => {
  it.each(speaks('client'))('sends %s as the simulated client does, and understands the reply', (_, scenario) =>
    withReplay(async server => {
      const host = { address: '127.0.0.1', port: server.port };
      const trace = simulate({ ...scenario, hosts: { ...scenario.hosts, server: host } });
      const requests = messagesOf(trace, 'c2s');
      server.prepare(requests, messagesOf(trace, 's2c'));
      const client = xmlrpc.createClient({ ...host, host: host.address, path: '/RPC2' });
      const [{ method, args }] = trace.exchanges[0].calls;
      const result = await new Promise<unknown>(resolve => {
        client.methodCall(method, args.map(javascriptValue), (error, value) => resolve(error ? faultOf(error) : value));
      });
      expect(comparable(server.received())).toBe(comparable(Buffer.concat(requests)));
      expect(result).toEqual(expectedOf(outcomeOf(trace)));
    }),
  );
});

/** The fault that the client makes an Error of. */
function faultOf(error: unknown): unknown {
  const { faultCode, faultString } = error as { faultCode: number; faultString: string };
  return { faultCode, faultString };
}

function outcomeOf(trace: Trace): Outcome {
  return trace.events.flatMap(event => (event.type === 'result' ? event.outcomes : []))[0];
}

function expectedOf(outcome: Outcome): unknown {
  if (outcome.kind === 'returned') return javascriptValue(outcome.value);
  return { faultCode: outcome.error.code, faultString: outcome.error.message };
}
