// Both sides of a row, and between them the sign that tells whether they agree.
import { useTexts } from '../../i18n/locale';
import type { LedgerRow, Verdict } from '../../trace/ledger';
import type { Trace } from '../../trace/trace';
import styles from './Ledger.module.css';
import { Proof } from './Proof';
import { texts } from './text';

const SIGNS: Readonly<Record<Verdict, string>> = {
  open: '?',
  agree: '=',
  'failed but executed': '≠',
  'executed again': '≠',
};

export function Balance({ trace, row }: { readonly trace: Trace; readonly row: LedgerRow }) {
  const t = useTexts(texts);
  const { belief, believedSince, waitsForEver, state, executed, verdict } = row;
  return (
    <div className={styles.balance}>
      <div className={styles.client}>
        <span className={styles.side}>{t.clientBelieves}</span>
        <strong>{t.beliefs[waitsForEver ? 'waits for ever' : belief]}</strong>
        {believedSince !== undefined && (
          <Proof trace={trace} seq={believedSince} actor="client" state={state} what={t.since} />
        )}
      </div>
      <span className={styles.sign}>
        <span aria-hidden="true">{SIGNS[verdict]}</span>
        <span className="visually-hidden">{t.verdicts[verdict]}</span>
      </span>
      <div className={styles.server}>
        <span className={styles.side}>{t.serverExecuted}</span>
        <strong>{t.times(executed)}</strong>
      </div>
    </div>
  );
}
