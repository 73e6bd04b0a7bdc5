// The octets of the message or frame at hand: its envelopes, a hex dump, and the bits of what is pointed at.
import { type ComponentType, Suspense } from 'react';
import { formatCount } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { type Shown, useChanges, useShown } from '../../playback/use-shown';
import type { Dissection } from '../../trace/dissection';
import styles from './Bytes.module.css';
import { EnvelopeBar } from './EnvelopeBar';
import { HexDump } from './HexDump';
import { OctetStrip } from './OctetStrip';
import { PduSwitch } from './PduSwitch';
import { texts } from './text';

export interface BytesProps {
  /** Chooses between a damaged frame as sent and as it arrived. */
  readonly Versions: ComponentType<{ readonly dissection: Dissection }>;
}

export function Bytes({ Versions }: BytesProps) {
  const t = useTexts(texts);
  const shown = useShown();
  return shown ? <BytesOf shown={shown} Versions={Versions} /> : <p className={styles.nothing}>{t.nothing}</p>;
}

function BytesOf({ shown: { dissection, written }, Versions }: BytesProps & { readonly shown: Shown }) {
  const t = useTexts(texts);
  const locale = useLocale();
  const changes = useChanges(dissection);
  const { of, arrived } = dissection.ref;
  const changed = changes.reduce((sum, { start, end }) => sum + end - start, 0);
  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          {t.title[of](formatCount(dissection.bytes.length, locale))}
          {!written && <span className={styles.note}> · {t.notWritten[arrived ? 'arrived' : of]}</span>}
        </h2>
        {changed > 0 && <span className={styles.changed}>{t.changed(changed)}</span>}
        {dissection.damage && (
          <Suspense>
            <Versions dissection={dissection} />
          </Suspense>
        )}
        <PduSwitch dissection={dissection} />
      </div>
      <EnvelopeBar dissection={dissection} />
      <HexDump dissection={dissection} changes={changes} />
      <OctetStrip dissection={dissection} />
    </div>
  );
}
