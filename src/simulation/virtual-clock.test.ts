import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { VirtualClock } from './virtual-clock';

describe('the virtual clock', () => {
  test.prop([fc.array(fc.nat(50), { maxLength: 60 })])(
    'runs tasks by due time, and in order where those are equal',
    delays => {
      const clock = new VirtualClock();
      const ran: [number, number][] = [];
      delays.forEach((delay, order) => {
        clock.schedule(delay, () => ran.push([clock.now(), order]));
      });
      clock.run();
      expect(ran).toEqual(delays.map((delay, order) => [delay, order]).sort(([a, i], [b, j]) => a - b || i - j));
    },
  );

  it('shows each task its own due time, also in a chain', () => {
    const clock = new VirtualClock();
    const times: number[] = [];
    clock.schedule(10, () => {
      clock.schedule(5, () => times.push(clock.now()));
      times.push(clock.now());
    });
    clock.schedule(30, () => times.push(clock.now()));
    clock.run();
    expect(times).toEqual([10, 15, 30]);
  });

  it('forgets a cancelled task, also when it is cancelled twice or too late', () => {
    const clock = new VirtualClock();
    const ran: string[] = [];
    const done = clock.schedule(1, () => ran.push('done'));
    const cancelled = clock.schedule(2, () => ran.push('cancelled'));
    clock.schedule(3, () => {
      clock.cancel(done);
      ran.push('last');
    });
    clock.cancel(cancelled);
    clock.cancel(cancelled);
    clock.run();
    expect(ran).toEqual(['done', 'last']);
  });

  it("ends when only the charts' own delays are left, but runs those that come before the end", () => {
    const clock = new VirtualClock();
    const ran: string[] = [];
    clock.setTimeout(() => ran.push('delay of 1 ms'), 1);
    clock.setTimeout(() => ran.push('delay of 60 s'), 60_000);
    clock.schedule(2_000, () => ran.push('task after 2 ms'));
    clock.run();
    expect(ran).toEqual(['delay of 1 ms', 'task after 2 ms']);
    expect(clock.now()).toBe(2_000);
  });
});
