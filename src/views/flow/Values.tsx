// The figures at the present moment beside the lines that show them: legend, table, and the drawing in words for screen readers.
import { formatCount, formatMicros } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { usePlayback } from '../../playback/store';
import type { FlowSample } from '../../trace/flows';
import styles from './Flow.module.css';
import { lastIndexAt, sampleAt } from './samples';
import type { Stream } from './stream';
import { texts } from './text';
import { inFlight } from './WindowChart';

/** The looks that the drawings have: a line or a shape of that style stands before the name. */
type Look =
  | 'first'
  | 'again'
  | 'lost'
  | 'block'
  | 'acknowledged'
  | 'limit'
  | 'flight'
  | 'congestion'
  | 'threshold'
  | 'timeout'
  | 'roundTrip';

export function SequenceValues({ stream }: { readonly stream: Stream }) {
  const t = useTexts(texts);
  const locale = useLocale();
  const seq = usePlayback(state => state.seq);
  const sent = stream.segments.slice(0, 1 + lastIndexAt(stream.segments, ({ sent }) => sent, seq));
  const feedback = stream.feedback[lastIndexAt(stream.feedback, ({ came }) => came, seq)];
  const octets = (value: number | undefined) => (value === undefined ? t.none : formatCount(value, locale));
  const count = (which: (segment: Stream['segments'][number]) => boolean) => octets(sent.filter(which).length);
  return (
    <dl className={styles.values}>
      <Value look="first" name={t.values.first} value={count(segment => !segment.isAgain)} />
      <Value look="again" name={t.values.again} value={count(segment => segment.isAgain)} />
      <Value look="lost" name={t.values.lost} value={count(segment => segment.isLost)} />
      <Value look="acknowledged" name={t.values.acknowledged} value={octets(feedback?.acknowledged)} />
      <Value look="limit" name={t.values.limit} value={octets(feedback?.limit)} />
      <Value look="block" name={t.values.blocks} value={octets(feedback?.blocks.length)} />
    </dl>
  );
}

export function WindowValues({ samples }: { readonly samples: readonly FlowSample[] }) {
  const t = useTexts(texts);
  const locale = useLocale();
  const sample = sampleAt(
    samples,
    usePlayback(state => state.seq),
  );
  const octets = (value: number | undefined) => (value === undefined ? t.none : formatCount(value, locale));
  return (
    <dl className={styles.values}>
      <Value name={t.values.phase} value={sample ? t.phases[sample.phase] : t.none} />
      <Value look="congestion" name={t.values.congestion} value={octets(sample?.congestionWindow)} />
      <Value look="threshold" name={t.values.threshold} value={octets(sample?.threshold)} />
      <Value look="limit" name={t.values.sendWindow} value={octets(sample?.sendWindow)} />
      <Value look="flight" name={t.values.flight} value={octets(sample && inFlight(sample))} />
    </dl>
  );
}

export function TimerValues({ samples }: { readonly samples: readonly FlowSample[] }) {
  const t = useTexts(texts);
  const locale = useLocale();
  const sample = sampleAt(
    samples,
    usePlayback(state => state.seq),
  );
  const time = (value: number | undefined) => (value === undefined ? t.none : formatMicros(value, locale));
  return (
    <dl className={styles.values}>
      <Value look="timeout" name={t.values.timeout} value={time(sample?.timeout)} />
      <Value look="roundTrip" name={t.values.roundTrip} value={time(sample?.roundTrip)} />
    </dl>
  );
}

interface ValueProps {
  readonly look?: Look;
  readonly name: string;
  readonly value: string;
}

function Value({ look, name, value }: ValueProps) {
  return (
    <div>
      <dt>
        <svg width="18" height="12" aria-hidden="true">
          {look && <path d={SAMPLES[look] ?? 'M0 6H18'} className={styles[look]} />}
        </svg>
        {name}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Shapes other than a line. */
const SAMPLES: { readonly [look in Look]?: string } = {
  first: 'M9 1V11',
  again: 'M6 1h6m-3 0V11m-3 0h6',
  lost: 'M5 2l8 8m0-8l-8 8',
  block: 'M9 1V11',
  flight: 'M0 1H18V11H0Z',
};
