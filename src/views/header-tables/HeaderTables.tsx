// HPACK's dynamic tables at the cursor, one for each direction, and how many octets each header block has taken so far.
import { useMemo } from 'react';
import { useTexts } from '../../i18n/locale';
import { usePlayback } from '../../playback/store';
import { blocksSent, type MarkedEntry, type SentBlock } from '../../trace/header-tables';
import { momentAt } from '../../trace/moment';
import type { Direction } from '../../trace/trace';
import styles from './HeaderTables.module.css';
import { texts } from './text';

const DIRECTIONS: readonly Direction[] = ['c2s', 's2c'];

export function HeaderTables() {
  const t = useTexts(texts);
  const trace = usePlayback(state => state.trace);
  const seq = usePlayback(state => state.seq);
  const { connection } = useMemo(() => momentAt(trace, seq), [trace, seq]);
  return (
    <div className={styles.pane}>
      <p className={styles.note}>{t.intro}</p>
      {DIRECTIONS.map(direction => (
        <section key={direction} className={styles[direction]} aria-label={t.directions[direction]}>
          <h3 className={styles.title}>{t.directions[direction]}</h3>
          <OneWay
            direction={t.directions[direction]}
            blocks={blocksSent(trace, Math.max(0, connection), direction, seq)}
          />
        </section>
      ))}
    </div>
  );
}

function OneWay({ direction, blocks }: { readonly direction: string; readonly blocks: readonly SentBlock[] }) {
  const t = useTexts(texts);
  const last = blocks.at(-1);
  if (!last) return <p className={styles.note}>{t.nothing}</p>;
  return (
    <>
      <Blocks label={t.blocks(direction)} blocks={blocks} />
      <p>{t.last(last.octets, last.fields, last.indexed)}</p>
      <p className={styles.note}>{t.room(last.size, last.maxSize)}</p>
      {last.entries.length > 0 && <Entries label={direction} entries={last.entries} />}
    </>
  );
}

/** Each block as a bar; a click goes to the moment when it was written. */
function Blocks({ label, blocks }: { readonly label: string; readonly blocks: readonly SentBlock[] }) {
  const t = useTexts(texts);
  const moveTo = usePlayback(state => state.moveTo);
  const most = Math.max(...blocks.map(({ octets }) => octets));
  return (
    <ol className={styles.blocks} aria-label={label}>
      {blocks.map(({ seq, exchange, octets }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block has no other identity than its place.
        <li key={index}>
          <button type="button" className={styles.block} onClick={() => moveTo(seq)}>
            <span className={styles.bar} style={{ width: `${(octets / most) * 100}%` }} />
            <span>{t.block(exchange + 1, octets)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function Entries({ label, entries }: { readonly label: string; readonly entries: readonly MarkedEntry[] }) {
  const t = useTexts(texts);
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {t.columns.map(column => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map(({ index, name, value, size, mark }) => (
          <tr key={index} data-mark={mark}>
            <td>{index}</td>
            <td className={styles.text}>{name}</td>
            <td className={styles.text}>{value}</td>
            <td>
              {size}
              {mark && <b className={styles.mark}>{t.marks[mark]}</b>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
