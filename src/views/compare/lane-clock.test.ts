import { describe, expect, it } from 'vitest';
import { add, run } from '../../../test/line-runs';
import { stepEvents } from '../../trace/moment';
import { callClock, laneTime } from './lane-clock';

const quick = run({ calls: [add(2, 3)], network: { latency: 1000, bandwidth: 100_000_000, mtu: 1500 } });
const slow = run({ calls: [add(2, 3)] });
const lane = callClock(quick, 0);
const seqOfStep = (step: number) => stepEvents(slow).find(event => event.step === step)!.seq;

describe('a lane beside the run on screen', () => {
  it('has not begun before the first step', () => {
    expect(laneTime(slow, 0, lane, 'story')).toBeUndefined();
  });

  it('is in the same step, however long it took, on the story’s scale', () => {
    const at = laneTime(slow, seqOfStep(8), lane, 'story');
    expect(at).toEqual({ at: lane.steps.get(8)! - lane.begin, step: 8 });
  });

  it('has run for the same time on the clock’s scale, and waits at its end', () => {
    const early = laneTime(slow, seqOfStep(2), lane, 'clock')!;
    expect(early.at).toBe(stepEvents(slow)[1].at - stepEvents(slow)[0].at);
    expect(laneTime(slow, seqOfStep(8), lane, 'clock')).toEqual({ at: lane.end - lane.begin, step: 10 });
  });
});
