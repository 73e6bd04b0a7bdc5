// A quiet word at the drawings while the input does not run: what they show is older than what stands in the field.
import { lazy, Suspense } from 'react';
import { useTexts } from '../i18n/locale';
import { useProblemSentence } from '../i18n/use-problem-sentence';
import { summarizeCall } from '../idl/summarize';
import { usePlayback } from '../playback/store';
import { callCount, isMany } from '../scenario/load';
import { Button } from '../ui/Button';
import { useWrongInputs } from '../views/editor/wrong-input';
import styles from './ShownRun.module.css';
import { useSession } from './session';
import { texts } from './text';

const Simulating = lazy(() => import('./survey/Simulating').then(module => ({ default: module.Simulating })));

export function ShownRun() {
  const t = useTexts(texts);
  const sentence = useProblemSentence();
  const problem = useSession(session => session.problem);
  const isSimulating = useSession(({ scenario, shown }) => scenario !== shown && isMany(callCount(scenario)));
  const inputs = useWrongInputs(state => state.inputs);
  const { exchanges, service, recording } = usePlayback(state => state.trace);
  const call = exchanges[0]?.calls[0];
  if (isSimulating && !problem)
    return (
      <Suspense>
        <Simulating />
      </Suspense>
    );
  if (!call || recording || (!problem && inputs.length === 0)) return null;
  const [input] = inputs;
  const shown = input?.shown ? `${input.label} = ${input.shown}` : summarizeCall(call, service, 24);
  return (
    <div className={styles.place}>
      <div className={styles.note}>
        <p>
          {problem && `${sentence(problem)} `}
          {t.lastValidRun(shown)}
        </p>
        {input && <Button onClick={input.focus}>{t.correct(input.label)}</Button>}
      </div>
    </div>
  );
}
