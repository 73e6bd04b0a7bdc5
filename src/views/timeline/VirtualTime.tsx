// The virtual time at the cursor, and that of the whole run.
import { m, useTransform } from 'framer-motion';
import { formatMicros } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { position, usePlayback } from '../../playback/store';
import { timeAt } from '../../trace/moment';
import styles from './Timeline.module.css';
import { texts } from './text';

export function VirtualTime() {
  const t = useTexts(texts);
  const locale = useLocale();
  const trace = usePlayback(state => state.trace);
  const now = useTransform(position, at => formatMicros(timeAt(trace, at), locale));
  return (
    <p className={styles.time} title={t.virtualTime}>
      <span className="visually-hidden">{t.virtualTime} </span>
      <var>t</var> = <m.span>{now}</m.span>
      <span className={styles.whole}> / {formatMicros(trace.duration, locale)}</span>
    </p>
  );
}
