// The calls that the client makes.
import { Plus } from 'lucide-react';
import { useTexts } from '../../i18n/locale';
import { useProblemSentence } from '../../i18n/use-problem-sentence';
import type { ServiceInterface } from '../../idl/types';
import type { Problem } from '../../problem/problem';
import { protocolById } from '../../protocols';
import { callsOf, isBatch, newCall, withCalls } from '../../scenario/edit';
import type { Scenario, ScenarioCall } from '../../scenario/scenario';
import { Button } from '../../ui/Button';
import { CallForm } from './CallForm';
import styles from './Editor.module.css';
import { Checkbox } from './Field';
import { concerns, type Path } from './problem-place';
import { texts } from './text';

export interface CallsFormProps {
  readonly scenario: Scenario;
  readonly service: ServiceInterface;
  readonly problem: Problem | undefined;
  readonly onChange: (scenario: Scenario) => void;
}

export function CallsForm({ scenario, service, problem, onChange }: CallsFormProps) {
  const t = useTexts(texts);
  const sentence = useProblemSentence();
  const calls = callsOf(scenario);
  const batch = scenario.calls.some(isBatch);
  const change = (next: readonly ScenarioCall[]) => onChange(withCalls(scenario, next, batch));
  const problemAt = (call: number, path: Path) =>
    problem && concerns(problem, scenario, call, path) ? sentence(problem) : undefined;
  return (
    <>
      {calls.map((call, index) => (
        <CallForm
          // biome-ignore lint/suspicious/noArrayIndexKey: a call has no other identity than its place.
          key={index}
          number={index + 1}
          call={call}
          service={service}
          can={protocolById(scenario.protocol)?.calls ?? { named: true, oneway: true }}
          batch={batch}
          problemAt={path => problemAt(index, path)}
          onChange={next => change(calls.with(index, next))}
          onRemove={calls.length > 1 ? () => change(calls.toSpliced(index, 1)) : undefined}
        />
      ))}
      <div className={styles.row}>
        <Button
          icon={<Plus size={16} />}
          disabled={service.methods.length === 0}
          onClick={() => change([...calls, calls.at(-1) ?? newCall(service.methods[0])])}
        >
          {t.addCall}
        </Button>
      </div>
      {(calls.length > 1 || batch) && (
        <Checkbox label={t.batch} checked={batch} onChange={chosen => onChange(withCalls(scenario, calls, chosen))} />
      )}
    </>
  );
}
