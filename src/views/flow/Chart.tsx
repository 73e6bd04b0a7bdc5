// One drawing over time with its amounts at the side and the present moment: what is to come is veiled.
import type { ReactNode } from 'react';
import { player } from '../../playback/player';
import { useFollower } from '../../playback/use-follower';
import styles from './Flow.module.css';
import { MARGIN, type Plot, type TimeAxis } from './plot';

interface ChartProps {
  readonly plot: Plot;
  readonly amount: (amount: number) => string;
  /** The drawing, which covers the grid. */
  readonly children: ReactNode;
}

export function Chart({ plot, amount, children }: ChartProps) {
  const { time, height, yOf, ticks } = plot;
  const [left, right] = [MARGIN.left, time.width - MARGIN.right];
  return (
    <div className={styles.chart}>
      <svg width={time.width} height={height} className={styles.grid} aria-hidden="true">
        <path d={ticks.map(tick => `M${left} ${yOf(tick)}H${right}`).join('')} />
        {ticks.map(tick => (
          <text key={tick} x={left - 6} y={yOf(tick) + 4} textAnchor="end">
            {amount(tick)}
          </text>
        ))}
      </svg>
      {children}
      <Veil time={time} />
    </div>
  );
}

/** Not a part of the drawing, so that nothing is drawn anew while the run is played. */
export function Veil({ time }: { readonly time: TimeAxis }) {
  const veil = useFollower<HTMLDivElement>((element, at) => {
    element.style.transform = `translateX(${time.xOf(at)}px)`;
  });
  return <div ref={veil} className={styles.veil} aria-hidden="true" />;
}

/** A drawing of which nothing can be chosen: a press goes to its moment. */
export function StillDrawing({ plot, label, children }: Omit<ChartProps, 'amount'> & { readonly label: string }) {
  const { time, height } = plot;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a shortcut for the pointer; the timeline does it by keyboard.
    <svg
      role="img"
      aria-label={label}
      width={time.width}
      height={height}
      className={styles.drawing}
      onClick={event => player.seek(time.positionAt(event.clientX - event.currentTarget.getBoundingClientRect().left))}
    >
      {children}
    </svg>
  );
}
