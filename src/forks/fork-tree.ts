// The runs that a learner has made of one another. Trees are values: what is done to one (growth.ts) gives another.
import type { Scenario } from '../scenario/scenario';
import type { Topic } from './topic';

/** Names a fork for as long as it is in its tree. A fork has a higher one than the fork that it was made from. */
export type ForkId = number;

export interface Fork {
  readonly scenario: Scenario;
  /** The one that it was made from; absent for the first. */
  readonly parent?: ForkId;
  /** The fork of it that was on screen last, where redo leads to. */
  readonly recent?: ForkId;
}

export interface ForkTree {
  /** In the order of making. Never empty. */
  readonly forks: ReadonlyMap<ForkId, Fork>;
  /** The one on screen. */
  readonly present: ForkId;
  /** The one that the learner has chosen to compare it with. */
  readonly chosen?: ForkId;
  /** What the present run is still being edited in: the next edit of the same replaces it. Absent once it has been acted on or left. */
  readonly draft?: Topic;
}

/** A tree of one run. */
export function seed(scenario: Scenario): ForkTree {
  return { forks: new Map([[0, { scenario }]]), present: 0, draft: 'call' };
}

/** The scenario on screen. */
export function presentScenario({ forks, present }: ForkTree): Scenario {
  return forks.get(present)!.scenario;
}
