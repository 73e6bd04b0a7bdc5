// What the arrows run between: two life lines with their hosts, times at the side, and where each connection begins.
import { formatMicros } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import type { Trace } from '../../trace/trace';
import type { Ladder } from './ladder';
import styles from './SpaceTime.module.css';
import { texts } from './text';

export function Frame({ trace, ladder }: { readonly trace: Trace; readonly ladder: Ladder }) {
  const t = useTexts(texts);
  const locale = useLocale();
  const { columns, height, times, connections } = ladder;
  const { client, server } = trace.hosts;
  const clientPort = trace.connections.length === 1 ? `:${trace.connections[0].clientPort}` : '';
  const marks = times.map(({ at, y }) => ({
    y,
    label: columns.compact ? (at / 1000).toFixed(1) : formatMicros(at, locale),
  }));
  return (
    <g className={styles.frame}>
      <text
        x={columns.compact ? 4 : columns.client}
        y="16"
        textAnchor={columns.compact ? 'start' : 'middle'}
        className={styles.clientHost}
      >
        {t.client} {client.address}
        {clientPort}
      </text>
      <text
        x={columns.compact ? columns.width - 4 : columns.server}
        y={columns.compact ? 32 : 16}
        textAnchor={columns.compact ? 'end' : 'middle'}
        className={styles.serverHost}
      >
        {t.server} {server.address}:{server.port}
      </text>
      <path d={`M${columns.client} 38V${height - 6}M${columns.server} 38V${height - 6}`} className={styles.life} />
      {marks
        .filter(({ label }, i) => label !== marks[i - 1]?.label)
        .map(({ label, y }) => (
          <text key={y} x={columns.times} y={y + 4} textAnchor="end" className={styles.time}>
            {label}
          </text>
        ))}
      {connections.map(({ connection, y }) => (
        <g key={connection} className={styles.connectionMark}>
          <path d={`M${columns.client + 6} ${y - 12}H${columns.server - 6}`} />
          <text x={(columns.client + columns.server) / 2} y={y - 17} textAnchor="middle">
            {t.connection(connection + 1, trace.connections[connection].clientPort)}
          </text>
        </g>
      ))}
    </g>
  );
}
