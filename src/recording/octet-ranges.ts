// Which octets of a stream have come, as a few ranges: most segments go on where the last one ended.

export class OctetRanges {
  /** Disjoint, and in order. */
  private readonly ranges: { start: number; end: number }[] = [];

  /** Notes that octets `[start, end)` have come; returns the first of them that is new, if one is. */
  add(start: number, end: number): number | undefined {
    const { ranges } = this;
    let place = ranges.length;
    while (place > 0 && ranges[place - 1].start > start) place--;
    const before = ranges[place - 1];
    if (before && before.end >= end) return undefined;
    const joins = before && before.end >= start;
    let behind = place;
    while (behind < ranges.length && ranges[behind].start <= end) behind++;
    const range = {
      start: joins ? before.start : start,
      end: Math.max(end, behind > place ? ranges[behind - 1].end : end),
    };
    const from = joins ? place - 1 : place;
    ranges.splice(from, behind - from, range);
    return joins ? before.end : start;
  }
}
