// The lanes drawn: for each a bar of its octets, and below it the time that the call takes, with the place of the player in it.
import type { Lane, LaneRun } from '../../comparison/compare';
import { formatCount, formatMicros } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { useProblemSentence } from '../../i18n/use-problem-sentence';
import { usePlayback, usePointedAt } from '../../playback/store';
import { valueAt } from '../../trace/questions';
import type { Direction } from '../../trace/trace';
import { DrawingButton } from '../../ui/DrawingButton';
import { type Box, boxesOf, labelWidth } from './bar-layout';
import styles from './Compare.module.css';
import { callClock, laneTime } from './lane-clock';
import { laneName } from './lane-names';
import { texts } from './text';

const BAR = 26;
const STRIP = { top: BAR + 8, height: 6 };

/** Where there is room, a lane's name stands before its bar and the figures behind it; else above and below. */
const WIDE = { row: 52, before: 132, behind: 160, above: 0 };
const NARROW = { row: 98, before: 0, behind: 70, above: 20 };
/** Pixels from which a drawing is wide. */
const WIDE_FROM = 560;
export interface LaneDrawingProps {
  readonly runs: readonly LaneRun[];
  readonly direction: Direction;
  readonly call: number;
  readonly width: number;
}

export function LaneDrawing({ runs, direction, call, width }: LaneDrawingProps) {
  const t = useTexts(texts);
  const place = width < WIDE_FROM ? NARROW : WIDE;
  const room = width - place.before - place.behind;
  const costs = runs.flatMap(run => ('problem' in run ? [] : [run.calls[call]]));
  const octets = costs.map(cost => (direction === 'c2s' ? cost.request : cost.reply)?.octets ?? 0);
  const pixels = room / Math.max(1, ...octets);
  const perMicro = room / Math.max(1, ...costs.map(({ time }) => time));
  const height = runs.length * place.row;
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG is no fieldset.
    <svg
      data-drawing
      className={styles.drawing}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={t.drawing}
    >
      {runs.map((run, index) => (
        <g key={run.lane.id} transform={`translate(0 ${index * place.row})`}>
          <LaneTitle lane={run.lane} isAbove={place === NARROW} />
          <g transform={`translate(${place.before} ${place.above})`}>
            <LaneRow
              run={run}
              direction={direction}
              call={call}
              pixels={pixels}
              perMicro={perMicro}
              figuresAt={place === WIDE ? { x: room + 8, y: STRIP.top + 8 } : { x: 0, y: STRIP.top + 26 }}
            />
          </g>
        </g>
      ))}
    </svg>
  );
}

function LaneTitle({ lane, isAbove }: { readonly lane: Lane; readonly isAbove: boolean }) {
  const variant = isAbove ? { dx: 6 } : { x: 0, dy: 16 };
  return (
    <text x={0} y={isAbove ? 13 : 18} className={styles.lane}>
      {lane.title}
      {lane.variant !== '' && (
        <tspan {...variant} className={styles.variant}>
          {lane.variant}
        </tspan>
      )}
    </text>
  );
}

interface LaneRowProps {
  readonly run: LaneRun;
  readonly direction: Direction;
  readonly call: number;
  /** Pixels for an octet, and for a microsecond. */
  readonly pixels: number;
  readonly perMicro: number;
  readonly figuresAt: { readonly x: number; readonly y: number };
}

function LaneRow({ run, direction, call, pixels, perMicro, figuresAt }: LaneRowProps) {
  const t = useTexts(texts);
  const locale = useLocale();
  const sentence = useProblemSentence();
  if ('problem' in run)
    return (
      <text y={18} className={styles.cannot}>
        {t.cannot} {sentence(run.problem)}
      </text>
    );
  const { request, reply, roundTrips, time } = run.calls[call];
  const message = direction === 'c2s' ? request : reply;
  const boxes = boxesOf(message?.stretches ?? [], pixels);
  const last = boxes.at(-1);
  return (
    <>
      {boxes.map(box => (
        <LaneBox key={box.start} box={box} direction={direction} lane={laneName(run.lane)} />
      ))}
      <text x={last ? last.x + last.width + 8 : 0} y={18} className={styles.total}>
        {message ? `${formatCount(message.octets, locale)} B` : t.noMessage}
      </text>
      <rect y={STRIP.top} width={time * perMicro} height={STRIP.height} rx={3} className={styles.time} />
      <LaneNow run={run} call={call} perMicro={perMicro} />
      <text {...figuresAt} className={styles.figures}>
        {t.strip(formatCount(roundTrips, locale), formatMicros(time, locale))}
      </text>
    </>
  );
}

/** Where the lane stands when the player is where it is. */
function LaneNow({
  run,
  call,
  perMicro,
}: { readonly run: Extract<LaneRun, { trace: unknown }> } & Pick<LaneRowProps, 'call' | 'perMicro'>) {
  const shown = usePlayback(state => state.trace);
  const seq = usePlayback(state => state.seq);
  const scale = usePlayback(state => state.scale);
  const now = laneTime(shown, seq, callClock(run.trace, call), scale);
  if (!now) return undefined;
  const x = now.at * perMicro;
  return (
    <>
      <rect y={STRIP.top} width={x} height={STRIP.height} rx={3} className={styles.past} />
      <circle cx={x} cy={STRIP.top + STRIP.height / 2} r={8} className={styles.now} />
      <text x={x} y={STRIP.top + STRIP.height / 2 + 3.5} className={styles.step}>
        {now.step}
      </text>
    </>
  );
}

function LaneBox({
  box,
  direction,
  lane,
}: {
  readonly box: Box;
  readonly direction: Direction;
  readonly lane: string;
}) {
  const t = useTexts(texts);
  const locale = useLocale();
  const trace = usePlayback(state => state.trace);
  const pointed = valueAt(trace, usePointedAt());
  const { select, hover } = usePlayback.getState();
  const { part, value } = box;
  const octets = formatCount(box.end - box.start, locale);
  const label = t.stretch(t.parts[part], octets);
  const shape = (
    <>
      <title>{value ? t.argument(nameOf(value), octets, lane) : label}</title>
      <rect x={box.x} width={box.width} height={BAR} className={styles[part]} />
      {!value && labelWidth(label) + 12 < box.width && (
        <text x={box.x + 7} y={17} className={styles.label}>
          {label}
        </text>
      )}
    </>
  );
  if (!value) return <g>{shape}</g>;
  const isLit = pointed?.direction === direction && value.every((key, index) => pointed.path[index] === key);
  const selection = { kind: 'value', exchange: 0, direction, path: value } as const;
  return (
    <DrawingButton
      label={t.argument(nameOf(value), octets, lane)}
      pressed={isLit}
      className={styles.value}
      onPress={() => select(selection)}
      onPointerEnter={() => hover(selection)}
      onPointerLeave={() => hover(undefined)}
      onFocus={() => hover(selection)}
      onBlur={() => hover(undefined)}
    >
      {shape}
      {isLit && <rect x={box.x - 2} y={-2} width={box.width + 4} height={BAR + 4} className={styles.lit} />}
    </DrawingButton>
  );

  function nameOf(path: NonNullable<Box['value']>): string {
    if (path[0] !== 'args') return t.result;
    const { method } = trace.exchanges[0].calls[0];
    const parameters = trace.service.methods.find(({ name }) => name === method)?.params ?? [];
    return typeof path[1] === 'number' ? (parameters[path[1]]?.name ?? String(path[1])) : path[1];
  }
}
