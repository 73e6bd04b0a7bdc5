// How long the calls took that have ended by now: bars of counts, stacked by how the calls ended. It grows with the moment, without React.
import type { MotionValue } from 'framer-motion';
import { useId, useMemo, useRef } from 'react';
import { formatCount, formatMicros } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { histogramAt, latencyAxis, placeOf, ticksOf } from '../../survey/latency-axis';
import { ENDINGS, type Survey } from '../../survey/survey';
import type { Micros } from '../../trace/trace';
import { labelled } from './labelled-ticks';
import { Patterns, patternOf } from './Patterns';
import styles from './Survey.module.css';
import { useDrawing } from './survey-time';
import { texts } from './text';

const HEIGHT = 170;
const TOP = 16;
const BOTTOM = 32;
const LEFT = 34;
const RIGHT = 10;

export interface HistogramProps {
  readonly survey: Survey;
  readonly at: MotionValue<Micros>;
  readonly width: number;
}

export function Histogram({ survey, at, width }: HistogramProps) {
  const t = useTexts(texts);
  const locale = useLocale();
  const id = useId();
  const paths = useRef<SVGGElement>(null);
  const axis = useMemo(() => latencyAxis(survey), [survey]);
  const highest = useMemo(() => highestBar(histogramAt(survey, axis, survey.duration)), [survey, axis]);
  const plotWidth = width - LEFT - RIGHT;
  const plotHeight = HEIGHT - TOP - BOTTOM;
  useDrawing(at, moment => {
    const bars = barPaths(histogramAt(survey, axis, moment), plotWidth, plotHeight / highest);
    for (const [row, path] of [...paths.current!.children].entries()) path.setAttribute('d', bars[row]);
  });
  const ticks = labelled(ticksOf(axis), tick => placeOf(axis, tick) * plotWidth, 56);
  return (
    <svg width={width} height={HEIGHT} className={styles.drawing} aria-hidden="true">
      <Patterns id={id} />
      <g transform={`translate(${LEFT} ${TOP})`}>
        {[0.5, 1].map(share => (
          <g key={share} transform={`translate(0 ${plotHeight * (1 - share)})`}>
            <path d={`M0 0H${plotWidth}`} className={styles.grid} />
            <text x={-6} y={4} className={styles.countLabel}>
              {highest * share >= 1 && formatCount(Math.round(highest * share), locale)}
            </text>
          </g>
        ))}
        <g ref={paths} transform={`translate(0 ${plotHeight})`}>
          {ENDINGS.map(ending => (
            <path key={ending} fill={patternOf(id, ending)} />
          ))}
        </g>
        <g transform={`translate(0 ${plotHeight})`}>
          <path d={`M0 0H${plotWidth}`} className={styles.axis} />
          {ticks.map(({ value, place, isLabelled }) => (
            <g key={value} transform={`translate(${place} 0)`}>
              <path d="M0 0v4" className={styles.axis} />
              {isLabelled && (
                <text y={15} className={styles.tickLabel}>
                  {formatMicros(value, locale)}
                </text>
              )}
            </g>
          ))}
          <text x={plotWidth} y={30} className={styles.axisName}>
            {t.latency(axis.isLogarithmic)}
          </text>
        </g>
      </g>
    </svg>
  );
}

function highestBar(rows: readonly Uint32Array[]): number {
  const sums = Array.from(rows[0], (_, bin) => rows.reduce((sum, row) => sum + row[bin], 0));
  return Math.max(1, ...sums);
}

/** One path for each row: rectangles that stand on those of the rows before. The origin is the lower left corner. */
function barPaths(rows: readonly Uint32Array[], width: number, unit: number): string[] {
  const bins = rows[0].length;
  const step = width / bins;
  const below = new Float64Array(bins);
  return rows.map(row => {
    let path = '';
    for (const [bin, count] of row.entries()) {
      if (count === 0) continue;
      const height = count * unit;
      path += `M${(bin * step + 0.5).toFixed(1)} ${(-below[bin]).toFixed(1)}h${(step - 1).toFixed(1)}v${(-height).toFixed(1)}h${(1 - step).toFixed(1)}z`;
      below[bin] += height;
    }
    return path;
  });
}
