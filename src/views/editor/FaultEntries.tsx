// Faults of one kind, one below the other: each can be edited and removed, and others can be added.
import { Plus, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/locale';
import type { Fault } from '../../scenario/faults';
import { Button, IconButton } from '../../ui/Button';
import styles from './Editor.module.css';
import { texts } from './text';

/** Puts a fault in the place of another; either may be missing. */
export type Replace = (old: Fault | undefined, next: Fault | undefined) => void;

export interface FaultEntriesProps<F extends Fault> {
  readonly legend: string;
  readonly hint?: string;
  /** What an entry is called; the first has number 1. */
  readonly nameOf: (number: number) => string;
  readonly faults: readonly F[];
  /** What the button that adds one says, and the fault that it adds. */
  readonly addition: string;
  readonly added: F;
  readonly onReplace: Replace;
  /** The fields of a fault. */
  readonly children: (fault: F, replaceBy: (next: F) => void) => ReactNode;
}

export function FaultEntries<F extends Fault>(props: FaultEntriesProps<F>) {
  const { legend, hint, nameOf, faults, addition, added, onReplace, children } = props;
  const t = useTexts(texts);
  const focus = useEntryFocus(faults.length);
  return (
    <fieldset ref={focus.list} className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      {faults.map((fault, index) => {
        const name = nameOf(index + 1);
        const remove = () => {
          focus.afterRemoval(index);
          onReplace(fault, undefined);
        };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: faults have no identity but their place in the list.
          <fieldset key={index} className={styles.group} data-entry>
            <legend className={styles.legend}>{name}</legend>
            <span className={styles.groupAside}>
              <IconButton data-remove label={t.remove(name)} icon={<X size={16} />} onClick={remove} />
            </span>
            {children(fault, next => onReplace(fault, next))}
          </fieldset>
        );
      })}
      <Button
        data-add
        className={styles.addition}
        icon={<Plus size={16} />}
        onClick={() => {
          focus.afterAddition(faults.length);
          onReplace(undefined, added);
        }}
      >
        {addition}
      </Button>
    </fieldset>
  );
}

/**
 * Moves the focus when an entry has come or gone: into the new one, or to the next one's button of removal, so that a keyboard goes on where
 * it was. `count` is the number of entries.
 */
function useEntryFocus(count: number) {
  const list = useRef<HTMLFieldSetElement>(null);
  const wanted = useRef<{ readonly entry: number; readonly control: string }>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when the number of entries has changed.
  useEffect(() => {
    if (!wanted.current) return;
    const { entry, control } = wanted.current;
    wanted.current = undefined;
    const entries = list.current!.querySelectorAll('[data-entry]');
    const target = entries[Math.min(entry, entries.length - 1)]?.querySelector<HTMLElement>(control);
    (target ?? list.current!.querySelector<HTMLElement>('[data-add]'))?.focus();
  }, [count]);
  return {
    list,
    afterAddition: (entry: number) => {
      wanted.current = { entry, control: 'select' };
    },
    afterRemoval: (entry: number) => {
      wanted.current = { entry, control: '[data-remove]' };
    },
  };
}
