// The calls as a list, in the order that is asked for. Only the rows in sight are drawn.
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { formatCount, formatMicros } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { CALL_ORDERS, type CallOrder, callsIn } from '../../survey/call-order';
import { ENDINGS, latencyOf, type Survey } from '../../survey/survey';
import { Button } from '../../ui/Button';
import { rowAfterKey } from '../../ui/list-keys';
import { Select } from '../../ui/Select';
import { useRowWindow } from '../../ui/use-row-window';
import { EndingSign } from './EndingSign';
import styles from './Survey.module.css';
import { texts } from './text';

const ROW = 28;

export interface CallListProps {
  readonly survey: Survey;
  readonly opened: number;
  readonly onOpen: (call: number) => void;
}

export function CallList({ survey, opened, onOpen }: CallListProps) {
  const t = useTexts(texts);
  const id = useId();
  const [order, setOrder] = useState<CallOrder>('number');
  const [active, setActive] = useState(0);
  const calls = useMemo(() => callsIn(survey, order), [survey, order]);
  const list = useRowWindow(calls.length, ROW);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && calls.length > 0) onOpen(calls[active]);
    else {
      const to = rowAfterKey(event.key, active, calls.length, list.rowsPerPage());
      if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      setActive(to);
      list.bringIntoSight(to);
    }
    event.preventDefault();
  };
  return (
    <section className={styles.calls}>
      <div className={styles.row}>
        <Select
          label={t.order}
          value={order}
          options={CALL_ORDERS.map(value => ({ value, label: t.orders[value] }))}
          onChange={chosen => {
            setOrder(chosen);
            setActive(0);
          }}
        />
        <Shortcuts survey={survey} onOpen={onOpen} />
      </div>
      {calls.length === 0 ? (
        <p className={styles.intro}>{t.none}</p>
      ) : (
        <>
          <div className={`${styles.listHead} ${styles.listRow}`} aria-hidden="true">
            {Object.entries(t.columns).map(([column, name]) => (
              <span key={column} className={styles[column]}>
                {name}
              </span>
            ))}
          </div>
          <div
            ref={list.ref}
            className={styles.list}
            role="listbox"
            aria-label={t.list}
            aria-activedescendant={list.rows.includes(active) ? `${id}${active}` : undefined}
            tabIndex={0}
            onKeyDown={onKeyDown}
          >
            <div role="presentation" className={styles.sheet} style={{ height: calls.length * ROW }}>
              {list.rows.map(row => (
                <CallRow
                  key={row}
                  id={`${id}${row}`}
                  survey={survey}
                  call={calls[row]}
                  place={[row, calls.length]}
                  isActive={row === active}
                  isOpened={calls[row] === opened}
                  onChoose={() => {
                    setActive(row);
                    onOpen(calls[row]);
                  }}
                />
              ))}
            </div>
          </div>
        </>
      )}
    </section>
  );
}

function Shortcuts({ survey, onOpen }: Pick<CallListProps, 'survey' | 'onOpen'>) {
  const t = useTexts(texts);
  const [slowest, failed, repeated] = useMemo(
    () => (['slowest', 'failed', 'repeated'] as const).map((order): number | undefined => callsIn(survey, order)[0]),
    [survey],
  );
  return (
    <>
      {slowest !== undefined && <Button onClick={() => onOpen(slowest)}>{t.slowest}</Button>}
      {failed !== undefined && <Button onClick={() => onOpen(failed)}>{t.firstFailed}</Button>}
      {repeated !== undefined && <Button onClick={() => onOpen(repeated)}>{t.firstRepeated}</Button>}
    </>
  );
}

interface CallRowProps {
  readonly id: string;
  readonly survey: Survey;
  readonly call: number;
  /** Row, of how many. */
  readonly place: readonly [number, number];
  readonly isActive: boolean;
  readonly isOpened: boolean;
  readonly onChoose: () => void;
}

function CallRow({ id, survey, call, place: [row, rows], isActive, isOpened, onChoose }: CallRowProps) {
  const t = useTexts(texts);
  const locale = useLocale();
  const ending = ENDINGS[survey.ending[call]];
  const time = (micros: number) => (Number.isNaN(micros) ? '–' : formatMicros(micros, locale));
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the list has the focus and the keys, and points here by aria-activedescendant.
    <div
      id={id}
      role="option"
      aria-posinset={row + 1}
      aria-setsize={rows}
      aria-selected={isOpened}
      className={styles.listRow}
      data-active={isActive}
      style={{ top: row * ROW, height: ROW }}
      onClick={onChoose}
    >
      <span className={styles.number}>{formatCount(call + 1, locale)}</span>
      <span className={styles.method}>{survey.methods[survey.method[call]]}</span>
      <span className={styles.start}>{time(survey.start[call])}</span>
      <span className={styles.latency}>{time(latencyOf(survey, call))}</span>
      <span className={styles.ending}>
        <EndingSign ending={ending} /> {t.endings[ending]}
      </span>
      <span className={styles.attempts}>{formatCount(survey.attempts[call], locale)}</span>
      <span className={styles.executions}>{formatCount(survey.executions[call], locale)}</span>
    </div>
  );
}
