// One place of the screen: a pane, or several behind tabs.
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { loadLanguage, useLocaleStore, useTexts } from '../i18n/locale';
import { Button } from '../ui/Button';
import { Tabs } from '../ui/Tabs';
import { Bytes } from '../views/bytes/Bytes';
import { Fields } from '../views/fields/Fields';
import { Headline } from '../views/stage/Headline';
import { Stage } from '../views/stage/Stage';
import styles from './App.module.css';
import { useIsRecording } from './capture-desk';
import { PaneBoundary } from './PaneBoundary';
import { ShownRun } from './ShownRun';
import { texts } from './text';
import { useIsRough } from './use-is-rough';

const SpaceTime = lazy(() => import('../views/space-time/SpaceTime').then(module => ({ default: module.SpaceTime })));
const ComparePane = lazy(() => import('./ComparePane').then(module => ({ default: module.ComparePane })));
const Statecharts = lazy(() =>
  import('../views/statecharts/Statecharts').then(module => ({ default: module.Statecharts })),
);
const Packets = lazy(() => import('../views/packets/Packets').then(module => ({ default: module.Packets })));
const HeaderTables = lazy(() =>
  import('../views/header-tables/HeaderTables').then(module => ({ default: module.HeaderTables })),
);
const FrameVersions = lazy(() =>
  import('../views/damage/FrameVersions').then(module => ({ default: module.FrameVersions })),
);
const ShownFaults = lazy(() => import('./ShownFaults').then(module => ({ default: module.ShownFaults })));
const Flow = lazy(() => import('../views/flow/Flow').then(module => ({ default: module.Flow })));
const Ledger = lazy(() => import('../views/ledger/Ledger').then(module => ({ default: module.Ledger })));
const CodePane = lazy(() => import('./CodePane').then(module => ({ default: module.CodePane })));
const RecordingPane = lazy(() =>
  import('./recording/RecordingPane').then(module => ({ default: module.RecordingPane })),
);
const SurveyPane = lazy(() => import('./survey/SurveyPane').then(module => ({ default: module.SurveyPane })));
const CallBar = lazy(() => import('./survey/CallBar').then(module => ({ default: module.CallBar })));
/** On the first screen of a wide window: it brings English along, and Chinese when that is chosen. */
const EditorPane = lazy(async () => {
  const { EditorPane } = await import('./EditorPane');
  await loadLanguage(useLocaleStore.getState().locale);
  return { default: EditorPane };
});

const panes = {
  survey: choose => <SurveyPane onOpened={() => choose('stage')} />,
  stage: () => <Stage />,
  spaceTime: () => (
    <div className={styles.headed}>
      <Headline />
      <SpaceTime />
    </div>
  ),
  compare: () => <ComparePane />,
  bytes: () => <Bytes Versions={FrameVersions} />,
  fields: () => <Fields Versions={FrameVersions} />,
  payload: () => <PayloadPane />,
  code: () => <CodePane />,
  machines: () => <Statecharts />,
  packets: () => <Packets />,
  headers: () => <HeaderTables />,
  ledger: () => <Ledger />,
  flow: () => <Flow />,
} satisfies Record<string, (choose: (pane: 'stage') => void) => ReactNode>;

/** What a run is made from: a scenario to edit, or a capture. */
function PayloadPane() {
  return useIsRecording() ? <RecordingPane /> : <EditorPane />;
}

export type PaneId = keyof typeof panes;

export interface PaneTabsProps {
  readonly label: string;
  readonly panes: readonly PaneId[];
  readonly className: string;
}

export function PaneTabs({ label, panes: ids, className }: PaneTabsProps) {
  const t = useTexts(texts);
  const [wanted, choose] = useState(ids[0]);
  // A pane may go with the protocol that it is about.
  const chosen = ids.includes(wanted) ? wanted : ids[0];
  const isRecording = useIsRecording();
  // All calls come before one of them.
  useEffect(() => {
    if (ids.includes('survey')) choose('survey');
  }, [ids]);
  // Who opens a capture wants to see what is in it.
  useEffect(() => {
    if (isRecording && ids.includes('payload')) choose('payload');
  }, [isRecording, ids]);
  const content = (id: PaneId) => (
    <PaneBoundary key={id} fallback={retry => <Failure onRetry={retry} />}>
      <Suspense fallback={<p className={styles.loading}>{t.loading}</p>}>{panes[id](choose)}</Suspense>
    </PaneBoundary>
  );
  if (ids.length === 1)
    return (
      <section aria-label={label} className={className}>
        {content(ids[0])}
      </section>
    );
  const tabs = ids.map(id => ({
    id,
    label: id === 'payload' && isRecording ? t.recording : t[id],
    content: content(id),
  }));
  return (
    <section aria-label={label} className={className} data-pane={chosen}>
      <Tabs
        label={label}
        tabs={tabs}
        value={chosen}
        onChange={choose}
        aside={ids.includes('stage') && <Aside isPart={ids.includes('survey')} />}
        className={styles.tabs}
      />
    </section>
  );
}

/** What is to be known of the run on screen, whichever drawing of it is chosen. */
function Aside({ isPart }: { readonly isPart: boolean }) {
  const isRough = useIsRough();
  return (
    <>
      {isPart && (
        <Suspense>
          <CallBar />
        </Suspense>
      )}
      <ShownRun />
      {isRough && (
        <Suspense>
          <ShownFaults />
        </Suspense>
      )}
    </>
  );
}

function Failure({ onRetry }: { readonly onRetry: () => void }) {
  const t = useTexts(texts);
  return (
    <div role="alert" className={styles.loading}>
      <p>{t.paneFailed}</p>
      <Button onClick={onRetry}>{t.retry}</Button>
    </div>
  );
}
