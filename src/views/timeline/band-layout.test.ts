import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { addCalls } from '../../../test/traces/hand-made';
import { scalesOf } from '../../playback/scales';
import { bandPhases, bandTicks } from './band-layout';

const LABEL = 62;
const anyBand = fc.record({
  calls: fc.integer({ min: 1, max: 4 }),
  kind: fc.constantFrom('story' as const, 'clock' as const),
  width: fc.integer({ min: 200, max: 1400 }),
});

describe('the band of the timeline', () => {
  test.prop([anyBand])('writes phases and steps without overlap', ({ calls, kind, width }) => {
    const trace = addCalls(calls);
    const scale = scalesOf(trace).player[kind];
    const phases = bandPhases(trace, scale, width, () => LABEL).flatMap(({ label }) => label ?? []);
    for (let i = 1; i < phases.length; i++) expect(phases[i] - phases[i - 1]).toBeGreaterThanOrEqual(LABEL - 1e-6);
    const ticks = bandTicks(trace, scale, width).flatMap(({ label }) => label ?? []);
    for (let i = 1; i < ticks.length; i++) expect(ticks[i] - ticks[i - 1]).toBeGreaterThanOrEqual(18);
  });

  it('shows handshake, request, response and teardown of a call, one after the other', () => {
    const trace = addCalls();
    const phases = bandPhases(trace, scalesOf(trace).player.story, 1000, () => LABEL);
    expect(phases.map(({ kind }) => kind)).toEqual(['handshake', 'request', 'response', 'teardown']);
    for (let i = 1; i < phases.length; i++)
      expect(phases[i].x).toBeGreaterThanOrEqual(phases[i - 1].x + phases[i - 1].width - 1e-6);
    expect(phases.every(({ label }) => label !== undefined)).toBe(true);
  });

  it('numbers all ten steps where there is room, and the first of each call where there is not', () => {
    const one = bandTicks(addCalls(), scalesOf(addCalls()).player.story, 300);
    expect(one.filter(({ label }) => label !== undefined)).toHaveLength(10);
    const trace = addCalls(4);
    const four = bandTicks(trace, scalesOf(trace).player.story, 300);
    expect(four.flatMap(({ step, label }) => (label === undefined ? [] : [step]))).toEqual([1, 1, 1, 1]);
  });
});
