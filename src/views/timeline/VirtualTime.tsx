// The virtual time at the cursor, and that of the whole run.
import { formatMicros } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { usePlayback } from '../../playback/store';
import { useFollower } from '../../playback/use-follower';
import { timeAt } from '../../trace/moment';
import styles from './Timeline.module.css';
import { texts } from './text';

export function VirtualTime() {
  const t = useTexts(texts);
  const locale = useLocale();
  const trace = usePlayback(state => state.trace);
  const now = useFollower<HTMLSpanElement>((span, at) => {
    span.textContent = formatMicros(timeAt(trace, at), locale);
  });
  return (
    <p className={styles.time} title={t.virtualTime}>
      <span className="visually-hidden">{t.virtualTime} </span>
      <span className={styles.sign}>
        <var>t</var> ={' '}
      </span>
      <span ref={now} />
      <span className={styles.whole}> / {formatMicros(trace.duration, locale)}</span>
    </p>
  );
}
