// The envelopes as boxes inside boxes, as wide as their octets are many, but never too narrow for their names.
import { type CSSProperties, useMemo } from 'react';
import { formatCount } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { usePlayback } from '../../playback/store';
import { useMarked } from '../../playback/use-shown';
import type { Dissection, Span } from '../../trace/dissection';
import type { Selection } from '../../trace/selection';
import tones from '../../ui/tones.module.css';
import styles from './EnvelopeBar.module.css';
import { type Envelope, envelopesOf, ownLength } from './envelope';
import { texts } from './text';

export function EnvelopeBar({ dissection }: { readonly dissection: Dissection }) {
  const t = useTexts(texts);
  const envelopes = useMemo(() => envelopesOf(dissection), [dissection]);
  const hover = usePlayback(state => state.hover);
  const selected = useMarked(dissection, 'selection');
  const previewed = useMarked(dissection, 'preview');
  const [marked] = previewed.length > 0 ? previewed : selected;
  return (
    <fieldset className={styles.bar} onPointerLeave={() => hover(undefined)}>
      <legend className="visually-hidden">{t.envelopes}</legend>
      {envelopes.map(envelope => (
        <EnvelopeBox key={envelope.start} envelope={envelope} dissection={dissection} marked={marked} />
      ))}
    </fieldset>
  );
}

interface EnvelopeBoxProps {
  readonly envelope: Envelope;
  readonly dissection: Dissection;
  /** What is selected or pointed at. */
  readonly marked: Span | undefined;
}

function EnvelopeBox({ envelope, dissection, marked }: EnvelopeBoxProps) {
  const { start, end, tone, parts } = envelope;
  return (
    <div
      className={`${styles.box} ${tones[tone]}`}
      data-marked={marked?.start === start && marked.end === end}
      style={{ '--octets': end - start } as CSSProperties}
    >
      <EnvelopeButton envelope={envelope} selection={{ kind: 'octets', pdu: dissection.ref, start, end }} />
      {parts.map(part => (
        <EnvelopeBox key={part.start} envelope={part} dissection={dissection} marked={marked} />
      ))}
    </div>
  );
}

function EnvelopeButton({ envelope, selection }: { readonly envelope: Envelope; readonly selection: Selection }) {
  const t = useTexts(texts);
  const locale = useLocale();
  const select = usePlayback(state => state.select);
  const hover = usePlayback(state => state.hover);
  const { start, end, format, text, values } = envelope;
  const own = formatCount(ownLength(envelope), locale);
  const [name, word] = values ? [t.values(values)] : text !== undefined ? [text] : (t.formats[format] ?? [format]);
  const description = t.envelope(word ? `${name} ${word}` : name, formatCount(end - start, locale), own);
  return (
    <button
      type="button"
      className={text === undefined ? styles.label : styles.leaf}
      style={{ '--octets': Math.max(1, ownLength(envelope)) } as CSSProperties}
      aria-label={description}
      title={description}
      onClick={() => select(selection)}
      onFocus={() => hover(selection)}
      onBlur={() => hover(undefined)}
      onPointerEnter={() => hover(selection)}
    >
      <span className={styles.name}>{name}</span>
      {word && <span className={styles.word}>{word}</span>}
      {text === undefined && <span className={styles.size}>{t.octets(own)}</span>}
    </button>
  );
}
