// What some work leaves in memory.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Does `work`, and tells how many megabytes are held by what it returns, and how many milliseconds it took. */
export function held(work: () => object): { readonly megabytes: number; readonly ms: number } {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const before = used();
  const start = performance.now();
  const result = work();
  const ms = performance.now() - start;
  collect();
  const megabytes = (used() - before) / 1024 / 1024;
  keep(result);
  return { megabytes, ms };
}

/** Until here it is needed, so that the measurement has it. */
function keep(result: object): void {
  if (!result) throw new Error('The work has left nothing.');
}

function used(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
