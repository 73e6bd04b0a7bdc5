// Fills of the histogram's bars that differ by more than their colour.
import { ENDINGS, type Ending } from '../../survey/survey';
import styles from './Survey.module.css';

/** Lines over a tile of 6 by 6; what has none is one colour. */
const LINES: Readonly<Record<Ending, string>> = {
  result: '',
  error: '',
  'timed out': 'M0 6L6 0M-1 1L1-1M5 7L7 5',
  failed: 'M0 3H6M3 0V6',
  cancelled: 'M0 3H6',
  waiting: 'M3 0V6',
};

/** Definitions for `url(#…)`; see {@link patternOf}. */
export function Patterns({ id }: { readonly id: string }) {
  return (
    <defs>
      {ENDINGS.map(ending => (
        <pattern key={ending} id={nameOf(id, ending)} width={6} height={6} patternUnits="userSpaceOnUse">
          <rect width={6} height={6} className={styles.fill} data-ending={ending} />
          <path d={LINES[ending]} className={styles.hatch} />
        </pattern>
      ))}
    </defs>
  );
}

export function patternOf(id: string, ending: Ending): string {
  return `url(#${nameOf(id, ending)})`;
}

function nameOf(id: string, ending: Ending): string {
  return `${id}-${ENDINGS.indexOf(ending)}`;
}
