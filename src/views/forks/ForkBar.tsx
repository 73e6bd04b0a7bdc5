// The bar below the header, there as soon as there are several runs: undo and redo, the tree, and where this run parts from the compared one.
import { ArrowRightToLine, GitFork, Redo2, Undo2 } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { ForkId, ForkTree } from '../../forks/fork-tree';
import { comparedFork, redoTarget, undoTarget } from '../../forks/growth';
import { useLocale, useTexts } from '../../i18n/locale';
import { player } from '../../playback/player';
import { usePlayback } from '../../playback/store';
import type { Scenario } from '../../scenario/scenario';
import type { Ending } from '../../trace/ending';
import { partingOf } from '../../trace/parting';
import { Button, IconButton } from '../../ui/Button';
import menuStyles from '../../ui/Menu.module.css';
import { placeAt } from '../../ui/popover-place';
import { showToast } from '../../ui/toast';
import styles from './Forks.module.css';
import { ForkTreeList } from './ForkTreeList';
import { partingSentence } from './parting-sentence';
import { texts } from './text';
import { useUndoKeys } from './use-undo-keys';

export interface ForkBarProps {
  readonly tree: ForkTree;
  readonly nameOf: (id: ForkId) => string;
  /** How the run of a scenario has ended, as far as it is known. */
  readonly endingOf: (scenario: Scenario) => Ending | undefined;
  readonly onWalk: (to: ForkId) => void;
  readonly onCompare: (other: ForkId) => void;
  readonly onRemove: (leaf: ForkId) => void;
  /** Puts the tree back as it was before a removal. */
  readonly onRestore: (tree: ForkTree) => void;
  /** The present run is the same as the one that it was made from: there is nothing to keep yet. */
  readonly isKept: boolean;
  readonly onKeep: () => void;
}

export function ForkBar({ tree, nameOf, onWalk, isKept, onKeep, ...list }: ForkBarProps) {
  const t = useTexts(texts);
  const popover = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const [undo, redo] = [undoTarget(tree), redoTarget(tree)];
  const walk = (to: ForkId | undefined) => to !== undefined && onWalk(to);
  const keep = () => {
    showToast(isKept ? t.keptAlready : t.kept);
    if (!isKept) onKeep();
  };
  useUndoKeys({ undo: () => walk(undo), redo: () => walk(redo) });
  const place = [...tree.forks.keys()].indexOf(tree.present) + 1;
  return (
    <section className={styles.bar} aria-label={t.title} data-print="never">
      <span className={styles.steps}>
        <IconButton
          label={t.undo}
          icon={<Undo2 />}
          disabled={undo === undefined}
          aria-keyshortcuts="Control+Z"
          onClick={() => walk(undo)}
        />
        <IconButton
          label={t.redo}
          icon={<Redo2 />}
          disabled={redo === undefined}
          aria-keyshortcuts="Control+Shift+Z"
          onClick={() => walk(redo)}
        />
      </span>
      <span ref={anchor} className={styles.chooser}>
        <Button
          icon={<GitFork />}
          popoverTarget="forks"
          aria-haspopup="tree"
          title={nameOf(tree.present)}
          className={styles.present}
        >
          <span className={styles.place}>{t.runs(place, tree.forks.size)}</span>
          <span className={styles.name}>{nameOf(tree.present)}</span>
          <span aria-hidden="true" className={styles.chevron} />
        </Button>
      </span>
      <Parting tree={tree} nameOf={nameOf} />
      <Button className={styles.keep} title={isKept ? t.keptAlready : t.keepHint} aria-disabled={isKept} onClick={keep}>
        {t.keep}
      </Button>
      <div
        ref={popover}
        id="forks"
        popover="auto"
        className={`${menuStyles.menu} ${styles.popover}`}
        onBeforeToggle={event =>
          event.newState === 'open' && placeAt(event.currentTarget, anchor.current!.getBoundingClientRect())
        }
        onToggle={event =>
          event.newState === 'open' && event.currentTarget.querySelector<HTMLElement>('[role=tree]')?.focus()
        }
      >
        <ForkTreeList
          tree={tree}
          nameOf={nameOf}
          onWalk={onWalk}
          {...list}
          onClose={() => popover.current!.hidePopover()}
        />
      </div>
    </section>
  );
}

/** Said to the eye and, when it changes, to the ear; and the way there. */
function Parting({ tree, nameOf }: Pick<ForkBarProps, 'tree' | 'nameOf'>) {
  const t = useTexts(texts);
  const locale = useLocale();
  const { trace, compared, parting } = usePlayback();
  const other = comparedFork(tree);
  const where = useMemo(() => compared && partingOf(trace, compared), [trace, compared]);
  const sentence =
    compared && other !== undefined ? partingSentence(trace, compared, where, nameOf(other), locale) : '';
  return (
    <div className={styles.parting}>
      <p aria-live="polite" title={sentence}>
        {sentence}
      </p>
      {parting !== undefined && (
        <IconButton label={t.goThere} icon={<ArrowRightToLine />} onClick={() => player.seek(parting)} />
      )}
    </div>
  );
}
