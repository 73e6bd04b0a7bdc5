// Whether two convex polygons overlap: separating axes. A line is a polygon with two corners.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Polygon = readonly Point[];

/** Whether `a` and `b`, both convex, have more than their outlines in common. */
export function overlap(a: Polygon, b: Polygon): boolean {
  // Most pairs are far apart, one above the other.
  const [fromA, toA] = heights(a);
  const [fromB, toB] = heights(b);
  if (toA <= fromB || toB <= fromA) return false;
  return ![...axesOf(a), ...axesOf(b)].some(axis => {
    const [fromA, toA] = shadow(a, axis);
    const [fromB, toB] = shadow(b, axis);
    return toA <= fromB || toB <= fromA;
  });
}

/** A rectangle of this length and height about `centre`, turned by `angle` (radians). */
export function turnedRectangle(centre: Point, length: number, height: number, angle: number): Polygon {
  const along = { x: (Math.cos(angle) * length) / 2, y: (Math.sin(angle) * length) / 2 };
  const across = { x: (-Math.sin(angle) * height) / 2, y: (Math.cos(angle) * height) / 2 };
  const corner = (u: number, v: number) => ({
    x: centre.x + u * along.x + v * across.x,
    y: centre.y + u * along.y + v * across.y,
  });
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

/** Directions at right angles to the edges. */
function axesOf(polygon: Polygon): Point[] {
  return polygon.map((corner, i) => {
    const next = polygon[(i + 1) % polygon.length];
    return { x: corner.y - next.y, y: next.x - corner.x };
  });
}

function heights(polygon: Polygon): [number, number] {
  let [least, most] = [polygon[0].y, polygon[0].y];
  for (const { y } of polygon) {
    if (y < least) least = y;
    if (y > most) most = y;
  }
  return [least, most];
}

function shadow(polygon: Polygon, axis: Point): [number, number] {
  const along = polygon.map(({ x, y }) => x * axis.x + y * axis.y);
  return [Math.min(...along), Math.max(...along)];
}
