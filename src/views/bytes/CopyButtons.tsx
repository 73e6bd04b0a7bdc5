// Copies what is selected. Loaded with the first selection.
import { Binary, Copy } from 'lucide-react';
import { useTexts } from '../../i18n/locale';
import { IconButton } from '../../ui/Button';
import { showToast } from '../../ui/toast';
import { hexText } from '../../wire/bytes/field-value';
import styles from './OctetStrip.module.css';
import { texts } from './text';

export function CopyButtons({ octets }: { readonly octets: Uint8Array }) {
  const t = useTexts(texts);
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => showToast(t.copied(String(octets.length))),
      () => showToast(t.cannotCopy, true),
    );
  return (
    <div className={styles.copy} data-print="never">
      <IconButton label={t.copyHex} icon={<Binary size={16} />} onClick={() => copy(hexText(octets))} />
      <IconButton label={t.copyText} icon={<Copy size={16} />} onClick={() => copy(new TextDecoder().decode(octets))} />
    </div>
  );
}
