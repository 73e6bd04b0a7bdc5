// The machines' charts, read once, and placed once for each language and width: placing takes longer than a frame.
import type { Locale } from '../../i18n/locale';
import { http2Stream } from '../../machines/http2-stream';
import { machines } from '../../machines/machines';
import type { ActorId } from '../../trace/trace';
import { type Chart, chartOf } from './chart';
import { type PlacedChart, place } from './layout';
import { type ChartId, STREAM_ENDS } from './stream-charts';
import { texts } from './text';
import { chartWords } from './words';

/** In the order of the way from client to server. */
const ACTORS = Object.keys(machines) as readonly ActorId[];

const charts = new Map<ChartId, Chart>(ACTORS.map(actor => [actor, chartOf(machines[actor])]));
for (const end of STREAM_ENDS) charts.set(end, chartOf(http2Stream));
const placed = new Map<string, PlacedChart>();

export function chartOfActor(actor: ChartId): Chart {
  return charts.get(actor)!;
}

/** Widths, in CSS pixels, are told apart in steps, and not at all beyond where no chart gains by more. */
const WIDTH_STEP = 16;
const WIDEST = 800;

/** The chart of `actor` for a pane of `width` CSS pixels. */
export function placedChart(actor: ChartId, locale: Locale, width: number): PlacedChart {
  const step = Math.floor(Math.min(width, WIDEST) / WIDTH_STEP);
  const key = `${actor} ${locale} ${step}`;
  const known = placed.get(key);
  if (known) return known;
  const fresh = place(chartOfActor(actor), chartWords(texts[locale], actor), step * WIDTH_STEP);
  placed.set(key, fresh);
  return fresh;
}

/** Time between two charts that are placed beforehand, in ms: the page stays alive in between. */
const PAUSE = 60;

/** Places the charts of all actors beforehand, one at a time, so that following a call from machine to machine never waits. Returns what stops it. */
export function placeAhead(locale: Locale, width: number): () => void {
  const timers = ACTORS.map((actor, i) => setTimeout(() => placedChart(actor, locale, width), (i + 1) * PAUSE));
  return () => timers.forEach(clearTimeout);
}
