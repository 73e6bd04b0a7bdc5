// The present moment: a line across the diagram that can be dragged.
import type { PointerEvent } from 'react';
import { player } from '../../playback/player';
import type { Scale } from '../../playback/scale';
import { moveTo, useFollower } from '../../playback/use-follower';
import type { Ladder } from './ladder';
import styles from './SpaceTime.module.css';

/** How far above and below the line it can be taken. */
const REACH = 12;

export function Now({ ladder, scale }: { readonly ladder: Ladder; readonly scale: Scale }) {
  const { columns } = ladder;
  const line = useFollower<SVGGElement>((group, at) => moveTo(group, 0, ladder.yOf(scale.at(at))));

  function placeAt(event: PointerEvent<SVGElement>): number {
    const { top } = event.currentTarget.ownerSVGElement!.getBoundingClientRect();
    return scale.positionAt(ladder.coordinateOf(event.clientY - top));
  }
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing here takes the focus; the timeline does the same by keyboard.
    <g
      ref={line}
      className={styles.now}
      aria-hidden="true"
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId);
        player.grab(placeAt(event));
      }}
      onPointerMove={event => event.currentTarget.hasPointerCapture(event.pointerId) && player.drag(placeAt(event))}
      onPointerUp={player.release}
      onPointerCancel={player.release}
    >
      <rect
        x={columns.times}
        y={-REACH}
        width={columns.margin - columns.times}
        height={2 * REACH}
        className={styles.grip}
      />
      <path d={`M${columns.clientStates - (columns.compact ? 0 : 6)} 0H${columns.margin - 6}`} />
      <circle cx={columns.clientStates - (columns.compact ? 6 : 12)} r="6.5" />
    </g>
  );
}
