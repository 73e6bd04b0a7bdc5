import { describe, expect, it } from 'vitest';
import { run } from '../../../test/line-runs';
import type { Fault } from '../../scenario/faults';
import { UNIMPAIRED } from '../../scenario/faults';
import { faultMarks, MOST_MARKS } from './timeline-marks';

const SYN = { connection: 0, direction: 'c2s', nth: 0 } as const;
const DATA = { ...SYN, nth: 2 };

function marksOf(...faults: Fault[]) {
  const trace = run({ faults });
  return faultMarks(trace, faults).map(({ kind, at, from, until }) => {
    const event = trace.events[Math.floor(from)];
    return { kind, at, event: event.type, until: until === undefined ? undefined : trace.events[Math.floor(until)].at };
  });
}

describe('the marks of what goes wrong on the timeline', () => {
  it('are where a packet is lost, comes late, comes damaged, or is copied', () => {
    expect(marksOf({ does: 'drop', packet: SYN })).toMatchObject([{ kind: 'lost', event: 'dropped' }]);
    expect(marksOf({ does: 'delay', packet: DATA, by: 5000 })).toMatchObject([{ kind: 'late', event: 'arrived' }]);
    expect(marksOf({ does: 'flip', packet: DATA, bits: [66 * 8] })).toMatchObject([
      { kind: 'damaged', event: 'arrived' },
    ]);
    expect(marksOf({ does: 'duplicate', packet: DATA })).toMatchObject([{ kind: 'copy', event: 'sent' }]);
  });

  it('last as long as the network is cut or a program does not read, and what is lost meanwhile has no mark of its own', () => {
    expect(marksOf({ does: 'partition', from: 10_000, until: 700_000 })).toMatchObject([{ kind: 'cut', at: 10_000 }]);
    expect(marksOf({ does: 'stop-reading', host: 'server', from: 30_000, until: 50_000 })).toMatchObject([
      { kind: 'deaf', at: 30_000 },
    ]);
    expect(marksOf({ does: 'partition', from: 10_000_000 })).toEqual([]);
  });

  it('begin where the server stops and end where it goes on, however many machines say so', () => {
    const [hang, ...more] = marksOf({ does: 'hang', when: { execution: 0, phase: 'before' }, lasts: 30_000 });
    expect(more).toEqual([]);
    expect(hang).toMatchObject({ kind: 'hang', event: 'transition', until: hang.at + 30_000 });
    expect(marksOf({ does: 'crash', when: { at: 45_000 } })).toMatchObject([{ kind: 'crash', at: 45_000 }]);
    expect(marksOf({ does: 'unreachable', when: { at: 0 }, lasts: 50_000 })).toMatchObject([{ kind: 'unreachable' }]);
  });

  it('are none of a run in which nothing goes wrong, and no more than anybody looks at', () => {
    expect(marksOf()).toEqual([]);
    const rough = run({
      impairments: { ...UNIMPAIRED, duplication: 1 },
      calls: Array.from({ length: 12 }, () => ({ method: 'add', args: [2, 3] })),
    });
    expect(faultMarks(rough, [])).toHaveLength(MOST_MARKS);
    const cuts = Array.from({ length: MOST_MARKS + 1 }, (): Fault => ({ does: 'partition', from: 0, until: 1 }));
    expect(faultMarks(rough, cuts)).toHaveLength(cuts.length);
  });
});
