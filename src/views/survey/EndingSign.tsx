// The sign of an ending, in the legend and the list: its shape in its colour.
import type { Ending } from '../../survey/survey';
import { MARKS } from './marks';
import styles from './Survey.module.css';

export function EndingSign({ ending }: { readonly ending: Ending }) {
  return (
    <svg viewBox="-6 -6 12 12" width={12} height={12} aria-hidden="true" className={styles.sign}>
      <path d={`M0 0${MARKS[ending]}`} className={styles.mark} data-ending={ending} />
    </svg>
  );
}
