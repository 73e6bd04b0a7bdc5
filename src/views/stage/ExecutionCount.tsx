// At the server's card: how often it has executed the call, once that is more often than the client wanted.
import { useTexts } from '../../i18n/locale';
import { usePlayback } from '../../playback/store';
import { ledgerAt } from '../../trace/ledger';
import type { Moment } from '../../trace/moment';
import styles from './ExecutionCount.module.css';
import { executionTexts } from './execution-text';
import type { StageLayout } from './layout';

export interface ExecutionCountProps {
  readonly layout: StageLayout;
  readonly moment: Moment;
}

export function ExecutionCount({ layout, moment }: ExecutionCountProps) {
  const t = useTexts(executionTexts);
  const trace = usePlayback(state => state.trace);
  const executed = ledgerAt(trace, moment.seq)[moment.exchange]?.executed ?? 0;
  if (executed < 2) return null;
  const { x, y, anchor } = layout.headings.server;
  const words = t.executed(executed);
  const width = t.width(words);
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of a drawing does nothing by itself.
    <g
      role="img"
      aria-label={t.label(executed)}
      className={styles.executed}
      transform={`translate(${anchor === 'middle' ? x - width / 2 : x} ${y + 24})`}
    >
      <rect width={width} height="18" rx="4" />
      <text x={width / 2} y="13" textAnchor="middle">
        {words}
      </text>
    </g>
  );
}
