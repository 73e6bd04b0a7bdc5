// One row of the dump: offset, pairs, text. It is drawn again only when its octets are others, never for what is pointed at.
import { memo } from 'react';
import { formatOffset } from '../../i18n/format';
import type { Dissection } from '../../trace/dissection';
import tones from '../../ui/tones.module.css';
import type { Columns } from './geometry';
import styles from './HexDump.module.css';
import { hexRow, type Run } from './hex-row';

export interface DumpRowProps {
  readonly dissection: Dissection;
  readonly row: number;
  readonly columns: Columns;
  /** Distance from the upper edge of the sheet, in pixels. */
  readonly top: number;
}

export const DumpRow = memo(
  function DumpRow({ dissection, row, columns, top }: DumpRowProps) {
    const { perRow, digits, hex, text } = columns;
    const start = row * perRow;
    const runs = hexRow(dissection, start, perRow);
    const used = runs.hex.reduce((sum, run) => sum + run.text.length, 0);
    return (
      <div className={styles.row} style={{ top }}>
        <span className={styles.offset}>{formatOffset(start).padStart(digits, '0')}</span>
        {' '.repeat(hex - digits)}
        {runs.hex.map(runText)}
        {' '.repeat(text - hex - used)}
        {runs.text.map(runText)}
      </div>
    );
  },
  (before, after) =>
    before.dissection === after.dissection &&
    before.row === after.row &&
    before.top === after.top &&
    before.columns.width === after.columns.width,
);

function runText({ tone, text, cells }: Run, index: number) {
  if (tone === undefined) return text;
  const wide = cells === undefined ? '' : styles.wide;
  const style = cells === undefined ? undefined : { width: `${cells}ch` };
  return (
    <span key={index} className={`${tones[tone]} ${wide}`} style={style}>
      {text}
    </span>
  );
}
