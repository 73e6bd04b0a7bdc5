// Points, boxes and the route on the stage. Pure arithmetic: a place on the route is a number, a drawing turns it into a point.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export function pointBetween(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

/** A line with corners, measured from its beginning. */
export class Route {
  private readonly lengths: number[] = [0];

  constructor(readonly points: readonly Point[]) {
    for (let i = 1; i < points.length; i++)
      this.lengths.push(this.lengths[i - 1] + Math.hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y));
  }

  get length(): number {
    return this.lengths[this.lengths.length - 1];
  }

  /** How far from the beginning the corner `index` is. */
  distanceOf(index: number): number {
    return this.lengths[index];
  }

  pointAt(distance: number): Point {
    const next = this.lengths.findIndex(length => length >= distance);
    if (next < 0) return this.points[this.points.length - 1];
    if (next === 0) return this.points[0];
    const share = (distance - this.lengths[next - 1]) / (this.lengths[next] - this.lengths[next - 1]);
    return pointBetween(this.points[next - 1], this.points[next], share);
  }

  /** The route as an SVG path. */
  get path(): string {
    return this.points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Half an ellipse from `from` to `to`, which lie across from each other, bulging by `bulge` to the right of the way. */
export function halfTurn(from: Point, to: Point, bulge: number): Point[] {
  const centre = pointBetween(from, to, 0.5);
  const across = { x: (from.x - to.x) / 2, y: (from.y - to.y) / 2 };
  const length = Math.hypot(across.x, across.y);
  const out = { x: (-across.y / length) * bulge, y: (across.x / length) * bulge };
  const points: Point[] = [];
  for (let i = 0; i <= 16; i++) {
    const angle = (i / 16) * Math.PI;
    points.push({
      x: centre.x + across.x * Math.cos(angle) + out.x * Math.sin(angle),
      y: centre.y + across.y * Math.cos(angle) + out.y * Math.sin(angle),
    });
  }
  return points;
}
