// The drawing of the band: what has been, the phases of the connections, and the beginnings of the steps.
import { useMemo } from 'react';
import { useLocale, useTexts } from '../../i18n/locale';
import type { Scale } from '../../playback/scale';
import { scalesOf } from '../../playback/scales';
import { usePlayback } from '../../playback/store';
import { useFollower } from '../../playback/use-follower';
import { bandPhases, bandTicks } from './band-layout';
import styles from './Timeline.module.css';
import { texts } from './text';

interface Props {
  readonly width: number;
  readonly scale: Scale;
  /** Seq of the event that began the present step. */
  readonly stepSeq: number | undefined;
}

const BAR = { y: 23, height: 8 };
/** Widths of a letter at the size of the labels. */
const LETTER = { en: 6, 'zh-CN': 12 };

export function Band({ width, scale, stepSeq }: Props) {
  const t = useTexts(texts);
  const locale = useLocale();
  const trace = usePlayback(state => state.trace);
  const kind = usePlayback(state => state.scale);
  const parting = usePlayback(state => state.parting);
  const phases = useMemo(
    () => bandPhases(trace, scale, width, phase => t.phases[phase].length * LETTER[locale]),
    [trace, scale, width, t, locale],
  );
  const ticks = useMemo(() => bandTicks(trace, scale, width), [trace, scale, width]);
  const past = useFollower<SVGRectElement>((rect, at) =>
    rect.setAttribute('width', `${(scale.at(at) / scale.total) * width}`),
  );
  const cuts = kind === 'clock' ? scalesOf(trace).clockCuts : [];
  return (
    <>
      <rect {...BAR} width={width} rx="4" className={styles.bar} />
      {phases.map(phase => (
        <g key={phase.key} className={styles[phase.kind]}>
          <rect y={BAR.y} height={BAR.height} x={phase.x} width={Math.max(2, phase.width)} className={styles.phase} />
          {phase.label !== undefined && (
            <text x={phase.label} y="50" textAnchor="middle">
              {t.phases[phase.kind]}
            </text>
          )}
        </g>
      ))}
      <rect ref={past} y={BAR.y + 2.5} height={3} rx={1.5} className={styles.past} />
      {ticks.map(tick => {
        const isCurrent = tick.seq === stepSeq;
        return (
          <g key={tick.seq} className={isCurrent ? styles.currentTick : styles.tick}>
            {tick.label !== undefined && (
              <text x={tick.label} y="11" textAnchor="middle">
                {tick.step}
              </text>
            )}
            <path d={`M${tick.label ?? tick.x} 14.5L${tick.x} ${BAR.y - 1}v3`} />
          </g>
        );
      })}
      {parting !== undefined && (
        <path d={`M${(scale.at(parting) / scale.total) * width} 17v20`} className={styles.parting}>
          <title>{t.parting}</title>
        </path>
      )}
      {cuts.map(seq => {
        const x = ((scale.startOf(seq) + scale.startOf(seq + 1)) / 2 / scale.total) * width;
        return (
          <path key={seq} d={`M${x - 4} 35l3 -16M${x + 1} 35l3 -16`} className={styles.cut}>
            <title>{t.cut}</title>
          </path>
        );
      })}
    </>
  );
}
