// Where the labels of the arrows stand: along the arrow where there is room, otherwise in the margin, joined by a thin line; as many as have room.
import { spread } from '../../ui/spread';
import type { Arrow, Ladder } from './ladder';
import { overlap, type Point, type Polygon, turnedRectangle } from './polygons';

/** A label along its arrow; `angle` in degrees. */
interface ArrowLabel {
  readonly arrow: Arrow;
  readonly at: Point;
  readonly angle: number;
}

/** A label in the margin, with the point at the life line that its line comes from. */
interface MarginLabel {
  readonly arrow: Arrow;
  readonly y: number;
  readonly from: Point;
}

export interface Labels {
  readonly along: readonly ArrowLabel[];
  readonly margin: readonly MarginLabel[];
}

export const LABEL_HEIGHT = 15;
/** From the arrow to the middle of its label. */
const ABOVE = 10;
/** From the life lines to a label. */
const INSET = 14;
export const MARGIN_LINE = 18;

/** `lengthOf` gives the length of an arrow's label in pixels. */
export function placeLabels(ladder: Ladder, lengthOf: (arrow: Arrow) => number): Labels {
  const { arrows, columns } = ladder;
  const taken: Polygon[] = [];
  const along: ArrowLabel[] = [];
  const rest: Arrow[] = [];
  for (const arrow of arrows) {
    const label = labelAlong(arrow, arrows, taken, lengthOf(arrow));
    if (label) {
      along.push({ arrow, at: label.at, angle: label.angle });
      taken.push(label.box);
    } else rest.push(arrow);
  }
  const ends = fitting(rest, Math.floor(ladder.height / MARGIN_LINE))
    .map(arrow => ({ arrow, from: arrow.from.x === columns.server ? arrow.from : rightEnd(arrow) }))
    .sort((a, b) => a.from.y - b.from.y);
  const middles = spread(
    ends.map(({ from }) => ({ at: from.y, size: MARGIN_LINE })),
    0,
    ladder.height,
  );
  return { along, margin: ends.map((end, i) => ({ ...end, y: middles[i] })) };
}

/** At most `most` of `arrows`: acknowledgements go without a label before payload does, and payload before what opens and closes. */
function fitting(arrows: readonly Arrow[], most: number): readonly Arrow[] {
  if (arrows.length <= most) return arrows;
  const of = (purpose: Arrow['train']['purpose']) => arrows.filter(({ train }) => train.purpose === purpose);
  return [...of('connection'), ...of('data'), ...of('acknowledgement')].slice(0, most);
}

function rightEnd({ from, to }: Arrow): Point {
  return to.x > from.x ? to : from;
}

function labelAlong(arrow: Arrow, arrows: readonly Arrow[], taken: readonly Polygon[], length: number) {
  const [left, right] = arrow.from.x < arrow.to.x ? [arrow.from, arrow.to] : [arrow.to, arrow.from];
  const slope = Math.atan2(right.y - left.y, right.x - left.x);
  const way = Math.hypot(right.x - left.x, right.y - left.y);
  if (length + 2 * INSET > way) return undefined;
  const isBand = arrow.train.packets.length > 1;
  for (const share of [0.5, 0.3, 0.7]) {
    const room = (length / 2 + INSET) / way;
    const place = Math.max(room, Math.min(1 - room, share));
    const on = { x: left.x + (right.x - left.x) * place, y: left.y + (right.y - left.y) * place };
    const above = isBand ? -(arrow.lastFrom.y - arrow.from.y) / 2 : ABOVE;
    const at = { x: on.x + Math.sin(slope) * above, y: on.y - Math.cos(slope) * above };
    const box = turnedRectangle(at, length, LABEL_HEIGHT, slope);
    const free =
      !taken.some(other => overlap(box, other)) &&
      !arrows.some(other => other !== arrow && overlap(box, outline(other))) &&
      (!isBand || arrow.lastFrom.y - arrow.from.y > LABEL_HEIGHT);
    if (free) return { at, angle: (slope * 180) / Math.PI, box };
  }
  return undefined;
}

/** What of an arrow a label must keep clear of. */
function outline({ train, from, to, lastFrom, lastTo }: Arrow): Polygon {
  return train.packets.length > 1 ? [from, to, lastTo, lastFrom] : [from, to];
}
