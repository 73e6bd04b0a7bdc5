// The space-time diagram: the network opened up, every segment an arrow. Where there is an earlier run, it can stand beside this one.
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../i18n/locale';
import { position, usePlayback } from '../../playback/store';
import { Segmented } from '../../ui/Segmented';
import { useElementWidth } from '../../ui/use-element-width';
import { Drawing } from './Drawing';
import styles from './SpaceTime.module.css';
import { oneSide, pairSides, type Shown } from './sides';
import { texts } from './text';
import { useBeside } from './use-beside';

/** How much of the neighbourhood of the present moment stays in sight. */
const SIGHT = 80;
/** Two ladders need so many pixels; where there are fewer, one is shown at a time. */
const BOTH_WIDTH = 720;

export function SpaceTime() {
  const t = useTexts(texts);
  const scroller = useRef<HTMLDivElement>(null);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const { trace, compared, parting, seq, scale: kind } = usePlayback();
  const { beside, switchBeside } = useBeside();
  const [one, setOne] = useState<Exclude<Shown, 'both'>>('now');
  const pair = useMemo(
    () => (compared !== undefined && parting !== undefined ? { trace, compared, parting } : undefined),
    [trace, compared, parting],
  );
  const shown = width < BOTH_WIDTH ? one : 'both';
  const besides = beside ? pair : undefined;
  const layout = useMemo(
    () => (besides ? pairSides(besides, kind, shown, width, t) : oneSide(trace, pair, kind, width)),
    [besides, trace, pair, kind, shown, width, t],
  );
  const [{ ladder, cursor }] = layout.sides;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the diagram follows when the run moves on, that is, when seq changes.
  useEffect(() => {
    const pane = scroller.current!;
    const y = ladder.yOf(cursor.at(position.get()));
    if (y < pane.scrollTop + SIGHT) pane.scrollTop = y - SIGHT;
    else if (y > pane.scrollTop + pane.clientHeight - SIGHT) pane.scrollTop = y - pane.clientHeight + SIGHT;
  }, [seq, ladder, cursor]);

  return (
    <div className={styles.whole}>
      {pair && (
        <div className={styles.switches}>
          <label>
            <input type="checkbox" checked={beside} onChange={switchBeside} /> {t.beside}
          </label>
          {beside && shown !== 'both' && (
            <Segmented
              label={t.which}
              value={one}
              options={[
                { value: 'earlier', label: t.earlier },
                { value: 'now', label: t.thisRun },
              ]}
              onChange={setOne}
            />
          )}
        </div>
      )}
      <div ref={scroller} className={styles.pane}>
        <div ref={ref}>
          {trace.packets.length === 0 && <p className={styles.empty}>{t.empty}</p>}
          {width > 0 && <Drawing sides={layout.sides} parting={layout.parting} subdued={besides !== undefined} />}
        </div>
      </div>
    </div>
  );
}
