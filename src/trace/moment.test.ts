import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCalls } from '../../test/traces/hand-made';
import { momentAt, seqAt, stepEvents, timeAt } from './moment';

const trace = addCalls();
const last = trace.events.length - 1;

describe('the moment at a position', () => {
  it('is the same however the position was reached, and beyond the ends the run’s first or last', () => {
    expect(momentAt(trace, -5)).toEqual(momentAt(trace, 0));
    expect(momentAt(trace, last + 5)).toEqual(momentAt(trace, last));
  });

  it('has a time that never falls and is exact at the events', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: last, noNaN: true }),
        fc.double({ min: 0, max: last, noNaN: true }),
        (a, b) => {
          const [earlier, later] = a < b ? [a, b] : [b, a];
          expect(timeAt(trace, earlier)).toBeLessThanOrEqual(timeAt(trace, later));
        },
      ),
    );
    for (const event of trace.events) expect(timeAt(trace, event.seq)).toBe(event.at);
  });

  it('has the packets that have left and not come in', () => {
    for (const { seq } of trace.events) {
      const left = trace.events.slice(0, seq + 1).filter(event => event.type === 'sent');
      const arrived = trace.events.slice(0, seq + 1).filter(event => event.type === 'arrived');
      const underway = left.filter(({ packet }) => !arrived.some(event => event.packet === packet));
      expect(momentAt(trace, seq).inFlight.map(({ id }) => id)).toEqual(underway.map(({ packet }) => packet));
    }
  });

  it('is in the step that began last', () => {
    for (const { seq, step } of stepEvents(trace)) {
      expect(momentAt(trace, seq).step).toBe(step);
      expect(momentAt(trace, seq).stepSeq).toBe(seq);
      expect(seqAt(trace, seq + 0.99)).toBe(seq);
    }
  });

  it('has each machine in the state that its last transition led to', () => {
    const { states } = momentAt(trace, last);
    const transitions = trace.events.filter(event => event.type === 'transition');
    for (const { actor, to } of transitions)
      if (transitions.findLast(event => event.actor === actor)?.to === to) expect(states[actor]).toBe(to);
  });
});
