// Which of many points the pointer means.

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The index of the spot nearest to `to`, no farther than `reach`. */
export function nearest(spots: readonly Spot[], to: Spot, reach: number): number | undefined {
  let found: number | undefined;
  let least = reach ** 2;
  for (const [index, { x, y }] of spots.entries()) {
    const distance = (x - to.x) ** 2 + (y - to.y) ** 2;
    if (distance <= least) [found, least] = [index, distance];
  }
  return found;
}
