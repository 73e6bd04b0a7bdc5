// Ways for a call to survive, under the names that textbooks have for what they guarantee. A way is a policy, and a deadline for every call.
import { callsOf, isBatch } from './edit';
import { type CallPolicy, LIBRARY_POLICY, USUAL_RETRY } from './policy';
import type { Scenario, ScenarioCall } from './scenario';

export interface PolicyPreset {
  readonly policy: CallPolicy;
  /** Milliseconds that all attempts of a call may take together. Absent: as long as they take. */
  readonly deadline?: number;
}

/** Long enough for TCP to send a lost segment once more: Linux does so after 200 ms and a round trip at the earliest. */
const TIMEOUT = 500;
const DEADLINE = 5000;

/** From what promises least to what promises most. */
export const POLICY_PRESETS = {
  library: { policy: LIBRARY_POLICY },
  'at-most-once': {
    policy: { timeout: TIMEOUT, retry: { ...USUAL_RETRY, evenIfExecuted: false }, deduplication: 'none' },
    deadline: DEADLINE,
  },
  'at-least-once': {
    policy: { timeout: TIMEOUT, retry: USUAL_RETRY, deduplication: 'none' },
    deadline: DEADLINE,
  },
  'exactly-once': {
    policy: { timeout: TIMEOUT, retry: USUAL_RETRY, deduplication: 'durable' },
    deadline: DEADLINE,
  },
} as const satisfies Record<string, PolicyPreset>;

export type PolicyPresetId = keyof typeof POLICY_PRESETS;

/** The preset that `scenario` follows; undefined when it goes a way of its own. */
export function policyPresetOf(scenario: Scenario): PolicyPresetId | undefined {
  const ids = Object.keys(POLICY_PRESETS) as PolicyPresetId[];
  const isLike = ({ policy, deadline }: PolicyPreset) =>
    isSame(policy, scenario.policy) && callsOf(scenario).every(call => call.deadline === deadline);
  return ids.find(id => isLike(POLICY_PRESETS[id]));
}

/** `scenario` by the way of a preset. */
export function withPolicyPreset(scenario: Scenario, id: PolicyPresetId): Scenario {
  const { policy, deadline }: PolicyPreset = POLICY_PRESETS[id];
  return { ...withDeadline(scenario, deadline), policy };
}

/** The deadline of every call, in milliseconds; undefined when they have none, or not the same. */
export function commonDeadline(scenario: Scenario): number | undefined {
  const [first, ...others] = callsOf(scenario).map(({ deadline }) => deadline);
  return others.every(deadline => deadline === first) ? first : undefined;
}

/** `scenario` with a deadline for every call, or without any. */
export function withDeadline(scenario: Scenario, deadline: number | undefined): Scenario {
  if (callsOf(scenario).every(call => call.deadline === deadline)) return scenario;
  const limited = ({ deadline: _, ...call }: ScenarioCall) => (deadline === undefined ? call : { ...call, deadline });
  const calls = scenario.calls.map(entry => (isBatch(entry) ? { batch: entry.batch.map(limited) } : limited(entry)));
  return { ...scenario, calls };
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every(key => isSame(a[key as never], b[key as never]));
}
