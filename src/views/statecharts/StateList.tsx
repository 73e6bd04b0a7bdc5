// The same chart in words: every state with what it means, where the machine is and has been, and a way to go there.
import { useTexts } from '../../i18n/locale';
import type { Chart } from './chart';
import type { History } from './history';
import styles from './StateList.module.css';
import type { ChartId } from './stream-charts';
import { texts } from './text';

interface StateListProps {
  readonly actor: ChartId;
  readonly chart: Chart;
  readonly history: History;
  readonly onChoose: (state: string) => (() => void) | undefined;
}

export function StateList({ actor, chart, history, onChoose }: StateListProps) {
  const t = useTexts(texts);
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{t.listTitle}</summary>
      <ul className={styles.list}>
        {chart.states.map(({ id, name }) => {
          const { label, text } = t.states[actor][id] ?? { label: name, text: '' };
          const current = history.current === id;
          const go = onChoose(id);
          const mark = current ? t.current : history.visited.has(id) ? t.visited : go ? '' : t.neverEntered;
          return (
            <li key={id} className={styles.item} aria-current={current ? 'step' : undefined}>
              <span className={styles.head}>
                {go ? (
                  <button type="button" className={styles.name} title={t.goTo(label)} onClick={go}>
                    {label}
                  </button>
                ) : (
                  <b>{label}</b>
                )}
                {mark && <span className={styles.mark}>{mark}</span>}
              </span>
              <span className={styles.text}>{text}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
