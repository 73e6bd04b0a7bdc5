// The lines of all arrows. A band of many packets is an area between its first and its last.
import { memo } from 'react';
import type { Arrow } from './ladder';
import styles from './SpaceTime.module.css';

export const ArrowLines = memo(function ArrowLines({ arrows }: { readonly arrows: readonly Arrow[] }) {
  return arrows.map(arrow => {
    const { train, packet, from, to, lastFrom, lastTo, arrived, marks } = arrow;
    const isBand = train.packets.length > 1;
    return (
      <g key={packet} className={`${styles[train.purpose]} ${marks.includes('copy') ? styles.copy : ''}`}>
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
        {marks.includes('damaged') && <path d={flashAt(arrow)} className={styles.damaged} />}
        {marks.includes('discarded') && (
          <path d={`M${to.x - 5} ${to.y - 5}l10 10m0 -10l-10 10`} className={styles.lost} />
        )}
      </g>
    );
  });
});

/** A flash across the arrow, where it was struck. */
function flashAt({ from, to }: Arrow): string {
  return `M${(from.x + to.x) / 2 + 3} ${(from.y + to.y) / 2 - 11}l-7 12h8l-7 11`;
}

/** A filled arrow head at the life line. */
function headOf({ lastFrom, lastTo }: Arrow): string {
  const length = Math.hypot(lastTo.x - lastFrom.x, lastTo.y - lastFrom.y) || 1;
  const along = { x: (lastTo.x - lastFrom.x) / length, y: (lastTo.y - lastFrom.y) / length };
  const back = { x: lastTo.x - along.x * 9, y: lastTo.y - along.y * 9 };
  const side = { x: -along.y * 4, y: along.x * 4 };
  return `M${lastTo.x} ${lastTo.y}L${back.x + side.x} ${back.y + side.y}L${back.x - side.x} ${back.y - side.y}Z`;
}
