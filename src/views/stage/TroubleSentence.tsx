// The headline's sentence in a run with trouble: what has just gone wrong on the way, what trouble has come to, or else the ordinary one.
import { type ReactNode, useMemo } from 'react';
import { useTexts } from '../../i18n/locale';
import { usePlayback } from '../../playback/store';
import { mishapAt } from '../../trace/mishaps';
import { momentAt } from '../../trace/moment';
import { damageAt } from './damage';
import { damageTexts } from './damage-text';
import type { Situation, StageFacts } from './facts';
import { mishapTexts } from './mishap-text';
import { troubleTexts } from './trouble-text';

interface Props {
  readonly situation: Situation;
  readonly facts: StageFacts;
  /** The sentence of what could not be understood. */
  readonly problem: string;
  readonly children: ReactNode;
}

export function TroubleSentence({ situation, facts, problem, children }: Props) {
  const mishaps = useTexts(mishapTexts);
  const damages = useTexts(damageTexts);
  const troubles = useTexts(troubleTexts);
  const trace = usePlayback(state => state.trace);
  const seq = usePlayback(state => state.seq);
  const mishap = useMemo(() => mishapAt(trace, seq), [trace, seq]);
  const damage = useMemo(() => damageAt(trace, momentAt(trace, seq)), [trace, seq]);
  const told =
    situation in troubles
      ? troubles[situation as keyof typeof troubles](facts, problem)
      : damage && damages(situation, facts, damage);
  return (
    <>
      <span aria-live="polite">{mishap && mishaps.tell(mishap)}</span>
      {!mishap && (told ?? children)}
    </>
  );
}
