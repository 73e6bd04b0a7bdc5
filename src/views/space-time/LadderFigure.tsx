// One run as a ladder. Everything is drawn twice: dashed as what will be, and solid as what has been, cut off at the present moment;
// so nothing but the cut moves while the run is played.
import { memo, useId, useMemo } from 'react';
import { useLocale, useTexts } from '../../i18n/locale';
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
import { useSeqAlong } from './use-seq-along';

export interface LadderFigureProps {
  readonly trace: Trace;
  readonly ladder: Ladder;
  readonly scale: Scale;
  /** The scale of the run that the cursor is in: of this one, or of the one that it stands beside. */
  readonly cursor: Scale;
}

export const LadderFigure = memo(function LadderFigure({ trace, ladder, scale, cursor }: LadderFigureProps) {
  const t = useTexts(texts);
  const locale = useLocale();
  const cut = useId();
  const seq = useSeqAlong(scale, cursor);
  const { columns } = ladder;
  const caption = useMemo(
    () => (arrow: Arrow) => captionOf(trace, arrow, columns.compact, locale, t),
    [trace, columns, locale, t],
  );
  const labels = useMemo(() => placeLabels(ladder, arrow => captionWidth(caption(arrow))), [ladder, caption]);
  const past = useFollower<SVGRectElement>((rect, at) => rect.setAttribute('height', `${ladder.yOf(cursor.at(at))}`));
  return (
    <>
      <clipPath id={cut}>
        <rect ref={past} width={columns.width} />
      </clipPath>
      <Frame trace={trace} ladder={ladder} />
      <States ladder={ladder} seq={seq} />
      {scale === cursor && <Arrows trace={trace} ladder={ladder} caption={caption} />}
      <g className={styles.future}>
        <ArrowLines arrows={ladder.arrows} />
      </g>
      <g className={styles.past} clipPath={`url(#${cut})`}>
        <ArrowLines arrows={ladder.arrows} />
      </g>
      <LabelTexts labels={labels} columns={columns} caption={caption} />
      <Now ladder={ladder} scale={cursor} />
      <InFlight ladder={ladder} scale={cursor} seq={seq} />
    </>
  );
});
