// The screen: header, panes, player. What they show comes from the run (playback/store.ts) and the scenario (session.ts).
import { lazy, useState } from 'react';
import { useTexts } from '../i18n/locale';
import { usePacketMenu } from '../playback/packet-menu';
import { usePlayerKeys } from '../playback/player-keys';
import { ToastRegion } from '../ui/ToastRegion';
import { useMediaQuery } from '../ui/use-media-query';
import { Timeline } from '../views/timeline/Timeline';
import styles from './App.module.css';
import { useCaptureDesk } from './capture-desk';
import { Header } from './Header';
import { Notices } from './Notices';
import { OnceOpened } from './OnceOpened';
import { NarrowPanes, WidePanes } from './Panes';
import { useSession } from './session';
import { texts } from './text';
import { useIsRough } from './use-is-rough';

const CaptureDesk = lazy(() => import('./recording/CaptureDesk').then(module => ({ default: module.CaptureDesk })));
const PacketMenu = lazy(() => import('./PacketMenu').then(module => ({ default: module.PacketMenu })));
const FaultMarks = lazy(() => import('./FaultMarks').then(module => ({ default: module.FaultMarks })));
const ForksBar = lazy(() => import('./ForksBar').then(module => ({ default: module.ForksBar })));
const KeysDialog = lazy(() => import('./KeysDialog').then(module => ({ default: module.KeysDialog })));

const onDrop = () => import('./drop-packet').then(module => module.dropPacket());

export function App() {
  const t = useTexts(texts);
  const wide = useMediaQuery('(min-width: 60rem)');
  const hasCapture = useCaptureDesk(({ file, dragging }) => dragging || file !== undefined);
  const asksAboutPacket = usePacketMenu(({ request }) => request !== undefined);
  const hasForks = useSession(({ tree }) => tree.forks.size > 1);
  const [keysOpen, setKeysOpen] = useState(false);
  usePlayerKeys({ onHelp: () => setKeysOpen(true), onDrop });
  return (
    <>
      <a href="#call" className={`visually-hidden-focusable ${styles.skip}`}>
        {t.skip}
      </a>
      <div className={styles.app}>
        <Header onKeys={() => setKeysOpen(true)} />
        <Notices />
        <OnceOpened open={hasForks}>
          <ForksBar />
        </OnceOpened>
        <main id="call" tabIndex={-1} className={styles.main}>
          {wide ? <WidePanes /> : <NarrowPanes />}
        </main>
        <footer className={styles.player}>
          <Timeline Marks={useIsRough() ? FaultMarks : undefined} />
        </footer>
      </div>
      <OnceOpened open={keysOpen}>
        <KeysDialog open={keysOpen} onClose={() => setKeysOpen(false)} />
      </OnceOpened>
      <OnceOpened open={hasCapture}>
        <CaptureDesk />
      </OnceOpened>
      <OnceOpened open={asksAboutPacket}>
        <PacketMenu />
      </OnceOpened>
      <ToastRegion />
    </>
  );
}
