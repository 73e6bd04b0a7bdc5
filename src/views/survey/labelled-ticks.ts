// Which ticks of an axis have room for a label.

export interface Tick {
  readonly value: number;
  /** Along the axis, in pixels. */
  readonly place: number;
  readonly isLabelled: boolean;
}

/** Ticks in ascending order; one is labelled when its place is `room` pixels from that of the last labelled one. */
export function labelled(values: readonly number[], placeOf: (value: number) => number, room: number): Tick[] {
  let last = -Infinity;
  return values.map(value => {
    const place = placeOf(value);
    const isLabelled = place - last >= room;
    if (isLabelled) last = place;
    return { value, place, isLabelled };
  });
}
