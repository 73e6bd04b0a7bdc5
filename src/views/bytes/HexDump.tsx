// A hex dump that draws only the rows in sight, each as a few runs of text; what is pointed at is outlined by boxes over them.
import { type ClipboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTexts } from '../../i18n/locale';
import { usePlayback } from '../../playback/store';
import { useMarked } from '../../playback/use-shown';
import { type Dissection, fieldOf, type Span } from '../../trace/dissection';
import { firstValueSpan } from '../../trace/value-span';
import { useRowWindow } from '../../ui/use-row-window';
import { hexText } from '../../wire/bytes/field-value';
import { CaretMark, Marks, PointedMarks } from './DumpMarks';
import { DumpRow } from './DumpRow';
import { describeField } from './describe';
import { columnsFor } from './geometry';
import styles from './HexDump.module.css';
import { texts } from './text';
import { useCaret } from './use-caret';
import { useCharWidth } from './use-char-width';
import { useOctetPointer } from './use-octet-pointer';

/** Height of a row in pixels. */
const ROW = 24;

export interface HexDumpProps {
  readonly dissection: Dissection;
  /** Octets that differ from the run before. */
  readonly changes: readonly Span[];
}

export function HexDump({ dissection, changes }: HexDumpProps) {
  const t = useTexts(texts);
  const hintId = useId();
  const sheet = useRef<HTMLDivElement>(null);
  const [probe, charWidth, room] = useCharWidth();
  const columns = columnsFor(dissection.bytes.length, room);
  const count = Math.ceil(dissection.bytes.length / columns.perRow);
  const list = useRowWindow(count, ROW);
  const from = list.rows.at(0) ?? 0;
  const to = from + list.rows.length;
  const reveal = (at: number) => {
    const row = Math.floor(at / columns.perRow);
    if (!list.isInSight(row)) list.bringToMiddle(row);
  };
  useRevealing(dissection, changes, reveal);
  const [announced, announce] = useState('');
  const caret = useCaret(dissection, columns, {
    reveal,
    pageRows: () => Math.max(1, list.rowsPerPage() - 1),
    announce: span => announce(describeField(dissection, span, t)),
  });
  const pointer = useOctetPointer(dissection, columns, { sheet, charWidth, rowHeight: ROW, onPress: caret.moveTo });
  return (
    <>
      <div className={styles.rows}>
        <div
          ref={list.ref}
          className={styles.dump}
          role="application"
          aria-label={t.dump}
          aria-describedby={hintId}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a widget with a caret of its own, which the status below reads out.
          tabIndex={0}
          onKeyDown={caret.onKeyDown}
          onFocus={caret.onFocus}
          onBlur={caret.onBlur}
          onCopy={event => copyOctets(event, dissection)}
          {...pointer}
        >
          <div ref={probe} className={styles.probe} aria-hidden="true" />
          <div ref={sheet} className={styles.sheet} style={{ height: count * ROW, width: `${columns.width + 1}ch` }}>
            <Marks spans={changes} columns={columns} from={from} to={to} rowHeight={ROW} className={styles.changed} />
            {dissection.damage && (
              <Marks
                spans={dissection.damage.octets}
                columns={columns}
                from={from}
                to={to}
                rowHeight={ROW}
                className={styles.flipped}
              />
            )}
            <PointedMarks
              what="selection"
              dissection={dissection}
              columns={columns}
              from={from}
              to={to}
              rowHeight={ROW}
            />
            <PointedMarks
              what="preview"
              dissection={dissection}
              columns={columns}
              from={from}
              to={to}
              rowHeight={ROW}
            />
            <CaretMark at={caret.at} columns={columns} rowHeight={ROW} />
            {list.rows.map(row => (
              <DumpRow key={row} dissection={dissection} row={row} columns={columns} top={row * ROW} />
            ))}
          </div>
        </div>
      </div>
      <p id={hintId} hidden>
        {t.keys}
      </p>
      <p role="status" className="visually-hidden">
        {announced}
      </p>
    </>
  );
}

/**
 * Scrolls to what is selected, or to what an edit has changed, or else to the first value of another message and to the headers of another
 * frame. Never to what is only pointed at.
 */
function useRevealing(dissection: Dissection, changes: readonly Span[], reveal: (at: number) => void): void {
  const selected = useMarked(dissection, 'selection').at(0)?.start;
  const { of, id } = dissection.ref;
  const first =
    of === 'packet'
      ? (dissection.damage?.octets[0].start ?? 0)
      : (firstValueSpan(dissection.layers[0].annotations)?.start ?? 0);
  const changed = changes.at(-1)?.start;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another PDU has a place of its own to begin at.
  useEffect(() => reveal(selected ?? changed ?? first), [of, id, selected, changed, dissection.damage]);
}

function copyOctets(event: ClipboardEvent, dissection: Dissection): void {
  const { selection, preview } = usePlayback.getState();
  const pointed = preview ?? selection;
  if (pointed?.kind !== 'octets') return;
  const field = fieldOf(dissection, pointed);
  if (!field) return;
  event.clipboardData.setData('text/plain', hexText(dissection.bytes.subarray(pointed.start, pointed.end)));
  event.preventDefault();
}
