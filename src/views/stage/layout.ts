// Where everything stands on the stage: side by side on a wide screen, one below the other on a narrow one.
// The lanes, the badges and the card that travels are the same in both; only the axes are exchanged.
import type { StepNumber } from '../../protocols/protocol';
import type { Direction } from '../../trace/trace';
import { type Box, halfTurn, type Point, Route } from './geometry';

export const COMPONENTS = ['client', 'clientStub', 'link', 'serverStub', 'server'] as const;
export type Component = (typeof COMPONENTS)[number];

/**
 * Named places along the route, in order. Badges are at the steps' numbers; `leave` and `enter` are the edges of the network,
 * between which packets travel: `leaveServer` belongs to the way back.
 */
export type Stop = StepNumber | 'leaveClient' | 'enterServer' | 'leaveServer' | 'enterClient';

/** A way through all components, or, when the server stub answers by itself, past the server. */
export interface StageRoute {
  readonly line: Route;
  /** Distance of each stop from the beginning. */
  readonly stops: ReadonlyMap<Stop, number>;
}

export interface StageLayout {
  readonly axis: 'horizontal' | 'vertical';
  readonly width: number;
  readonly height: number;
  readonly boxes: Readonly<Record<Component, Box>>;
  readonly processes: Readonly<Record<'client' | 'server', Box>>;
  /** Where a component's name and state are written. */
  readonly headings: Readonly<Record<Component, Point & { readonly anchor: 'start' | 'middle' }>>;
  readonly endpoints: Readonly<Record<'clientTcp' | 'serverTcp', Box>>;
  readonly badges: Readonly<Record<StepNumber, Point>>;
  readonly routes: Readonly<Record<'whole' | 'short', StageRoute>>;
  /** Along which packets travel, from and to, for each direction. */
  readonly lanes: Readonly<Record<Direction, readonly [Point, Point]>>;
  /** How far from its lane a packet travels, by track: the first is taken when it is free. */
  readonly tracks: Readonly<Record<Direction, readonly Point[]>>;
  /** The middle of what travels when it is at this point of the route. */
  cardAt(point: Point): Point;
  readonly card: CardRoom;
}

/** The room for what travels: a message stands in a stub and may reach a little beyond it, a call also comes to the server. */
export interface CardRoom {
  readonly width: number;
  readonly height: number;
  readonly callWidth: number;
}

type Places = readonly (readonly [Stop | undefined, Point])[];

/** Below this width the components stand one below the other. */
const LEAST_WIDE = 600;
/** Above it nothing becomes clearer. */
const MOST_WIDE = 1400;
/** Below this width of the network the ends of the connection do not fit beside its name. */
const LEAST_LINK = 270;
export const BADGE_RADIUS = 13;
/** Packets travel beside the line, so that they hide no badge; side by side, those of both directions do not touch. */
const BESIDE = { wide: 28, tall: 52 };
/** From the network's edge to the middle of a packet that has just left. */
const INSIDE = { wide: 34, tall: 15 };

/** The layout for a stage of `width` CSS pixels. */
export function stageLayout(width: number): StageLayout {
  return width < LEAST_WIDE ? tallLayout(width) : wideLayout(Math.min(width, MOST_WIDE));
}

function wideLayout(width: number): StageLayout {
  const [top, out, back] = [36, 116, 202];
  const middle = (out + back) / 2;
  const pad = clamp(8, width * 0.012, 14);
  const side = clamp(88, width * 0.132, 168);
  const gap = clamp(14, width * 0.034, 46);
  const margin = clamp(8, width * 0.022, 30);
  const process = 2 * pad + 2 * side + gap;
  const link = width - 2 - 2 * process - 2 * margin;
  const roomy = link >= LEAST_LINK;
  const bottom = roomy ? 240 : 298;
  const box = (x: number, w: number): Box => ({ x, y: top, width: w, height: bottom - top });
  const boxes = {
    client: box(1 + pad, side),
    clientStub: box(1 + pad + side + gap, side),
    link: box(1 + process + margin, link),
    serverStub: box(width - 1 - process + pad, side),
    server: box(width - 1 - pad - side, side),
  };
  const x = mapBoxes(boxes, ({ x, width }) => x + width / 2);
  const [left, right] = [boxes.link.x, boxes.link.x + link];
  const callWidth = clamp(100, side - 8, 150);
  const five = (boxes.serverStub.x + side + boxes.server.x) / 2;
  const turn = halfTurn({ x: x.server, y: out }, { x: x.server, y: back }, side / 2 - 18);
  const places: Places = [
    [1, { x: x.client, y: out }],
    [2, { x: x.clientStub, y: out }],
    ['leaveClient', { x: left, y: out }],
    [3, { x: x.link, y: out }],
    ['enterServer', { x: right, y: out }],
    [4, { x: x.serverStub, y: out }],
    [5, { x: five, y: out }],
    ...turnPlaces(turn),
    [7, { x: x.serverStub, y: back }],
    ['leaveServer', { x: right, y: back }],
    [8, { x: x.link, y: back }],
    ['enterClient', { x: left, y: back }],
    [9, { x: x.clientStub, y: back }],
    [10, { x: x.client, y: back }],
  ];
  return {
    axis: 'horizontal',
    width,
    height: bottom + 12,
    boxes,
    processes: {
      client: { x: 1, y: 1, width: process, height: bottom + 10 },
      server: { x: width - 1 - process, y: 1, width: process, height: bottom + 10 },
    },
    headings: mapBoxes(boxes, ({ x, width, y }) => ({ x: x + width / 2, y: y + 24, anchor: 'middle' as const })),
    endpoints: roomy ? cornerEndpoints(boxes.link) : stackedEndpoints(boxes.link),
    ...routesOf(places),
    lanes: {
      c2s: [
        { x: left + INSIDE.wide, y: out },
        { x: right - INSIDE.wide, y: out },
      ],
      s2c: [
        { x: right - INSIDE.wide, y: back },
        { x: left + INSIDE.wide, y: back },
      ],
    },
    tracks: {
      c2s: [BESIDE.wide, 2 * BESIDE.wide, -BESIDE.wide].map(y => ({ x: 0, y })),
      s2c: [-BESIDE.wide, BESIDE.wide, -2 * BESIDE.wide].map(y => ({ x: 0, y })),
    },
    // In the server the card keeps clear of badge 6.
    cardAt: point => ({ x: clamp(callWidth / 2 + 4, point.x, x.server + side / 2 - 35 - callWidth / 2), y: middle }),
    card: { width: clamp(112, side + gap - 10, 172), height: 46, callWidth },
  };
}

function cornerEndpoints({ x, y, width }: Box): StageLayout['endpoints'] {
  const size = { y: y + 8, width: clamp(86, width * 0.29, 116), height: 34 };
  return { clientTcp: { ...size, x: x + 8 }, serverTcp: { ...size, x: x + width - 8 - size.width } };
}

function stackedEndpoints({ x, y, width, height }: Box): StageLayout['endpoints'] {
  const size = { x: x + 6, width: width - 12, height: 24 };
  return { clientTcp: { ...size, y: y + height - 57 }, serverTcp: { ...size, y: y + height - 30 } };
}

function tallLayout(width: number): StageLayout {
  const text = 108;
  const [out, back] = [text + 22, width - 28];
  const box = (y: number, height: number): Box => ({ x: 6, y, width: width - 12, height });
  const boxes = {
    client: box(28, 58),
    clientStub: box(96, 64),
    link: box(180, 126),
    serverStub: box(346, 64),
    server: box(428, 90),
  };
  const y = mapBoxes(boxes, ({ y, height }) => y + height / 2);
  const [above, below] = [boxes.link.y, boxes.link.y + boxes.link.height];
  const five = (boxes.serverStub.y + boxes.serverStub.height + boxes.server.y) / 2;
  const turnAt = boxes.server.y + 30;
  const turn = halfTurn({ x: out, y: turnAt }, { x: back, y: turnAt }, -42);
  const places: Places = [
    [1, { x: out, y: y.client }],
    [2, { x: out, y: y.clientStub }],
    ['leaveClient', { x: out, y: above }],
    [3, { x: out, y: y.link }],
    ['enterServer', { x: out, y: below }],
    [4, { x: out, y: y.serverStub }],
    [5, { x: out, y: five }],
    ...turnPlaces(turn),
    [7, { x: back, y: y.serverStub }],
    ['leaveServer', { x: back, y: below }],
    [8, { x: back, y: y.link }],
    ['enterClient', { x: back, y: above }],
    [9, { x: back, y: y.clientStub }],
    [10, { x: back, y: y.client }],
  ];
  const endpoint = { x: 12, width: text - 18, height: 34 };
  const column = (out + back) / 2;
  const card = clamp(110, back - out - 40, 170);
  return {
    axis: 'vertical',
    width,
    height: 530,
    boxes,
    processes: {
      client: { x: 1, y: 2, width: width - 2, height: 166 },
      server: { x: 1, y: 320, width: width - 2, height: 206 },
    },
    headings: mapBoxes(boxes, ({ x, y, height }) => ({ x: x + 10, y: y + height / 2 - 3, anchor: 'start' as const })),
    endpoints: {
      clientTcp: { ...endpoint, y: above + 6 },
      serverTcp: { ...endpoint, y: below - 6 - endpoint.height },
    },
    ...routesOf(places),
    lanes: {
      c2s: [
        { x: out, y: above + INSIDE.tall },
        { x: out, y: below - INSIDE.tall },
      ],
      s2c: [
        { x: back, y: below - INSIDE.tall },
        { x: back, y: above + INSIDE.tall },
      ],
    },
    tracks: {
      c2s: [BESIDE.tall, back - out - BESIDE.tall].map(x => ({ x, y: 0 })),
      s2c: [-BESIDE.tall, out - back + BESIDE.tall].map(x => ({ x, y: 0 })),
    },
    // In the server the card keeps clear of badge 6.
    cardAt: point => ({ x: column, y: Math.min(point.y, boxes.server.y + 26) }),
    card: { width: card, height: 46, callWidth: card },
  };
}

function turnPlaces(turn: readonly Point[]): Places {
  return turn.map((point, i) => [i === (turn.length - 1) / 2 ? 6 : undefined, point]);
}

function routesOf(places: Places): Pick<StageLayout, 'routes' | 'badges'> {
  const badges = {} as Record<StepNumber, Point>;
  for (const [stop, point] of places) if (typeof stop === 'number') badges[stop] = point;
  const short = places.filter(([stop]) => stop !== undefined && stop !== 5 && stop !== 6);
  return { routes: { whole: routeThrough(places), short: routeThrough(short) }, badges };
}

function routeThrough(places: Places): StageRoute {
  const line = new Route(places.map(([, point]) => point));
  const stops = new Map<Stop, number>();
  for (const [i, [stop]] of places.entries()) if (stop !== undefined) stops.set(stop, line.distanceOf(i));
  return { line, stops };
}

function mapBoxes<A, B>(boxes: Readonly<Record<Component, A>>, map: (box: A) => B): Record<Component, B> {
  return Object.fromEntries(COMPONENTS.map(name => [name, map(boxes[name])])) as Record<Component, B>;
}

function clamp(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
