// Which call of many is open, and the way to the ones beside it.
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { formatCount } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { usePlayback } from '../../playback/store';
import { IconButton } from '../../ui/Button';
import styles from './CallBar.module.css';
import { openCall } from './open-call';
import { texts } from './text';

export function CallBar() {
  const t = useTexts(texts);
  const locale = useLocale();
  const part = usePlayback(state => state.trace.part);
  if (!part) return null;
  const { call, calls, otherPackets } = part;
  const count = (figure: number) => formatCount(figure, locale);
  return (
    <div className={styles.bar}>
      <IconButton
        label={t.previous}
        icon={<ChevronLeft />}
        disabled={call === 0}
        onClick={() => void openCall(call - 1)}
      />
      <span className={styles.call} role="status" title={t.others(count(otherPackets))}>
        {t.call(count(call + 1), count(calls))}
      </span>
      <IconButton
        label={t.next}
        icon={<ChevronRight />}
        disabled={call === calls - 1}
        onClick={() => void openCall(call + 1)}
      />
    </div>
  );
}
