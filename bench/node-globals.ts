// What the packages of the benchmark's page take for granted to be global, as it is in Node.
import { Buffer } from 'buffer/';

function nextTick(run: (...args: unknown[]) => void, ...args: unknown[]): void {
  queueMicrotask(() => run(...args));
}

Object.assign(window, { Buffer, global: window, process: { env: {}, version: '', nextTick } });
