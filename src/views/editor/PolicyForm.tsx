// How a call survives: one of the ways that textbooks name, and each figure of it.
import { useId } from 'react';
import { useLocale, useTexts } from '../../i18n/locale';
import { useProblemSentence } from '../../i18n/use-problem-sentence';
import { protocolById } from '../../protocols/index';
import { type CallPolicy, USUAL_RETRY } from '../../scenario/policy';
import { POLICY_PRESET_TEXTS } from '../../scenario/policy-preset-texts';
import {
  commonDeadline,
  POLICY_PRESETS,
  policyPresetOf,
  withDeadline,
  withPolicyPreset,
} from '../../scenario/policy-presets';
import type { Scenario } from '../../scenario/scenario';
import { Select } from '../../ui/Select';
import styles from './Editor.module.css';
import { Checkbox, ProblemNote } from './Field';
import { HedgeForm } from './HedgeForm';
import { Patience } from './Patience';
import { texts as policyTexts } from './policy-text';
import { isAt } from './problem-place';
import { RetryForm } from './RetryForm';
import type { SettingsFormProps } from './SettingsForm';
import { texts } from './text';

const DEDUPLICATIONS: readonly CallPolicy['deduplication'][] = ['none', 'memory', 'durable'];
/** An attempt is hedged, to begin with, when it has waited so many milliseconds. */
const FIRST_HEDGE = { after: 100, attempts: 2 };

export function PolicyForm({ scenario, problem, onChange }: SettingsFormProps) {
  const t = useTexts(policyTexts);
  const told = useTexts(texts);
  const sentence = useProblemSentence();
  const problemAt = (...path: string[]) => (problem && isAt(problem, path) ? sentence(problem) : undefined);
  const { policy } = scenario;
  const change = (part: Partial<CallPolicy>) =>
    onChange({ ...scenario, policy: withoutUndefined({ ...policy, ...part }) });
  const deadline = commonDeadline(scenario);
  const isTold = protocolById(scenario.protocol)?.calls.givingUp === true;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t.legend}</legend>
      <Presets scenario={scenario} onChange={onChange} />
      <Patience
        labels={t.timeout}
        value={policy.timeout}
        problem={problemAt('policy', 'timeout')}
        onChange={timeout => change({ timeout })}
      />
      <Patience labels={t.deadline} value={deadline} onChange={ms => onChange(withDeadline(scenario, ms))} />
      {deadline !== undefined && <p className={styles.hint}>{isTold ? told.deadlineTold : told.deadlineUntold}</p>}
      <Checkbox
        label={t.retry}
        checked={policy.retry !== undefined}
        onChange={wanted => change({ retry: wanted ? USUAL_RETRY : undefined })}
      />
      {policy.retry && <RetryForm retry={policy.retry} onChange={retry => change({ retry })} />}
      <Checkbox
        label={t.hedge}
        checked={policy.hedge !== undefined}
        onChange={wanted => change({ hedge: wanted ? FIRST_HEDGE : undefined })}
      />
      {policy.hedge && <HedgeForm hedge={policy.hedge} onChange={hedge => change({ hedge })} />}
      <Select
        label={t.deduplication}
        value={policy.deduplication}
        options={DEDUPLICATIONS.map(value => ({ value, label: t.deduplications[value] }))}
        onChange={deduplication => change({ deduplication })}
      />
      <ProblemNote problem={problemAt('policy', 'deduplication')} />
    </fieldset>
  );
}

function Presets({ scenario, onChange }: Pick<SettingsFormProps, 'scenario' | 'onChange'>) {
  const t = useTexts(policyTexts);
  const locale = useLocale();
  const name = useId();
  const chosen = policyPresetOf(scenario);
  return (
    <>
      {POLICY_PRESETS.map(id => {
        const { title, description } = POLICY_PRESET_TEXTS[locale][id];
        return (
          <div key={id}>
            <label className={styles.checkbox}>
              <input
                type="radio"
                name={name}
                aria-describedby={`${name}-${id}`}
                checked={id === chosen}
                onChange={() => onChange(withPolicyPreset(scenario, id))}
              />
              {title}
            </label>
            <p id={`${name}-${id}`} className={styles.hint}>
              {description}
            </p>
          </div>
        );
      })}
      {chosen === undefined && <p className={styles.hint}>{t.own}</p>}
    </>
  );
}

/** The policy as its JSON has it: what is not wanted is not written down. */
function withoutUndefined(policy: CallPolicy): Scenario['policy'] {
  return Object.fromEntries(Object.entries(policy).filter(([, part]) => part !== undefined)) as unknown as CallPolicy;
}
