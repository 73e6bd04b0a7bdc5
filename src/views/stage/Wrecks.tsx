// Where packets end that get lost: a cross with a ring that spreads, and the reason; and what is remarkable about those on their way.
import { useTexts } from '../../i18n/locale';
import { markTexts } from '../../i18n/packet-marks';
import type { Scale } from '../../playback/scale';
import { usePlayback } from '../../playback/store';
import { useFollower } from '../../playback/use-follower';
import { type Mark, marksOf } from '../../trace/marks';
import type { Packet, Trace } from '../../trace/trace';
import { pointBetween } from './geometry';
import type { StageLayout } from './layout';
import { mishapTexts } from './mishap-text';
import styles from './Stage.module.css';
import type { Token } from './tokens';

/** How long the ring spreads, on the player's scale, and how far. */
const RING = { ms: 700, radius: 20 };

interface WrecksProps {
  readonly tokens: readonly Token[];
  readonly layout: StageLayout;
  readonly scale: Scale;
}

/** Those that have got lost and that nothing has happened since to be looked at instead. */
export function Wrecks({ tokens, layout, scale }: WrecksProps) {
  const trace = usePlayback(state => state.trace);
  const seq = usePlayback(state => state.seq);
  return tokens
    .filter(token => token.lost && token.ends <= seq && !isForgotten(trace, token.ends, seq))
    .map(token => <Wreck key={token.packet} token={token} layout={layout} scale={scale} />);
}

function isForgotten({ events, packets }: Trace, since: number, seq: number): boolean {
  const later = events.slice(since + 1, seq + 1);
  return later.some(event => event.type === 'arrived' && packets[event.packet].sentAt > events[since].at);
}

function Wreck({ token, layout, scale }: Omit<WrecksProps, 'tokens'> & { readonly token: Token }) {
  const t = useTexts(mishapTexts);
  const event = usePlayback(state => state.trace.events[token.ends]);
  const { direction } = token.train;
  const [from, to] = layout.lanes[direction];
  const offset = layout.tracks[direction][token.track];
  const { x, y } = pointBetween(from, to, token.to);
  const ring = useFollower<SVGCircleElement>((circle, at) => {
    const share = Math.max(0, Math.min(1, (scale.at(at) - scale.startOf(token.ends)) / RING.ms));
    circle.setAttribute('r', `${8 + share * (RING.radius - 8)}`);
    circle.setAttribute('opacity', `${1 - share}`);
  });
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing here takes the focus; the headline says in words what it shows.
    <g className={styles.wreck} transform={`translate(${x + offset.x} ${y + offset.y})`} aria-hidden="true">
      <circle ref={ring} className={styles.ring} />
      <path d="M-7 -7l14 14m0 -14l-14 14" />
      <text y={offset.y > 0 ? 24 : -12} textAnchor="middle">
        {event.type === 'dropped' && t.wreck[event.why]}
      </text>
    </g>
  );
}

/** What a loss is marked with is where it happens. */
const UNSEEN: readonly Mark[] = ['lost', 'discarded', 'late'];

/** Above a packet on its way: again, copy, damaged. */
export function TokenMarks({ packet }: { readonly packet: Packet }) {
  const marks = useTexts(markTexts);
  const trace = usePlayback(state => state.trace);
  const shown = marksOf(trace, packet).filter(mark => !UNSEEN.includes(mark));
  return (
    <text y="-14" textAnchor="middle" className={styles.mark}>
      {shown.map(mark => marks[mark]).join(', ')}
    </text>
  );
}
