// The states, arrows and words of a chart in rows, in an order with few crossings. Dagre (Gansner et al., "A Technique for Drawing
// Directed Graphs", 1993) decides rows and order; what it tells of them is turned into items that columns.ts can move.
import { Graph, layout } from '@dagrejs/dagre';
import { type Chart, type ChartState, type ChartTransition, MOST_STATES } from './chart';
import type { Item } from './columns';
import type { Box, Point } from './geometry';
import { textWidth, wrap } from './text-size';

/** What the drawing says, in the reader's language. */
export interface ChartWords {
  state(state: ChartState): string;
  /** A line or more for each trigger. */
  transition(transition: ChartTransition): readonly string[];
}

/** How much room is taken, in CSS pixels. */
export interface Spacing {
  /** Words on arrows are broken where they would be wider than this. */
  readonly label: number;
  readonly statePadding: number;
  readonly nodesep: number;
  readonly edgesep: number;
  readonly ranksep: number;
}

interface Row {
  /** Upper and lower edge: no item of the row goes beyond them. */
  readonly top: number;
  readonly bottom: number;
  readonly items: Item[];
}

/** An item, and the row it is in. */
export interface Place {
  readonly item: Item;
  readonly row: Row;
  readonly height: number;
}

export interface Route {
  readonly transition: ChartTransition;
  readonly lines: readonly string[];
  readonly label: Place;
  /** What the line runs through between its states, in its direction; the words are one of them. Empty for {@link isAside}. */
  readonly bends: readonly Place[];
}

export interface Rows {
  readonly rows: readonly Row[];
  /** States without states inside. */
  readonly states: ReadonlyMap<string, Place>;
  /** States with states inside. */
  readonly around: ReadonlyMap<string, Box>;
  readonly routes: readonly Route[];
}

/** Sizes of letters, lines and boxes in CSS pixels. */
export const STATE_TEXT = 12.5;
export const LABEL_TEXT = 11;
export const LABEL_LINE = 13;
const STATE_HEIGHT = 30;
/** A state with many arrows is wide enough to tell them apart. */
const ROOM_PER_ARROW = 12;
/** An arrow that passes. */
const LINE_WIDTH = 2;
/** An arrow's wish to be straight, as against a state's to stand near its neighbours. Gansner et al. §4.2. */
const WEIGHT = { ofState: 1, ofLine: 8 };

type EdgeLabel = Point & {
  readonly transition: ChartTransition;
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly points: readonly Point[];
};

export function rowsOf(chart: Chart, words: ChartWords, spacing: Spacing): Rows {
  const graph = graphOf(chart, words, spacing);
  layout(graph);
  const boxes = chart.states.map(state => ({ state, box: graph.node(state.id) as Box }));
  const grid = new Grid();
  const states = new Map<string, Place>();
  const around = new Map<string, Box>();
  for (const { state, box } of boxes) {
    if (state.kind === 'compound') around.set(state.id, cornered(box));
    else states.set(state.id, grid.put(box, box.width, STATE_HEIGHT, spacing.nodesep));
  }
  const routes = graph.edges().map(edge => routeOf(grid, graph.edge(edge) as EdgeLabel, spacing.edgesep));
  grid.sort();
  for (const route of routes) {
    const [from, to] = leavesOf(chart, route.transition);
    if (isAside(route.transition)) setAside(route, states.get(to)!);
    else connect(route, states.get(from)!, states.get(to)!);
  }
  return { rows: grid.inOrder(), states, around, routes };
}

/** Collects what Dagre placed at the same height. */
class Grid {
  private readonly rows = new Map<number, { top: number; bottom: number; items: Item[] }>();

  put(at: Point, width: number, height: number, gap: number): Place {
    const y = Math.round(at.y);
    const row = this.rows.get(y) ?? { top: at.y, bottom: at.y, items: [] };
    this.rows.set(y, row);
    row.top = Math.min(row.top, at.y - height / 2);
    row.bottom = Math.max(row.bottom, at.y + height / 2);
    const item: Item = { x: at.x, width, gap, pulls: [] };
    row.items.push(item);
    return { item, row, height };
  }

  /** Puts the items of every row in their order from left to right. */
  sort(): void {
    for (const row of this.rows.values()) row.items.sort((one, other) => one.x - other.x);
  }

  inOrder(): Row[] {
    return [...this.rows.entries()].sort(([y], [z]) => y - z).map(([, row]) => row);
  }
}

function routeOf(grid: Grid, edge: EdgeLabel, gap: number): Route {
  const { transition, lines } = edge;
  const label = grid.put(edge, edge.width, edge.height, gap);
  if (isAside(transition)) return { transition, lines, label, bends: [] };
  const bends = edge.points
    .slice(1, -1)
    .map(point => (Math.abs(point.y - edge.y) < 1 ? label : grid.put(point, LINE_WIDTH, 0, gap)));
  return { transition, lines, label, bends };
}

/** Whether the arrow stands beside the state that it leads to: it comes from the same one, or from most. */
export function isAside({ from, to }: ChartTransition): boolean {
  return from === to || from === MOST_STATES;
}

function graphOf(chart: Chart, words: ChartWords, spacing: Spacing): Graph {
  const graph = new Graph({ multigraph: true, compound: true });
  const { nodesep, edgesep, ranksep } = spacing;
  graph.setGraph({ rankdir: 'TB', nodesep, edgesep, ranksep });
  for (const state of chart.states) {
    const arrows = chart.transitions.filter(({ from, to }) => (from === state.id) !== (to === state.id)).length;
    const width = Math.max(
      textWidth(words.state(state), STATE_TEXT) + 2 * spacing.statePadding,
      arrows * ROOM_PER_ARROW,
    );
    graph.setNode(state.id, { width, height: STATE_HEIGHT });
    if (state.parent !== undefined) graph.setParent(state.id, state.parent);
  }
  for (const transition of chart.transitions) {
    const lines = words.transition(transition).flatMap(line => wrap(line, LABEL_TEXT, spacing.label));
    const width = Math.max(...lines.map(line => textWidth(line, LABEL_TEXT))) + 6;
    const label = { transition, lines, width, height: lines.length * LABEL_LINE + 4, labelpos: 'c' };
    const [from, to] = leavesOf(chart, transition);
    graph.setEdge(from, to, label, `${transition.from}→${transition.to}`);
  }
  return graph;
}

/**
 * Dagre draws no edge to a state with states inside; one of those stands in. An arrow to what comes later in the chart leaves from the
 * last and enters at the first, one back the other way round.
 */
function leavesOf({ states }: Chart, transition: ChartTransition): [from: string, to: string] {
  const { to } = transition;
  const from = transition.from === MOST_STATES ? to : transition.from;
  const order = (id: string) => states.findIndex(state => state.id === id);
  const back = order(to) < order(from);
  return [leafOf(states, from, back ? 0 : -1), leafOf(states, to, back ? -1 : 0)];
}

function leafOf(states: readonly ChartState[], id: string, index: 0 | -1): string {
  const inside = states.filter(state => state.parent === id).at(index);
  return inside ? leafOf(states, inside.id, index) : id;
}

/** Dagre tells centres. */
function cornered({ x, y, width, height }: Box): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** Puts the words of an arrow next to its state: at the right when it comes from there, at the left when it comes from most states. */
function setAside({ transition, label }: Route, { item, row }: Place): void {
  const left = transition.from === MOST_STATES;
  row.items.splice(row.items.indexOf(label.item), 1);
  row.items.splice(row.items.indexOf(item) + (left ? 0 : 1), 0, label.item);
  const distance = (item.width + label.item.width) / 2 + item.gap;
  label.item.pulls.push({ towards: item, weight: WEIGHT.ofLine, shift: left ? -distance : distance });
}

/** Ties the parts of an arrow to one another and to its states. */
function connect({ bends }: Route, from: Place, to: Place): void {
  const chain = [from, ...bends, to];
  for (let i = 1; i < chain.length; i++) {
    const weight = i === 1 || i === chain.length - 1 ? WEIGHT.ofState : WEIGHT.ofLine;
    const [one, other] = [chain[i - 1].item, chain[i].item];
    one.pulls.push({ towards: other, weight, shift: 0 });
    other.pulls.push({ towards: one, weight, shift: 0 });
  }
}
