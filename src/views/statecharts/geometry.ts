// Boxes, lines, and where lines meet boxes. CSS pixels from the drawing's upper left corner, y downwards.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export function contains(box: Box, { x, y }: Point): boolean {
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
}

export function centre(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** SVG path along `points` with corners rounded by up to `radius`. */
export function roundedPath(points: readonly Point[], radius: number): string {
  const parts = [`M${at(points[0])}`];
  for (let i = 1; i < points.length - 1; i++) {
    const [before, corner, after] = [points[i - 1], points[i], points[i + 1]];
    parts.push(`L${at(towards(corner, before, radius))}Q${at(corner)} ${at(towards(corner, after, radius))}`);
  }
  parts.push(`L${at(points[points.length - 1])}`);
  return parts.join('');
}

/** SVG path along `points`: straight where it goes straight up or down, else a bend that begins and ends upright. */
export function smoothPath(points: readonly Point[]): string {
  const parts = [`M${at(points[0])}`];
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1], points[i]];
    const middle = (from.y + to.y) / 2;
    const straight = Math.abs(from.x - to.x) < 0.5 || from.y === to.y;
    parts.push(straight ? `L${at(to)}` : `C${at({ x: from.x, y: middle })} ${at({ x: to.x, y: middle })} ${at(to)}`);
  }
  return parts.join('');
}

/** The point `distance` from `from` on the way to `to`, at most half way. */
function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const share = Math.min(distance / length, 0.5);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
