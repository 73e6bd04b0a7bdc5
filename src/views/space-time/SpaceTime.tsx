// The space-time diagram: the network opened up, every segment an arrow.
import { useEffect, useMemo, useRef } from 'react';
import { useTexts } from '../../i18n/locale';
import { scalesOf } from '../../playback/scales';
import { position, usePlayback } from '../../playback/store';
import { useElementWidth } from '../../ui/use-element-width';
import { Drawing } from './Drawing';
import { ladderOf } from './ladder';
import styles from './SpaceTime.module.css';
import { texts } from './text';

/** How much of the neighbourhood of the present moment stays in sight. */
const SIGHT = 80;

export function SpaceTime() {
  const t = useTexts(texts);
  const scroller = useRef<HTMLDivElement>(null);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const trace = usePlayback(state => state.trace);
  const seq = usePlayback(state => state.seq);
  const kind = usePlayback(state => state.scale);
  const { ladder: scales } = scalesOf(trace);
  const scale = scales[kind];
  const ladder = useMemo(
    () => ladderOf(trace, scale, scales.story.total, Math.max(320, width)),
    [trace, scale, scales, width],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the diagram follows when the run moves on, that is, when seq changes.
  useEffect(() => {
    const pane = scroller.current!;
    const y = ladder.yOf(scale.at(position.get()));
    if (y < pane.scrollTop + SIGHT) pane.scrollTop = y - SIGHT;
    else if (y > pane.scrollTop + pane.clientHeight - SIGHT) pane.scrollTop = y - pane.clientHeight + SIGHT;
  }, [seq, ladder, scale]);

  return (
    <div ref={scroller} className={styles.pane}>
      <div ref={ref}>
        {trace.packets.length === 0 && <p className={styles.empty}>{t.empty}</p>}
        {width > 0 && <Drawing trace={trace} ladder={ladder} scale={scale} />}
      </div>
    </div>
  );
}
