// An event that proves what the ledger says: when it was, and the state that the machine was in. Pressing it goes there and shows that machine.
import { formatMicros } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { player } from '../../playback/player';
import { usePlayback } from '../../playback/store';
import type { ActorId, Trace } from '../../trace/trace';
import styles from './Ledger.module.css';
import { texts } from './text';

interface ProofProps {
  readonly trace: Trace;
  readonly seq: number;
  readonly actor: Extract<ActorId, 'client' | 'clientStub' | 'serverStub' | 'server'>;
  /** Of the actor's chart; absent: no state tells it. */
  readonly state?: string;
  /** What happened then. */
  readonly what: string;
}

export function Proof({ trace, seq, actor, state, what }: ProofProps) {
  const t = useTexts(texts);
  const locale = useLocale();
  const { select } = usePlayback.getState();
  const chart = t.actors[actor];
  function show() {
    player.seek(seq);
    select({ kind: 'actor', actor });
  }
  return (
    <button type="button" className={styles.proof} onClick={show}>
      <span>
        {what} <span className={styles.time}>{formatMicros(trace.events[seq].at, locale)}</span>
      </span>
      <span className={styles.state}>{state === undefined ? chart : `${chart}: ${t.states[state] ?? state}`}</span>
    </button>
  );
}
