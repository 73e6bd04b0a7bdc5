import { describe, expect, test } from 'vitest';
import type { World } from '../world';
import { Process } from './process';

/** A process that stands still, and what it does when it goes on. */
function standingStill() {
  // Nothing here takes time, so that no clock is needed.
  const process = new Process({} as World);
  const done: string[] = [];
  process.standStill();
  const fallsDue = (name: string, does: () => void = () => {}) =>
    process.ifAlive(() => {
      done.push(name);
      does();
    })();
  return { process, done, fallsDue };
}

describe('A process that goes on', () => {
  test('does in order what has fallen due meanwhile', () => {
    const { process, done, fallsDue } = standingStill();
    fallsDue('one');
    fallsDue('two');
    expect(done).toEqual([]);
    process.goOn();
    expect(done).toEqual(['one', 'two']);
  });

  test('and crashes at that does no more of it, even when it is started again', () => {
    const { process, done, fallsDue } = standingStill();
    fallsDue('one', () => process.end());
    fallsDue('two');
    process.goOn();
    process.start();
    expect(done).toEqual(['one']);
  });

  test('and hangs again at that does the rest when it goes on once more', () => {
    const { process, done, fallsDue } = standingStill();
    fallsDue('one', () => process.standStill());
    fallsDue('two');
    process.goOn();
    expect(done).toEqual(['one']);
    process.goOn();
    expect(done).toEqual(['one', 'two']);
  });
});
