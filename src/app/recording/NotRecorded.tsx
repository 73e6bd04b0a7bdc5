// Says why a place is empty while a recording is on screen.
import { useTexts } from '../../i18n/locale';
import styles from './RecordingPane.module.css';
import { texts } from './text';

export function NotRecorded({ what }: { readonly what: 'noCode' | 'noComparison' | 'noLink' }) {
  return <p className={styles.quiet}>{useTexts(texts)[what]}</p>;
}
