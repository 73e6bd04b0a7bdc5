// Which pane stands where. On a wide screen everything is in sight, and the lines between can be moved; on a narrow one there is the
// call, and below it one pane at a time.
import { useTexts } from '../i18n/locale';
import { Splitter } from '../ui/Splitter';
import styles from './Panes.module.css';
import { type PaneId, PaneTabs } from './PaneTabs';
import { type SplitId, usePreferences } from './preferences';
import { texts } from './text';

const SCENE: readonly PaneId[] = ['stage', 'spaceTime', 'compare'];
const SIDE: readonly PaneId[] = ['payload', 'code', 'machines', 'packets'];
const NARROW: readonly PaneId[] = ['bytes', 'fields', ...SIDE];

/** What the pane before each line may take, in percent. */
const RANGES: Readonly<Record<SplitId, readonly [number, number]>> = {
  columns: [45, 80],
  scene: [25, 80],
  side: [15, 85],
};

export function WidePanes() {
  const t = useTexts(texts);
  const splits = usePreferences(preferences => preferences.splits);
  const tracks = (id: SplitId) => splits[id] && `minmax(0, ${splits[id]}%) 1px minmax(0, 1fr)`;
  return (
    <div className={styles.columns} style={{ gridTemplateColumns: tracks('columns') }}>
      <div className={styles.left} style={{ gridTemplateRows: tracks('scene') }}>
        <PaneTabs label={t.scene} panes={SCENE} className={styles.pane} />
        <Split id="scene" />
        <PaneTabs label={t.bytes} panes={['bytes']} className={styles.pane} />
      </div>
      <Split id="columns" />
      <div className={styles.right} style={{ gridTemplateRows: tracks('side') }}>
        <PaneTabs label={t.panes} panes={SIDE} className={styles.pane} />
        <Split id="side" />
        <PaneTabs label={t.fields} panes={['fields']} className={styles.pane} />
      </div>
    </div>
  );
}

export function NarrowPanes() {
  const t = useTexts(texts);
  return (
    <div className={styles.stack}>
      <PaneTabs label={t.scene} panes={SCENE} className={styles.pane} />
      <PaneTabs label={t.panes} panes={NARROW} className={`${styles.pane} ${styles.all}`} />
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
