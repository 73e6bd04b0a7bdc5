// The lines of all arrows. A band of many packets is an area between its first and its last.
import { memo } from 'react';
import type { Arrow } from './ladder';
import styles from './SpaceTime.module.css';

export const ArrowLines = memo(function ArrowLines({ arrows }: { readonly arrows: readonly Arrow[] }) {
  return arrows.map(arrow => {
    const { train, packet, from, to, lastFrom, lastTo, arrived } = arrow;
    const isBand = train.packets.length > 1;
    return (
      <g key={packet} className={styles[train.purpose]}>
        {isBand && (
          <path
            d={`M${from.x} ${from.y}L${to.x} ${to.y}V${lastTo.y}L${lastFrom.x} ${lastFrom.y}Z`}
            className={styles.band}
          />
        )}
        <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`} className={styles.line} />
        {isBand && <path d={`M${lastFrom.x} ${lastFrom.y}L${lastTo.x} ${lastTo.y}`} className={styles.line} />}
        {arrived === undefined ? (
          <path d={`M${to.x - 6} ${to.y - 6}l12 12m0 -12l-12 12`} className={styles.lost} />
        ) : (
          <path d={headOf(arrow)} className={styles.head} />
        )}
      </g>
    );
  });
});

/** A filled arrow head at the life line. */
function headOf({ lastFrom, lastTo }: Arrow): string {
  const length = Math.hypot(lastTo.x - lastFrom.x, lastTo.y - lastFrom.y) || 1;
  const along = { x: (lastTo.x - lastFrom.x) / length, y: (lastTo.y - lastFrom.y) / length };
  const back = { x: lastTo.x - along.x * 9, y: lastTo.y - along.y * 9 };
  const side = { x: -along.y * 4, y: along.x * 4 };
  return `M${lastTo.x} ${lastTo.y}L${back.x + side.x} ${back.y + side.y}L${back.x - side.x} ${back.y - side.y}Z`;
}
