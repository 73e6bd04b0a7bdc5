// What a change of a scenario is about: the call itself, which is edited, or what is done to it on its way, which is an act.
import type { Scenario } from '../scenario/scenario';

/** Members of a scenario that acts change. */
const ACTED_ON = ['faults', 'impairments', 'network', 'tcp', 'policy'] as const satisfies readonly (keyof Scenario)[];

/** `call` is all that is not acted on: interface, arguments, protocol, the server's functions. */
export type Topic = (typeof ACTED_ON)[number] | 'call';

export function topicOf(before: Scenario, after: Scenario): Topic {
  return ACTED_ON.find(member => before[member] !== after[member]) ?? 'call';
}
