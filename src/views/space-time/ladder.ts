// The ladder diagram as geometry: life lines, arrows, states of both ends, times. Time runs downwards along a scale.
import type { Scale } from '../../playback/scale';
import { endOf, type Journey, journeysOf, type Train, trainsOf } from '../../trace/journeys';
import { type Mark, marksOf } from '../../trace/marks';
import type { ActorId, DropReason, Micros, Packet, Trace } from '../../trace/trace';
import type { Point } from './polygons';

/** Where the columns are, in CSS pixels from the left. */
export interface Columns {
  readonly width: number;
  readonly compact: boolean;
  /** Right edge of the times. */
  readonly times: number;
  readonly clientStates: number;
  readonly serverStates: number;
  readonly stateWidth: number;
  readonly client: number;
  readonly server: number;
  /** Where the labels in the margin begin. */
  readonly margin: number;
}

/** One arrow: a packet, or many that are drawn as a band. Points are on the life lines. */
export interface Arrow {
  readonly train: Train;
  readonly packet: number;
  readonly from: Point;
  readonly to: Point;
  /** Where the last packet of a band leaves and arrives; equal to `from` and `to` for a single packet. */
  readonly lastFrom: Point;
  readonly lastTo: Point;
  /** Seqs of the first leaving and the last arriving; `arrived` is undefined when a packet gets lost. */
  readonly sent: number;
  readonly arrived: number | undefined;
  /** Seq of the event with which it ends: it arrives, or gets lost. */
  readonly ends: number | undefined;
  /** What is remarkable about it; of a band, nothing. */
  readonly marks: readonly Mark[];
}

export interface StateBox {
  readonly actor: 'clientTcp' | 'serverTcp';
  readonly state: string;
  /** Seq of the event that led into it, and of the one that led out. */
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly height: number;
}

interface TimeMark {
  readonly at: Micros;
  readonly y: number;
}

interface ConnectionMark {
  readonly connection: number;
  readonly y: number;
}

export interface Ladder {
  readonly columns: Columns;
  readonly height: number;
  readonly arrows: readonly Arrow[];
  readonly states: readonly StateBox[];
  readonly times: readonly TimeMark[];
  /** Beginnings of connections, when there are several. */
  readonly connections: readonly ConnectionMark[];
  readonly yOf: (coordinate: number) => number;
  readonly coordinateOf: (y: number) => number;
}

const TOP = 44;
const BOTTOM = 24;
/** Pixels for a second of the story. */
const PIXELS_PER_SECOND = 48;
/** Up to so many packets are drawn one by one. */
const MOST_SINGLE = 64;
/** Beyond that, in about so many bands. */
const BANDS = 30;
const TIME_SPACING = 18;
/** How far a packet comes of which nothing says how it ends, in pixels downwards and as a share of the way. */
const UNKNOWN_END = { down: 36, share: 0.6 };
/** As a share of the way, where packets get lost: halfway, if it is not said otherwise. */
const LOST_AT: { readonly [why in DropReason]?: number } = { 'host off': 1, unreachable: 0.8 };
/** And where the network copies them. */
const COPIED_AT = 0.5;

function ladderColumns(width: number): Columns {
  if (width < 640) {
    const margin = width - 96;
    return {
      width,
      compact: true,
      times: 42,
      clientStates: 56,
      stateWidth: 18,
      client: 84,
      serverStates: margin - 26,
      server: margin - 36,
      margin,
    };
  }
  const stateWidth = Math.min(116, width * 0.12);
  const margin = width - Math.min(230, width * 0.24);
  const serverStates = margin - stateWidth - 12;
  return {
    width,
    compact: false,
    times: 54,
    clientStates: 78,
    stateWidth,
    client: 78 + stateWidth + 14,
    serverStates,
    server: serverStates - 14,
    margin,
  };
}

/** The diagram of `trace` along `scale`; `length` is the story's own length, so that both scales make it equally high. */
export function ladderOf(trace: Trace, scale: Scale, length: number, width: number): Ladder {
  const columns = ladderColumns(width);
  const height = Math.max(240, (length / 1000) * PIXELS_PER_SECOND);
  const yOf = (coordinate: number) => TOP + (coordinate / (scale.total || 1)) * height;
  const yOfSeq = (seq: number) => yOf(scale.startOf(seq));
  return {
    columns,
    height: TOP + height + BOTTOM,
    arrows: arrowsOf(trace, columns, yOfSeq),
    states: [...statesOf(trace, 'clientTcp', yOfSeq), ...statesOf(trace, 'serverTcp', yOfSeq)],
    times: timesOf(trace, yOfSeq),
    connections: connectionsOf(trace, yOfSeq),
    yOf,
    coordinateOf: y => ((y - TOP) / height) * scale.total,
  };
}

function arrowsOf(trace: Trace, columns: Columns, yOfSeq: (seq: number) => number): Arrow[] {
  const ways = journeysOf(trace);
  const most = trace.packets.length <= MOST_SINGLE ? trace.packets.length : BANDS;
  return trainsOf(trace, Math.max(1, most)).map(train => {
    const [start, end] =
      train.direction === 'c2s' ? [columns.client, columns.server] : [columns.server, columns.client];
    const at = (share: number) => start + (end - start) * share;
    const leave = (packet: number) => ({ x: at(beginsAt(trace.packets[packet])), y: yOfSeq(ways[packet].sent) });
    const come = (packet: number) => {
      const ends = endOf(ways[packet]);
      if (ends !== undefined) return { x: at(endsAt(trace, ways[packet])), y: yOfSeq(ends) };
      return { x: at(UNKNOWN_END.share), y: yOfSeq(ways[packet].sent) + UNKNOWN_END.down };
    };
    const first = train.packets[0];
    const last = train.packets[train.packets.length - 1];
    return {
      train,
      packet: first,
      from: leave(first),
      to: come(first),
      lastFrom: leave(last),
      lastTo: come(last),
      sent: ways[first].sent,
      arrived: ways[last].arrived,
      ends: endOf(ways[last]),
      marks: train.packets.length === 1 ? marksOf(trace, trace.packets[first]) : [],
    };
  });
}

/** As a share of the way: where a packet comes from. */
function beginsAt({ copyOf }: Packet): number {
  return copyOf === undefined ? 0 : COPIED_AT;
}

function endsAt({ events }: Trace, { dropped }: Journey): number {
  if (dropped === undefined) return 1;
  const event = events[dropped];
  return (event.type === 'dropped' ? LOST_AT[event.why] : undefined) ?? 0.5;
}

/** The states of one end of the connection in use: when the next connection opens, those of the one before are over. */
function statesOf(trace: Trace, actor: StateBox['actor'], yOfSeq: (seq: number) => number): StateBox[] {
  const entries: { state: string; seq: number }[] = [{ state: trace.initialStates[actor], seq: 0 }];
  let newest = -1;
  for (const event of trace.events) {
    if (event.type !== 'transition' || event.actor !== (actor satisfies ActorId)) continue;
    if ((event.connection ?? 0) < newest) continue;
    newest = event.connection ?? 0;
    entries.push({ state: event.to, seq: event.seq });
  }
  const last = trace.events.length - 1;
  return entries
    .map(({ state, seq }, i) => {
      const to = entries[i + 1]?.seq ?? last;
      const end = i + 1 < entries.length ? yOfSeq(to) : yOfSeq(last) + BOTTOM / 2;
      return { actor, state, from: seq, to, y: yOfSeq(seq), height: end - yOfSeq(seq) };
    })
    .filter(({ height }) => height > 0.5);
}

/** Times of what happens at the ends, as many as can be read. */
function timesOf(trace: Trace, yOfSeq: (seq: number) => number): TimeMark[] {
  const marks: TimeMark[] = [];
  for (const event of trace.events) {
    if (event.type !== 'sent' && event.type !== 'arrived' && event.type !== 'dropped') continue;
    const y = yOfSeq(event.seq);
    if (y - (marks.at(-1)?.y ?? -Infinity) >= TIME_SPACING) marks.push({ at: event.at, y });
  }
  return marks;
}

function connectionsOf(trace: Trace, yOfSeq: (seq: number) => number): ConnectionMark[] {
  if (trace.connections.length < 2) return [];
  const ways = journeysOf(trace);
  return trace.connections.flatMap((_, connection) => {
    const first = trace.packets.find(packet => packet.connection === connection);
    return first ? [{ connection, y: yOfSeq(ways[first.id].sent) }] : [];
  });
}
