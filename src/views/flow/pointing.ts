// Which segment the pointer means.
import { barOf } from './paths';
import type { Plot } from './plot';
import type { SentSegment } from './stream';

/** How far from a bar the pointer may be, in pixels. */
const REACH = 8;

/** The segment whose bar is nearest to a point of the drawing; undefined when none is near. */
export function nearestSegment(
  segments: readonly SentSegment[],
  plot: Plot,
  x: number,
  y: number,
): SentSegment | undefined {
  let nearest: SentSegment | undefined;
  let least = REACH;
  for (const segment of segments) {
    const bar = barOf(segment, plot);
    const aside = Math.abs(bar.x - x);
    if (aside > least) continue;
    const distance = Math.hypot(aside, Math.max(0, bar.top - y, y - bar.bottom));
    if (distance > least) continue;
    least = distance;
    nearest = segment;
  }
  return nearest;
}
