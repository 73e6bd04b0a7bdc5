// The editor: everything that the learner sets. It changes the scenario and nothing else.
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTexts } from '../../i18n/locale';
import { readInterface } from '../../idl/parse';
import type { Problem } from '../../problem/problem';
import type { Scenario } from '../../scenario/scenario';
import { Tabs } from '../../ui/Tabs';
import { CallsForm } from './CallsForm';
import styles from './Editor.module.css';
import { ServerForm } from './ServerForm';
import { SettingsForm } from './SettingsForm';
import { texts } from './text';

const InterfacePart = lazy(() => import('./InterfacePart').then(module => ({ default: module.InterfacePart })));

export interface EditorProps {
  readonly scenario: Scenario;
  /** Why the scenario cannot run, if so. */
  readonly problem: Problem | undefined;
  /** Called at every keystroke after which the input can be understood. Until then it stays in its field, with the reason beside it. */
  readonly onChange: (scenario: Scenario) => void;
}

export function Editor({ scenario, problem, onChange }: EditorProps) {
  const t = useTexts(texts);
  const [part, setPart] = useState<'calls' | 'interface' | 'settings'>('calls');
  const service = useMemo(() => readInterface(scenario.interface), [scenario.interface]);
  const calls = <CallsForm scenario={scenario} service={service} problem={problem} onChange={onChange} />;
  const interfaceAndServer = (
    <>
      <Suspense fallback={<p className={styles.hint}>{t.loading}</p>}>
        <InterfacePart scenario={scenario} onChange={onChange} />
      </Suspense>
      <ServerForm scenario={scenario} service={service} onChange={onChange} />
    </>
  );
  return (
    <Tabs
      label={t.parts}
      className={styles.editor}
      value={part}
      onChange={setPart}
      tabs={[
        { id: 'calls', label: t.calls, content: <div className={styles.form}>{calls}</div> },
        { id: 'interface', label: t.interface, content: <div className={styles.form}>{interfaceAndServer}</div> },
        {
          id: 'settings',
          label: t.settings,
          content: (
            <div className={styles.form}>
              <SettingsForm scenario={scenario} problem={problem} onChange={onChange} />
            </div>
          ),
        },
      ]}
    />
  );
}
