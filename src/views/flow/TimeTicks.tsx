// The virtual times below a drawing. Along the story's scale they are not evenly spaced, so that each is written where it is.
import { formatMicros } from '../../i18n/format';
import { useLocale } from '../../i18n/locale';
import { usePlayback } from '../../playback/store';
import { timeAt } from '../../trace/moment';
import styles from './Flow.module.css';
import { MARGIN, type TimeAxis } from './plot';

const HEIGHT = 18;
/** Pixels between two times at least. */
const SPACING = 110;

export function TimeTicks({ time }: { readonly time: TimeAxis }) {
  const locale = useLocale();
  const trace = usePlayback(state => state.trace);
  const room = time.width - MARGIN.left - MARGIN.right;
  const count = Math.max(1, Math.floor(room / SPACING));
  return (
    <svg width={time.width} height={HEIGHT} className={styles.grid} aria-hidden="true">
      {Array.from({ length: count + 1 }, (_, index) => {
        const x = MARGIN.left + (index / count) * room;
        return (
          <g key={x}>
            <path d={`M${x} 0V4`} />
            <text x={x} y="15" textAnchor={index === count ? 'end' : 'middle'}>
              {formatMicros(timeAt(trace, time.positionAt(x)), locale)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
