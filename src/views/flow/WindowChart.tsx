// How much is under way, and what limits it: the network as congestion control knows it, and the peer's window.
import { memo, useId, useMemo } from 'react';
import { formatCount } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import type { FlowSample } from '../../trace/flows';
import { Chart, StillDrawing } from './Chart';
import styles from './Flow.module.css';
import { areaPath, placesOf, stepsPath } from './paths';
import { MARGIN, plotOf, type TimeAxis } from './plot';
import { texts } from './text';

const HEIGHT = 120;
const HEADROOM = 1.1;

export interface SamplesProps {
  readonly samples: readonly FlowSample[];
  readonly time: TimeAxis;
  /** Seq of the last event of the drawing. */
  readonly ends: number;
}

export const WindowChart = memo(function WindowChart({ samples, time, ends }: SamplesProps) {
  const t = useTexts(texts);
  const locale = useLocale();
  const clip = useId();
  const plot = useMemo(() => plotOf(time, HEIGHT, largest(samples) * HEADROOM), [time, samples]);
  const line = (figure: (sample: FlowSample) => number | undefined) => stepsPath(placesOf(samples, figure), ends, plot);
  return (
    <Chart plot={plot} amount={octets => formatCount(octets, locale)}>
      <StillDrawing plot={plot} label={t.windows}>
        <clipPath id={clip}>
          <rect x={MARGIN.left} width={time.width - MARGIN.left} height={HEIGHT} />
        </clipPath>
        <g clipPath={`url(#${clip})`}>
          <path d={areaPath(placesOf(samples, inFlight), ends, plot)} className={styles.flight} />
          <path d={line(sample => sample.sendWindow)} className={styles.limit} />
          <path d={line(sample => sample.threshold)} className={styles.threshold} />
          <path d={line(sample => sample.congestionWindow)} className={styles.congestion} />
        </g>
      </StillDrawing>
    </Chart>
  );
});

/** Octets that are sent and not acknowledged. */
export function inFlight({ sndNxt, sndUna }: FlowSample): number {
  return sndNxt - sndUna;
}

/** What the drawing must reach. The peer's window is often far above everything; then it is cut off. */
function largest(samples: readonly FlowSample[]): number {
  let most = 0;
  for (const sample of samples) most = Math.max(most, sample.congestionWindow, sample.threshold ?? 0, inFlight(sample));
  return most;
}
