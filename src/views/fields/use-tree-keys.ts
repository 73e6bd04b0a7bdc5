// Keys of a tree, as WAI-ARIA's tree pattern has them.
import type { KeyboardEvent } from 'react';
import type { FieldRows } from '../../trace/field-rows';

export interface TreeActions {
  readonly go: (index: number) => void;
  readonly toggle: (index: number) => void;
  readonly choose: (index: number) => void;
  /** Escape. */
  readonly letGo: () => void;
}

/** Rows that PageUp and PageDown pass. */
const PAGE = 10;

/** A handler of `keydown`. `active` is the row that the keyboard is at, -1 before the first key. */
export function useTreeKeys(rows: FieldRows, active: number, { go, toggle, choose, letGo }: TreeActions) {
  const goTo = (index: number) => go(Math.max(0, Math.min(rows.count - 1, index)));
  const actions: Readonly<Record<string, () => void>> = {
    ArrowDown: () => goTo(active + 1),
    ArrowUp: () => goTo(active - 1),
    PageDown: () => goTo(active + PAGE),
    PageUp: () => goTo(active - PAGE),
    Home: () => goTo(0),
    End: () => goTo(rows.count - 1),
    ArrowRight() {
      if (active < 0) return;
      const row = rows.at(active);
      if (row.expandable && !row.expanded) toggle(active);
      else if (row.expandable) goTo(active + 1);
    },
    ArrowLeft() {
      if (active < 0) return;
      if (rows.at(active).expanded) toggle(active);
      else goTo(parentOf(rows, active));
    },
    Enter() {
      if (active >= 0) choose(active);
    },
    Escape: letGo,
  };
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in actions) || rows.count === 0) return;
    event.preventDefault();
    actions[event.key]();
  };
}

function parentOf(rows: FieldRows, index: number): number {
  const { depth } = rows.at(index);
  for (let i = index - 1; i >= 0; i--) if (rows.at(i).depth < depth) return i;
  return index;
}
