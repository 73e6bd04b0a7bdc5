// A packet on every arrow that the present moment cuts: payload filled, the rest outlined.
import type { Scale } from '../../playback/scale';
import { moveTo, useFollower } from '../../playback/use-follower';
import type { Arrow, Ladder } from './ladder';
import styles from './SpaceTime.module.css';

interface Props {
  readonly ladder: Ladder;
  /** The one that the cursor runs along. */
  readonly scale: Scale;
}

/** `seq` is that of the run's last event that has happened. */
export function InFlight({ ladder, scale, seq }: Props & { readonly seq: number }) {
  return ladder.arrows
    .filter(({ train, sent, ends }) => train.packets.length === 1 && sent <= seq && ends !== undefined && seq < ends)
    .map(arrow => <Dot key={arrow.packet} arrow={arrow} ladder={ladder} scale={scale} />);
}

function Dot({ arrow, ladder, scale }: Props & { readonly arrow: Arrow }) {
  const { from, to, train } = arrow;
  const dot = useFollower<SVGGElement>((group, at) => {
    const y = Math.max(from.y, Math.min(to.y, ladder.yOf(scale.at(at))));
    moveTo(group, from.x + (to.x - from.x) * ((y - from.y) / (to.y - from.y || 1)), y);
  });
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing here takes the focus; the arrow below can be pressed.
    <g ref={dot} className={`${styles.dot} ${styles[train.purpose]}`} aria-hidden="true">
      {train.purpose === 'data' ? <rect x="-10" y="-7" width="20" height="14" rx="2.5" /> : <circle r="6" />}
    </g>
  );
}
