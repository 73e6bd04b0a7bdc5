import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CANONICAL } from '../scenario/canonical';
import { presetById } from '../scenario/presets';
import type { Scenario } from '../scenario/scenario';
import { simulate } from '../simulation/simulate';
import { callsIn } from './call-order';
import { figuresAt } from './figures';
import { histogramAt, latencyAxis, placeOf, ticksOf } from './latency-axis';
import { ENDINGS, type Survey, surveyOf } from './survey';
import { surveyCsv } from './survey-csv';

const often = (scenario: Scenario, rounds: number): Scenario => ({
  ...scenario,
  load: { rounds, callers: 1, workers: 1 },
});

/** A survey of calls with these latencies, all begun at 0. NaN: it never ends. */
function surveyed(latencies: readonly number[]): Survey {
  const count = latencies.length;
  return {
    count,
    start: new Float64Array(count),
    end: Float64Array.from(latencies),
    ending: Uint8Array.from(latencies, latency => ENDINGS.indexOf(Number.isNaN(latency) ? 'waiting' : 'result')),
    attempts: new Uint16Array(count).fill(1),
    executions: new Uint16Array(count).fill(1),
    method: new Uint16Array(count),
    methods: ['f'],
    duration: Math.max(0, ...latencies.filter(latency => latency >= 0)),
    packets: 0,
    events: 0,
  };
}

describe('a survey', () => {
  it('tells of every call when it began and ended, how, and how often it was executed', () => {
    const survey = surveyOf(simulate(often(CANONICAL, 3)));
    expect([...survey.ending].map(ending => ENDINGS[ending])).toEqual(['result', 'result', 'result']);
    expect([...survey.attempts]).toEqual([1, 1, 1]);
    expect([...survey.executions]).toEqual([1, 1, 1]);
    expect(survey.methods).toEqual(['fun_add']);
    for (let call = 0; call < 3; call++) expect(survey.end[call]).toBeGreaterThan(survey.start[call]);
    expect(survey.start[1]).toBeGreaterThan(survey.end[0]);
  });

  it('tells an error of the service from a call that is given up', () => {
    const endings = (id: string) =>
      [...surveyOf(simulate(often(presetById(id)!.scenario, 2))).ending].map(ending => ENDINGS[ending]);
    expect(endings('xml-rpc-divide-by-zero')).toEqual(['error', 'error']);
    expect(endings('grpc-deadline')).toEqual(['timed out', 'result', 'timed out', 'result']);
    expect(endings('json-rpc-batch')).toEqual(['result', 'result']);
  });

  it('counts a batch as executed when all of it is', () => {
    expect([...surveyOf(simulate(often(presetById('json-rpc-batch')!.scenario, 2))).executions]).toEqual([1, 1]);
  });

  it('is a file with a line for each call', () => {
    const [head, first] = surveyCsv(surveyOf(simulate(often(CANONICAL, 2)))).split('\r\n');
    expect(head).toBe('call,method,start_us,end_us,latency_us,ending,attempts,executions');
    expect(first).toMatch(/^1,"fun_add",0,\d+,\d+,result,1,1$/);
  });
});

describe('the figures of a moment', () => {
  const survey = surveyed([10, 20, 30, 40, Number.NaN]);

  it('count what has ended by then, and how long that took', () => {
    expect(figuresAt(survey, 5)).toMatchObject({ ended: 0, underWay: 5, latencies: [] });
    expect(figuresAt(survey, 30)).toMatchObject({ ended: 3, underWay: 2, failed: 0, latencies: [20, 30, 30, 30] });
    expect(figuresAt(survey, 1000)).toMatchObject({ ended: 4, underWay: 1, latencies: [20, 40, 40, 40] });
  });

  it('never count a call twice or forget one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000)), fc.nat(1200), (latencies, at) => {
        const all = surveyed(latencies);
        const { notBegun, underWay, ended, byEnding } = figuresAt(all, at);
        expect(notBegun + underWay + ended).toBe(latencies.length);
        expect(Object.values(byEnding).reduce((sum, count) => sum + count, 0)).toBe(ended);
        const bars = histogramAt(all, latencyAxis(all), at).flatMap(row => [...row]);
        expect(bars.reduce((sum, count) => sum + count, 0)).toBe(ended);
      }),
    );
  });
});

describe('the axis of latencies', () => {
  it('is logarithmic when they differ much', () => {
    const axis = latencyAxis(surveyed([1000, 2_000_000]));
    expect(axis.isLogarithmic).toBe(true);
    expect(ticksOf(axis)).toEqual([
      1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000,
    ]);
    expect(placeOf(axis, 1000)).toBe(0);
    expect(placeOf(axis, 2_000_000)).toBe(1);
  });

  it('leaves room on both sides when they hardly differ', () => {
    const axis = latencyAxis(surveyed([80_000, 80_100]));
    expect(placeOf(axis, 80_050)).toBeCloseTo(0.5);
    expect(ticksOf(axis).length).toBeGreaterThan(3);
    expect(ticksOf(axis).length).toBeLessThan(12);
  });

  it('has round ticks within its ends, whatever the latencies are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100_000_000 })), latencies => {
        const axis = latencyAxis(surveyed(latencies));
        for (const tick of ticksOf(axis)) {
          expect(tick).toBeGreaterThanOrEqual(axis.shortest);
          expect(tick).toBeLessThanOrEqual(axis.longest);
        }
        expect(ticksOf(axis).length).toBeLessThan(30);
      }),
    );
  });
});

describe('the calls that are looked for', () => {
  const survey = surveyed([10, 30, Number.NaN, 20]);

  it('are the slowest first, above them those without an end', () => {
    expect(callsIn(survey, 'slowest')).toEqual([2, 1, 3, 0]);
  });

  it('are those that failed, or were executed more than once', () => {
    expect(callsIn(survey, 'failed')).toEqual([2]);
    survey.executions[3] = 2;
    expect(callsIn(survey, 'repeated')).toEqual([3]);
  });
});
