// What several runs need that one does not. Loaded with the first fork.
import { type ForkTree, presentScenario } from '../forks/fork-tree';
import { comparedFork } from '../forks/growth';
import { keeping } from '../forks/kept-runs';
import type { Beside } from '../playback/store';
import type { Scenario } from '../scenario/scenario';
import { simulate } from '../simulation/simulate';
import { type Ending, endingOf } from '../trace/ending';
import { firstDifference } from '../trace/first-difference';
import { partingOf } from '../trace/parting';
import type { Trace } from '../trace/trace';
import { runOf } from './run-of';

export { edit, fork } from '../forks/growth';

const endings = new WeakMap<Scenario, Ending>();

const kept = keeping(scenario => {
  const trace = simulate(scenario);
  endings.set(scenario, endingOf(trace));
  return trace;
});

/** How the run of `scenario` ends; undefined when it has not been made yet. */
export function knownEnding(scenario: Scenario): Ending | undefined {
  return endings.get(scenario);
}

/** The present run of a tree, and what it is shown beside: the run that it is compared with, and the one `onScreen` so far, if there is any. */
export function besideOf(tree: ForkTree, onScreen: Trace | undefined): [Trace, Beside] {
  const compared = runOf(tree.forks.get(comparedFork(tree)!)!.scenario, kept);
  const trace = runOf(presentScenario(tree), kept);
  const same = onScreen ? (firstDifference(onScreen, trace) ?? trace.events.length) : 0;
  return [trace, { compared, parting: partingOf(trace, compared)?.seq, same }];
}
