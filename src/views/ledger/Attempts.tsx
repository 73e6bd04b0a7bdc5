// The attempts of one call, a row for each: when it left, how it ended, and what the server did because of it.
import { useTexts } from '../../i18n/locale';
import type { LedgerAttempt } from '../../trace/ledger';
import type { Trace } from '../../trace/trace';
import styles from './Ledger.module.css';
import { Proof } from './Proof';
import { texts } from './text';

interface Props {
  readonly trace: Trace;
  readonly attempts: readonly LedgerAttempt[];
  readonly label: string;
}

export function Attempts({ trace, attempts, label }: Props) {
  const t = useTexts(texts);
  return (
    <table className={styles.attempts} aria-label={label}>
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
        {attempts.map(attempt => (
          <tr key={attempt.attempt} data-ending={attempt.ending}>
            <th scope="row">{attempt.attempt + 1}</th>
            <td>
              <Sending trace={trace} attempt={attempt} />
            </td>
            <td>
              <Ending trace={trace} attempt={attempt} />
            </td>
            <td>
              <Server trace={trace} attempt={attempt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface AttemptProps {
  readonly trace: Trace;
  readonly attempt: LedgerAttempt;
}

function Sending({ trace, attempt: { sent } }: AttemptProps) {
  const t = useTexts(texts);
  if (sent === undefined) return <span className={styles.nothing}>{t.notSent}</span>;
  return <Proof trace={trace} seq={sent} actor="clientStub" what={t.sent} />;
}

function Ending({ trace, attempt: { ending, ended, state, stateSince } }: AttemptProps) {
  const t = useTexts(texts);
  return <Proof trace={trace} seq={ended ?? stateSince} actor="clientStub" state={state} what={t.endings[ending]} />;
}

function Server({ trace, attempt: { executions, deduplicated } }: AttemptProps) {
  const t = useTexts(texts);
  if (executions.length + deduplicated.length === 0) return <span className={styles.nothing}>{t.nothingDone}</span>;
  return (
    <>
      {executions.map(({ entered, completed }) =>
        completed === undefined ? (
          <Proof key={entered} trace={trace} seq={entered} actor="server" state="executing" what={t.entered} />
        ) : (
          <Proof key={entered} trace={trace} seq={completed} actor="server" state="executing" what={t.completed} />
        ),
      )}
      {deduplicated.map(seq => (
        <Proof key={seq} trace={trace} seq={seq} actor="serverStub" what={t.deduplicated} />
      ))}
    </>
  );
}
