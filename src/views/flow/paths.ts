// The paths of the drawings. One path holds all that look alike: an element for each of twenty thousand segments would be too much.
import type { FlowSample } from '../../trace/flows';
import type { Plot } from './plot';
import type { Feedback, SentSegment } from './stream';

/** What is drawn lower than this, in pixels, is drawn so low. */
const LOWEST_BAR = 3;
/** Half the width of the caps of a repeated segment, and of a lost one's cross. */
const CAP = 3;
const CROSS = 4;

/** A bar for each segment over its sequence numbers. Those that touch in one place of a dense drawing become one. */
export function barsPath(segments: readonly SentSegment[], plot: Plot): string {
  let path = '';
  let last = { x: Number.NaN, top: 0 };
  for (const segment of segments) {
    const { x, bottom, top } = barOf(segment, plot);
    if (Math.abs(x - last.x) < 0.5 && top <= last.top && last.top - top < LOWEST_BAR) path += `V${round(top)}`;
    else path += `M${round(x)} ${round(bottom)}V${round(top)}`;
    last = { x, top };
  }
  return path;
}

/** The same with a cap at both ends: for what is sent again. */
export function cappedBarsPath(segments: readonly SentSegment[], plot: Plot): string {
  return join(segments, segment => {
    const { x, bottom, top } = barOf(segment, plot);
    return `M${round(x - CAP)} ${round(bottom)}h${2 * CAP}m${-CAP} 0V${round(top)}m${-CAP} 0h${2 * CAP}`;
  });
}

/** A cross on each segment: it does not get through. */
export function crossesPath(segments: readonly SentSegment[], plot: Plot): string {
  return join(segments, segment => {
    const { x, bottom, top } = barOf(segment, plot);
    const [left, up] = [round(x - CROSS), round((bottom + top) / 2 - CROSS)];
    return `M${left} ${up}l${2 * CROSS} ${2 * CROSS}m0 ${-2 * CROSS}l${-2 * CROSS} ${2 * CROSS}`;
  });
}

/** A bar for each block that a feedback reports to have come in beyond a gap. */
export function blocksPath(feedback: readonly Feedback[], plot: Plot): string {
  return join(feedback, ({ came, blocks }) =>
    join(blocks, ({ left, right }) => {
      const { x, bottom, top } = barOf({ sent: came, from: left, to: right }, plot);
      return `M${round(x)} ${round(bottom)}V${round(top)}`;
    }),
  );
}

/** Where a segment's bar stands. */
export function barOf({ sent, from, to }: Pick<SentSegment, 'sent' | 'from' | 'to'>, { time, yOf }: Plot) {
  const bottom = yOf(from);
  return { x: time.xOf(sent), bottom, top: Math.min(yOf(to), bottom - LOWEST_BAR) };
}

/** What changes by steps: from each place `[seq, amount]` on the amount holds, up to event `end`. Undefined amounts leave a gap. */
export function stepsPath(
  places: readonly (readonly [seq: number, amount: number | undefined])[],
  end: number,
  { time, yOf }: Plot,
): string {
  let path = '';
  let isOpen = false;
  let before: number | undefined;
  for (const [seq, amount] of places) {
    if (amount === before) continue;
    before = amount;
    const x = round(time.xOf(seq));
    if (isOpen) path += `H${x}`;
    if (amount !== undefined) path += isOpen ? `V${round(yOf(amount))}` : `M${x} ${round(yOf(amount))}`;
    isOpen = amount !== undefined;
  }
  return isOpen ? `${path}H${round(time.xOf(end))}` : path;
}

/** The area below such steps. */
export function areaPath(places: Parameters<typeof stepsPath>[0], end: number, plot: Plot): string {
  const steps = stepsPath(places, end, plot);
  const begin = places.find(([, amount]) => amount !== undefined);
  return begin ? `${steps}V${round(plot.yOf(0))}H${round(plot.time.xOf(begin[0]))}Z` : '';
}

/** One figure of the samples as places for {@link stepsPath}. */
export function placesOf(samples: readonly FlowSample[], figure: (sample: FlowSample) => number | undefined) {
  return samples.map(sample => [sample.event, figure(sample)] as const);
}

function join<Item>(items: readonly Item[], draw: (item: Item) => string): string {
  let path = '';
  for (const item of items) path += draw(item);
  return path;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
