// Every packet of the run in the order of leaving, as a list: those to come are dim, the one of the moment is marked, a click selects one.
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { formatCount } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { askAboutPacket } from '../../playback/packet-menu';
import { usePlayback, usePointedAt } from '../../playback/store';
import { packetsOf } from '../../trace/questions';
import type { Trace } from '../../trace/trace';
import { rowAfterKey } from '../../ui/list-keys';
import { useElementWidth } from '../../ui/use-element-width';
import { useRowWindow } from '../../ui/use-row-window';
import { PacketRow } from './PacketRow';
import styles from './Packets.module.css';
import { packetState } from './packet-info';
import { texts } from './text';

/** Height of a row in pixels: one line where there is room for columns, else two. */
const ROW = { wide: 28, narrow: 46 };
/** Below this width, in pixels, a packet takes two lines. */
const NARROW = 640;
/** Rows that PageUp and PageDown pass. */
const PAGE = 10;

export function Packets() {
  const t = useTexts(texts);
  const locale = useLocale();
  const id = useId();
  const trace = usePlayback(state => state.trace);
  const seq = usePlayback(state => state.seq);
  const marked = usePointedAt();
  const { select, hover } = usePlayback.getState();
  const carriers = useMemo(() => packetsOf(trace, marked), [trace, marked]);
  const selected = usePlayback(state => (state.selection?.kind === 'packet' ? state.selection.packet : -1));
  const [active, setActive] = useState(0);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const narrow = width < NARROW;
  const height = narrow ? ROW.narrow : ROW.wide;
  const list = useRowWindow(trace.packets.length, height);
  const parting = usePlayback(state => state.parting);
  const firstOther = useMemo(() => firstPacketFrom(trace, parting), [trace, parting]);
  const event = trace.events[seq];
  const present = 'packet' in event ? event.packet : -1;
  const shown = selected >= 0 ? selected : present;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the packet of the moment comes into view once.
  useEffect(() => {
    if (shown >= 0 && shown < trace.packets.length) list.bringIntoSight(shown);
  }, [shown, trace]);
  const onKeyDown = (key: KeyboardEvent) => {
    if (key.key === 'Enter') {
      select({ kind: 'packet', packet: active });
      const element = document.getElementById(`${id}${active}`) ?? undefined;
      askAboutPacket(active, key, { element });
    } else if (key.key === 'Escape') select(undefined);
    else {
      const to = rowAfterKey(key.key, active, trace.packets.length, PAGE);
      if (to === undefined || key.ctrlKey || key.altKey || key.metaKey) return;
      setActive(to);
      list.bringIntoSight(to);
      hover({ kind: 'packet', packet: to });
    }
    key.preventDefault();
  };
  if (trace.packets.length === 0) return <p className={styles.note}>{t.nothing}</p>;
  return (
    <div ref={ref} className={styles.pane} data-narrow={narrow}>
      <p className={styles.note}>
        {t.count(formatCount(trace.packets.length, locale))}
        {!narrow && ` · ${t.relative}`}
      </p>
      {!narrow && (
        <div className={`${styles.head} ${styles.columns}`} aria-hidden="true">
          {Object.entries(t.columns).map(([column, name]) => (
            <span key={column} className={styles[column]}>
              {name}
            </span>
          ))}
        </div>
      )}
      <div
        ref={list.ref}
        className={styles.list}
        role="listbox"
        aria-label={t.title}
        aria-activedescendant={list.rows.includes(active) ? `${id}${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={() => hover({ kind: 'packet', packet: active })}
        onBlur={() => hover(undefined)}
        onPointerLeave={() => hover(undefined)}
      >
        <div role="presentation" className={styles.sheet} style={{ height: trace.packets.length * height }}>
          {list.rows.map(index => (
            <PacketRow
              key={index}
              id={`${id}${index}`}
              trace={trace}
              packet={trace.packets[index]}
              state={packetState(trace, trace.packets[index], seq)}
              isPresent={index === present}
              isSelected={index === selected}
              isActive={index === active}
              isCarrier={carriers.has(index)}
              isFirstOther={index === firstOther}
              top={index * height}
              height={height}
              onChoose={event => {
                setActive(index);
                select({ kind: 'packet', packet: index });
                askAboutPacket(index, event);
              }}
              onHover={() => hover({ kind: 'packet', packet: index })}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** The packet of the first event from `seq` on that is about one. */
function firstPacketFrom({ events }: Trace, seq: number | undefined): number | undefined {
  const event = seq === undefined ? undefined : events.find(event => event.seq >= seq && 'packet' in event);
  return event && 'packet' in event ? event.packet : undefined;
}
