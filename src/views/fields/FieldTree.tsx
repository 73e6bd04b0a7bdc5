// The tree itself: only the rows in sight are drawn. WAI-ARIA tree pattern with aria-activedescendant.
import { type SyntheticEvent, useEffect, useId, useMemo } from 'react';
import { useTexts } from '../../i18n/locale';
import { usePlayback } from '../../playback/store';
import { useMarked } from '../../playback/use-shown';
import { type Dissection, fieldOf, type PlacedField } from '../../trace/dissection';
import { type FieldRow, FieldRows } from '../../trace/field-rows';
import type { Trace } from '../../trace/trace';
import { firstValueSpan } from '../../trace/value-span';
import { useRowWindow } from '../../ui/use-row-window';
import styles from './Fields.module.css';
import { FieldTreeRow } from './FieldTreeRow';
import { texts } from './text';
import { useExpansion } from './use-expansion';
import { useTreeKeys } from './use-tree-keys';

/** Height of a row in pixels. */
const ROW = 24;

export interface FieldTreeProps {
  readonly trace: Trace;
  readonly dissection: Dissection;
  /** The row that the keyboard is at, or that was clicked last. */
  readonly active: FieldRow | undefined;
  readonly onActive: (row: FieldRow) => void;
}

export function FieldTree({ trace, dissection, active, onActive }: FieldTreeProps) {
  const t = useTexts(texts);
  const id = useId();
  const { select, hover } = usePlayback.getState();
  const selected = useMarkedField(dissection, 'selection', active);
  const previewed = useMarkedField(dissection, 'preview', active);
  const expansion = useExpansion(dissection, selected);
  const rows = useMemo(() => new FieldRows(dissection, expansion.isExpanded), [dissection, expansion.isExpanded]);
  const list = useRowWindow(rows.count, ROW);
  const selectedIndex = useMemo(() => (selected ? rows.indexOf(selected) : -1), [rows, selected]);
  const previewedIndex = useMemo(() => (previewed ? rows.indexOf(previewed) : -1), [rows, previewed]);
  const activeIndex = useMemo(() => (active ? rows.indexOf(active) : -1), [rows, active]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is selected comes into view once, when it is selected.
  useEffect(() => {
    if (selectedIndex >= 0) list.bringIntoSight(selectedIndex);
  }, [selectedIndex]);
  const { of, id: pduId } = dissection.ref;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another message is looked at for its values, another frame for its headers, or its damage.
  useEffect(() => {
    const first = of === 'packet' ? dissection.damage?.octets[0] : firstValueSpan(dissection.layers[0].annotations);
    const field = first && fieldOf(dissection, first);
    if (selectedIndex >= 0) return;
    list.bringToMiddle(field ? rows.indexOf(field) : 0);
  }, [of, pduId, dissection.damage]);
  const octets = ({ means }: FieldRow) =>
    ({ kind: 'octets', pdu: dissection.ref, start: means.start, end: means.end }) as const;
  const rowOf = (event: SyntheticEvent) => {
    const element = (event.target as Element).closest('[data-index]');
    return element ? rows.at(Number(element.getAttribute('data-index'))) : undefined;
  };
  const choose = (row: FieldRow) => {
    onActive(row);
    select(octets(row));
  };
  const onKeyDown = useTreeKeys(rows, activeIndex, {
    go(index) {
      const row = rows.at(index);
      onActive(row);
      hover(octets(row));
      list.bringIntoSight(index);
    },
    toggle: index => expansion.toggle(rows.at(index)),
    choose: index => choose(rows.at(index)),
    letGo: () => select(undefined),
  });
  return (
    <div className={styles.rows}>
      <div
        ref={list.ref}
        className={styles.tree}
        role="tree"
        aria-label={t.tree}
        aria-activedescendant={list.rows.includes(activeIndex) ? `${id}${activeIndex}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => hover(undefined)}
        onPointerOver={event => {
          const row = rowOf(event);
          hover(row && octets(row));
        }}
        onPointerLeave={() => hover(undefined)}
        onClick={event => {
          const row = rowOf(event);
          if (!row) return;
          if ((event.target as Element).closest('[data-twisty=true]')) expansion.toggle(row);
          else choose(row);
        }}
        onDoubleClick={event => {
          const row = rowOf(event);
          if (row && !(event.target as Element).closest('[data-twisty=true]')) expansion.toggle(row);
        }}
      >
        <div className={styles.sheet} role="presentation" style={{ height: rows.count * ROW }}>
          {list.rows.map(index => (
            <FieldTreeRow
              key={index}
              id={`${id}${index}`}
              index={index}
              trace={trace}
              dissection={dissection}
              row={rows.at(index)}
              top={index * ROW}
              isSelected={index === selectedIndex}
              isPreviewed={index === previewedIndex}
              isActive={index === activeIndex}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** The field that is selected or pointed at: the active one when it covers the same octets, for several nested fields may. */
function useMarkedField(
  dissection: Dissection,
  what: 'selection' | 'preview',
  active: FieldRow | undefined,
): PlacedField | undefined {
  const span = useMarked(dissection, what).at(0);
  return useMemo(() => {
    if (!span) return undefined;
    return active?.means.start === span.start && active.means.end === span.end ? active : fieldOf(dissection, span);
  }, [dissection, span, active]);
}
