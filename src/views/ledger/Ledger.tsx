// The execution ledger: what the client believes of each call, against what the server has executed, at the present moment. ADR 11.
import { useMemo } from 'react';
import { useTexts } from '../../i18n/locale';
import { summarizeCall } from '../../idl/summarize';
import { usePlayback } from '../../playback/store';
import { type LedgerRow, ledgerAt } from '../../trace/ledger';
import type { Trace } from '../../trace/trace';
import { Attempts } from './Attempts';
import { Balance } from './Balance';
import styles from './Ledger.module.css';
import { texts } from './text';
import { verdictSentence } from './verdict';

export function Ledger() {
  const t = useTexts(texts);
  const trace = usePlayback(state => state.trace);
  const seq = usePlayback(state => state.seq);
  const rows = useMemo(() => ledgerAt(trace, seq), [trace, seq]);
  if (rows.length === 0) return <p className={styles.note}>{t.noCalls}</p>;
  return (
    <div className={styles.pane}>
      {trace.recording && <p className={styles.note}>{t.recorded}</p>}
      {rows.map(row => (
        <Call key={row.exchange} trace={trace} row={row} isOnly={rows.length === 1} />
      ))}
    </div>
  );
}

interface CallProps {
  readonly trace: Trace;
  readonly row: LedgerRow;
  readonly isOnly: boolean;
}

function Call({ trace, row, isOnly }: CallProps) {
  const t = useTexts(texts);
  const { calls } = trace.exchanges[row.exchange];
  const [first, ...others] = calls.map(call => summarizeCall(call, trace.service));
  const name = others.length > 0 ? t.batch(first, others.length) : first;
  return (
    <section className={styles.call} aria-label={name} data-verdict={row.verdict}>
      <h2 className={styles.name}>
        {!isOnly && <span className={styles.number}>{row.exchange + 1}</span>}
        {name}
      </h2>
      <div className={styles.account}>
        <Balance trace={trace} row={row} />
        <div className={styles.told}>
          <p className={styles.verdict}>{verdictSentence(row, t)}</p>
          {row.attempts.length > 0 && <Attempts trace={trace} attempts={row.attempts} label={t.attemptsOf(name)} />}
        </div>
      </div>
    </section>
  );
}
