// How latencies are laid out in a drawing: in bins of equal width, or each so many times as long as the one before when they differ much.
import type { Micros } from '../trace/trace';
import { ENDINGS, latencyOf, type Survey } from './survey';

const BINS = 40;
/** From this ratio of the longest to the shortest latency on, a linear axis would show one high bar. */
const WIDE = 8;
/** A tick at each of these times a power of ten. */
const TICKS = [1, 2, 5];

export interface LatencyAxis {
  readonly isLogarithmic: boolean;
  readonly shortest: Micros;
  readonly longest: Micros;
}

/** An axis on which every call that ends has a place. */
export function latencyAxis(survey: Survey): LatencyAxis {
  let [shortest, longest] = [Infinity, 0];
  for (let call = 0; call < survey.count; call++) {
    const latency = latencyOf(survey, call);
    if (!Number.isNaN(latency)) [shortest, longest] = [Math.min(shortest, latency), Math.max(longest, latency)];
  }
  if (longest === 0) [shortest, longest] = [0, 1000];
  // Latencies that hardly differ stand in the middle, not spread over the whole axis.
  const room = Math.max(0, longest / 5 - (longest - shortest)) / 2;
  shortest = Math.max(0, shortest - room);
  longest += room;
  return { isLogarithmic: shortest > 0 && longest / shortest > WIDE, shortest, longest };
}

/** Where `latency` stands on the axis, from 0 to 1. */
export function placeOf({ isLogarithmic, shortest, longest }: LatencyAxis, latency: Micros): number {
  const place = isLogarithmic
    ? Math.log(latency / shortest) / Math.log(longest / shortest)
    : (latency - shortest) / (longest - shortest);
  return Math.max(0, Math.min(1, place));
}

/** Round latencies on the axis, ascending. */
export function ticksOf({ isLogarithmic, shortest, longest }: LatencyAxis): Micros[] {
  const power = 10 ** Math.floor(Math.log10(isLogarithmic ? Math.max(1, shortest) : longest - shortest));
  if (isLogarithmic) {
    const ticks: number[] = [];
    for (let decade = power; decade <= longest; decade *= 10) ticks.push(...TICKS.map(tick => tick * decade));
    return ticks.filter(tick => tick >= shortest && tick <= longest);
  }
  const step = [power / 5, power / 2, power, power * 2].find(each => (longest - shortest) / each <= 10) ?? power * 2;
  const first = Math.ceil(shortest / step);
  return Array.from({ length: Math.floor(longest / step) - first + 1 }, (_, i) => (first + i) * step);
}

/** How many calls that have ended at `at` are in each bin: a row of {@link BINS} for each of {@link ENDINGS}. */
export function histogramAt(survey: Survey, axis: LatencyAxis, at: Micros): Uint32Array[] {
  const rows = ENDINGS.map(() => new Uint32Array(BINS));
  for (let call = 0; call < survey.count; call++) {
    if (!(survey.end[call] <= at)) continue;
    const bin = Math.min(BINS - 1, Math.floor(placeOf(axis, latencyOf(survey, call)) * BINS));
    rows[survey.ending[call]][bin]++;
  }
  return rows;
}
