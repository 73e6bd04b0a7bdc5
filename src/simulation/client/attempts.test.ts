// Calls with more than one attempt, and calls that end without an answer: their times, their connections, their errors.
import { describe, expect, it } from 'vitest';
import { add, results, run } from '../../../test/line-runs';
import { CANONICAL } from '../../scenario/canonical';
import type { Fault } from '../../scenario/faults';
import { type CallPolicy, LIBRARY_POLICY, USUAL_RETRY } from '../../scenario/policy';
import { ledgerAt } from '../../trace/ledger';
import type { Trace, TraceEvent } from '../../trace/trace';
import { simulate } from '../simulate';

const RETRY = { ...USUAL_RETRY, jitter: 'none' } as const;
const slow = (takes: number) => ({ add: { does: 'add', takes } as const });
const policy = (changes: Partial<CallPolicy>) => ({ ...LIBRARY_POLICY, ...changes });
const HANGS: Fault = { does: 'hang', when: { execution: 0, phase: 'before' } };

const told = (trace: Trace, ...types: TraceEvent['type'][]) => trace.events.filter(({ type }) => types.includes(type));
const times = (trace: Trace, type: TraceEvent['type']) => told(trace, type).map(({ at }) => Math.round(at / 1000));
const errors = ({ events }: Trace) =>
  events.flatMap(event =>
    event.type === 'result' ? event.outcomes.flatMap(outcome => (outcome.kind === 'threw' ? [outcome.error] : [])) : [],
  );
const rows = (trace: Trace) => ledgerAt(trace, trace.events.length);

describe('an attempt that takes longer than its timeout', () => {
  const trace = run({ server: slow(400_000), policy: policy({ timeout: 200, retry: { ...RETRY, attempts: 2 } }) });

  it('fails, and another follows after the pause, on a connection of its own', () => {
    expect(times(trace, 'attempt failed')).toEqual([200, 500]);
    expect(told(trace, 'timer').flatMap(event => (event.type === 'timer' ? [event.timer] : []))).toEqual([
      'timeout',
      'backoff',
      'timeout',
    ]);
    expect(trace.connections).toHaveLength(2);
    expect(trace.messages.filter(({ direction }) => direction === 'c2s').map(({ attempt }) => attempt)).toEqual([
      undefined,
      1,
    ]);
  });

  it('may have been executed all the same: the ledger has both sides', () => {
    expect(rows(trace)).toMatchObject([{ belief: 'failed', executed: 2, verdict: 'executed again' }]);
  });

  it('is not repeated unless the policy says so', () => {
    const once = run({ server: slow(400_000), policy: policy({ timeout: 200 }) });
    expect(told(once, 'attempt failed')).toHaveLength(1);
    expect(rows(once)).toMatchObject([{ verdict: 'failed but executed' }]);
    const careful = { ...RETRY, evenIfExecuted: false };
    const safe = run({ server: slow(400_000), policy: policy({ timeout: 200, retry: careful }) });
    expect(told(safe, 'attempt failed')).toHaveLength(1);
  });
});

describe('a call that was refused', () => {
  it('is repeated by a policy that repeats only what cannot have been executed', () => {
    const faults: Fault[] = [{ does: 'crash', when: { at: 0 }, lasts: 100_000 }];
    const trace = run({ faults, policy: policy({ retry: { ...RETRY, evenIfExecuted: false } }) });
    expect(results(trace)).toEqual([5]);
    expect(rows(trace)).toMatchObject([{ attempts: [{ ending: 'refused' }, { ending: 'answered' }], executed: 1 }]);
  });
});

describe('the deadline of a call', () => {
  const calls = [{ ...add(2, 3), deadline: 500 }];

  it('limits all attempts together, and cuts the pause before the next', () => {
    const retry = { ...RETRY, attempts: 9, backoff: 200, factor: 1 };
    const trace = run({ calls, faults: [HANGS], policy: policy({ timeout: 100, retry }) });
    expect(times(trace, 'attempt failed')).toEqual([100, 400]);
    expect(times(trace, 'result')).toEqual([500]);
    const cut = run({ calls, faults: [HANGS], policy: policy({ timeout: 400, retry }) });
    expect(times(cut, 'result')).toEqual([500]);
    expect(rows(cut)[0].attempts).toMatchObject([{ ending: 'timed out' }, { ending: 'given up' }]);
    expect(rows(cut)[0].attempts[1].sent).toBeUndefined();
  });

  it('is kept by the client alone in a protocol that does not tell it: the connection is closed', () => {
    const call = { method: 'fun_add', args: [2, 3], deadline: 500 };
    const trace = simulate({ ...CANONICAL, calls: [call], faults: [HANGS] });
    expect(times(trace, 'result')).toEqual([500]);
    expect(trace.packets.some(({ direction, segment }) => direction === 'c2s' && segment.flags.includes('FIN'))).toBe(
      true,
    );
    expect(errors(trace)).toHaveLength(1);
  });
});

describe('a hung server and no deadline', () => {
  it('end the run with a client that still waits, and with calls that are never made', () => {
    const trace = run({ calls: [add(1, 2), add(3, 4)], faults: [HANGS] });
    expect(told(trace, 'still waiting')).toMatchObject([{ exchange: 0 }]);
    expect(rows(trace)).toMatchObject([
      { belief: 'waiting', waitsForEver: true, verdict: 'open' },
      { belief: 'not made', waitsForEver: false },
    ]);
  });
});

describe('a hedged call', () => {
  const hedge = { after: 100, attempts: 3 };
  const load = { rounds: 1, callers: 1, workers: 4 };

  it.each([
    ['xml-rpc', 3],
    ['grpc', 1],
  ])('over %s is attempted every 100 ms until the first answer, on %i connections', (protocol, connections) => {
    const server = { fun_add: { does: 'add', takes: 200_000 } } as const;
    const trace = simulate({ ...CANONICAL, protocol, server, load, policy: policy({ hedge }) });
    expect(told(trace, 'attempt failed')).toMatchObject([
      { why: 'superseded', attempt: 1 },
      { why: 'superseded', attempt: 2 },
    ]);
    expect(results(trace)).toEqual([5]);
    expect(trace.connections).toHaveLength(connections);
    expect(rows(trace)).toMatchObject([{ belief: 'answered', verdict: 'executed again' }]);
  });

  it('takes the next attempt at once when one has failed', () => {
    const faults: Fault[] = [{ does: 'crash', when: { execution: 0, phase: 'before' }, lasts: 10_000 }];
    const trace = run({ faults, load, policy: policy({ hedge: { after: 5000, attempts: 2 } }) });
    expect(results(trace)).toEqual([5]);
    expect(trace.duration).toBeLessThan(500_000);
  });
});
