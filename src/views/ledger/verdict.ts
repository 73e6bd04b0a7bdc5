// A row of the ledger in one or two plain sentences.
import type { LedgerRow } from '../../trace/ledger';
import type { LedgerTexts } from './text';

/** What the client believes, then what the server has done. */
export function verdictSentence(row: LedgerRow, t: LedgerTexts): string {
  const { belief, waitsForEver, verdict, executed } = row;
  if (belief === 'not made') return t.believes['not made'];
  const believes = waitsForEver ? t.believes['waits for ever'] : t.believes[belief];
  const did = isUnderWay(row) ? t.isExecuting(executed) : t.executed(executed);
  return t.both(believes, did, verdict !== 'open' && verdict !== 'agree');
}

/** Whether the server is executing the call just now. */
function isUnderWay({ attempts }: LedgerRow): boolean {
  return attempts.some(({ executions }) => executions.some(({ completed }) => completed === undefined));
}
