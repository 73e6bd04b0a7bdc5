import { describe, expect, it } from 'vitest';
import { add, run } from '../../../test/line-runs';
import type { CallPolicy } from '../../scenario/policy';
import type { Scenario } from '../../scenario/scenario';
import { ledgerAt } from '../../trace/ledger';
import { texts } from './text';
import { verdictSentence } from './verdict';

const SLOW: Scenario['server'] = { add: { does: 'add', takes: 400_000 } };
const IMPATIENT: CallPolicy = { timeout: 300, deduplication: 'none' };
const retry = { attempts: 2, backoff: 10, maxBackoff: 10, factor: 1, jitter: 'none', evenIfExecuted: true } as const;

/** What is said of the first call, in the words of both languages, when the run is over. */
function said(scenario: Partial<Scenario>): readonly string[] {
  const trace = run(scenario);
  const [row] = ledgerAt(trace, trace.events.length - 1);
  return [texts.en, texts['zh-CN']].map(t => verdictSentence(row, t));
}

describe('the verdict on a call', () => {
  it('is calm where both agree', () => {
    expect(said({})).toEqual([
      'The client has its answer. The server executed the call once.',
      '客户端已得到应答。服务端执行了 1 次。',
    ]);
  });

  it('says of a later call that it has not been made', () => {
    const trace = run({ calls: [add(2, 3), add(4, 5)] });
    expect(verdictSentence(ledgerAt(trace, 0)[1], texts.en)).toBe('The call has not been made yet.');
  });

  it('contradicts a client that has given up what the server did', () => {
    expect(said({ server: SLOW, policy: IMPATIENT })[0]).toBe(
      'The client believes that the call has failed. But the server executed the call once.',
    );
  });

  it('tells of a call that was executed again', () => {
    const server: Scenario['server'] = { add: { does: 'add', takes: 250_000 } };
    expect(said({ server, policy: { ...IMPATIENT, timeout: 280, retry } })[0]).toMatch(
      /But the server executed the call twice\.$/,
    );
  });

  it('tells of a client that waits for ever', () => {
    const faults: Scenario['faults'] = [{ does: 'hang', when: { execution: 0, phase: 'before' } }];
    expect(said({ faults })[0]).toMatch(/^The client waits, and nothing will bring an answer any more\./);
  });
});
