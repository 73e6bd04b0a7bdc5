import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { addCalls } from '../../test/traces/hand-made';
import { scaleFrom } from './scale';
import { scalesOf } from './scales';
import { restingPlace } from './story';

const trace = addCalls();
const last = trace.events.length - 1;
const gap = fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 5000, noNaN: true }));
const lengthsOf = (least: fc.Arbitrary<number>) => fc.array(least, { minLength: last, maxLength: last });
const anyPosition = fc.double({ min: 0, max: last, noNaN: true });
const somewhere = fc.double({ min: 0, max: 1, noNaN: true });

describe('a scale', () => {
  test.prop([lengthsOf(gap), anyPosition, anyPosition])('never falls when the position rises', (lengths, a, b) => {
    const scale = scaleFrom(trace, lengths);
    const [before, behind] = a < b ? [a, b] : [b, a];
    expect(scale.at(before)).toBeLessThanOrEqual(scale.at(behind));
  });

  test.prop([lengthsOf(gap), somewhere])('finds the position whose coordinate it is given', (lengths, share) => {
    const scale = scaleFrom(trace, lengths);
    const coordinate = share * scale.total;
    expect(scale.at(scale.positionAt(coordinate))).toBeCloseTo(coordinate, 6);
  });

  test.prop([lengthsOf(fc.double({ min: 1, max: 5000, noNaN: true })), anyPosition])(
    'comes back to the position it started from when every gap has a length',
    (lengths, position) => {
      const scale = scaleFrom(trace, lengths);
      expect(scale.positionAt(scale.at(position))).toBeCloseTo(position, 6);
    },
  );

  test.prop([lengthsOf(gap), fc.double({ min: -1e6, max: 1e9, noNaN: true })])(
    'stays within the run',
    (lengths, coordinate) => {
      const position = scaleFrom(trace, lengths).positionAt(coordinate);
      expect(position).toBeGreaterThanOrEqual(0);
      expect(position).toBeLessThanOrEqual(last);
    },
  );

  it('gives the position behind gaps that have no length', () => {
    const scale = scaleFrom(trace, [10, 0, 0, 5, ...new Array(last - 4).fill(1)]);
    expect(scale.positionAt(10)).toBe(3);
  });
});

describe('the story', () => {
  const { story } = scalesOf(trace).player;
  const watched = (seq: number) => story.startOf(seq + 1) - story.startOf(seq);

  it('takes between 20 and 30 seconds for the first call', () => {
    expect(story.total).toBeGreaterThan(20_000);
    expect(story.total).toBeLessThan(30_000);
  });

  it('stays with the beginning of every step for a second', () => {
    for (const event of trace.events)
      if (event.type === 'step') expect(watched(restingPlace(trace, event.seq))).toBeGreaterThanOrEqual(1000);
  });

  it('makes marshalling, which takes microseconds, longer than a crossing, which takes milliseconds', () => {
    const { seq } = trace.events.find(event => event.type === 'encoded')!;
    expect(watched(seq - 1)).toBeGreaterThan(1100);
  });

  it('shows a crossing for about a second, and what happens at once in quick succession', () => {
    const syn = trace.events.find(event => event.type === 'sent')!.seq;
    expect(watched(syn)).toBeCloseTo(1100, -1);
    const state = trace.events.find(event => event.type === 'transition' && event.to === 'CLOSE-WAIT')!.seq;
    expect(watched(state)).toBe(110);
  });

  it('gives every gap some time, so that no event is skipped', () => {
    for (let seq = 0; seq < last; seq++) expect(watched(seq)).toBeGreaterThan(0);
  });

  it('does not let 1500 packets take longer than a dozen', () => {
    const long = addCalls(1, 750, 1_086_000);
    expect(scalesOf(long).player.story.total).toBeLessThan(45_000);
  });
});

describe('the clock', () => {
  it('keeps true proportions', () => {
    const { clock } = scalesOf(trace).player;
    for (let seq = 0; seq < last; seq++)
      expect(clock.startOf(seq) / clock.total).toBeCloseTo(trace.events[seq].at / trace.duration, 9);
  });

  it('takes as long as the story for the whole run', () => {
    const { story, clock } = scalesOf(trace).player;
    expect(clock.total).toBeCloseTo(story.total, 6);
  });

  it('cuts a minute of waiting short, and says where', () => {
    const waiting = {
      ...trace.events[last],
      seq: last + 1,
      at: 60_000_000,
      type: 'timer',
      timer: 'TIME-WAIT',
    } as const;
    const { player, clockCuts } = scalesOf({ ...trace, events: [...trace.events, waiting], duration: waiting.at });
    expect(clockCuts).toEqual([last]);
    expect(player.clock.startOf(last) / player.clock.total).toBeGreaterThan(0.8);
  });
});
