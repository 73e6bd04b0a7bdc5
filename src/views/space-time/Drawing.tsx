// The diagram as SVG: the run on screen, or two runs beside each other on one scale of time.
import { type MouseEvent, memo } from 'react';
import { useTexts } from '../../i18n/locale';
import { player } from '../../playback/player';
import { LadderFigure, type LadderFigureProps } from './LadderFigure';
import { Parting } from './Parting';
import styles from './SpaceTime.module.css';
import { texts } from './text';

/** A run in the drawing. */
export interface Side extends LadderFigureProps {
  /** What it is called where it is not the only run. */
  readonly title: string | undefined;
}

interface Props {
  /** From left to right; all have the same height and the same cursor. */
  readonly sides: readonly Side[];
  /** How far down the runs part, in pixels; undefined when they do not. */
  readonly parting: number | undefined;
  /** What comes before is subdued. */
  readonly subdued: boolean;
}

export const Drawing = memo(function Drawing({ sides, parting, subdued }: Props) {
  const t = useTexts(texts);
  const [{ ladder, cursor }] = sides;
  const width = sides.reduce((sum, side) => sum + side.ladder.columns.width, 0);

  function seek(event: MouseEvent<SVGElement>) {
    const { top } = event.currentTarget.getBoundingClientRect();
    player.seek(cursor.positionAt(ladder.coordinateOf(event.clientY - top)));
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with parts to press is a group, and SVG has no element for it.
    <svg
      role="group"
      aria-label={t.title}
      width={width}
      height={ladder.height}
      className={styles.drawing}
      data-drawing="space-time"
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the timeline and the list do it by keyboard. */}
      <rect width={width} height={ladder.height} className={styles.ground} onClick={seek} />
      {sides.map((side, i) => (
        <g
          key={side.title ?? ''}
          transform={`translate(${(width / sides.length) * i} 0)`}
          role={side.title === undefined ? undefined : 'group'}
          aria-label={side.title}
        >
          {sides.length > 1 && (
            <text x={side.ladder.columns.width / 2} y="14" textAnchor="middle" className={styles.sideTitle}>
              {side.title}
            </text>
          )}
          <LadderFigure trace={side.trace} ladder={side.ladder} scale={side.scale} cursor={side.cursor} />
        </g>
      ))}
      {parting !== undefined && (
        <Parting y={parting} width={width} words={ladder.columns.width - 6} subdued={subdued} />
      )}
    </svg>
  );
});
