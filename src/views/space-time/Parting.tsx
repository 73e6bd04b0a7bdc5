// Where two runs part: a line across the drawing, and what both have in common before it subdued.
import { useTexts } from '../../i18n/locale';
import styles from './SpaceTime.module.css';
import { texts } from './text';

interface Props {
  readonly y: number;
  readonly width: number;
  /** Where the words end: in the margin of the first ladder. */
  readonly words: number;
  readonly subdued: boolean;
}

/** Where the life lines begin. */
const TOP = 36;

export function Parting({ y, width, words, subdued }: Props) {
  const t = useTexts(texts);
  return (
    <g className={styles.parting}>
      {subdued && <rect y={TOP} width={width} height={Math.max(0, y - TOP)} className={styles.veil} />}
      <path d={`M0 ${y}H${width}`} />
      <text x={words} y={y - 6} textAnchor="end">
        {t.parting}
      </text>
    </g>
  );
}
