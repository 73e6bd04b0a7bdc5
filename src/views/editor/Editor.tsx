// The editor: everything that the learner sets. It changes the scenario and nothing else.
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTexts } from '../../i18n/locale';
import { readInterface } from '../../idl/parse';
import type { Problem } from '../../problem/problem';
import type { Scenario } from '../../scenario/scenario';
import { Tabs } from '../../ui/Tabs';
import { CallsForm } from './CallsForm';
import styles from './Editor.module.css';
import { texts } from './text';

const InterfacePart = lazy(() => import('./InterfacePart').then(module => ({ default: module.InterfacePart })));

// What stands on the other tabs comes when they are opened.
const ServerForm = lazy(() => import('./ServerForm').then(module => ({ default: module.ServerForm })));
const PolicyForm = lazy(() => import('./PolicyForm').then(module => ({ default: module.PolicyForm })));
const FailuresForm = lazy(() => import('./FailuresForm').then(module => ({ default: module.FailuresForm })));
const SettingsForm = lazy(() => import('./SettingsForm').then(module => ({ default: module.SettingsForm })));

export interface EditorProps {
  readonly scenario: Scenario;
  /** Why the scenario cannot run, if so. */
  readonly problem: Problem | undefined;
  /** Called at every keystroke after which the input can be understood. Until then it stays in its field, with the reason beside it. */
  readonly onChange: (scenario: Scenario) => void;
}

export function Editor({ scenario, problem, onChange }: EditorProps) {
  const t = useTexts(texts);
  const [part, setPart] = useState<'calls' | 'interface' | 'settings' | 'failures'>('calls');
  const service = useMemo(() => readInterface(scenario.interface), [scenario.interface]);
  const calls = <CallsForm scenario={scenario} service={service} problem={problem} onChange={onChange} />;
  const interfaceAndServer = (
    <>
      <InterfacePart scenario={scenario} onChange={onChange} />
      <ServerForm scenario={scenario} service={service} problem={problem} onChange={onChange} />
    </>
  );
  const failuresAndPolicy = (
    <>
      <FailuresForm scenario={scenario} onChange={onChange} />
      <PolicyForm scenario={scenario} problem={problem} onChange={onChange} />
    </>
  );
  const form = (content: ReactNode) => (
    <div className={styles.form}>
      <Suspense fallback={<p className={styles.hint}>{t.loading}</p>}>{content}</Suspense>
    </div>
  );
  return (
    <Tabs
      label={t.parts}
      className={styles.editor}
      value={part}
      onChange={setPart}
      tabs={[
        { id: 'calls', label: t.calls, content: form(calls) },
        { id: 'interface', label: t.interface, content: form(interfaceAndServer) },
        {
          id: 'settings',
          label: t.settings,
          content: form(<SettingsForm scenario={scenario} problem={problem} onChange={onChange} />),
        },
        { id: 'failures', label: t.failures, content: form(failuresAndPolicy) },
      ]}
    />
  );
}
