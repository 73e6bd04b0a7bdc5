// What each lane costs, as figures.
import { BUDGET_PARTS, budgetOf } from '../../comparison/budget';
import type { CallCost, LaneRun } from '../../comparison/compare';
import { formatCount, formatMicros } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { useProblemSentence } from '../../i18n/use-problem-sentence';
import { Button } from '../../ui/Button';
import styles from './Compare.module.css';
import { laneName } from './lane-names';
import { texts } from './text';

export interface CostTableProps {
  readonly runs: readonly LaneRun[];
  readonly call: number;
  readonly onCsv: () => void;
}

export function CostTable({ runs, call, onCsv }: CostTableProps) {
  const t = useTexts(texts);
  const sentence = useProblemSentence();
  const { table } = t;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, by keyboard too. */}
      <section className={styles.scroller} aria-label={table.caption(t.calls[call])} tabIndex={0}>
        <table className={styles.table}>
          <caption className="visually-hidden">{table.caption(t.calls[call])}</caption>
          <thead>
            <tr>
              <th scope="col">{table.lane}</th>
              <th scope="col">{table.request}</th>
              <th scope="col">{table.reply}</th>
              {BUDGET_PARTS.map(part => (
                <th key={part} scope="col">
                  {t.parts[part]}
                </th>
              ))}
              <th scope="col">{table.control}</th>
              <th scope="col">{table.headers}</th>
              <th scope="col">{table.packets}</th>
              <th scope="col">{table.roundTrips}</th>
              <th scope="col">{table.time}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map(run => (
              <tr key={run.lane.id}>
                <th scope="row">{laneName(run.lane)}</th>
                {'problem' in run ? (
                  <td colSpan={BUDGET_PARTS.length + 7} className={styles.cannot}>
                    {t.cannot} {sentence(run.problem)}
                  </td>
                ) : (
                  <Cost cost={run.calls[call]} />
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Button onClick={onCsv}>{t.csv}</Button>
    </>
  );
}

function Cost({ cost }: { readonly cost: CallCost }) {
  const locale = useLocale();
  const count = (figure: number | undefined) => <td>{figure === undefined ? '–' : formatCount(figure, locale)}</td>;
  const budget = budgetOf([...(cost.request?.stretches ?? []), ...(cost.reply?.stretches ?? [])]);
  return (
    <>
      {count(cost.request?.octets)}
      {count(cost.reply?.octets)}
      {BUDGET_PARTS.map(part => (
        <td key={part}>{formatCount(budget[part], locale)}</td>
      ))}
      {count(cost.control)}
      {count(cost.headers)}
      {count(cost.packets)}
      {count(cost.roundTrips)}
      <td>{formatMicros(cost.time, locale)}</td>
    </>
  );
}
