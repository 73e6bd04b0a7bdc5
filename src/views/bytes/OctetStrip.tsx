// One line about what is pointed at: name, value, place, its bits; and copying it. Its height is fixed, so that hovering moves nothing.
import { Binary, Copy } from 'lucide-react';
import { formatOffset } from '../../i18n/format';
import { useTexts } from '../../i18n/locale';
import { useMarked } from '../../playback/use-shown';
import { type Dissection, fieldOf, type PlacedField, type Span } from '../../trace/dissection';
import { IconButton } from '../../ui/Button';
import { showToast } from '../../ui/toast';
import { useMediaQuery } from '../../ui/use-media-query';
import { hexText } from '../../wire/bytes/field-value';
import { Bits } from './Bits';
import { shortValue } from './describe';
import styles from './OctetStrip.module.css';
import { texts } from './text';

export function OctetStrip({ dissection }: { readonly dissection: Dissection }) {
  const t = useTexts(texts);
  const touch = useMediaQuery('(pointer: coarse)');
  const selected = useMarked(dissection, 'selection');
  const previewed = useMarked(dissection, 'preview');
  const [span] = previewed.length > 0 ? previewed : selected;
  const field = span && fieldOf(dissection, span);
  return (
    <div className={styles.strip}>
      {span && field ? (
        <Facts dissection={dissection} field={field} span={span} />
      ) : (
        <p className={styles.hint}>{touch ? t.touchHint : t.hint}</p>
      )}
      {selected.length > 0 && <CopyButtons octets={dissection.bytes.subarray(selected[0].start, selected[0].end)} />}
    </div>
  );
}

interface FactsProps {
  readonly dissection: Dissection;
  readonly field: PlacedField;
  readonly span: Span;
}

function Facts({ dissection, field, span }: FactsProps) {
  const t = useTexts(texts);
  const length = span.end - span.start;
  const [from, to] = [formatOffset(span.start), formatOffset(span.end - 1)];
  return (
    <>
      <p className={styles.facts}>
        <span className={styles.name}>{field.node.name}</span>
        {field.node.leaf && <code className={styles.value}>{shortValue(dissection, field)}</code>}
        <span className={styles.place}>
          {t.octets(String(length))} · {length === 1 ? `0x${from}` : `0x${from}–${to}`}
        </span>
      </p>
      <Bits octets={dissection.bytes.subarray(span.start, span.end)} field={field} />
    </>
  );
}

function CopyButtons({ octets }: { readonly octets: Uint8Array }) {
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
