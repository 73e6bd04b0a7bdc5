// Does work in slices, so that the page goes on painting and answering meanwhile.
import type { Slices } from '../../recording/slices';

/** A slice of work ends when it has taken so long, in ms. A frame has about 16. */
const SLICE_MS = 12;

/** Does `work`; tells after each slice how much of it is done. Rejects with the signal's reason when it is given up. */
export async function doInSlices<T>(work: Slices<T>, told: (done: number) => void, signal: AbortSignal): Promise<T> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    let slice = work.next();
    while (!slice.done && performance.now() < until) slice = work.next();
    if (slice.done) return slice.value;
    told(slice.value);
    await nextTask();
    signal.throwIfAborted();
  }
}

/** A timer would wait longer; a promise alone would not let the page paint. */
function nextTask(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
