// What somebody finds who opens the export of a run as a recording: traces that can be compared with the run, as far as messages tell of it.
import { tracePcapng } from '../../src/exports/pcap';
import { valueJson } from '../../src/exports/value-json';
import { Dynamic, type Outcome, type Value } from '../../src/idl/value';
import { allProtocols } from '../../src/protocols/index';
import { openCapture } from '../../src/recording/open-capture';
import { recognisedEarly } from '../../src/recording/recognise';
import { recordTrace } from '../../src/recording/record-trace';
import { atOnce } from '../../src/recording/slices';
import type { Trace } from '../../src/trace/trace';

/** What an export says to somebody who opens it: a trace for each connection. */
export function reopened(trace: Trace): Trace[] {
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

/** gRPC returns a message, whose only field holds the result. */
export function unwrapped(protocol: string): (outcomes: readonly unknown[]) => unknown {
  if (protocol !== 'grpc') return outcomes => outcomes;
  return outcomes =>
    outcomes.map(outcome => (Array.isArray(outcome) && outcome.length === 1 ? JSON.parse(outcome[0]) : outcome));
}

export const callsOf = ({ exchanges }: Trace) =>
  exchanges.map(({ calls }) => calls.map(({ method, args }) => [method, ...args.map(plain)]));
export const resultsOf = ({ events }: Trace) =>
  events.flatMap(event => (event.type === 'result' ? [event.outcomes.map(plainOutcome)] : []));
