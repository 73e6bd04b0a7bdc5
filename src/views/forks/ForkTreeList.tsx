// The tree of forks, to walk in. WAI-ARIA tree pattern with aria-activedescendant.
import { Columns2, X } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, useId, useState } from 'react';
import type { ForkId, ForkTree } from '../../forks/fork-tree';
import { comparedFork } from '../../forks/growth';
import { useTexts } from '../../i18n/locale';
import type { Scenario } from '../../scenario/scenario';
import type { Ending } from '../../trace/ending';
import { Button, IconButton } from '../../ui/Button';
import { useMediaQuery } from '../../ui/use-media-query';
import { endingText } from './ending-text';
import styles from './Forks.module.css';
import { TreeLines } from './TreeLines';
import { texts } from './text';
import { type ForkRow, forkRows, rowAfter } from './tree-rows';

interface Props {
  readonly tree: ForkTree;
  readonly nameOf: (id: ForkId) => string;
  readonly endingOf: (scenario: Scenario) => Ending | undefined;
  readonly onWalk: (to: ForkId) => void;
  readonly onCompare: (other: ForkId) => void;
  readonly onRemove: (leaf: ForkId) => void;
  readonly onRestore: (tree: ForkTree) => void;
  readonly onClose: () => void;
}

/** Height of a row in pixels. */
const ROW = { mouse: 36, touch: 48 };

export function ForkTreeList({ tree, nameOf, endingOf, onWalk, onCompare, onRemove, onRestore, onClose }: Props) {
  const t = useTexts(texts);
  const id = useId();
  const rows = forkRows(tree);
  const height = useMediaQuery('(pointer: coarse)') ? ROW.touch : ROW.mouse;
  const [active, setActive] = useState<ForkId>();
  const [removed, setRemoved] = useState<{ readonly name: string; readonly from: ForkTree }>();
  const compared = comparedFork(tree);
  const current = Math.max(
    0,
    rows.findIndex(row => row.id === (active ?? tree.present)),
  );
  const canGo = ({ fork, isLeaf }: ForkRow) => isLeaf && fork.parent !== undefined;

  function takeOut(row: ForkRow) {
    if (!canGo(row)) return;
    setRemoved({ name: nameOf(row.id), from: tree });
    setActive(row.fork.parent);
    onRemove(row.id);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[current];
    const to = rowAfter(event.key, current, rows);
    if (to !== undefined) setActive(rows[to].id);
    else if (event.key === 'Enter') {
      onWalk(row.id);
      onClose();
    } else if (event.key === 'Delete') takeOut(row);
    else if (event.key === 'c') onCompare(row.id);
    else return;
    event.preventDefault();
  }
  return (
    <>
      <div
        role="tree"
        tabIndex={0}
        aria-label={t.tree}
        aria-activedescendant={`${id}${rows[current].id}`}
        className={styles.tree}
        style={{ '--row': `${height}px` } as CSSProperties}
        onKeyDown={onKeyDown}
      >
        <TreeLines rows={rows} present={tree.present} compared={compared} height={height} />
        {rows.map((row, i) => {
          const ending = endingOf(row.fork.scenario);
          return (
            // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the tree has the focus and the keys, and points here by aria-activedescendant.
            <div
              key={row.id}
              id={`${id}${row.id}`}
              role="treeitem"
              aria-level={row.level}
              aria-expanded={row.isLeaf ? undefined : true}
              aria-selected={row.id === tree.present}
              data-active={i === current}
              style={{ '--indent': row.indent } as CSSProperties}
              className={styles.row}
              onClick={() => onWalk(row.id)}
              onPointerEnter={() => setActive(row.id)}
            >
              <span className={styles.rowName}>{nameOf(row.id)}</span>
              {row.id === tree.present && <span className={styles.mark}>{t.present}</span>}
              {row.id === compared && <span className={styles.mark}>{t.compared}</span>}
              {ending && (
                <span className={ending.errors > 0 || ending.waiting ? styles.failed : styles.ended}>
                  {endingText(ending, t)}
                </span>
              )}
              <span className={styles.tools}>
                <IconButton
                  tabIndex={-1}
                  label={t.compare}
                  icon={<Columns2 />}
                  disabled={row.id === tree.present}
                  onClick={event => {
                    event.stopPropagation();
                    onCompare(row.id);
                  }}
                />
                <IconButton
                  tabIndex={-1}
                  label={t.remove}
                  icon={<X />}
                  disabled={!canGo(row)}
                  onClick={event => {
                    event.stopPropagation();
                    takeOut(row);
                  }}
                />
              </span>
            </div>
          );
        })}
      </div>
      <p className={styles.hint} role="status">
        {removed ? (
          <>
            {t.removed(removed.name)}{' '}
            <Button
              onClick={() => {
                onRestore(removed.from);
                setRemoved(undefined);
              }}
            >
              {t.restore}
            </Button>
          </>
        ) : (
          <span className={styles.keys}>{t.hint}</span>
        )}
      </p>
    </>
  );
}
