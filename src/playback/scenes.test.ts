import { describe, expect, it } from 'vitest';
import { addCalls } from '../../test/traces/hand-made';
import { momentAt } from '../trace/moment';
import { scalesOf } from './scales';
import { nextEvent, nextStep, placeOfStep, previousEvent, previousStep, sceneAt } from './scenes';

const trace = addCalls(2);
const last = trace.events.length - 1;
const stepsFrom = (from: number, go: (position: number) => number) => {
  const steps: (number | undefined)[] = [];
  let here = from;
  for (let next = go(here); next !== here && next !== last && next !== 0; next = go(here)) {
    here = next;
    steps.push(momentAt(trace, here).step);
  }
  return steps;
};

describe('stepping', () => {
  it('forward visits the ten steps of every call in order', () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(stepsFrom(0, position => nextStep(trace, position))).toEqual([...ten, ...ten]);
  });

  it('back visits them in reverse', () => {
    const ten = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    expect(stepsFrom(last, position => previousStep(trace, position))).toEqual([...ten, ...ten]);
  });

  it('stops where the machines have taken the state that the step is about', () => {
    expect(momentAt(trace, placeOfStep(trace, 0, 2)!).states.clientStub).toBe('marshalling');
  });

  it('back from the middle of a step goes to its beginning', () => {
    const place = placeOfStep(trace, 0, 3)!;
    expect(previousStep(trace, place + 2.5)).toBe(place);
  });

  it('by event goes to whole positions and ends at the ends', () => {
    expect(nextEvent(trace, 3.25)).toBe(4);
    expect(nextEvent(trace, 3)).toBe(4);
    expect(previousEvent(3.25)).toBe(3);
    expect(previousEvent(3)).toBe(2);
    expect(nextEvent(trace, last)).toBe(last);
    expect(previousEvent(0)).toBe(0);
  });
});

describe('jumping to a step', () => {
  it('stays in the present call', () => {
    const second = placeOfStep(trace, last, 4)!;
    expect(momentAt(trace, second).exchange).toBe(1);
    expect(momentAt(trace, placeOfStep(trace, second, 2)!)).toMatchObject({ exchange: 1, step: 2 });
  });

  it('knows no place for a step that does not come', () => {
    const events = trace.events
      .filter(event => event.type !== 'step' || event.step !== 5)
      .map((event, seq) => ({ ...event, seq }));
    expect(placeOfStep({ ...trace, events }, 0, 5)).toBeUndefined();
  });
});

describe('scenes for reduced motion', () => {
  const { story } = scalesOf(trace).player;
  const scenes = new Set<number>();
  for (let at = 0; at <= story.total; at += 16) scenes.add(sceneAt(trace, story, story.positionAt(at)));

  it('stand still: there are a few dozen of them in the run, in ascending order', () => {
    expect(scenes.size).toBeGreaterThan(30);
    expect(scenes.size).toBeLessThan(120);
    expect([...scenes]).toEqual([...scenes].sort((a, b) => a - b));
  });

  it('show packets in the middle of their way', () => {
    const syn = trace.events.find(event => event.type === 'sent')!.seq;
    expect(scenes).toContain(syn + 0.5);
  });

  it('show the end', () => {
    expect(sceneAt(trace, story, last)).toBe(last);
  });
});
