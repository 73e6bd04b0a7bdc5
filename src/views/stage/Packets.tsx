// The packets on their way through the network. Payload travels in filled rectangles, acknowledgements and what opens and closes the
// connection in outlined, round ones.
import { lazy, Suspense, useMemo } from 'react';
import { useTexts } from '../../i18n/locale';
import { askAboutPacket } from '../../playback/packet-menu';
import type { Scale } from '../../playback/scale';
import { usePlayback, usePointedAt } from '../../playback/store';
import { moveTo, useFollower } from '../../playback/use-follower';
import { flagsText, isRemarkable } from '../../trace/journeys';
import type { Moment } from '../../trace/moment';
import { DrawingButton } from '../../ui/DrawingButton';
import { pointBetween } from './geometry';
import type { StageLayout } from './layout';
import styles from './Stage.module.css';
import { texts } from './text';
import { type Token, tokensInFlight, tokensOf } from './tokens';

const Wrecks = lazy(() => import('./Wrecks').then(module => ({ default: module.Wrecks })));
const TokenMarks = lazy(() => import('./Wrecks').then(module => ({ default: module.TokenMarks })));

interface Props {
  readonly layout: StageLayout;
  readonly moment: Moment;
  readonly scale: Scale;
}

const TOKEN_HEIGHT = 20;
const TOKEN_WIDTH = 58;

export function Packets({ layout, moment, scale }: Props) {
  const trace = usePlayback(state => state.trace);
  const tokens = useMemo(() => {
    const [from, to] = layout.lanes.c2s;
    const size = layout.axis === 'horizontal' ? TOKEN_WIDTH : TOKEN_HEIGHT + 4;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    return tokensOf(trace, scale, size / length, layout.tracks.c2s.length);
  }, [trace, scale, layout]);
  return (
    <>
      {tokens.some(({ lost }) => lost) && (
        <Suspense>
          <Wrecks tokens={tokens} layout={layout} scale={scale} />
        </Suspense>
      )}
      {tokensInFlight(tokens, moment.seq).map(token => (
        <Packet key={token.packet} token={token} layout={layout} scale={scale} />
      ))}
    </>
  );
}

function Packet({
  token,
  layout,
  scale,
}: {
  readonly token: Token;
  readonly layout: StageLayout;
  readonly scale: Scale;
}) {
  const t = useTexts(texts);
  const { select, hover } = usePlayback.getState();
  const trace = usePlayback(state => state.trace);
  const packet = trace.packets[token.packet];
  const pointed = usePointedAt();
  const { direction, packets, octets, purpose } = token.train;
  const placed = useFollower<SVGGElement>((group, at) => {
    const [leaves, comes] = [scale.startOf(token.sent), scale.startOf(token.ends)];
    const share = Math.max(0, Math.min(1, (scale.at(at) - leaves) / (comes - leaves || 1)));
    const [from, to] = layout.lanes[direction];
    const offset = layout.tracks[direction][token.track];
    const point = pointBetween(from, to, token.from + (token.to - token.from) * share);
    moveTo(group, point.x + offset.x, point.y + offset.y);
  });
  const flags = flagsText(packet);
  const isOne = packets.length === 1;
  const short = purpose === 'data' ? t.octets(octets) : flags;
  const caption = isOne ? short : `×${packets.length} ${purpose === 'data' ? '' : flags}`;
  const width = Math.max(34, caption.length * 6.4 + 14);
  const isPointed = pointed?.kind === 'packet' && packets.includes(pointed.packet);
  const isSelected = usePlayback(
    state => state.selection?.kind === 'packet' && packets.includes(state.selection.packet),
  );
  return (
    <g ref={placed}>
      <DrawingButton
        label={isOne ? t.packet(packet.id, flags, octets, direction) : t.packets(packets.length, octets, direction)}
        pressed={isSelected}
        className={`${styles.packet} ${styles[purpose]} ${isPointed ? styles.pointed : ''}`}
        onPress={event => {
          select({ kind: 'packet', packet: token.packet });
          askAboutPacket(token.packet, event);
        }}
        onPointerEnter={() => hover({ kind: 'packet', packet: token.packet })}
        onPointerLeave={() => hover(undefined)}
        onFocus={() => hover({ kind: 'packet', packet: token.packet })}
        onBlur={() => hover(undefined)}
      >
        <rect
          x={-width / 2}
          y={-TOKEN_HEIGHT / 2}
          width={width}
          height={TOKEN_HEIGHT}
          rx={purpose === 'data' ? 3 : TOKEN_HEIGHT / 2}
          className={styles.body}
        />
        <text y="4" textAnchor="middle">
          {caption}
        </text>
        {isRemarkable(trace, packet) && (
          <Suspense>
            <TokenMarks packet={packet} />
          </Suspense>
        )}
      </DrawingButton>
    </g>
  );
}
