// What a call may have beside its arguments, folded away as long as it has nothing of it: metadata, a deadline, cancelling.
import { useState } from 'react';
import { useTexts } from '../../i18n/locale';
import type { CallFeatures } from '../../protocols/protocol';
import type { ScenarioCall } from '../../scenario/scenario';
import type { CallFormProps } from './CallForm';
import styles from './Editor.module.css';
import { ProblemNote } from './Field';
import { MetadataForm } from './MetadataForm';
import { Patience } from './Patience';
import { texts } from './text';

export interface CallDetailsProps {
  readonly call: ScenarioCall;
  readonly can: CallFeatures;
  readonly problemAt: CallFormProps['problemAt'];
  readonly onChange: (call: ScenarioCall) => void;
}

export function CallDetails({ call, can, problemAt, onChange }: CallDetailsProps) {
  const t = useTexts(texts);
  const { metadata, deadline, cancelAfter } = call;
  const { open, setOpen } = useOpen((metadata ?? deadline ?? cancelAfter) !== undefined);
  const limit = (key: 'deadline' | 'cancelAfter') =>
    (can.givingUp || call[key] !== undefined) && (
      <Patience
        labels={t[key]}
        value={call[key]}
        problem={problemAt([key])}
        onChange={ms => onChange(withPart(call, key, ms))}
      />
    );
  return (
    <details className={styles.advanced} open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className={styles.legend}>{t.details}</summary>
      <div className={styles.group}>
        {limit('deadline')}
        {deadline !== undefined && <p className={styles.hint}>{can.givingUp ? t.deadlineTold : t.deadlineUntold}</p>}
        {limit('cancelAfter')}
        {!can.metadata && <ProblemNote problem={problemAt(['metadata'])} />}
        {(can.metadata || metadata) && (
          <MetadataForm
            metadata={metadata ?? []}
            problemAt={(entry, part) => problemAt(['metadata', entry, part])}
            onChange={next => onChange(withPart(call, 'metadata', next))}
          />
        )}
      </div>
    </details>
  );
}

/** Open from when there is something to see; it never closes by itself under somebody's hands. */
function useOpen(isUsed: boolean) {
  const [open, setOpen] = useState(isUsed);
  const [wasUsed, setWasUsed] = useState(isUsed);
  if (isUsed !== wasUsed) {
    setWasUsed(isUsed);
    if (isUsed) setOpen(true);
  }
  return { open, setOpen };
}

/** The call with one of its parts, or without it. */
function withPart<Key extends keyof ScenarioCall>(call: ScenarioCall, key: Key, part: ScenarioCall[Key]): ScenarioCall {
  const { [key]: _, ...others } = call;
  return (part === undefined ? others : { ...others, [key]: part }) as ScenarioCall;
}
