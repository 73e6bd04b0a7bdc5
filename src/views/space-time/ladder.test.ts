import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { run } from '../../../test/line-runs';
import { addCalls } from '../../../test/traces/hand-made';
import { scalesOf } from '../../playback/scales';
import type { Trace } from '../../trace/trace';
import { captionOf, captionWidth } from './captions';
import { LABEL_HEIGHT, MARGIN_LINE, placeLabels } from './labels';
import { type Arrow, ladderOf } from './ladder';
import { overlap, turnedRectangle } from './polygons';
import { texts } from './text';

const kinds = ['story', 'clock'] as const;

function draw(trace: Trace, kind: 'story' | 'clock', width: number) {
  const { ladder } = scalesOf(trace);
  const drawn = ladderOf(trace, ladder[kind], ladder.story.total, width);
  const length = (arrow: Arrow) => captionWidth(captionOf(trace, arrow, drawn.columns.compact, 'en', texts.en));
  return { drawn, length, labels: placeLabels(drawn, length) };
}

describe('the ladder', () => {
  const anyRun = fc.record({
    calls: fc.integer({ min: 1, max: 3 }),
    segments: fc.integer({ min: 1, max: 30 }),
    kind: fc.constantFrom(...kinds),
    width: fc.integer({ min: 320, max: 1600 }),
  });

  test.prop([anyRun], { numRuns: 25 })(
    'never lets labels overlap each other or an arrow',
    ({ calls, segments, kind, width }) => {
      const { drawn, length, labels } = draw(addCalls(calls, segments, segments * 1000), kind, width);
      const boxes = labels.along.map(({ arrow, at, angle }) => ({
        arrow,
        box: turnedRectangle(at, length(arrow), LABEL_HEIGHT, (angle * Math.PI) / 180),
      }));
      const faults = boxes.filter(
        ({ arrow, box }, i) =>
          boxes.slice(i + 1).some(other => overlap(box, other.box)) ||
          drawn.arrows.some(other => other !== arrow && overlap(box, [other.from, other.to])),
      );
      expect(faults).toEqual([]);
      for (let i = 1; i < labels.margin.length; i++)
        expect(labels.margin[i].y - labels.margin[i - 1].y).toBeGreaterThanOrEqual(MARGIN_LINE - 1e-6);
    },
  );

  test.prop([anyRun], { numRuns: 30 })(
    'gives every arrow a label as long as the margin has room',
    ({ calls, segments, kind, width }) => {
      const { drawn, labels } = draw(addCalls(calls, segments, segments * 1000), kind, width);
      const room = Math.floor(drawn.height / MARGIN_LINE);
      const rest = drawn.arrows.length - labels.along.length;
      expect(labels.margin.length).toBe(Math.min(room, rest));
    },
  );

  it('draws arrows downwards, from the sender to the receiver', () => {
    const { drawn } = draw(addCalls(), 'story', 1000);
    for (const { train, from, to } of drawn.arrows) {
      expect(to.y).toBeGreaterThan(from.y);
      expect(from.x < to.x).toBe(train.direction === 'c2s');
    }
  });

  it('ends the arrow of a packet that is lost midway, and begins that of a copy there', () => {
    const packet = { connection: 0, direction: 'c2s', nth: 2 } as const;
    const at = (does: 'drop' | 'duplicate') => draw(run({ faults: [{ does, packet }] }), 'story', 1000).drawn;
    const lost = at('drop');
    const { to, marks } = lost.arrows.find(({ arrived }) => arrived === undefined)!;
    expect(marks).toEqual(['lost']);
    const middle = (lost.columns.client + lost.columns.server) / 2;
    expect(to.x).toBe(middle);
    expect(at('duplicate').arrows.find(({ marks }) => marks.includes('copy'))!.from.x).toBe(middle);
  });

  it('draws 1500 packets as a few dozen bands', () => {
    const { drawn } = draw(addCalls(1, 1490, 1_490_000), 'story', 1000);
    expect(drawn.arrows.length).toBeLessThan(80);
    const packets = drawn.arrows.reduce((sum, { train }) => sum + train.packets.length, 0);
    expect(packets).toBe(1490 + 8);
  });

  it('finds the place of every height, and the height of every place', () => {
    const { drawn } = draw(addCalls(), 'story', 1000);
    for (const y of [60, 200, 433]) expect(drawn.yOf(drawn.coordinateOf(y))).toBeCloseTo(y, 6);
  });

  it('fills each side with states that follow one another without a gap', () => {
    const { drawn } = draw(addCalls(2), 'story', 1000);
    for (const actor of ['clientTcp', 'serverTcp'] as const) {
      const boxes = drawn.states.filter(box => box.actor === actor);
      for (let i = 1; i < boxes.length; i++) expect(boxes[i].y).toBeCloseTo(boxes[i - 1].y + boxes[i - 1].height, 6);
    }
  });

  it('writes the times of what happens at the ends, never too close to read', () => {
    const { times } = draw(addCalls(3), 'clock', 1000).drawn;
    for (let i = 1; i < times.length; i++) expect(times[i].y - times[i - 1].y).toBeGreaterThanOrEqual(18);
  });
});
