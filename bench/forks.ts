// The memory of a hundred forks of a call of a megabyte: their scenarios, and the runs that are kept (src/forks/kept-runs.ts).
import { type ForkTree, presentScenario, seed } from '../src/forks/fork-tree';
import { comparedFork, fork } from '../src/forks/growth';
import { keeping } from '../src/forks/kept-runs';
import type { Scenario } from '../src/scenario/scenario';
import { simulate } from '../src/simulation/simulate';
import type { Figure } from './app';
import { held } from './memory';
import { megabyteCalls } from './runs';

const FORKS = 100;

/** What stays in memory when each fork was on screen beside the run before it, and how long such an act takes. */
export function forkFigures(): readonly Figure[] {
  return Object.entries(megabyteCalls).map(([name, scenario]) => {
    const { megabytes, ms } = held(() => actedOn(scenario));
    const each = ms / (FORKS - 1);
    return { name: `${FORKS} forks, ${name}`, value: `${megabytes.toFixed(0)} MB, ${each.toFixed(1)} ms an act` };
  });
}

function actedOn(scenario: Scenario): object {
  const runOf = keeping(simulate);
  let tree = seed(scenario);
  runOf(scenario);
  for (let i = 1; i < FORKS; i++) {
    tree = fork(tree, { ...scenario, network: { ...scenario.network, latency: 1000 * i } });
    runOf(comparedScenario(tree));
    runOf(presentScenario(tree));
  }
  return { tree, runOf };
}

function comparedScenario(tree: ForkTree) {
  return tree.forks.get(comparedFork(tree)!)!.scenario;
}
