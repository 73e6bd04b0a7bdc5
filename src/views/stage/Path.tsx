// The route through all components, and the part of it that the call has come.
import { useFollower } from '../../playback/use-follower';
import type { StageRoute } from './layout';
import styles from './Stage.module.css';
import type { Travel } from './travel';

export function Path({ route, travel }: { readonly route: StageRoute; readonly travel: Travel }) {
  const { length, path } = route.line;
  const come = useFollower<SVGPathElement>((line, at) =>
    line.setAttribute('stroke-dashoffset', `${length - travel.distanceAt(at)}`),
  );
  return (
    <g className={styles.route}>
      <path d={path} className={styles.way} />
      <path ref={come} d={path} className={styles.come} strokeDasharray={`${length} ${length}`} />
    </g>
  );
}
