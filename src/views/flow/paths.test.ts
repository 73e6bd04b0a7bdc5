import { describe, expect, it } from 'vitest';
import { barsPath, cappedBarsPath, stepsPath } from './paths';
import { plotOf, ticksUpTo } from './plot';
import { nearestSegment } from './pointing';

/** A pixel for each event, and one for each octet above the lower edge. */
const PLOT = { ...plotOf({ width: 1000, xOf: seq => seq, positionAt: x => x }, 500, 500), yOf: (n: number) => 500 - n };

function segment(sent: number, from: number, to: number) {
  return { packet: sent, sent, from, to, isAgain: false, isLost: false };
}

describe('the drawings of a stream', () => {
  it('have a bar for each segment', () => {
    expect(barsPath([segment(10, 0, 50), segment(20, 50, 90)], PLOT)).toBe('M10 500V450M20 450V410');
  });

  it('show what is sent again with caps', () => {
    expect(cappedBarsPath([segment(10, 0, 50)], PLOT)).toBe('M7 500h6m-3 0V450m-3 0h6');
  });

  it('grow by few characters where many segments leave at one place', () => {
    const dense = Array.from({ length: 20_000 }, (_, i) => segment(10, i / 100, (i + 1) / 100));
    expect(barsPath(dense, PLOT).match(/M/g)).toHaveLength(1);
  });

  it('hold an amount until it changes, and have a gap where there is none', () => {
    const places = [
      [0, 10],
      [5, 10],
      [8, 30],
      [9, undefined],
      [12, 40],
    ] as const;
    expect(stepsPath(places, 20, PLOT)).toBe('M0 490H8V470H9M12 460H20');
  });

  it('have round amounts at the side', () => {
    expect(ticksUpTo(230_000, 4)).toEqual([0, 100_000, 200_000]);
    expect(ticksUpTo(3, 5)).toEqual([0, 1, 2, 3]);
  });
});

describe('pointing', () => {
  const segments = [segment(10, 0, 50), segment(20, 50, 90)];

  it('means the nearest segment, if one is near', () => {
    expect(nearestSegment(segments, PLOT, 13, 480)).toBe(segments[0]);
    expect(nearestSegment(segments, PLOT, 18, 430)).toBe(segments[1]);
    expect(nearestSegment(segments, PLOT, 40, 430)).toBeUndefined();
  });
});
