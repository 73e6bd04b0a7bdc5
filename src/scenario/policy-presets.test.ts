import { describe, expect, it } from 'vitest';
import { CANONICAL } from './canonical';
import type { CallPolicy } from './policy';
import { commonDeadline, POLICY_PRESETS, policyPresetOf, withDeadline, withPolicyPreset } from './policy-presets';

describe('ways for a call to survive', () => {
  it('begin with what the library does', () => {
    expect(policyPresetOf(CANONICAL)).toBe('library');
  });

  it('are recognised when they have been chosen, from whatever way before', () => {
    for (const from of POLICY_PRESETS)
      for (const to of POLICY_PRESETS)
        expect(policyPresetOf(withPolicyPreset(withPolicyPreset(CANONICAL, from), to))).toBe(to);
  });

  it('leave no trace when the library’s way is chosen again', () => {
    expect(withPolicyPreset(withPolicyPreset(CANONICAL, 'exactly-once'), 'library')).toEqual(CANONICAL);
  });

  it('keep the times and numbers that have been set, which change no guarantee', () => {
    const { policy } = withPolicyPreset(CANONICAL, 'at-least-once');
    const impatient = withDeadline(
      { ...CANONICAL, policy: { ...policy, timeout: 77, retry: { ...policy.retry!, attempts: 9 } } },
      900,
    );
    expect(policyPresetOf(impatient)).toBe('at-least-once');
    const once = withPolicyPreset(impatient, 'exactly-once');
    expect(once.policy).toMatchObject({ timeout: 77, retry: { attempts: 9 }, deduplication: 'durable' });
    expect(commonDeadline(once)).toBe(900);
  });

  it('are the learner’s own when no guarantee of these is given', () => {
    const chosen = withPolicyPreset(CANONICAL, 'at-least-once');
    const own = (policy: Partial<CallPolicy>) => policyPresetOf({ ...chosen, policy: { ...chosen.policy, ...policy } });
    expect(own({ timeout: undefined })).toBeUndefined();
    expect(own({ hedge: { after: 100, attempts: 2 } })).toBeUndefined();
    expect(own({ deduplication: 'memory' })).toBeUndefined();
    expect(policyPresetOf(withDeadline(CANONICAL, 300))).toBeUndefined();
  });

  it('give the deadline to every call, those of a batch too', () => {
    const [call] = CANONICAL.calls;
    const scenario = withDeadline({ ...CANONICAL, calls: [call, { batch: [call as never, call as never] }] }, 900);
    expect(scenario.calls).toEqual([
      { ...call, deadline: 900 },
      {
        batch: [
          { ...call, deadline: 900 },
          { ...call, deadline: 900 },
        ],
      },
    ]);
    expect(commonDeadline(scenario)).toBe(900);
    expect(commonDeadline({ ...scenario, calls: [...scenario.calls, call] })).toBeUndefined();
  });
});
