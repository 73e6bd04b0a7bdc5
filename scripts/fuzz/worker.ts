// The thread in which the fuzzing is done, so that another one sees when it hangs.
import { parentPort, workerData } from 'node:worker_threads';
import { loadAllParts } from '../../src/parts/part';
import '../../src/protocols/index';
import { conversationTargets } from './conversations';
import { formatTargets } from './formats';
import { fuzz } from './fuzz';

export interface Job {
  readonly count: number;
  readonly seed: number;
  /** Where the number of the input at hand is kept, for the other thread to see. */
  readonly progress: Int32Array;
}

const { count, seed, progress } = workerData as Job;
await loadAllParts();
const targets = [...formatTargets(), ...conversationTargets()];
const tally = fuzz(
  targets,
  count,
  seed,
  () => performance.now(),
  input => Atomics.store(progress, 0, input),
);
parentPort!.postMessage({ targets: targets.length, tally });
