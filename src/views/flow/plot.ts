// Where things stand in a drawing over time: events from left to right along the player's scale, amounts upwards.
import type { Scale } from '../../playback/scale';
import type { Position } from '../../trace/moment';

/** Pixels left of the drawing for the amounts, and right of it. */
export const MARGIN = { left: 60, right: 10 };

export interface TimeAxis {
  readonly width: number;
  /** Where a position of the run stands, in pixels. */
  readonly xOf: (position: Position) => number;
  readonly positionAt: (x: number) => Position;
}

/** The time from event `begins` to event `ends`, in a drawing `width` pixels wide. */
export function timeAxis(scale: Scale, begins: number, ends: number, width: number): TimeAxis {
  const [from, to] = [scale.startOf(begins), scale.startOf(ends)];
  const room = width - MARGIN.left - MARGIN.right;
  const within = (x: number) => Math.max(MARGIN.left, Math.min(width - MARGIN.right, x));
  return {
    width,
    xOf: position => within(MARGIN.left + ((scale.at(position) - from) / (to - from || 1)) * room),
    positionAt: x => scale.positionAt(from + ((within(x) - MARGIN.left) / room) * (to - from)),
  };
}

export interface Plot {
  readonly time: TimeAxis;
  readonly height: number;
  readonly yOf: (amount: number) => number;
  /** Amounts that are written at the side, from 0 up. */
  readonly ticks: readonly number[];
}

/** Pixels above and below the drawing, and between amounts at the side. */
const EDGE = 8;
const TICK_SPACING = 36;

/** A drawing `height` pixels high for amounts from 0 to `most`. */
export function plotOf(time: TimeAxis, height: number, most: number): Plot {
  const room = height - 2 * EDGE;
  const top = most || 1;
  return {
    time,
    height,
    yOf: amount => height - EDGE - (amount / top) * room,
    ticks: ticksUpTo(top, room / TICK_SPACING),
  };
}

/** Round amounts up to `most`, about `count` of them: 1, 2 or 5 times a power of ten apart. */
export function ticksUpTo(most: number, count: number): readonly number[] {
  const rough = most / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5].find(times => times * power >= rough) ?? 10) * power);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}
