// One packet of the list.
import { type MouseEvent, memo } from 'react';
import { formatCount, formatMicros } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { markTexts } from '../../i18n/packet-marks';
import { flagsText } from '../../trace/journeys';
import { marksOf } from '../../trace/marks';
import type { Packet, Trace } from '../../trace/trace';
import styles from './Packets.module.css';
import { type PacketState, packetInfo } from './packet-info';
import { texts } from './text';

export interface PacketRowProps {
  readonly id: string;
  readonly trace: Trace;
  readonly packet: Packet;
  readonly state: PacketState;
  /** The event of the moment is about it. */
  readonly isPresent: boolean;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  /** It carries something of what is pointed at. */
  readonly isCarrier: boolean;
  /** The first that differs from the run that this one is compared with. */
  readonly isFirstOther: boolean;
  readonly top: number;
  readonly height: number;
  readonly onChoose: (event: MouseEvent) => void;
  readonly onHover: () => void;
}

export const PacketRow = memo(
  function PacketRow({ id, trace, packet, state, top, height, onChoose, onHover, ...is }: PacketRowProps) {
    const t = useTexts(texts);
    const marks = useTexts(markTexts);
    const locale = useLocale();
    const { direction, segment, connection } = packet;
    const { relativeSeq, relativeAck, window, length } = segment;
    const toServer = direction === 'c2s';
    const several = trace.connections.length > 1 ? `${t.connection(connection + 1)} · ` : '';
    const figure = (name: string, column: string, value: number) => (
      <span className={styles[column]}>
        <span className={styles.unit}>{name} </span>
        {formatCount(value, locale)}
      </span>
    );
    return (
      // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the list has the focus and the keys, and points here by aria-activedescendant.
      <div
        id={id}
        role="option"
        aria-posinset={packet.id + 1}
        aria-setsize={trace.packets.length}
        aria-selected={is.isSelected}
        className={`${styles.row} ${styles.columns}`}
        data-state={state}
        data-present={is.isPresent}
        data-active={is.isActive}
        data-carrier={is.isCarrier}
        style={{ top, height }}
        title={is.isCarrier ? t.carries : undefined}
        onClick={onChoose}
        onPointerEnter={onHover}
      >
        <span className={styles.number}>
          {is.isPresent && <span aria-hidden="true">▸</span>}
          {packet.id + 1}
        </span>
        <span className={styles.time}>{formatMicros(packet.sentAt, locale)}</span>
        <span className={`${styles.direction} ${toServer ? styles.toServer : styles.toClient}`}>
          <span aria-hidden="true">{toServer ? '→' : '←'}</span>
          <span className="visually-hidden">
            {toServer ? t.toServer : t.toClient}, {t.state[state]}
          </span>
        </span>
        <span className={styles.flags}>{flagsText(packet)}</span>
        {figure(t.columns.seq, 'seq', relativeSeq)}
        {figure(t.columns.ack, 'ack', relativeAck)}
        {figure(t.columns.window, 'window', window)}
        {figure(t.columns.length, 'length', length)}
        <span className={styles.info}>
          {several}
          {is.isFirstOther && (
            <span className={styles.mark} data-mark="other">
              {t.firstOther}
            </span>
          )}
          {marksOf(trace, packet).map(mark => (
            <span key={mark} className={styles.mark} data-mark={mark}>
              {marks[mark]}
            </span>
          ))}
          {packetInfo(trace, packet, t, locale)}
        </span>
      </div>
    );
  },
  (before, after) =>
    (Object.keys(after) as (keyof PacketRowProps)[]).every(
      key => key === 'onChoose' || key === 'onHover' || before[key] === after[key],
    ),
);
