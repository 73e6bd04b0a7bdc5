// Calls whose frames stand between one another on one HTTP/2 connection: their export, opened as a recording, has the same calls, messages and
// outcomes.
import { describe, expect, it } from 'vitest';
import { callCount } from '../../src/scenario/load';
import type { Scenario } from '../../src/scenario/scenario';
import { simulate } from '../../src/simulation/simulate';
import type { Trace } from '../../src/trace/trace';
import { INTERLEAVED } from '../interleaved-runs';
import { callsOf, reopened, resultsOf, unwrapped } from './reopened';

/** The replies that the client has read, by their calls: what they are, and their octets. */
function repliesOf({ messages, events }: Trace) {
  const read = events.flatMap(event =>
    event.type === 'decoded' && event.actor === 'clientStub' ? [event.message] : [],
  );
  const replies = read.map(id => messages[id]).sort((a, b) => a.exchange - b.exchange);
  return replies.map(({ exchange, pdu }) => [exchange, pdu.title, Buffer.from(pdu.bytes).toString('base64')]);
}

/** When each call's reply is read, in whole microseconds since the first packet left. */
function timesOfReading({ events, packets }: Trace) {
  const reading = events.flatMap(event => (event.type === 'step' && event.step === 9 ? [event] : []));
  const times = reading.map(({ exchange, at }) => [exchange as number, Math.round(at - packets[0].sentAt)]);
  return times.sort(([a], [b]) => a - b);
}

/** The outcomes of each call, as far as messages tell them. */
function outcomesOf(trace: Trace) {
  const calls = trace.events.flatMap(event => (event.type === 'result' ? [event.exchange] : []));
  return new Map(resultsOf(trace).map((outcomes, index) => [calls[index], unwrapped('grpc')(outcomes)]));
}

const isGivenUp = ({ calls }: Scenario) => calls.some(call => 'cancelAfter' in call);

describe.each(Object.entries(INTERLEAVED))('the recording of %s', (_, scenario) => {
  const trace = simulate(scenario);
  const traces = reopened(trace);
  const [recorded] = traces;

  it('is one connection with the same calls, in the order of their streams', () => {
    expect(traces).toHaveLength(1);
    expect(callsOf(recorded)).toEqual(callsOf(trace));
  });

  it('has their outcomes', () => {
    const told = outcomesOf(trace);
    if (isGivenUp(scenario)) told.set(0, [['threw', undefined, 'RST_STREAM 8']]);
    expect(outcomesOf(recorded)).toEqual(told);
    expect(told.size).toBe(callCount(scenario));
  });

  it('has each reply in one piece, and the client reads it when it can', () => {
    expect(repliesOf(recorded)).toEqual(repliesOf(trace));
    expect(repliesOf(recorded)).toHaveLength(callCount(scenario) - (isGivenUp(scenario) ? 1 : 0));
    expect(timesOfReading(recorded)).toEqual(timesOfReading(trace));
  });
});

describe('the recording of a reply that the client gives up', () => {
  it('counts what has come of it to its call', () => {
    const [{ messages }] = reopened(simulate(INTERLEAVED['a call given up amid its reply']));
    const parts = messages.filter(({ control, pdu }) => control && pdu.title === 'HEADERS, DATA');
    expect(parts.map(({ exchange, direction }) => [exchange, direction])).toEqual([[0, 's2c']]);
  });
});
