// The memory of a hundred forks of a call of a megabyte: their scenarios, and the runs that are kept (src/forks/kept-runs.ts).
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type ForkTree, presentScenario, seed } from '../src/forks/fork-tree';
import { comparedFork, fork } from '../src/forks/growth';
import { keeping } from '../src/forks/kept-runs';
import { simulate } from '../src/simulation/simulate';
import type { Figure } from './app';
import { megabyteCalls } from './runs';

const FORKS = 100;

/** What stays in memory when each fork was on screen beside the run before it, and how long such an act takes. */
export function forkFigures(): readonly Figure[] {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return Object.entries(megabyteCalls).map(([name, scenario]) => {
    collect();
    const before = used();
    const runOf = keeping(simulate);
    let tree = seed(scenario);
    runOf(scenario);
    const start = performance.now();
    for (let i = 1; i < FORKS; i++) {
      tree = fork(tree, { ...scenario, network: { ...scenario.network, latency: 1000 * i } });
      runOf(comparedScenario(tree));
      runOf(presentScenario(tree));
    }
    const ms = (performance.now() - start) / (FORKS - 1);
    collect();
    const megabytes = (used() - before) / 1024 / 1024;
    // Still needed here, so that the measurement has them.
    const { forks } = tree;
    return { name: `${forks.size} forks, ${name}`, value: `${megabytes.toFixed(0)} MB, ${ms.toFixed(1)} ms an act` };
  });

  function used(): number {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  }
}

function comparedScenario(tree: ForkTree) {
  return tree.forks.get(comparedFork(tree)!)!.scenario;
}
