// The stage: one step, one sentence, one spotlight; and the call travelling through the five components.
import { useMemo } from 'react';
import { useElementWidth } from '../../ui/use-element-width';
import { Headline } from './Headline';
import { stageLayout } from './layout';
import { Scene } from './Scene';
import styles from './Stage.module.css';

export function Stage() {
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const layout = useMemo(() => stageLayout(width), [width]);
  return (
    <div className={styles.stage}>
      <Headline />
      <div ref={ref} className={styles.scene}>
        {width > 0 && <Scene layout={layout} />}
      </div>
    </div>
  );
}
