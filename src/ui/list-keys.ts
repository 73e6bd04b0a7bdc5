// Where keys lead in a list that has the focus as a whole. WAI-ARIA Authoring Practices, listbox pattern.

/**
 * The row that `key` leads to from row `at` (-1: none yet) of `count`; undefined when the list has no use for the key. `page`: rows that
 * PageUp and PageDown pass; without it those are left to what scrolls.
 */
export function rowAfterKey(key: string, at: number, count: number, page?: number): number | undefined {
  if (count === 0) return undefined;
  const row = leadsTo(key, at, count, page);
  return row === undefined ? undefined : Math.max(0, Math.min(count - 1, row));
}

function leadsTo(key: string, at: number, count: number, page: number | undefined): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return at + 1;
    case 'ArrowUp':
      return at - 1;
    case 'PageDown':
      return page && at + page;
    case 'PageUp':
      return page && at - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
