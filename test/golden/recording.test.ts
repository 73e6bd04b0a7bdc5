// A simulated run, exported and opened as a recording, tells the same calls and outcomes, as far as messages tell them.
import { describe, expect, it } from 'vitest';
import { simulate } from '../../src/simulation/simulate';
import { scenarioNames, scenarioOf } from './golden';
import { callsOf, reopened, resultsOf, unwrapped } from './reopened';

/** Where a client has an outcome that no message tells, but only that it has given the call up: with CANCEL, error code 8 of RFC 9113 §7. */
const GIVEN_UP: readonly string[] = ['grpc-node_err_deadline'];

/** Where peers make something else of what the messages tell. */
const TOLD_OTHERWISE: Readonly<Record<string, string>> = {
  'dubbo-dubbo2_apache_err_service_not_found': 'dubbo2.js hands over the octet before the message as well',
  'dubbo-dubbo2_sofa_err_exception': 'dubbo2.js hands over the octets before the message as well',
  'dubbo-dubbo2_sofa_order_rich': 'a long that JavaScript cannot hold travels as a text',
  'grpc-node_server_stream': 'each element of a stream is a message, whose only field holds it',
  'jsonrpc-http_scalars': 'JSON.stringify writes 0 for -0',
  'xmlrpc-system_multicall': 'the scenario calls system.multicall by its name',
};

describe('a simulated run, exported and opened as a recording', () => {
  it.each(scenarioNames())('%s: has the same calls and outcomes', name => {
    const scenario = scenarioOf(name)!;
    const trace = simulate(scenario);
    const traces = reopened(trace);
    expect(traces.map(({ protocol }) => protocol)).toEqual(trace.connections.map(() => scenario.protocol));
    if (name in TOLD_OTHERWISE) expect(traces.flatMap(callsOf)).not.toEqual([]);
    else {
      expect(traces.flatMap(callsOf)).toEqual(callsOf(trace));
      const told = GIVEN_UP.includes(name) ? [[['threw', undefined, 'RST_STREAM 8']]] : resultsOf(trace);
      expect(traces.flatMap(resultsOf).map(unwrapped(scenario.protocol))).toEqual(told);
    }
  });
});
