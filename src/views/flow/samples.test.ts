import { describe, expect, it } from 'vitest';
import { run } from '../../../test/line-runs';
import { phasesOf, sampleAt, samplesOf } from './samples';

describe('what one end knew', () => {
  const lossy = run({
    calls: [{ method: 'length', args: ['x'.repeat(60_000)] }],
    faults: [{ does: 'drop', packet: { connection: 0, direction: 'c2s', nth: 6 } }],
  });
  const samples = samplesOf(lossy, 0, 'c2s');
  const last = lossy.events.length - 1;

  it('is of that end only, and in the order of the run', () => {
    expect(samples.every(({ actor }) => actor === 'clientTcp')).toBe(true);
    expect(samples.every(({ event }, i) => i === 0 || event >= samples[i - 1].event)).toBe(true);
  });

  it('holds from the event on that changed it', () => {
    expect(sampleAt(samples, samples[0].event - 1)).toBeUndefined();
    expect(sampleAt(samples, last)).toBe(samples.at(-1));
  });

  it('goes from slow start by fast recovery to congestion avoidance after a loss', () => {
    expect(phasesOf(samples, last).map(({ phase }) => phase)).toEqual([
      'slow start',
      'fast recovery',
      'congestion avoidance',
    ]);
    expect(phasesOf(samples, last).at(-1)?.to).toBe(last);
  });

  it('is not in a recording', () => {
    expect(samplesOf({ ...lossy, flows: undefined }, 0, 'c2s')).toEqual([]);
  });
});
