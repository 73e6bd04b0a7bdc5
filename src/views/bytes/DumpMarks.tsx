// Boxes over the dump's octets: changed, selected, pointed at, and the caret. They move without any row being drawn again.
import type { CSSProperties } from 'react';
import { useMarked } from '../../playback/use-shown';
import type { Dissection, Span } from '../../trace/dissection';
import { boxesOf, type Columns } from './geometry';
import styles from './HexDump.module.css';

interface Window {
  readonly columns: Columns;
  readonly rowHeight: number;
}

export interface MarksProps extends Window {
  readonly spans: readonly Span[];
  /** Rows in sight: `[from, to)`. */
  readonly from: number;
  readonly to: number;
  readonly className: string;
}

export function Marks({ spans, columns, from, to, rowHeight, className }: MarksProps) {
  return spans
    .filter(({ start, end }) => start < to * columns.perRow && end > from * columns.perRow)
    .flatMap(span => boxesOf(span, columns, from, to))
    .flatMap(({ row, hex, text, first, last }) =>
      [hex, text].map(({ left, width }) => (
        <div
          key={`${row} ${left}`}
          className={`${styles.mark} ${className} ${first ? styles.first : ''} ${last ? styles.last : ''}`}
          style={place(row * rowHeight, left, width, rowHeight)}
        />
      )),
    );
}

export interface PointedMarksProps extends Omit<MarksProps, 'spans' | 'className'> {
  readonly what: 'selection' | 'preview';
  readonly dissection: Dissection;
}

export function PointedMarks({ what, dissection, ...rest }: PointedMarksProps) {
  return <Marks {...rest} spans={useMarked(dissection, what)} className={styles[what]} />;
}

export interface CaretMarkProps extends Window {
  readonly at: number | undefined;
}

/** The keyboard's place: drawn while the dump has the focus. */
export function CaretMark({ at, columns, rowHeight }: CaretMarkProps) {
  if (at === undefined) return null;
  const row = Math.floor(at / columns.perRow);
  return (
    <Marks
      spans={[{ start: at, end: at + 1 }]}
      columns={columns}
      from={row}
      to={row + 1}
      rowHeight={rowHeight}
      className={styles.caret}
    />
  );
}

function place(top: number, left: number, width: number, rowHeight: number): CSSProperties {
  return { top, left: `calc(${left}ch - 2px)`, width: `calc(${width}ch + 4px)`, height: rowHeight };
}
