// One call in parallel lanes, a protocol each: what their bytes are spent on, how often they wait for the network, and for how long.
import { type ReactNode, useState } from 'react';
import type { LaneRun } from '../../comparison/compare';
import { formatCount } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { summarizeCall } from '../../idl/summarize';
import { usePlayback } from '../../playback/store';
import { momentAt } from '../../trace/moment';
import type { Direction } from '../../trace/trace';
import { Segmented } from '../../ui/Segmented';
import { useElementWidth } from '../../ui/use-element-width';
import styles from './Compare.module.css';
import { CostTable } from './CostTable';
import { LaneDrawing } from './LaneDrawing';
import { Legend } from './Legend';
import { laneName } from './lane-names';
import { texts } from './text';

export interface CompareProps {
  /** Every lane that is shown. */
  readonly runs: readonly LaneRun[];
  /** Chooses the lanes. */
  readonly picker: ReactNode;
  readonly onCsv: (call: number) => void;
}

export function Compare({ runs, picker, onCsv }: CompareProps) {
  const t = useTexts(texts);
  const [direction, setDirection] = useState<Direction>('c2s');
  const [call, setCall] = useState(0);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  return (
    <div className={styles.pane}>
      <CompareHeadline runs={runs} direction={direction} call={call} />
      <div className={styles.controls}>
        <Segmented
          label={t.directions}
          value={direction}
          options={(['c2s', 's2c'] as const).map(value => ({ value, label: t.messages[value] }))}
          onChange={setDirection}
        />
        <Segmented
          label={t.call}
          value={String(call)}
          options={t.calls.map((label, index) => ({ value: String(index), label }))}
          onChange={value => setCall(Number(value))}
        />
        {picker}
      </div>
      <div ref={ref}>{width > 0 && <LaneDrawing runs={runs} direction={direction} call={call} width={width} />}</div>
      <Legend />
      <CostTable runs={runs} call={call} onCsv={() => onCsv(call)} />
    </div>
  );
}

function CompareHeadline({
  runs,
  direction,
  call,
}: Pick<CompareProps, 'runs'> & { direction: Direction; call: number }) {
  const t = useTexts(texts);
  const locale = useLocale();
  const trace = usePlayback(state => state.trace);
  const seq = usePlayback(state => state.seq);
  const { step, exchange } = momentAt(trace, seq);
  const sizes = runs
    .flatMap(run => {
      if ('problem' in run) return [];
      const message = direction === 'c2s' ? run.calls[call].request : run.calls[call].reply;
      return message ? [{ name: laneName(run.lane), octets: message.octets }] : [];
    })
    .sort((a, b) => a.octets - b.octets);
  const [least, most] = [sizes[0], sizes.at(-1)];
  const count = (octets: number) => formatCount(octets, locale);
  return (
    <header>
      <p className={styles.kicker}>
        {t.kicker(
          summarizeCall(trace.exchanges[exchange].calls[0], trace.service, 24),
          t.direction[direction],
          step === undefined ? t.beforeStep : t.step(step),
        )}
      </p>
      {least && most && (
        <h1 className={styles.title}>
          {least === most
            ? t.onlyOne(count(least.octets), least.name)
            : t.headline(count(most.octets), most.name, count(least.octets), least.name)}
        </h1>
      )}
      <p className={styles.intro}>{t.intro}</p>
    </header>
  );
}
