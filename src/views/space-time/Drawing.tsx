// The diagram as SVG. Everything is drawn twice: dashed as what will be, and solid as what has been, cut off at the present moment;
// so nothing but the cut moves while the run is played.
import { type MouseEvent, memo, useId, useMemo } from 'react';
import { useLocale, useTexts } from '../../i18n/locale';
import { player } from '../../playback/player';
import type { Scale } from '../../playback/scale';
import { useFollower } from '../../playback/use-follower';
import type { Trace } from '../../trace/trace';
import { ArrowLines } from './ArrowLines';
import { Arrows } from './Arrows';
import { captionOf, captionWidth } from './captions';
import { Frame } from './Frame';
import { InFlight } from './InFlight';
import { LabelTexts } from './LabelTexts';
import { placeLabels } from './labels';
import type { Arrow, Ladder } from './ladder';
import { Now } from './Now';
import styles from './SpaceTime.module.css';
import { States } from './States';
import { texts } from './text';

interface Props {
  readonly trace: Trace;
  readonly ladder: Ladder;
  readonly scale: Scale;
}

export const Drawing = memo(function Drawing({ trace, ladder, scale }: Props) {
  const t = useTexts(texts);
  const locale = useLocale();
  const cut = useId();
  const { columns, height } = ladder;
  const caption = useMemo(
    () => (arrow: Arrow) => captionOf(trace, arrow, columns.compact, locale, t),
    [trace, columns, locale, t],
  );
  const labels = useMemo(() => placeLabels(ladder, arrow => captionWidth(caption(arrow))), [ladder, caption]);
  const past = useFollower<SVGRectElement>((rect, at) => rect.setAttribute('height', `${ladder.yOf(scale.at(at))}`));

  function seek(event: MouseEvent<SVGElement>) {
    const { top } = event.currentTarget.getBoundingClientRect();
    player.seek(scale.positionAt(ladder.coordinateOf(event.clientY - top)));
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with parts to press is a group, and SVG has no element for it.
    <svg
      role="group"
      aria-label={t.title}
      width={columns.width}
      height={height}
      className={styles.drawing}
      data-drawing="space-time"
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the timeline and the list do it by keyboard. */}
      <rect width={columns.width} height={height} className={styles.ground} onClick={seek} />
      <clipPath id={cut}>
        <rect ref={past} width={columns.width} />
      </clipPath>
      <Frame trace={trace} ladder={ladder} />
      <States ladder={ladder} />
      <Arrows trace={trace} ladder={ladder} scale={scale} caption={caption} />
      <g className={styles.future}>
        <ArrowLines arrows={ladder.arrows} />
      </g>
      <g className={styles.past} clipPath={`url(#${cut})`}>
        <ArrowLines arrows={ladder.arrows} />
      </g>
      <LabelTexts labels={labels} columns={columns} caption={caption} />
      <Now ladder={ladder} scale={scale} />
      <InFlight ladder={ladder} scale={scale} />
    </svg>
  );
});
