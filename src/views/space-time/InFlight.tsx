// A packet on every arrow that the present moment cuts: payload filled, the rest outlined.
import { m, useTransform } from 'framer-motion';
import type { Scale } from '../../playback/scale';
import { position, usePlayback } from '../../playback/store';
import type { Arrow, Ladder } from './ladder';
import styles from './SpaceTime.module.css';

interface Props {
  readonly ladder: Ladder;
  readonly scale: Scale;
}

export function InFlight({ ladder, scale }: Props) {
  const seq = usePlayback(state => state.seq);
  return ladder.arrows
    .filter(
      ({ train, sent, arrived }) => train.packets.length === 1 && sent <= seq && arrived !== undefined && seq < arrived,
    )
    .map(arrow => <Dot key={arrow.packet} arrow={arrow} ladder={ladder} scale={scale} />);
}

function Dot({ arrow, ladder, scale }: Props & { readonly arrow: Arrow }) {
  const { from, to, train } = arrow;
  const y = useTransform(position, at => Math.max(from.y, Math.min(to.y, ladder.yOf(scale.at(at)))));
  const x = useTransform(y, at => from.x + (to.x - from.x) * ((at - from.y) / (to.y - from.y || 1)));
  return (
    <m.g style={{ x, y }} className={`${styles.dot} ${styles[train.purpose]}`} aria-hidden="true">
      {train.purpose === 'data' ? <rect x="-10" y="-7" width="20" height="14" rx="2.5" /> : <circle r="6" />}
    </m.g>
  );
}
