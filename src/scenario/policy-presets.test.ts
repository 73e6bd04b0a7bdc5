import { describe, expect, it } from 'vitest';
import { CANONICAL } from './canonical';
import {
  commonDeadline,
  POLICY_PRESETS,
  type PolicyPresetId,
  policyPresetOf,
  withDeadline,
  withPolicyPreset,
} from './policy-presets';

const IDS = Object.keys(POLICY_PRESETS) as PolicyPresetId[];

describe('ways for a call to survive', () => {
  it('begin with what the library does', () => {
    expect(policyPresetOf(CANONICAL)).toBe('library');
  });

  it('are recognised when they have been chosen, from whatever way before', () => {
    for (const from of IDS)
      for (const to of IDS) expect(policyPresetOf(withPolicyPreset(withPolicyPreset(CANONICAL, from), to))).toBe(to);
  });

  it('leave no trace when the library’s way is chosen again', () => {
    expect(withPolicyPreset(withPolicyPreset(CANONICAL, 'exactly-once'), 'library')).toEqual(CANONICAL);
  });

  it('are the learner’s own when a figure is another', () => {
    const chosen = withPolicyPreset(CANONICAL, 'at-least-once');
    expect(policyPresetOf({ ...chosen, policy: { ...chosen.policy, timeout: 77 } })).toBeUndefined();
    expect(policyPresetOf(withDeadline(chosen, 77))).toBeUndefined();
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
