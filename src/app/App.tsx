// The screen: which pane stands where. What the panes show comes from the run (playback/store.ts) and the scenario (session.ts).
import { domMin, LazyMotion } from 'framer-motion';
import { lazy, useState } from 'react';
import { useTexts } from '../i18n/locale';
import { usePlayerKeys } from '../playback/player-keys';
import { ToastRegion } from '../ui/ToastRegion';
import { useMediaQuery } from '../ui/use-media-query';
import { Timeline } from '../views/timeline/Timeline';
import styles from './App.module.css';
import { Header } from './Header';
import { Notices } from './Notices';
import { OnceOpened } from './OnceOpened';
import { type PaneId, PaneTabs } from './PaneTabs';
import { texts } from './text';

const KeysDialog = lazy(() => import('./KeysDialog').then(module => ({ default: module.KeysDialog })));

const SCENE: readonly PaneId[] = ['stage', 'spaceTime'];
const SIDE: readonly PaneId[] = ['payload', 'code', 'machines', 'packets'];
/** On a narrow screen everything but the scene shares one place. */
const NARROW: readonly PaneId[] = ['bytes', 'fields', ...SIDE];

export function App() {
  const t = useTexts(texts);
  const wide = useMediaQuery('(min-width: 60rem)');
  const [keysOpen, setKeysOpen] = useState(false);
  usePlayerKeys({ onHelp: () => setKeysOpen(true) });
  return (
    // Features that come later would miss the values that have changed by then: the very first key must move the drawings.
    <LazyMotion features={domMin} strict>
      <a href="#call" className={`visually-hidden-focusable ${styles.skip}`}>
        {t.skip}
      </a>
      <div className={styles.app}>
        <Header onKeys={() => setKeysOpen(true)} />
        <Notices />
        <main id="call" tabIndex={-1} className={wide ? styles.wide : styles.narrow}>
          <PaneTabs label={t.scene} panes={SCENE} className={styles.scene} />
          {wide ? (
            <>
              <PaneTabs label={t.panes} panes={SIDE} className={styles.side} />
              <PaneTabs label={t.bytes} panes={['bytes']} className={styles.bytes} />
              <PaneTabs label={t.fields} panes={['fields']} className={styles.fields} />
            </>
          ) : (
            <PaneTabs label={t.panes} panes={NARROW} className={styles.all} />
          )}
        </main>
        <footer className={styles.player}>
          <Timeline />
        </footer>
      </div>
      <OnceOpened open={keysOpen}>
        <KeysDialog open={keysOpen} onClose={() => setKeysOpen(false)} />
      </OnceOpened>
      <ToastRegion />
    </LazyMotion>
  );
}
