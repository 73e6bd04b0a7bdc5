// Python's own xmlrpc.server answers the simulated client, and its own xmlrpc.client talks to the simulated server.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Method } from '../../src/idl/types';
import { protocolById } from '../../src/protocols/index';
import { completeOptions } from '../../src/protocols/options';
import type { Scenario } from '../../src/scenario/scenario';
import { simulate } from '../../src/simulation/simulate';
import type { Trace } from '../../src/trace/trace';
import { REFUSED_AT_SECONDS, refusedRequests } from '../captures/refusals';
import { scenarioNames, scenarioOf } from '../golden/golden';
import { converse, latin1, messagesOf, PEER_TEST_MS, withReplay } from './octets';
import { callFromPython, type PythonCall, type PythonServer, python, startPythonServer } from './python';
import { pythonJson } from './values';

if (!python) console.warn('Python 3 is not to be had: its XML-RPC client and server are not tried.');

const STARTED_AT = '2026-11-22T06:00:00Z';

const scenarios = scenarioNames()
  .filter(name => name.startsWith('xmlrpc-'))
  .map(name => [name, { ...scenarioOf(name)!, startedAt: STARTED_AT }] as const);

const optionsOf = (scenario: Scenario) => completeOptions(protocolById(scenario.protocol)!.options, scenario.options);
const speaks = (side: 'client' | 'server') =>
  scenarios.filter(([, scenario]) => optionsOf(scenario)[side] === 'python');

/** The peer's own version is no part of the comparison. */
const comparable = (octets: Uint8Array) => latin1(octets).replace(/(Python|Python-xmlrpc)\/[\d.]+/g, '$1/3');

describe.skipIf(!python)("Python's xmlrpc.server", { timeout: PEER_TEST_MS }, () => {
  const servers: Partial<Record<string, PythonServer>> = {};
  beforeAll(async () => {
    const seconds = Date.parse(STARTED_AT) / 1000;
    for (const version of ['1.0', '1.1'] as const) servers[version] = await startPythonServer(version, seconds);
  }, PEER_TEST_MS);
  afterAll(() => {
    for (const server of Object.values(servers)) server?.stop();
  });

  it.each(speaks('server'))('answers %s as the simulated server does', async (_, scenario) => {
    const trace = simulate(scenario);
    const replies = messagesOf(trace, 's2c');
    const { port } = servers[String(optionsOf(scenario).http)]!;
    const answered = await converse(port, messagesOf(trace, 'c2s'), replies);
    expect(comparable(answered)).toBe(comparable(Buffer.concat(replies)));
  });
});

describe.skipIf(!python)("Python's xmlrpc.server, asked for what it refuses", { timeout: PEER_TEST_MS }, () => {
  it.each(['1.0', '1.1'] as const)('answers over HTTP/%s as it was recorded', async version => {
    const server = await startPythonServer(version, REFUSED_AT_SECONDS);
    try {
      for (const { name, http, request, answer } of refusedRequests()) {
        if (http !== version) continue;
        const recorded = Buffer.from(answer, 'latin1');
        const answered = await converse(server.port, [Buffer.from(request, 'latin1')], [recorded]);
        expect(comparable(answered), name).toBe(comparable(recorded));
      }
    } finally {
      server.stop();
    }
  });
});

describe.skipIf(!python)("Python's xmlrpc.client", { timeout: PEER_TEST_MS }, () => {
  it.each(speaks('client'))('sends %s as the simulated client does, and understands the reply', (_, scenario) =>
    withReplay(async server => {
      const host = { address: '127.0.0.1', port: server.port };
      const trace = simulate({ ...scenario, hosts: { ...scenario.hosts, server: host } });
      const requests = messagesOf(trace, 'c2s');
      server.prepare(requests, messagesOf(trace, 's2c'));
      const results = await callFromPython(server.port, callsOf(trace));
      expect(comparable(server.received())).toBe(comparable(Buffer.concat(requests)));
      expect(results).toEqual(expectedOf(trace));
    }),
  );
});

function callsOf(trace: Trace): PythonCall[] {
  return trace.exchanges.flatMap(({ calls }) =>
    calls.map(({ method, args }): PythonCall => {
      const { params } = methodOf(trace, method);
      return [method, args.map((arg, i) => pythonJson(params[i].type, arg))];
    }),
  );
}

/** What the client should print for each call. */
function expectedOf(trace: Trace): unknown[] {
  const outcomes = trace.events.flatMap(event => (event.type === 'result' ? event.outcomes : []));
  const methods = trace.exchanges.flatMap(({ calls }) => calls.map(({ method }) => methodOf(trace, method)));
  return outcomes.map((outcome, i) => {
    if (outcome.kind === 'returned') return pythonJson(methods[i].result, outcome.value);
    return { $fault: [outcome.error.code, outcome.error.message] };
  });
}

function methodOf(trace: Trace, name: string): Method {
  return trace.service.methods.find(method => method.name === name)!;
}
