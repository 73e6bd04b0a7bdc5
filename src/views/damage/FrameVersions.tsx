// Chooses between a damaged frame as it was sent and as it arrived. Choosing is selecting, so every pane follows.
import { useTexts } from '../../i18n/locale';
import { usePlayback } from '../../playback/store';
import type { Dissection } from '../../trace/dissection';
import { Segmented } from '../../ui/Segmented';
import styles from './FrameVersions.module.css';
import { texts } from './text';

export function FrameVersions({ dissection: { ref, bytes, damage } }: { readonly dissection: Dissection }) {
  const t = useTexts(texts);
  const choose = (version: 'sent' | 'arrived') => {
    const { selection, select } = usePlayback.getState();
    const pdu = { of: 'packet', id: ref.id, ...(version === 'arrived' && { arrived: true }) } as const;
    const isIn = selection?.kind === 'octets' && selection.pdu.of === 'packet' && selection.pdu.id === ref.id;
    const { start, end } = isIn ? selection : { start: 0, end: bytes.length };
    select({ kind: 'octets', pdu, start, end });
  };
  return (
    <div className={styles.versions}>
      <span className={styles.flipped}>{t.flipped(damage!.bits.size)}</span>
      <span data-print="never">
        <Segmented
          label={t.version}
          value={ref.arrived ? 'arrived' : 'sent'}
          options={[
            { value: 'sent', label: t.sent, title: t.sentTitle },
            { value: 'arrived', label: t.arrived, title: t.arrivedTitle },
          ]}
          onChange={choose}
        />
      </span>
    </div>
  );
}
