// jayson's own server answers the simulated client, and its own client talks to the simulated server: over HTTP and over raw TCP.
import type { Server as HttpServer } from 'node:http';
import type { Server as TcpServer } from 'node:net';
import jayson from 'jayson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/idl/value';
import { settings } from '../../src/protocols/json-rpc/settings';
import type { Scenario } from '../../src/scenario/scenario';
import { simulate } from '../../src/simulation/simulate';
import type { Trace } from '../../src/trace/trace';
import { scenarioNames, scenarioOf } from '../golden/golden';
import { converse, latin1, listen, messagesOf, PEER_TEST_MS, withReplay } from './octets';
import { javascriptValue } from './values';

const scenarios = scenarioNames()
  .filter(name => name.startsWith('jsonrpc-'))
  .map(name => [name, scenarioOf(name)!] as const);

/** Dates and random ids differ from run to run; everything else is compared. */
const comparable = (octets: Uint8Array) =>
  latin1(octets)
    .replace(/Date: [^\r]+/g, 'Date: …')
    .replace(/"id":"[0-9a-f-]{36}"/g, '"id":"…"');

type Callback = (error: unknown, result?: unknown) => void;
type Params = unknown[] | { a: number; b: number };

const BIG = Array.from({ length: 12_500 }, (_, i) => `${String(i).padStart(7, '0')},`).join('');

const methods = {
  fun_add: (params: Params, callback: Callback) => {
    const [a, b] = Array.isArray(params) ? (params as number[]) : [params.a, params.b];
    callback(null, a + b);
  },
  echo: ([x]: unknown[], callback: Callback) => callback(null, x),
  app_error: (_: Params, callback: Callback) =>
    callback({ code: -32050, message: '余额不足', data: { need: 10, have: 2.5 } }),
  create_order: ([order]: unknown[], callback: Callback) => callback(null, { ok: true, order }),
  big_len: ([text]: string[], callback: Callback) => callback(null, text.length),
  big_get: (_: Params, callback: Callback) => callback(null, BIG),
  note: (_: Params, callback: Callback) => callback(null),
};

describe("jayson's server", { timeout: PEER_TEST_MS }, () => {
  const ports = new Map<string, number>();
  const servers: (HttpServer | TcpServer)[] = [];

  beforeAll(async () => {
    for (const [version, number] of [
      ['1.0', 1],
      ['2.0', 2],
    ] as const) {
      const server = new jayson.Server(methods, { version: number });
      for (const transport of ['http', 'tcp'] as const) {
        servers.push(server[transport]());
        ports.set(`${transport} ${version}`, await listen(servers[servers.length - 1] as TcpServer));
      }
    }
  }, PEER_TEST_MS);
  afterAll(() => {
    for (const server of servers) {
      if ('closeAllConnections' in server) server.closeAllConnections();
      server.close();
    }
  });

  it.each(scenarios)('answers %s as the simulated server does', async (_, scenario) => {
    const trace = simulate(scenario);
    const replies = messagesOf(trace, 's2c');
    const { transport, serverVersion } = settings(scenario.options);
    const answered = await converse(ports.get(`${transport} ${serverVersion}`)!, messagesOf(trace, 'c2s'), replies);
    expect(comparable(answered)).toBe(comparable(Buffer.concat(replies)));
  });
});

describe("jayson's client", { timeout: PEER_TEST_MS }, () => {
  it.each(scenarios)('sends %s as the simulated client does, and understands the reply', (_, scenario) =>
    withReplay(async server => {
      const host = { address: '127.0.0.1', port: server.port };
      const trace = simulate({ ...scenario, hosts: { ...scenario.hosts, server: host } });
      const requests = messagesOf(trace, 'c2s');
      server.prepare(requests, messagesOf(trace, 's2c'));
      const { transport, version, ids } = settings(scenario.options);
      let last = 0;
      const client = jayson.Client[transport]({
        host: '127.0.0.1',
        port: server.port,
        version: version === '1.0' ? 1 : 2,
        ...(ids === 'counter' && { generator: () => ++last }),
      });
      const results: unknown[] = [];
      for (const index of trace.exchanges.keys())
        results.push(...(await callFromJayson(client, scenario, trace, index)));
      await server.complete();
      expect(comparable(server.received())).toBe(comparable(Buffer.concat(requests)));
      expect(results).toEqual(outcomesOf(trace).map(expectedOf));
    }),
  );
});

/** Makes the calls of one exchange; resolves to the results or errors that the client hands to its caller, in the order of the calls. */
async function callFromJayson(client: jayson.Client, scenario: Scenario, trace: Trace, index: number) {
  const planned = scenario.calls[index];
  const args = 'batch' in planned ? planned.batch.map(call => call.args) : [planned.args];
  const calls = trace.exchanges[index].calls.map((call, i) => ({
    ...call,
    params: Array.isArray(args[i]) ? call.args.map(javascriptValue) : args[i],
  }));
  const response = await new Promise<unknown>((resolve, reject) => {
    const settle: Callback = (error, result) => (error ? reject(error) : resolve(result));
    if ('batch' in planned) {
      const request = ({ method, params, oneway }: (typeof calls)[number]) =>
        client.request(method, params as object, oneway ? null : undefined, false as never);
      client.request(calls.map(request) as never, settle);
    } else if (calls[0].oneway) client.request(calls[0].method, calls[0].params as object, null, settle);
    else client.request(calls[0].method, calls[0].params as object, settle);
  });
  const responses = Array.isArray(response) ? response : response === undefined ? [] : [response];
  return responses.map(({ error, result }) => (error ? { error } : { result }));
}

function outcomesOf(trace: Trace): readonly Outcome[] {
  return trace.events.flatMap(event => (event.type === 'result' ? event.outcomes : []));
}

function expectedOf(outcome: Outcome): unknown {
  if (outcome.kind === 'returned') return { result: javascriptValue(outcome.value) };
  const { code, message, data } = outcome.error;
  return { error: { code, message, ...(data !== undefined && { data: javascriptValue(data) }) } };
}
