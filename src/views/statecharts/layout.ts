// Where the states, arrows and words of a chart go. A line runs straight through every row and bends only between rows, so that it
// crosses no state and no words.
import { spread } from '../../ui/spread';
import { type Chart, type ChartState, type ChartTransition, MOST_STATES } from './chart';
import { leastWidth, straighten, uprightRuns } from './columns';
import { type Box, centre, contains, type Point, roundedPath, smoothPath } from './geometry';
import { type ChartWords, isAside, type Place, type Route, type Rows, rowsOf, type Spacing } from './rows';

export interface PlacedState extends Box {
  readonly state: ChartState;
  readonly label: string;
}

export interface PlacedTransition {
  readonly transition: ChartTransition;
  /** From the border of one state to the border of the other. */
  readonly points: readonly Point[];
  /** The line through them, as SVG writes it. */
  readonly path: string;
  readonly label: Box & { readonly lines: readonly string[] };
}

export interface PlacedChart {
  readonly width: number;
  readonly height: number;
  /** A state that contains others comes before those. */
  readonly states: readonly PlacedState[];
  readonly transitions: readonly PlacedTransition[];
}

/** Free room around the drawing. */
const MARGIN = 6;
/** Room for an arrow at a side of a state, and between the outermost room and the corner. */
const PORT_GAP = 12;
const PORT_INSET = 4;

/** From roomy to dense. */
const SPACINGS: readonly Spacing[] = [
  { label: 130, statePadding: 14, nodesep: 28, edgesep: 16, ranksep: 48 },
  { label: 90, statePadding: 11, nodesep: 18, edgesep: 10, ranksep: 44 },
  { label: 62, statePadding: 7, nodesep: 10, edgesep: 5, ranksep: 42 },
];

/** Places `chart` from top to bottom: as roomy as `width` allows, and denser but never unreadable where it is too narrow. */
export function place(chart: Chart, words: ChartWords, width: number): PlacedChart {
  const room = width - 2 * MARGIN;
  const [first, ...denser] = SPACINGS;
  let rows = rowsOf(chart, words, first);
  for (const spacing of denser) {
    if (needed(rows) <= room) break;
    rows = rowsOf(chart, words, spacing);
  }
  // Simplified: a chart with states inside states keeps Dagre's columns; moving them would have to keep the outer states whole.
  if (rows.around.size === 0) bringTogether(rows, Math.max(needed(rows), room));
  return draw(chart, words, rows);
}

function bringTogether(rows: Rows, width: number): void {
  const items = itemsOf(rows);
  straighten(items, width);
  uprightRuns(
    items,
    rows.routes.map(route => route.bends.map(bend => bend.item)),
    width,
  );
}

function needed(rows: Rows): number {
  return leastWidth(itemsOf(rows));
}

function itemsOf({ rows }: Rows) {
  return rows.map(row => row.items);
}

/** Turns places into boxes and lines, and moves all so that the drawing begins at the margin. */
function draw(chart: Chart, words: ChartWords, rows: Rows): PlacedChart {
  const items = itemsOf(rows).flat();
  const boxes = [...rows.around.values()];
  const left = Math.min(...items.map(item => item.x - item.width / 2), ...boxes.map(box => box.x)) - MARGIN;
  const right =
    Math.max(...items.map(item => item.x + item.width / 2), ...boxes.map(box => box.x + box.width)) + MARGIN;
  const top = Math.min(...rows.rows.map(row => row.top), ...boxes.map(box => box.y)) - MARGIN;
  const bottom = Math.max(...rows.rows.map(row => row.bottom), ...boxes.map(box => box.y + box.height)) + MARGIN;
  const shift = <B extends Point>(it: B): B => ({ ...it, x: it.x - left, y: it.y - top });

  const boxOf = (id: string) => rows.around.get(id) ?? boxAt(rows.states.get(id)!);
  const transitions = linesOf(rows, boxOf).map(({ route, points: unshifted, loop }): PlacedTransition => {
    const points = unshifted.map(shift);
    const label = { ...shift(boxAt(route.label)), lines: route.lines };
    return { transition: route.transition, points, path: loop ? roundedPath(points, 8) : smoothPath(points), label };
  });
  const states = chart.states.map(state => ({ state, label: words.state(state), ...shift(boxOf(state.id)) }));
  return { width: Math.ceil(right - left), height: Math.ceil(bottom - top), states, transitions };
}

function boxAt({ item, row, height }: Place): Box {
  return { x: item.x - item.width / 2, y: (row.top + row.bottom - height) / 2, width: item.width, height };
}

interface Line {
  readonly route: Route;
  readonly points: readonly Point[];
  /** From a state to itself. */
  readonly loop: boolean;
}

/** The lines of all arrows. Each has a place of its own at its states, in the order in which they come from left to right. */
function linesOf({ routes, states }: Rows, boxOf: (id: string) => Box): Line[] {
  const through = new Map(routes.map(route => [route, bendsOf(route, boxOf)]));
  const ends = new Map(routes.map(route => [route, { from: { x: 0, y: 0 }, to: { x: 0, y: 0 } }]));
  const ids = new Set(
    routes.flatMap(({ transition }) => (isAside(transition) ? [] : [transition.from, transition.to])),
  );
  for (const id of ids) {
    const box = boxOf(id);
    const ports = routes.flatMap(route => portsAt(route, id, through.get(route)!));
    for (const above of [true, false]) {
      const side = ports.filter(port => port.towards.y < centre(box).y === above);
      side.sort((one, other) => one.towards.x - other.towards.x);
      const places = portPlaces(
        side.map(port => port.towards.x),
        box,
      );
      side.forEach(({ route, end }, i) => {
        ends.get(route)![end] = { x: places[i], y: above ? box.y : box.y + box.height };
      });
    }
  }
  return routes.map(route => {
    const { from, to } = route.transition;
    if (from === MOST_STATES) return { route, points: sideways(boxAt(route.label), boxOf(to)), loop: false };
    if (from === to) return { route, points: loopAt(boxOf(from), boxAt(route.label)), loop: true };
    const bends = through.get(route)!;
    const start = leave(ends.get(route)!.from, bends[0], states.get(from));
    const end = leave(ends.get(route)!.to, bends[bends.length - 1], states.get(to)).reverse();
    return { route, points: [...start, ...bends, ...end], loop: false };
  });
}

/** Where arrows that want to be at `wanted`, from left to right, meet the upper or lower side of `box`. */
function portPlaces(wanted: readonly number[], box: Box): number[] {
  const from = box.x + PORT_INSET;
  const to = box.x + box.width - PORT_INSET;
  const size = Math.min(PORT_GAP, (to - from) / wanted.length);
  return spread(
    wanted.map(at => ({ at, size })),
    from,
    to,
  );
}

/** Both edges of every row that the line runs through, in its direction, without what lies inside a state that it leads to as a whole. */
function bendsOf({ transition, bends }: Route, boxOf: (id: string) => Box): Point[] {
  if (bends.length === 0) return [];
  const ends = [boxOf(transition.from), boxOf(transition.to)];
  const downwards = centre(ends[0]).y < bends[0].row.top;
  const points = bends.flatMap(({ item, row }) => {
    const upper = { x: item.x, y: row.top };
    const lower = { x: item.x, y: row.bottom };
    return downwards ? [upper, lower] : [lower, upper];
  });
  const outside = points.filter(point => !ends.some(box => contains(box, point)));
  return outside.length > 0 ? outside : points;
}

/** One end of a line, and the point of it next to that end. */
interface Port {
  readonly route: Route;
  readonly end: 'from' | 'to';
  readonly towards: Point;
}

function portsAt(route: Route, id: string, bends: readonly Point[]): Port[] {
  if (isAside(route.transition)) return [];
  const { from, to } = route.transition;
  const ports: Port[] = [];
  if (from === id) ports.push({ route, end: 'from', towards: bends[0] });
  if (to === id) ports.push({ route, end: 'to', towards: bends[bends.length - 1] });
  return ports;
}

/** From the state's border at `port` straight to the edge of its row on the way to `next`. */
function leave(port: Point, next: Point, place: Place | undefined): Point[] {
  if (!place) return [port];
  const edge = next.y < port.y ? place.row.top : place.row.bottom;
  return edge === port.y ? [port] : [port, { x: port.x, y: edge }];
}

/** From the words beside a state to the state. */
function sideways(words: Box, box: Box): Point[] {
  const { x, y } = centre(words);
  return [
    { x, y },
    { x: x < box.x ? box.x : box.x + box.width, y },
  ];
}

/** Out of the state's right side, round by the words, and back. */
function loopAt(box: Box, label: Box): Point[] {
  const right = box.x + box.width;
  const { x } = centre(label);
  const [upper, lower] = [box.y + box.height * 0.2, box.y + box.height * 0.8];
  return [
    { x: right, y: upper },
    { x, y: upper },
    { x, y: lower },
    { x: right, y: lower },
  ];
}
