import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../i18n/locale';
import { machines } from '../../machines/machines';
import type { ActorId } from '../../trace/trace';
import { type Chart, chartOf } from './chart';
import { type Box, contains, type Point } from './geometry';
import { type PlacedChart, place } from './layout';
import type { ChartWords } from './rows';
import { eleven, everything } from './sample-machines';
import { texts } from './text';
import { chartWords } from './words';

const words: ChartWords = {
  state: state => state.name,
  transition: ({ triggers }) => triggers.map(({ name, guard }) => (guard ? `${name} [${guard}]` : name)),
};

/** Whether the boxes share any area. */
function overlaps(one: Box, other: Box): boolean {
  const apart =
    one.x >= other.x + other.width ||
    other.x >= one.x + one.width ||
    one.y >= other.y + other.height ||
    other.y >= one.y + one.height;
  return !apart;
}

/** Whether the straight line from `a` to `b` runs through the inside of `box`. Liang and Barsky's clipping. */
function crosses(a: Point, b: Point, box: Box): boolean {
  let enter = 0;
  let leave = 1;
  for (const [from, to, low, high] of [
    [a.x, b.x, box.x, box.x + box.width],
    [a.y, b.y, box.y, box.y + box.height],
  ]) {
    const way = to - from;
    if (way === 0) {
      if (from <= low || from >= high) return false;
      continue;
    }
    const [first, last] = [(low - from) / way, (high - from) / way].sort((p, q) => p - q);
    enter = Math.max(enter, first);
    leave = Math.min(leave, last);
  }
  return leave - enter > 1e-6;
}

/** What a reader would trip over, in words. */
function faults({ states, transitions }: PlacedChart): string[] {
  const found: string[] = [];
  const boxes = states
    .filter(({ state }) => state.kind !== 'compound')
    .map(placed => ({ ...placed, what: placed.label }));
  const labels = transitions.map(({ label, transition }) => ({
    ...label,
    what: `words ${transition.from}→${transition.to}`,
  }));
  const things = [...boxes, ...labels];
  things.forEach((one, i) => {
    for (const other of things.slice(i + 1)) if (overlaps(one, other)) found.push(`${one.what} on ${other.what}`);
  });
  for (const { transition, points, label } of transitions) {
    const foreign = things.filter(thing => thing.what !== `words ${transition.from}→${transition.to}`);
    for (const thing of foreign) {
      if (points.some((point, i) => i > 0 && crosses(points[i - 1], point, thing))) {
        found.push(`line ${transition.from}→${transition.to} through ${thing.what}`);
      }
    }
    if (!points.some((point, i) => i > 0 && crosses(points[i - 1], point, label)))
      found.push(`words off ${transition.from}→${transition.to}`);
  }
  return found;
}

describe.each([360, 400, 560, 900])('the chart of eleven states in %i px', width => {
  const placed = place(chartOf(eleven), words, width);

  it('has nothing in the way of anything', () => {
    expect(faults(placed)).toEqual([]);
  });

  it('begins with the first state', () => {
    const top = placed.states.reduce((highest, state) => (state.y < highest.y ? state : highest));
    expect(top.state.initial).toBe(true);
  });
});

it('fits the chart of eleven states into a pane of 400 px', () => {
  expect(place(chartOf(eleven), words, 400).width).toBeLessThanOrEqual(400);
});

it('is roomier where there is more room', () => {
  expect(place(chartOf(eleven), words, 700).width).toBeGreaterThan(place(chartOf(eleven), words, 400).width);
});

describe.each(LOCALES)('in %s', locale => {
  const actors = Object.keys(machines) as ActorId[];

  it.each(actors)('the chart of %s fits a pane of 400 px with nothing in the way of anything', actor => {
    const placed = place(chartOf(machines[actor]), chartWords(texts[locale], actor), 400);
    expect(placed.width).toBeLessThanOrEqual(400);
    expect(faults(placed)).toEqual([]);
  });
});

describe('a chart with states inside states', () => {
  const placed = place(chartOf(everything), words, 400);
  const box = (id: string) => placed.states.find(({ state }) => state.id === id)!;

  it('keeps the inner states inside and the others outside', () => {
    for (const { state, ...inner } of placed.states) {
      if (state.id === 'working') continue;
      expect(contains(box('working'), { x: inner.x + inner.width / 2, y: inner.y + inner.height / 2 }), state.id).toBe(
        state.parent === 'working',
      );
    }
  });

  it('has nothing in the way of anything', () => {
    expect(faults(placed)).toEqual([]);
  });

  it('leads an arrow for the whole state to its border', () => {
    const { points } = placed.transitions.find(({ transition }) => transition.to === 'working')!;
    expect(points[points.length - 1].y).toBeCloseTo(box('working').y);
  });
});

/** Charts without states inside states; every state can be reached, as in a machine that is of use. */
const anyChart = fc.integer({ min: 1, max: 9 }).chain(count =>
  fc
    .record({
      tree: fc.tuple(...Array.from({ length: count - 1 }, (_, i) => fc.integer({ min: 0, max: i }))),
      more: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 10 }),
      names: fc.array(fc.constantFrom('a', 'rcv FIN', 'a rather long event', '收到报文段', 'UNBREAKABLE_NAME'), {
        minLength: 20,
        maxLength: 20,
      }),
    })
    .map(({ tree, more, names }): Chart => {
      const common = count > 1 ? ['* 0'] : [];
      const pairs = new Set([
        ...common,
        ...tree.map((from, i) => `${from} ${i + 1}`),
        ...more.map(pair => pair.join(' ')),
      ]);
      return {
        states: Array.from({ length: count }, (_, i) => ({
          id: `${i}`,
          name: names[i],
          parent: undefined,
          kind: 'atomic',
          initial: i === 0,
        })),
        transitions: [...pairs].map((pair, i) => {
          const [from, to] = pair.split(' ');
          return { from, to, triggers: [{ kind: 'event', name: names[i % names.length], guard: undefined }] };
        }),
      };
    }),
);

it('puts nothing in the way of anything, whatever the chart and the width', () => {
  fc.assert(
    fc.property(anyChart, fc.integer({ min: 200, max: 1000 }), (chart, width) => {
      expect(faults(place(chart, words, width))).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 30_000);
