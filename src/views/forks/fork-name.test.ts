import { describe, expect, it } from 'vitest';
import { type ForkTree, seed } from '../../forks/fork-tree';
import { fork } from '../../forks/growth';
import { CANONICAL } from '../../scenario/canonical';
import type { Fault } from '../../scenario/faults';
import { USUAL_RETRY } from '../../scenario/policy';
import { withDeadline, withPolicyPreset } from '../../scenario/policy-presets';
import type { Scenario } from '../../scenario/scenario';
import { forkName } from './fork-name';

const packet = { connection: 0, direction: 'c2s', nth: 0 } as const;
const drop: Fault = { packet, does: 'drop' };
/** What faults are called is told elsewhere. */
const said = ({ does }: Fault) => does;
const named = (change: Partial<Scenario>, tree: ForkTree = seed(CANONICAL)) => {
  const scenario = { ...[...tree.forks.values()].at(-1)!.scenario, ...change };
  const forked = fork(tree, scenario);
  return [forkName(forked, forked.present, 'en', said), forkName(forked, forked.present, 'zh-CN', said)];
};

describe('the name of a fork', () => {
  it('is that of the fault that was placed, or taken away', () => {
    expect(named({ faults: [drop] })).toEqual(['drop', 'drop']);
    const dropped = fork(seed(CANONICAL), { ...CANONICAL, faults: [drop] });
    expect(named({ faults: [] }, dropped)).toEqual(['without: drop', '取消：drop']);
    expect(named({ faults: [drop, { does: 'crash', when: { execution: 0, phase: 'after' } }] }, dropped)).toEqual([
      'crash',
      'crash',
    ]);
  });

  it('says what an argument was and is', () => {
    expect(named({ calls: [{ method: 'fun_add', args: [2, 7] }] })).toEqual(['b: 3 → 7', 'b：3 → 7']);
  });

  it('says figures in their units', () => {
    expect(named({ network: { latency: 75_000, bandwidth: 1_000_000, mtu: 1500 } })[0]).toBe('latency: 20 ms → 75 ms');
    expect(named({ impairments: { ...CANONICAL.impairments, loss: 0.015 } })[0]).toBe('loss: 0 % → 1.5 %');
    expect(named({ protocol: 'json-rpc' })[0]).toBe('protocol: XML-RPC → JSON-RPC');
  });

  it('is that of the way by which calls survive, whose figures need no telling', () => {
    const once = withPolicyPreset(CANONICAL, 'exactly-once');
    expect(named(once)).toEqual(['Exactly-once effect', '恰好一次的效果']);
    expect(named({ ...once, faults: [drop] })[0]).toBe('Exactly-once effect (+1)');
    expect(named(withDeadline(once, 300), fork(seed(CANONICAL), once))[0]).toBe('deadline: 5000 ms → 300 ms');
  });

  it('says of retries how many attempts they make', () => {
    expect(named({ policy: { retry: USUAL_RETRY, deduplication: 'none' } })).toEqual([
      'retries: up to 3 attempts',
      '重试：最多 3 次尝试',
    ]);
  });

  it('counts what else is other', () => {
    const args = { calls: [{ method: 'fun_add', args: [2, 7] }] };
    expect(named({ ...args, faults: [drop] })[0]).toBe('b: 3 → 7 (+1)');
  });

  it('of the first run and of a copy says so', () => {
    expect(forkName(seed(CANONICAL), 0, 'en', said)).toBe('First run');
    expect(named({})[0]).toBe('the same again');
  });
});
