// The run of a scenario as it comes on screen: all of it, or one call when there are many.
import { Part } from '../parts/part';
import { callCount, isMany } from '../scenario/load';
import type { Scenario } from '../scenario/scenario';
import { simulate } from '../simulation/simulate';
import type { Trace } from '../trace/trace';

const surveyed = new Part(() => import('./survey/surveyed-runs'));

/** Throws as `simulate` does; a MissingPart also while many calls are simulated elsewhere. `run` is for scenarios that are shown as a whole. */
export function runOf(scenario: Scenario, run: (scenario: Scenario) => Trace = simulate): Trace {
  return isMany(callCount(scenario)) ? surveyed.get().openedCall(scenario) : run(scenario);
}
