// How long the sender waits for an acknowledgment, and the round-trip time that it computes this from. RFC 6298.
import { memo, useMemo } from 'react';
import { formatMicros } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { Chart, StillDrawing } from './Chart';
import styles from './Flow.module.css';
import { placesOf, stepsPath } from './paths';
import { plotOf } from './plot';
import { texts } from './text';
import type { SamplesProps } from './WindowChart';

const HEIGHT = 90;
const HEADROOM = 1.1;

export const TimerChart = memo(function TimerChart({ samples, time, ends }: SamplesProps) {
  const t = useTexts(texts);
  const locale = useLocale();
  const plot = useMemo(() => {
    const most = samples.reduce((most, { timeout, roundTrip = 0 }) => Math.max(most, timeout, roundTrip), 0);
    return plotOf(time, HEIGHT, most * HEADROOM);
  }, [time, samples]);
  return (
    <Chart plot={plot} amount={micros => formatMicros(micros, locale)}>
      <StillDrawing plot={plot} label={t.timers}>
        <path
          d={stepsPath(
            placesOf(samples, sample => sample.timeout),
            ends,
            plot,
          )}
          className={styles.timeout}
        />
        <path
          d={stepsPath(
            placesOf(samples, sample => sample.roundTrip),
            ends,
            plot,
          )}
          className={styles.roundTrip}
        />
      </StillDrawing>
    </Chart>
  );
});
