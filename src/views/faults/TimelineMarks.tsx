// What goes wrong, as marks below the timeline's band, each with a shape of its own. Pressing one goes there; arrow keys go from one to the next.
import { type KeyboardEvent, useMemo, useState } from 'react';
import { formatMicros } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { markTexts } from '../../i18n/packet-marks';
import { player, usePlayerScale } from '../../playback/player';
import type { Fault } from '../../scenario/faults';
import type { Trace } from '../../trace/trace';
import { DrawingButton } from '../../ui/DrawingButton';
import { rowAfterKey } from '../../ui/list-keys';
import { spread } from '../../ui/spread';
import { useElementWidth } from '../../ui/use-element-width';
import { faultName, packetName } from './fault-name';
import styles from './TimelineMarks.module.css';
import { ARROWS, texts } from './text';
import { type FaultMark, faultMarks } from './timeline-marks';

export interface TimelineMarksProps {
  readonly trace: Trace;
  readonly faults: readonly Fault[];
  /** Pixels beside the band. */
  readonly inset: number;
}

/** Where their middles are, and the height of the whole, in pixels from the upper edge of the band. */
const MIDDLE = 36.5;
const HEIGHT = 58;
/** Room that each needs beside the next. */
const ROOM = 13;
/** What can be pressed around each. */
const TARGET = 24;

/** Drawn around 0, 0. A loss is a cross, and so on: none is told by its colour alone. */
const SHAPES: Readonly<Record<FaultMark['kind'], string>> = {
  lost: 'M-4 -4l8 8m0 -8l-8 8',
  late: 'M-4 -4.5h8l-8 9h8z',
  copy: 'M-4.5 -4.5h6v6h-6zM-1.5 1.5v3h6v-6h-3',
  damaged: 'M1 -5.5l-4 6h6l-4 5.5',
  hang: 'M-2.5 -4.5v9M2.5 -4.5v9',
  crash: 'M0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z',
  'power-off': 'M-3 -3.5a4.5 4.5 0 1 0 6 0M0 -5.5v5',
  unreachable: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0M-3.5 -3.5l7 7',
  cut: 'M-2 -5.5v11M2 -5.5v11M-5 0h3M2 0h3',
  deaf: 'M-5 -4.5h10v9h-10zM-5 -4.5l5 5l5 -5',
};

export function TimelineMarks({ trace, faults, inset }: TimelineMarksProps) {
  const t = useTexts(texts);
  const locale = useLocale();
  const words = useTexts(markTexts);
  const scale = usePlayerScale();
  const [ref, outer] = useElementWidth<HTMLDivElement>();
  const marks = useMemo(() => faultMarks(trace, faults), [trace, faults]);
  const [current, setCurrent] = useState(0);
  const width = Math.max(1, outer - 2 * inset);
  const toX = (at: number) => inset + (scale.at(at) / scale.total) * width;
  const places = marks.map(({ from }) => toX(from));
  const middles =
    marks.length * ROOM > width
      ? places
      : spread(
          places.map(at => ({ at, size: ROOM })),
          inset,
          inset + width,
        );
  const nameOf = (mark: FaultMark) => `${whatOf(mark)} · ${formatMicros(mark.at, locale)}`;
  function whatOf(mark: FaultMark): string {
    if ('fault' in mark) return faultName(mark.fault, trace, t);
    if ('packet' in mark) return `${words[mark.kind]}: ${packetName(mark.packet)} ${ARROWS[mark.packet.direction]}`;
    return t.does[mark.kind];
  }
  function onKeyDown(event: KeyboardEvent<SVGElement>) {
    const key = { ArrowRight: 'ArrowDown', ArrowLeft: 'ArrowUp' }[event.key] ?? event.key;
    const to = event.shiftKey ? undefined : rowAfterKey(key, current, marks.length);
    if (to === undefined) return;
    event.preventDefault();
    setCurrent(to);
    event.currentTarget.querySelectorAll<SVGElement>('[role=button]')[to]?.focus();
  }
  return (
    <div ref={ref} className={styles.marks} data-print="never">
      {outer > 0 && (
        <svg role="toolbar" aria-label={t.list} width={outer} height={HEIGHT} onKeyDown={onKeyDown}>
          {marks.map((mark, i) => {
            const x = middles[i];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may be of one kind and begin at one time.
              <g key={`${mark.kind} ${mark.from} ${i}`} className={styles[mark.kind]}>
                {mark.until !== undefined && (
                  <path
                    d={`M${places[i]} ${MIDDLE}H${Math.max(places[i] + 2, toX(mark.until))}`}
                    className={styles.span}
                  />
                )}
                <DrawingButton
                  label={nameOf(mark)}
                  tabIndex={i === Math.min(current, marks.length - 1) ? 0 : -1}
                  className={styles.mark}
                  onFocus={() => setCurrent(i)}
                  onPress={() => player.seek(mark.from)}
                >
                  <title>{nameOf(mark)}</title>
                  <rect
                    x={x - TARGET / 2}
                    y={MIDDLE - TARGET / 2}
                    width={TARGET}
                    height={TARGET}
                    className={styles.target}
                  />
                  <path d={SHAPES[mark.kind]} transform={`translate(${x} ${MIDDLE})`} className={styles.shape} />
                </DrawingButton>
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}
