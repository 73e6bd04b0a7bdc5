// The band of the whole run, with the handle to scrub: a slider by mouse, touch and keyboard.
import { type KeyboardEvent, type PointerEvent, useMemo } from 'react';
import { formatMicros } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { player, usePlayerScale } from '../../playback/player';
import { usePlayback } from '../../playback/store';
import { useFollower } from '../../playback/use-follower';
import { momentAt } from '../../trace/moment';
import { useElementWidth } from '../../ui/use-element-width';
import { Band } from './Band';
import styles from './Timeline.module.css';
import { texts } from './text';

/** Room beside the band, so that the handle stays inside at both ends. */
export const INSET = 12;
const HEIGHT = 58;

const KEYS: Readonly<Record<string, () => void>> = {
  ArrowRight: player.eventForward,
  ArrowUp: player.eventForward,
  ArrowLeft: player.eventBack,
  ArrowDown: player.eventBack,
  PageUp: player.stepForward,
  PageDown: player.stepBack,
  Home: player.toStart,
  End: player.toEnd,
};

export function Scrubber() {
  const t = useTexts(texts);
  const locale = useLocale();
  const [ref, outer] = useElementWidth<HTMLDivElement>();
  const trace = usePlayback(state => state.trace);
  const seq = usePlayback(state => state.seq);
  const scale = usePlayerScale();
  const { step, stepSeq, at, exchange } = useMemo(() => momentAt(trace, seq), [trace, seq]);
  const width = Math.max(1, outer - 2 * INSET);
  const handle = useFollower<SVGCircleElement>((circle, here) =>
    circle.setAttribute('cx', `${INSET + (scale.at(here) / scale.total) * width}`),
  );

  function placeAt(event: PointerEvent): number {
    const { left } = event.currentTarget.getBoundingClientRect();
    return scale.positionAt(((event.clientX - left - INSET) / width) * scale.total);
  }
  function onKeyDown(event: KeyboardEvent) {
    const act = event.shiftKey || event.altKey || event.ctrlKey || event.metaKey ? undefined : KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }
  return (
    <div
      ref={ref}
      role="slider"
      tabIndex={0}
      className={styles.scrubber}
      aria-label={t.place}
      aria-valuemin={0}
      aria-valuemax={trace.events.length - 1}
      aria-valuenow={seq}
      aria-valuetext={t.placeText(step, exchange + 1, trace.exchanges.length, formatMicros(at, locale))}
      onKeyDown={onKeyDown}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId);
        player.grab(placeAt(event));
      }}
      onPointerMove={event => event.currentTarget.hasPointerCapture(event.pointerId) && player.drag(placeAt(event))}
      onPointerUp={player.release}
      onPointerCancel={player.release}
    >
      {outer > 0 && (
        <svg width={outer} height={HEIGHT} aria-hidden="true" className={styles.band}>
          <g transform={`translate(${INSET} 0)`}>
            <Band width={width} scale={scale} stepSeq={stepSeq} />
          </g>
          <circle ref={handle} cy={27} r={8} className={styles.handle} />
        </svg>
      )}
    </div>
  );
}
