// What congestion control is doing, as a band below the windows. RFC 5681.
import { memo, useMemo } from 'react';
import { useTexts } from '../../i18n/locale';
import { Veil } from './Chart';
import styles from './Flow.module.css';
import { phasesOf } from './samples';
import { texts } from './text';
import type { SamplesProps } from './WindowChart';

const HEIGHT = 22;
/** About the width of a letter, in pixels; Chinese ones are twice as wide. */
const LETTER = 6.2;

export const PhaseBand = memo(function PhaseBand({ samples, time, ends }: SamplesProps) {
  const t = useTexts(texts);
  const stretches = useMemo(() => phasesOf(samples, ends), [samples, ends]);
  return (
    <div className={styles.chart}>
      <svg role="img" aria-label={t.phaseBand} width={time.width} height={HEIGHT} className={styles.phases}>
        {stretches.map(({ phase, from, to }) => {
          const [x, end] = [time.xOf(from), time.xOf(to)];
          const name = t.phases[phase];
          return (
            <g key={from} data-phase={phase}>
              <title>{name}</title>
              <rect x={x} y="1" width={Math.max(1, end - x)} height={HEIGHT - 2} />
              {end - x > widthOf(name) && (
                <text x={x + 6} y="15">
                  {name}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <Veil time={time} />
    </div>
  );
});

function widthOf(name: string): number {
  return [...name].reduce((width, letter) => width + (letter > '\u2e80' ? 2 : 1) * LETTER, 12);
}
