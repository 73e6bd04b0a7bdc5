// Which pane stands where. On a wide screen everything is in sight, and the lines between can be moved; on a narrow one there is the
// call, and below it one pane at a time.
import { useTexts } from '../i18n/locale';
import { usePlayback } from '../playback/store';
import { protocolById } from '../protocols';
import { Splitter } from '../ui/Splitter';
import styles from './Panes.module.css';
import { type PaneId, PaneTabs } from './PaneTabs';
import { type SplitId, usePreferences } from './preferences';
import { texts } from './text';

const SCENE: readonly PaneId[] = ['stage', 'spaceTime', 'compare'];
/** The same for a run of many calls, of which one is open. */
const SURVEYED_SCENE: readonly PaneId[] = ['survey', ...SCENE];
/** What goes with the call as it moves above. */
const BELOW: readonly PaneId[] = ['bytes', 'ledger', 'flow'];
const SIDE: readonly PaneId[] = ['payload', 'code', 'machines', 'packets'];
const NARROW: readonly PaneId[] = ['bytes', 'fields', 'ledger', 'flow', ...SIDE];
/** The same for protocols over HTTP/2. */
const HTTP2_SIDE: readonly PaneId[] = [...SIDE, 'headers'];
const HTTP2_NARROW: readonly PaneId[] = [...NARROW, 'headers'];

/** What the pane before each line may take, in percent. */
const RANGES: Readonly<Record<SplitId, readonly [number, number]>> = {
  columns: [45, 80],
  scene: [25, 80],
  side: [15, 85],
};

function useScene(): readonly PaneId[] {
  return usePlayback(state => state.trace.part) ? SURVEYED_SCENE : SCENE;
}

function useIsHttp2(): boolean {
  const protocol = usePlayback(state => state.trace.protocol);
  return protocolById(protocol)?.layers.includes('http2') === true;
}

export function WidePanes() {
  const t = useTexts(texts);
  const side = useIsHttp2() ? HTTP2_SIDE : SIDE;
  const splits = usePreferences(preferences => preferences.splits);
  const tracks = (id: SplitId) => splits[id] && `minmax(0, ${splits[id]}%) 1px minmax(0, 1fr)`;
  return (
    <div className={styles.columns} style={{ gridTemplateColumns: tracks('columns') }}>
      <div className={styles.left} style={{ gridTemplateRows: tracks('scene') }}>
        <PaneTabs label={t.scene} panes={useScene()} className={styles.pane} />
        <Split id="scene" />
        <PaneTabs label={t.below} panes={BELOW} className={styles.pane} />
      </div>
      <Split id="columns" />
      <div className={styles.right} style={{ gridTemplateRows: tracks('side') }}>
        <PaneTabs label={t.panes} panes={side} className={styles.pane} />
        <Split id="side" />
        <PaneTabs label={t.fields} panes={['fields']} className={styles.pane} />
      </div>
    </div>
  );
}

export function NarrowPanes() {
  const t = useTexts(texts);
  const panes = useIsHttp2() ? HTTP2_NARROW : NARROW;
  return (
    <div className={styles.stack}>
      <PaneTabs label={t.scene} panes={useScene()} className={styles.pane} />
      <PaneTabs label={t.panes} panes={panes} className={`${styles.pane} ${styles.all}`} />
    </div>
  );
}

function Split({ id }: { readonly id: SplitId }) {
  const t = useTexts(texts);
  const split = usePreferences(preferences => preferences.split);
  return (
    <Splitter
      label={t.splits[id]}
      orientation={id === 'columns' ? 'vertical' : 'horizontal'}
      range={RANGES[id]}
      onMove={share => split(id, share)}
    />
  );
}
