// The route through all components, and the part of it that the call has come.
import { m, useTransform } from 'framer-motion';
import { position } from '../../playback/store';
import type { StageRoute } from './layout';
import styles from './Stage.module.css';
import type { Travel } from './travel';

export function Path({ route, travel }: { readonly route: StageRoute; readonly travel: Travel }) {
  const { length, path } = route.line;
  const offset = useTransform(position, at => length - travel.distanceAt(at));
  return (
    <g className={styles.route}>
      <path d={path} className={styles.way} />
      <m.path
        d={path}
        className={styles.come}
        style={{ strokeDasharray: `${length} ${length}`, strokeDashoffset: offset }}
      />
    </g>
  );
}
