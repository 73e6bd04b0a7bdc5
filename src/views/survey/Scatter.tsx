// Every call that has ended by now as a mark: when it was made along, how long it took up. Calls that never end stand on the upper edge.
import type { MotionValue } from 'framer-motion';
import { type PointerEvent, useMemo, useRef, useState } from 'react';
import { formatCount, formatMicros } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { latencyAxis, placeOf, ticksOf } from '../../survey/latency-axis';
import { ENDINGS, latencyOf, type Survey } from '../../survey/survey';
import type { Micros } from '../../trace/trace';
import { labelled } from './labelled-ticks';
import { MARKS } from './marks';
import { nearest, type Spot } from './nearest';
import styles from './Survey.module.css';
import { useDrawing } from './survey-time';
import { texts } from './text';

const HEIGHT = 170;
const TOP = 16;
const BOTTOM = 32;
const LEFT = 62;
const RIGHT = 10;
/** How near, in pixels, the pointer must come to mean a call. */
const REACH = 24;

export interface ScatterProps {
  readonly survey: Survey;
  readonly at: MotionValue<Micros>;
  readonly width: number;
  readonly opened: number;
  readonly onOpen: (call: number) => void;
}

export function Scatter({ survey, at, width, opened, onOpen }: ScatterProps) {
  const t = useTexts(texts);
  const locale = useLocale();
  const paths = useRef<SVGGElement>(null);
  const now = useRef<SVGPathElement>(null);
  const [pointed, point] = useState<number>();
  const plotWidth = width - LEFT - RIGHT;
  const plotHeight = HEIGHT - TOP - BOTTOM;
  const axis = useMemo(() => latencyAxis(survey), [survey]);
  const x = (micros: Micros) => (micros / Math.max(1, survey.duration)) * plotWidth;
  const spots = useMemo(() => {
    const along = plotWidth / Math.max(1, survey.duration);
    return Array.from({ length: survey.count }, (_, call): Spot => {
      const latency = latencyOf(survey, call);
      const up = Number.isNaN(latency) ? 1 : placeOf(axis, latency);
      return { x: survey.start[call] * along, y: (1 - up) * plotHeight };
    });
  }, [survey, axis, plotWidth, plotHeight]);
  useDrawing(at, moment => {
    const marks = markPaths(survey, spots, moment);
    for (const [row, path] of [...paths.current!.children].entries()) path.setAttribute('d', marks[row]);
    now.current!.setAttribute('transform', `translate(${x(moment)} 0)`);
  });
  const find = ({ currentTarget, clientX, clientY }: PointerEvent<Element>) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return nearest(spots, { x: clientX - left - LEFT, y: clientY - top - TOP }, REACH);
  };
  return (
    <svg
      width={width}
      height={HEIGHT}
      className={styles.drawing}
      aria-hidden="true"
      data-pointing={pointed !== undefined}
      onPointerMove={event => point(find(event))}
      onPointerLeave={() => point(undefined)}
      onPointerUp={event => {
        const call = find(event);
        if (call !== undefined) onOpen(call);
      }}
    >
      <g transform={`translate(${LEFT} ${TOP})`}>
        <path d={`M0 0V${plotHeight}H${plotWidth}`} className={styles.axis} />
        {labelled(ticksOf(axis).reverse(), tick => (1 - placeOf(axis, tick)) * plotHeight, 22).map(
          ({ value, place, isLabelled }) => (
            <g key={value} transform={`translate(0 ${place})`}>
              <path d={isLabelled ? `M-4 0H${plotWidth}` : 'M-4 0H0'} className={styles.grid} />
              {isLabelled && (
                <text x={-7} y={4} className={styles.countLabel}>
                  {formatMicros(value, locale)}
                </text>
              )}
            </g>
          ),
        )}
        <g ref={paths}>
          {ENDINGS.map(ending => (
            <path key={ending} className={styles.mark} data-ending={ending} />
          ))}
        </g>
        <Ring spot={spots[opened]} className={styles.opened} />
        {pointed !== undefined && <Ring spot={spots[pointed]} className={styles.pointed} />}
        <path ref={now} d={`M0-6V${plotHeight}`} className={styles.now} />
        <text x={plotWidth} y={plotHeight + 30} className={styles.axisName}>
          {t.begins}
        </text>
        <text x={0} y={plotHeight + 15} className={styles.tickLabel} data-anchor="start">
          {formatMicros(0, locale)}
        </text>
        <text x={plotWidth} y={plotHeight + 15} className={styles.axisName}>
          {formatMicros(survey.duration, locale)}
        </text>
        {pointed !== undefined && (
          <text x={plotWidth / 2} y={-6} className={styles.pointedName}>
            {describe(survey, pointed, t, locale)}
          </text>
        )}
      </g>
    </svg>
  );
}

function Ring({ spot, className }: { readonly spot: Spot; readonly className: string }) {
  return Number.isNaN(spot.x) ? null : <circle cx={spot.x} cy={spot.y} r={6.5} className={className} />;
}

function describe(survey: Survey, call: number, t: (typeof texts)['en'], locale: ReturnType<typeof useLocale>): string {
  const latency = latencyOf(survey, call);
  const ending = t.endings[ENDINGS[survey.ending[call]]];
  const took = Number.isNaN(latency) ? [] : [formatMicros(latency, locale)];
  return [t.call(formatCount(call + 1, locale)), ...took, ending].join(' · ');
}

/** One path for each ending: the marks of the calls that have ended at `moment`, and of those that never do once they have begun. */
function markPaths({ ending, start, end, count }: Survey, spots: readonly Spot[], moment: Micros): string[] {
  const paths = ENDINGS.map(() => '');
  for (let call = 0; call < count; call++) {
    const isSeen = Number.isNaN(end[call]) ? start[call] <= moment : end[call] <= moment;
    if (!isSeen) continue;
    const { x, y } = spots[call];
    paths[ending[call]] += `M${x.toFixed(1)} ${y.toFixed(1)}${MARKS[ENDINGS[ending[call]]]}`;
  }
  return paths;
}
