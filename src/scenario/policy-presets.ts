// Ways for a call to survive, under the names that textbooks have for what they guarantee. How long somebody waits and how often an attempt
// is made again is the learner's to set: it does not change the guarantee.
import { callsOf, isBatch } from './edit';
import { type CallPolicy, LIBRARY_POLICY, USUAL_RETRY } from './policy';
import type { Scenario, ScenarioCall } from './scenario';

/** What makes a guarantee: which attempts are made again, and whether the server knows a repeated call. */
type Guarantee = Pick<CallPolicy, 'deduplication'> & { readonly evenIfExecuted: boolean };

/** From what promises least to what promises most. The library's way is that nothing is set. */
const GUARANTEES = {
  'at-most-once': { evenIfExecuted: false, deduplication: 'none' },
  'at-least-once': { evenIfExecuted: true, deduplication: 'none' },
  'exactly-once': { evenIfExecuted: true, deduplication: 'durable' },
} as const satisfies Record<string, Guarantee>;

export type PolicyPresetId = 'library' | keyof typeof GUARANTEES;

export const POLICY_PRESETS = ['library', ...Object.keys(GUARANTEES)] as readonly PolicyPresetId[];

/** Milliseconds to begin with. Long enough for TCP to send a lost segment once more: Linux does so after 200 ms and a round trip at the earliest. */
const TIMEOUT = 500;
const DEADLINE = 5000;

/** The way that `scenario` follows; undefined when it goes one of its own. */
export function policyPresetOf(scenario: Scenario): PolicyPresetId | undefined {
  return POLICY_PRESETS.find(id => (id === 'library' ? isUnset(scenario) : guarantees(scenario, GUARANTEES[id])));
}

/** `scenario` by the way of a preset, with the times and numbers that it has already. */
export function withPolicyPreset(scenario: Scenario, id: PolicyPresetId): Scenario {
  if (id === 'library') return { ...withDeadline(scenario, undefined), policy: LIBRARY_POLICY };
  const { timeout = TIMEOUT, retry = USUAL_RETRY } = scenario.policy;
  const { evenIfExecuted, deduplication } = GUARANTEES[id];
  const limited = callsOf(scenario).some(({ deadline }) => deadline !== undefined);
  return {
    ...(limited ? scenario : withDeadline(scenario, DEADLINE)),
    policy: { timeout, retry: { ...retry, evenIfExecuted }, deduplication },
  };
}

function isUnset(scenario: Scenario): boolean {
  const { timeout, retry, hedge, deduplication } = scenario.policy;
  const isUsual = (timeout ?? retry ?? hedge) === undefined && deduplication === LIBRARY_POLICY.deduplication;
  return isUsual && callsOf(scenario).every(({ deadline }) => deadline === undefined);
}

/** A hedged call is executed twice when all goes well, and without a timeout nothing is ever made again. */
function guarantees({ policy }: Scenario, { evenIfExecuted, deduplication }: Guarantee): boolean {
  const { timeout, retry, hedge } = policy;
  const isTriedAgain = timeout !== undefined && retry?.evenIfExecuted === evenIfExecuted;
  return isTriedAgain && hedge === undefined && policy.deduplication === deduplication;
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
