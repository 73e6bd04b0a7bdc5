// The drawing of the stage. What changes with every event is rendered by React; what moves between events follows the position.
import { useMemo } from 'react';
import { useTexts } from '../../i18n/locale';
import { usePlayerScale } from '../../playback/player';
import { usePlayback } from '../../playback/store';
import { momentAt } from '../../trace/moment';
import { Badges } from './Badges';
import { Cards } from './Cards';
import { Components, ProcessLabels } from './Components';
import type { StageLayout } from './layout';
import { Packets } from './Packets';
import { Path } from './Path';
import styles from './Stage.module.css';
import { texts } from './text';
import { routeOf, travelOf } from './travel';

export function Scene({ layout }: { readonly layout: StageLayout }) {
  const t = useTexts(texts);
  const trace = usePlayback(state => state.trace);
  const seq = usePlayback(state => state.seq);
  const scale = usePlayerScale();
  const moment = useMemo(() => momentAt(trace, seq), [trace, seq]);
  const travel = useMemo(
    () =>
      travelOf(
        trace,
        scale,
        (stop, exchange, attempt) => layout.routes[routeOf(trace, exchange, attempt)].stops.get(stop) ?? 0,
      ),
    [trace, scale, layout],
  );
  const route = layout.routes[routeOf(trace, moment.exchange, moment.attempt)];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with parts to press is a group, and SVG has no element for it.
    <svg
      role="group"
      aria-label={t.stage}
      width={layout.width}
      height={layout.height}
      className={styles.drawing}
      data-drawing="stage"
    >
      <Components layout={layout} moment={moment} />
      <Path route={route} travel={travel} />
      <ProcessLabels layout={layout} />
      <Badges layout={layout} moment={moment} />
      <Packets layout={layout} moment={moment} scale={scale} />
      <Cards layout={layout} moment={moment} route={route} travel={travel} />
    </svg>
  );
}
