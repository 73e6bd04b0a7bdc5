// The time-sequence graph: each segment where its octets stand in the stream, between what is acknowledged and what the window allows.
import { type KeyboardEvent, type MouseEvent, memo, useId, useMemo } from 'react';
import { formatCount } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { markTexts } from '../../i18n/packet-marks';
import { player } from '../../playback/player';
import { usePlayback, usePointedAt } from '../../playback/store';
import { marksOf } from '../../trace/marks';
import { rowAfterKey } from '../../ui/list-keys';
import { Chart } from './Chart';
import styles from './Flow.module.css';
import { barOf, barsPath, blocksPath, cappedBarsPath, crossesPath, stepsPath } from './paths';
import { MARGIN, type Plot, plotOf, type TimeAxis } from './plot';
import { nearestSegment } from './pointing';
import type { Stream } from './stream';
import { texts } from './text';

const HEIGHT = 200;
/** How far above what is sent the drawing reaches. */
const HEADROOM = 1.08;

interface Props {
  readonly stream: Stream;
  readonly time: TimeAxis;
}

export function SequenceChart({ stream, time }: Props) {
  const locale = useLocale();
  const plot = useMemo(() => plotOf(time, HEIGHT, stream.highest * HEADROOM), [time, stream]);
  return (
    <Chart plot={plot} amount={octets => formatCount(octets, locale)}>
      <Segments stream={stream} plot={plot} />
    </Chart>
  );
}

/** The segments as a list box of which only the chosen option exists: there may be twenty thousand. */
function Segments({ stream, plot }: { readonly stream: Stream; readonly plot: Plot }) {
  const t = useTexts(texts);
  const id = useId();
  const { select, hover } = usePlayback.getState();
  const { segments } = stream;
  const selection = usePlayback(state => state.selection);
  const chosen = selection?.kind === 'packet' ? segments.findIndex(({ packet }) => packet === selection.packet) : -1;
  const under = ({ clientX, clientY, currentTarget }: MouseEvent) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return { x: clientX - left, segment: nearestSegment(segments, plot, clientX - left, clientY - top) };
  };
  function press(event: MouseEvent) {
    const { x, segment } = under(event);
    if (segment) select({ kind: 'packet', packet: segment.packet });
    else player.seek(plot.time.positionAt(x));
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && chosen >= 0) player.seek(segments[chosen].sent);
    const to = rowAfterKey(event.key, chosen, segments.length);
    if (to !== undefined) select({ kind: 'packet', packet: segments[to].packet });
    if (to !== undefined || event.key === 'Enter') event.preventDefault();
  }
  return (
    <div
      role="listbox"
      tabIndex={0}
      aria-label={`${t.segments}. ${t.hint}`}
      aria-activedescendant={chosen >= 0 ? id : undefined}
      className={styles.drawing}
      onClick={press}
      onPointerMove={event => {
        const { segment } = under(event);
        const pointed = usePlayback.getState().preview;
        if (segment?.packet === (pointed?.kind === 'packet' ? pointed.packet : undefined)) return;
        hover(segment && { kind: 'packet', packet: segment.packet });
      }}
      onPointerLeave={() => hover(undefined)}
      onKeyDown={onKeyDown}
    >
      <svg width={plot.time.width} height={plot.height} aria-hidden="true" data-drawing="flow">
        <Curves stream={stream} plot={plot} />
        <Pointed stream={stream} plot={plot} />
      </svg>
      {chosen >= 0 && <Option id={id} stream={stream} index={chosen} />}
    </div>
  );
}

/** Everything that the pointer does not change. */
const Curves = memo(function Curves({ stream, plot }: { readonly stream: Stream; readonly plot: Plot }) {
  const { segments, feedback, ends } = stream;
  const clip = useId();
  const acknowledged = feedback.map(({ came, acknowledged }) => [came, acknowledged] as const);
  const limit = feedback.map(({ came, limit }) => [came, limit] as const);
  const { width } = plot.time;
  return (
    <>
      <clipPath id={clip}>
        <rect x={MARGIN.left - 4} width={width - MARGIN.left} height={plot.height} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <path d={stepsPath(limit, ends, plot)} className={styles.limit} />
        <path d={stepsPath(acknowledged, ends, plot)} className={styles.acknowledged} />
        <path d={blocksPath(feedback, plot)} className={styles.block} />
        <path
          d={barsPath(
            segments.filter(segment => !segment.isAgain),
            plot,
          )}
          className={styles.first}
        />
        <path
          d={cappedBarsPath(
            segments.filter(segment => segment.isAgain),
            plot,
          )}
          className={styles.again}
        />
        <path
          d={crossesPath(
            segments.filter(segment => segment.isLost),
            plot,
          )}
          className={styles.lost}
        />
      </g>
    </>
  );
});

/** The segment that is pointed at or selected, in whichever pane; an acknowledgment where it comes in. */
function Pointed({ stream, plot }: { readonly stream: Stream; readonly plot: Plot }) {
  const pointed = usePointedAt();
  if (pointed?.kind !== 'packet') return null;
  const segment = stream.segments.find(({ packet }) => packet === pointed.packet);
  if (segment) {
    const { x, bottom, top } = barOf(segment, plot);
    return <rect x={x - 7} y={top - 4} width="14" height={bottom - top + 8} rx="4" className={styles.pointed} />;
  }
  const answer = stream.feedback.find(({ packet }) => packet === pointed.packet);
  if (!answer) return null;
  return <circle cx={plot.time.xOf(answer.came)} cy={plot.yOf(answer.acknowledged)} r="6" className={styles.pointed} />;
}

function Option({ id, stream, index }: { readonly id: string; readonly stream: Stream; readonly index: number }) {
  const t = useTexts(texts);
  const words = useTexts(markTexts);
  const trace = usePlayback(state => state.trace);
  const { packet, from, to } = stream.segments[index];
  const marks = marksOf(trace, trace.packets[packet]).map(mark => words[mark]);
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected="true"
      aria-posinset={index + 1}
      aria-setsize={stream.segments.length}
      aria-label={[t.segment(packet + 1, from, to), ...marks].join(', ')}
    />
  );
}
