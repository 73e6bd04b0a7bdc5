// A call that comes again, to a server that knows calls by their keys.
import { describe, expect, it } from 'vitest';
import { CANONICAL } from '../../scenario/canonical';
import type { Fault } from '../../scenario/faults';
import { type CallPolicy, USUAL_RETRY } from '../../scenario/policy';
import type { Scenario } from '../../scenario/scenario';
import { ledgerAt } from '../../trace/ledger';
import type { Trace } from '../../trace/trace';
import { simulate } from '../simulate';

const CRASH: Fault = { does: 'crash', when: { execution: 0, phase: 'after' }, lasts: 50_000 };
const keyed = (deduplication: CallPolicy['deduplication'], timeout = 500): CallPolicy => ({
  timeout,
  retry: { ...USUAL_RETRY, jitter: 'none' },
  deduplication,
});
const run = (changes: Partial<Scenario>) => simulate({ ...CANONICAL, faults: [CRASH], ...changes });
const row = (trace: Trace) => ledgerAt(trace, trace.events.length)[0];

describe.each(['xml-rpc', 'json-rpc', 'rest', 'grpc', 'dubbo'])(
  'over %s, a call that comes again after a crash',
  protocol => {
    it('is executed twice by a server that keeps its answers in memory', () => {
      const trace = run({ protocol, policy: keyed('memory') });
      expect(row(trace)).toMatchObject({ belief: 'answered', executed: 2, verdict: 'executed again' });
    });

    it('is executed once by a server that keeps them durably, and answered as it was', () => {
      const trace = run({ protocol, policy: keyed('durable') });
      expect(row(trace)).toMatchObject({ belief: 'answered', executed: 1, verdict: 'agree' });
      expect(row(trace).attempts[1]).toMatchObject({
        ending: 'answered',
        executions: [],
        deduplicated: [expect.any(Number)],
      });
    });
  },
);

describe('a call that comes again while it is being executed', () => {
  it('waits for the end, and has the same answer', () => {
    const trace = run({
      faults: [],
      server: { fun_add: { does: 'add', takes: 400_000 } },
      load: { rounds: 1, callers: 1, workers: 2 },
      policy: keyed('memory', 200),
    });
    expect(row(trace)).toMatchObject({ belief: 'answered', executed: 1, verdict: 'agree' });
    const completed = trace.events.find(({ type }) => type === 'completed')!;
    const again = trace.events.find(({ type }) => type === 'deduplicated')!;
    expect(again.at).toBe(completed.at);
  });
});

describe('keys', () => {
  it('differ from call to call, and are the same in all attempts at one', () => {
    const trace = run({ calls: [CANONICAL.calls[0], CANONICAL.calls[0]], policy: keyed('durable') });
    const requests = trace.messages.filter(({ direction }) => direction === 'c2s');
    const keys = requests.map(({ pdu }) => /Idempotency-Key: (\S+)/.exec(new TextDecoder().decode(pdu.bytes))?.[1]);
    expect(keys).toHaveLength(3);
    expect(keys[0]).toMatch(/^"[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}"$/);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('are refused where a request has no place for them', () => {
    expect(() => run({ protocol: 'thrift', policy: keyed('durable') })).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({ code: 'simulation.no-key', at: { path: ['policy', 'deduplication'] } }),
      }),
    );
  });
});

describe('a policy that hedges and tries again', () => {
  it('is refused: it is one or the other', () => {
    const policy = { ...keyed('none'), hedge: { after: 100, attempts: 2 } };
    expect(() => run({ policy })).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'simulation.hedge-and-retry' }) }),
    );
  });
});
