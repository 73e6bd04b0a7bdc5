// The arrows to point at: by mouse, and as a list by keyboard. They lie under the lines, which let the
// pointer through, and are lit when they are pointed at or selected.
import { type KeyboardEvent, memo, useId, useState } from 'react';
import { formatMicros } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { askAboutPacket } from '../../playback/packet-menu';
import { player } from '../../playback/player';
import { usePlayback, usePointedAt } from '../../playback/store';
import type { Trace } from '../../trace/trace';
import { rowAfterKey } from '../../ui/list-keys';
import type { Caption } from './captions';
import type { Arrow, Ladder } from './ladder';
import styles from './SpaceTime.module.css';
import { texts } from './text';

interface Props {
  readonly trace: Trace;
  readonly ladder: Ladder;
  readonly caption: (arrow: Arrow) => Caption;
}

export const Arrows = memo(function Arrows({ trace, ladder, caption }: Props) {
  const t = useTexts(texts);
  const locale = useLocale();
  const id = useId();
  const { select, hover } = usePlayback.getState();
  const selection = usePlayback(state => state.selection);
  const pointed = usePointedAt();
  const [focused, setFocused] = useState(false);
  const { arrows } = ladder;
  const holds = (arrow: Arrow, what: typeof selection) =>
    what?.kind === 'packet' && arrow.train.packets.includes(what.packet);
  const selected = arrows.findIndex(arrow => holds(arrow, selection));

  const optionOf = (arrow: number) => document.getElementById(`${id}-${arrows[arrow].packet}`)!;
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && selected >= 0) {
      event.preventDefault();
      player.seek(arrows[selected].sent);
      askAboutPacket(arrows[selected].packet, event, { element: optionOf(selected) });
    }
    const to = rowAfterKey(event.key, selected, arrows.length);
    if (to === undefined || !arrows[to]) return;
    event.preventDefault();
    select({ kind: 'packet', packet: arrows[to].packet });
  }
  return (
    <g
      role="listbox"
      tabIndex={0}
      aria-label={`${t.packets}. ${t.hint}`}
      aria-activedescendant={selected >= 0 ? `${id}-${arrows[selected].packet}` : undefined}
      className={`${styles.list} ${focused ? styles.focused : ''}`}
      onKeyDown={onKeyDown}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      {arrows.map((arrow, i) => {
        const { from, to, lastFrom, lastTo, packet, train } = arrow;
        const { sentAt, arrivedAt } = trace.packets[packet];
        const { flags, figures, remark } = caption(arrow);
        const outline = `M${from.x} ${from.y}L${to.x} ${to.y}V${lastTo.y}L${lastFrom.x} ${lastFrom.y}Z`;
        return (
          <g
            key={packet}
            id={`${id}-${packet}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === selected}
            aria-label={t.packet(
              packet,
              `${flags} ${remark && `(${remark}) `}${figures}`,
              train.direction,
              formatMicros(sentAt, locale),
              arrivedAt === undefined ? undefined : formatMicros(arrivedAt, locale),
            )}
            className={`${styles.hit} ${holds(arrow, pointed) ? styles.pointed : ''}`}
            onClick={event => {
              select({ kind: 'packet', packet });
              askAboutPacket(packet, event);
            }}
            onPointerEnter={() => hover({ kind: 'packet', packet })}
            onPointerLeave={() => hover(undefined)}
          >
            <path d={outline} className={styles.rim} />
            <path d={outline} className={styles.core} />
          </g>
        );
      })}
    </g>
  );
});
