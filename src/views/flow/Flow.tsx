// TCP's inside over time: what one end of the connection sends and gets acknowledged, and what it may send.
import { useMemo, useState } from 'react';
import { useTexts } from '../../i18n/locale';
import { usePlayerScale } from '../../playback/player';
import { usePlayback } from '../../playback/store';
import type { Direction, Trace } from '../../trace/trace';
import { Segmented } from '../../ui/Segmented';
import { useElementWidth } from '../../ui/use-element-width';
import styles from './Flow.module.css';
import { Glossary } from './Glossary';
import { PhaseBand } from './PhaseBand';
import { timeAxis } from './plot';
import { SequenceChart } from './SequenceChart';
import { samplesOf } from './samples';
import { type Stream, streamOf } from './stream';
import { TimerChart } from './TimerChart';
import { TimeTicks } from './TimeTicks';
import { texts } from './text';
import { SequenceValues, TimerValues, WindowValues } from './Values';
import { WindowChart } from './WindowChart';

const DIRECTIONS: readonly Direction[] = ['c2s', 's2c'];

export function Flow() {
  const t = useTexts(texts);
  const trace = usePlayback(state => state.trace);
  const connection = usePlayback(({ seq }) => connectionAt(trace, seq));
  const [chosen, choose] = useState<Direction>();
  const direction = chosen ?? busierDirection(trace, connection);
  const stream = useMemo(() => streamOf(trace, connection, direction), [trace, connection, direction]);
  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <Segmented
          label={t.direction}
          value={direction}
          options={DIRECTIONS.map(value => ({ value, label: t.directions[value] }))}
          onChange={choose}
        />
        {trace.connections.length > 1 && connection >= 0 && (
          <span className={styles.note}>{t.connection(connection + 1, trace.connections[connection].clientPort)}</span>
        )}
      </div>
      {stream ? (
        <Charts stream={stream} connection={connection} direction={direction} />
      ) : (
        <p className={styles.note}>{trace.packets.length === 0 ? t.noPackets : t.notYet}</p>
      )}
    </div>
  );
}

interface ChartsProps {
  readonly stream: Stream;
  readonly connection: number;
  readonly direction: Direction;
}

function Charts({ stream, connection, direction }: ChartsProps) {
  const t = useTexts(texts);
  const trace = usePlayback(state => state.trace);
  const scale = usePlayerScale();
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const { begins, ends } = stream;
  const samples = useMemo(() => samplesOf(trace, connection, direction), [trace, connection, direction]);
  const time = useMemo(() => timeAxis(scale, begins, ends, width), [scale, begins, ends, width]);
  return (
    <div className={styles.charts}>
      <section aria-label={t.sequence} className={styles.chartAndValues}>
        <h2 className={styles.title}>{t.sequence}</h2>
        <div ref={ref}>
          {width > 0 && <SequenceChart stream={stream} time={time} />}
          {width > 0 && <TimeTicks time={time} />}
        </div>
        <SequenceValues stream={stream} />
      </section>
      {samples.length > 0 ? (
        <>
          <section aria-label={t.windows} className={styles.chartAndValues}>
            <h2 className={styles.title}>{t.windows}</h2>
            <div>
              {width > 0 && <WindowChart samples={samples} time={time} ends={ends} />}
              {width > 0 && <PhaseBand samples={samples} time={time} ends={ends} />}
              {width > 0 && <TimeTicks time={time} />}
            </div>
            <WindowValues samples={samples} />
          </section>
          <section aria-label={t.timers} className={styles.chartAndValues}>
            <h2 className={styles.title}>{t.timers}</h2>
            <div>{width > 0 && <TimerChart samples={samples} time={time} ends={ends} />}</div>
            <TimerValues samples={samples} />
          </section>
        </>
      ) : (
        trace.recording && <p className={styles.note}>{t.recorded}</p>
      )}
      <Glossary />
    </div>
  );
}

/** The connection that something has happened on last; -1 before the first. */
function connectionAt({ events }: Trace, seq: number): number {
  for (let at = seq; at >= 0; at--) {
    const { connection } = events[at];
    if (connection !== undefined) return connection;
  }
  return -1;
}

/** The direction in which more octets are sent, repeated ones included. */
function busierDirection({ packets }: Trace, connection: number): Direction {
  let balance = 0;
  for (const { connection: of, direction, segment } of packets)
    if (of === connection) balance += direction === 'c2s' ? segment.length : -segment.length;
  return balance >= 0 ? 'c2s' : 's2c';
}
