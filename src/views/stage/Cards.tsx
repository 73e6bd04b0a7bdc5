// What travels: the call, the message, the outcome. While a stub works, one form gives way to the next; while the message crosses
// the network, one card counts what has left and another what has come.
import { useTexts } from '../../i18n/locale';
import { usePlayback } from '../../playback/store';
import { moveTo, useFollower } from '../../playback/use-follower';
import type { Moment } from '../../trace/moment';
import { CargoShape, MessageShape } from './CargoShape';
import { type Cargo, cargoAt, type Transfer, transferAt } from './cargo';
import type { CardRoom, StageLayout, StageRoute, Stop } from './layout';
import styles from './Stage.module.css';
import { texts } from './text';
import { cardDistance, type Travel } from './travel';

interface Props {
  readonly layout: StageLayout;
  readonly moment: Moment;
  readonly route: StageRoute;
  readonly travel: Travel;
}

export function Cards({ layout, moment, route, travel }: Props) {
  const trace = usePlayback(state => state.trace);
  if (trace.exchanges.length === 0) return null;
  const transfer = transferAt(trace, moment);
  if (transfer) return <TransferCards layout={layout} route={route} transfer={transfer} />;
  const cargo = cargoAt(trace, moment.seq, moment.exchange);
  const next = cargoAt(trace, Math.min(trace.events.length - 1, moment.seq + 1), moment.exchange);
  return <WalkingCard layout={layout} moment={moment} route={route} travel={travel} cargo={cargo} next={next} />;
}

function WalkingCard({
  layout,
  moment,
  route,
  travel,
  cargo,
  next,
}: Props & { readonly cargo: Cargo; readonly next: Cargo }) {
  const { step, seq, exchange } = moment;
  const changes = isOtherForm(cargo, next);
  const card = useFollower<SVGGElement>((group, at) => {
    const { x, y } = layout.cardAt(route.line.pointAt(cardDistance(travel, route, step, at)));
    moveTo(group, x, y);
  });
  const before = useFollower<SVGGElement>((group, at) =>
    group.setAttribute('opacity', `${changes ? 1 - ramp(at - seq, 0.35, 0.75) : 1}`),
  );
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing here takes the focus; the headline says in words what it shows.
    <g ref={card} className={styles.card} aria-hidden="true">
      <g ref={before}>
        <CargoShape cargo={cargo} exchange={exchange} room={layout.card} />
      </g>
      {changes && (
        <Revealed seq={seq} room={layout.card}>
          <CargoShape cargo={next} exchange={exchange} room={layout.card} />
        </Revealed>
      )}
    </g>
  );
}

interface RevealedProps {
  /** Of the event after which it is uncovered. */
  readonly seq: number;
  readonly room: CardRoom;
  readonly children: React.ReactNode;
}

/** Uncovers its content from the left, as a stub writes it. */
function Revealed({ seq, room, children }: RevealedProps) {
  const width = room.width + 60;
  const uncovered = useFollower<SVGRectElement>((rect, at) =>
    rect.setAttribute('width', `${ramp(at - seq, 0.25, 0.95) * width}`),
  );
  return (
    <>
      <clipPath id="stage-reveal">
        <rect ref={uncovered} x={-width / 2} y={-room.height} height={room.height * 2} />
      </clipPath>
      <g clipPath="url(#stage-reveal)">{children}</g>
    </>
  );
}

function TransferCards({
  layout,
  route,
  transfer,
}: {
  readonly layout: StageLayout;
  readonly route: StageRoute;
  readonly transfer: Transfer;
}) {
  const t = useTexts(texts);
  const { octets, sent, arrived, message, direction } = transfer;
  const [from, to]: [Stop, Stop] = direction === 'c2s' ? [2, 4] : [7, 9];
  const at = (stop: Stop) => layout.cardAt(route.line.pointAt(route.stops.get(stop) ?? 0));
  const place = (stop: Stop) => `translate(${at(stop).x} ${at(stop).y})`;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing here takes the focus; the headline says in words what it shows.
    <g className={styles.card} aria-hidden="true">
      <g transform={place(from)} className={sent === octets ? styles.gone : undefined}>
        <MessageShape
          message={message}
          end="sent"
          room={layout.card}
          note={t.sent(sent, octets)}
          share={1 - sent / octets}
        />
      </g>
      {arrived > 0 && (
        <g transform={place(to)}>
          <MessageShape
            message={message}
            end="received"
            room={layout.card}
            note={t.received(arrived, octets)}
            share={arrived / octets}
          />
        </g>
      )}
    </g>
  );
}

function isOtherForm(a: Cargo, b: Cargo): boolean {
  return a.form !== b.form || (a.form === 'message' && b.form === 'message' && a.message !== b.message);
}

/** 0 up to `from`, 1 from `to` on, and a straight line between. */
function ramp(value: number, from: number, to: number): number {
  return Math.max(0, Math.min(1, (value - from) / (to - from)));
}
