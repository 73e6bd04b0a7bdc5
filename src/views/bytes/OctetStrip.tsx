// One line about what is pointed at: name, value, place, its bits; and copying it. Its height is fixed, so that hovering moves nothing.
import { lazy, Suspense, type SyntheticEvent } from 'react';
import { formatOffset } from '../../i18n/format';
import { useTexts } from '../../i18n/locale';
import { askAboutPacket } from '../../playback/packet-menu';
import { usePlayback } from '../../playback/store';
import { useMarked } from '../../playback/use-shown';
import { type Dissection, fieldOf, type PlacedField, type Span } from '../../trace/dissection';
import { carriersOf } from '../../trace/questions';
import type { PduRef } from '../../trace/selection';
import type { Trace } from '../../trace/trace';
import { useMediaQuery } from '../../ui/use-media-query';
import { Bits } from './Bits';
import { shortValue } from './describe';
import styles from './OctetStrip.module.css';
import { texts } from './text';

const CopyButtons = lazy(() => import('./CopyButtons').then(module => ({ default: module.CopyButtons })));

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
        <Facts dissection={dissection} field={field} span={span} pinned={previewed.length === 0} />
      ) : (
        <p className={styles.hint}>{touch ? t.touchHint : t.hint}</p>
      )}
      {selected.length > 0 && (
        <Suspense>
          <CopyButtons octets={dissection.bytes.subarray(selected[0].start, selected[0].end)} />
        </Suspense>
      )}
    </div>
  );
}

interface FactsProps {
  readonly dissection: Dissection;
  readonly field: PlacedField;
  readonly span: Span;
  /** Its bits can be reached with the pointer. */
  readonly pinned: boolean;
}

function Facts({ dissection, field, span, pinned }: FactsProps) {
  const t = useTexts(texts);
  const trace = usePlayback(state => state.trace);
  const { ref } = dissection;
  const canFlip = pinned && ref.of !== 'content' && !trace.recording;
  const flip = (bit: number, event: SyntheticEvent) => {
    const place = placeInFrame(trace, ref, span.start);
    if (place) askAboutPacket(place.packet, event, { bit: place.octet * 8 + bit });
  };
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
      <Bits
        octets={dissection.bytes.subarray(span.start, span.end)}
        field={field}
        onPress={canFlip ? flip : undefined}
        isFlipped={bit => dissection.damage?.bits.has(span.start * 8 + bit) === true}
      />
    </>
  );
}

/** In which packet an octet first travels, and where in its frame. */
function placeInFrame(trace: Trace, { of, id }: PduRef, octet: number) {
  if (of === 'packet') return { packet: id, octet };
  const [packet] = carriersOf(trace, id, { start: octet, end: octet + 1 });
  const part = trace.packets[packet]?.carries.find(
    ({ message, start, end }) => message === id && start <= octet && octet < end,
  );
  return part && { packet, octet: part.at + octet - part.start };
}
