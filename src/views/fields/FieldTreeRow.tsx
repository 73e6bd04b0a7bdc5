// One row of the field tree: name and value, octets, offset.
import { type CSSProperties, lazy, memo, Suspense } from 'react';
import { formatCount, formatOffset } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import type { Dissection } from '../../trace/dissection';
import type { FieldRow } from '../../trace/field-rows';
import { toneOf } from '../../trace/tone';
import type { Trace } from '../../trace/trace';
import tones from '../../ui/tones.module.css';
import styles from './Fields.module.css';
import { fieldLabel, valueText } from './labels';
import { texts } from './text';

const RowDamage = lazy(() => import('./RowDamage').then(module => ({ default: module.RowDamage })));

export interface FieldTreeRowProps {
  readonly id: string;
  /** Place in the list; the tree finds the row that an event is about by it. */
  readonly index: number;
  readonly trace: Trace;
  readonly dissection: Dissection;
  readonly row: FieldRow;
  /** Distance from the upper edge of the sheet, in pixels. */
  readonly top: number;
  readonly isSelected: boolean;
  readonly isPreviewed: boolean;
  readonly isActive: boolean;
}

export const FieldTreeRow = memo(function FieldTreeRow({
  id,
  index,
  trace,
  dissection,
  row,
  top,
  ...is
}: FieldTreeRowProps) {
  const t = useTexts(texts);
  const locale = useLocale();
  const { node, start, end, depth, means } = row;
  const { name, type } = fieldLabel(trace, dissection, row);
  const value = valueText(dissection, row);
  const isCut = end - start < node.end - node.start;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus, and points here by aria-activedescendant.
    <div
      id={id}
      className={styles.row}
      role="treeitem"
      aria-level={depth + 1}
      aria-expanded={row.expandable ? row.expanded : undefined}
      aria-selected={is.isSelected}
      data-previewed={is.isPreviewed}
      data-active={is.isActive}
      style={{ top, '--depth': depth } as CSSProperties}
      data-index={index}
    >
      <span className={styles.twisty} data-twisty={row.expandable}>
        {row.expandable && <span aria-hidden="true">{row.expanded ? '▾' : '▸'}</span>}
      </span>
      <span className={styles.field}>
        <span className={node.part === 'field' ? styles.name : styles.part}>{name}</span>
        {type && <span className={styles.type}>: {type}</span>}
        {value !== undefined && (
          <>
            {type ? ' = ' : ' '}
            <span className={tones[toneOf(dissection.layers[row.layer].annotations, valueNode(row))]}>{value}</span>
          </>
        )}
        {dissection.damage && (
          <Suspense>
            <RowDamage dissection={dissection} row={row} />
          </Suspense>
        )}
        {isCut && <span className={styles.cut}> · {t.partly}</span>}
      </span>
      <span className={styles.octets}>{formatCount(means.end - means.start, locale)} B</span>
      <span className={styles.offset}>0x{formatOffset(means.start)}</span>
    </div>
  );
});

/** A group that shows its one text is toned as a value. */
function valueNode({ node }: FieldRow): FieldRow['node'] {
  return node.leaf ? node : { ...node, kind: { ...node.kind, role: 'value' } };
}
