// A simulated run, exported and opened as a recording, tells the same calls and outcomes, as far as messages tell them.
import { describe, expect, it } from 'vitest';
import { tracePcapng } from '../../src/exports/pcap';
import { valueJson } from '../../src/exports/value-json';
import { Dynamic, type Outcome, type Value } from '../../src/idl/value';
import { allProtocols } from '../../src/protocols/index';
import { openCapture } from '../../src/recording/open-capture';
import { recognisedEarly } from '../../src/recording/recognise';
import { recordTrace } from '../../src/recording/record-trace';
import { atOnce } from '../../src/recording/slices';
import { simulate } from '../../src/simulation/simulate';
import type { Trace } from '../../src/trace/trace';
import { scenarioNames, scenarioOf } from './golden';

/** What an export says to somebody who opens it: a trace for each connection. */
function reopened(trace: Trace): Trace[] {
  const { conversations } = atOnce(openCapture(tracePcapng(trace, '2026-01-01T00:00:00Z')));
  return conversations.map(conversation =>
    atOnce(recordTrace(conversation, recognisedEarly(conversation, allProtocols()))),
  );
}

/** A value as a message tells it: a number is a number, and the names and the order of members are the interface's affair. What is null may be missing. */
function plain(value: Value): unknown {
  if (value instanceof Dynamic) return plain(value.value);
  if (value instanceof Map) {
    const members = [...value.values()].map(plain).filter(member => member !== null);
    return members.map(member => JSON.stringify(member)).sort();
  }
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'bigint') return Number(value);
  return valueJson(value);
}

function plainOutcome(outcome: Outcome): unknown {
  if (outcome.kind === 'returned') return plain(outcome.value);
  const { code, message, declared, data } = outcome.error;
  const value = declared?.value ?? data;
  return ['threw', ...(value === undefined ? [code, message] : [plain(value)])];
}

/** Where a client has an outcome that no message tells. */
const NOT_TOLD: readonly string[] = ['grpc-node_err_deadline'];

/** Where peers make something else of what the messages tell. */
const TOLD_OTHERWISE: Readonly<Record<string, string>> = {
  'dubbo-dubbo2_apache_err_service_not_found': 'dubbo2.js hands over the octet before the message as well',
  'dubbo-dubbo2_sofa_err_exception': 'dubbo2.js hands over the octets before the message as well',
  'dubbo-dubbo2_sofa_order_rich': 'a long that JavaScript cannot hold travels as a text',
  'grpc-node_server_stream': 'each element of a stream is a message, whose only field holds it',
  'jsonrpc-http_scalars': 'JSON.stringify writes 0 for -0',
  'xmlrpc-system_multicall': 'the scenario calls system.multicall by its name',
};

/** gRPC returns a message, whose only field holds the result. */
function unwrapped(protocol: string): (outcomes: readonly unknown[]) => unknown {
  if (protocol !== 'grpc') return outcomes => outcomes;
  return outcomes =>
    outcomes.map(outcome => (Array.isArray(outcome) && outcome.length === 1 ? JSON.parse(outcome[0]) : outcome));
}

const callsOf = ({ exchanges }: Trace) =>
  exchanges.map(({ calls }) => calls.map(({ method, args }) => [method, ...args.map(plain)]));
const resultsOf = ({ events }: Trace) =>
  events.flatMap(event => (event.type === 'result' ? [event.outcomes.map(plainOutcome)] : []));

describe('a simulated run, exported and opened as a recording', () => {
  it.each(scenarioNames())('%s: has the same calls and outcomes', name => {
    const scenario = scenarioOf(name)!;
    const trace = simulate(scenario);
    const traces = reopened(trace);
    expect(traces.map(({ protocol }) => protocol)).toEqual(trace.connections.map(() => scenario.protocol));
    if (name in TOLD_OTHERWISE) expect(traces.flatMap(callsOf)).not.toEqual([]);
    else {
      expect(traces.flatMap(callsOf)).toEqual(callsOf(trace));
      const told = NOT_TOLD.includes(name) ? [] : resultsOf(trace);
      expect(traces.flatMap(resultsOf).map(unwrapped(scenario.protocol))).toEqual(told);
    }
  });
});
