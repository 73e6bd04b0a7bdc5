// A long list that draws only the rows in sight. All rows are of one height, so that the window is a division and nothing has to be measured.
import { type RefCallback, useCallback, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** Rows that are drawn above and below what is in sight, so that scrolling does not outrun the drawing. */
const MARGIN = 6;

export interface RowWindow {
  /** For the element that scrolls; its content is `count` rows high, and has nothing above the first. */
  readonly ref: RefCallback<HTMLElement>;
  /** The numbers of the rows to draw, ascending. */
  readonly rows: readonly number[];
  /** Scrolls no farther than is needed to have `row` wholly in sight. */
  bringIntoSight(row: number): void;
  /** Scrolls so that `row` is about in the middle, with a whole row at the top. */
  bringToMiddle(row: number): void;
  isInSight(row: number): boolean;
  /** How many rows have room one below the other; 1 at least. */
  rowsPerPage(): number;
}

/** The window on `count` rows of `rowHeight` CSS pixels each. It is known before the first paint, and follows scrolling within the frame. */
export function useRowWindow(count: number, rowHeight: number): RowWindow {
  const pane = useRef<HTMLElement>(null);
  const [first, setFirst] = useState(0);
  const [height, setHeight] = useState(0);
  const ref = useCallback(
    (element: HTMLElement) => {
      const look = () => {
        setFirst(Math.floor(element.scrollTop / rowHeight));
        setHeight(element.clientHeight);
      };
      const lookNow = () => flushSync(look);
      pane.current = element;
      look();
      element.addEventListener('scroll', lookNow, { passive: true });
      const observer = new ResizeObserver(lookNow);
      observer.observe(element);
      return () => {
        pane.current = null;
        element.removeEventListener('scroll', lookNow);
        observer.disconnect();
      };
    },
    [rowHeight],
  );
  const scroll = (target: (scrolled: number, height: number) => number) => {
    if (pane.current) pane.current.scrollTop = target(pane.current.scrollTop, pane.current.clientHeight);
  };
  return {
    ref,
    rows: rowsToDraw(first, Math.ceil(height / rowHeight) + 1, count),
    bringIntoSight: row => scroll((scrolled, height) => scrollIntoSight(row, rowHeight, scrolled, height)),
    bringToMiddle: row => scroll((_, height) => scrollToMiddle(row, rowHeight, height)),
    isInSight: row =>
      pane.current !== null &&
      scrollIntoSight(row, rowHeight, pane.current.scrollTop, pane.current.clientHeight) === pane.current.scrollTop,
    rowsPerPage: () => Math.max(1, Math.floor((pane.current?.clientHeight ?? 0) / rowHeight)),
  };
}

/** The rows from `first` on that are in sight, and a margin on both sides. A list that has become shorter is seen at its end. */
export function rowsToDraw(first: number, inSight: number, count: number): number[] {
  const start = Math.max(0, Math.min(first, count - inSight));
  const from = Math.max(0, start - MARGIN);
  const to = Math.min(count, start + inSight + MARGIN);
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** How far to scroll, in CSS pixels, so that `row` is wholly in a pane of `height` that is scrolled by `scrolled`. */
export function scrollIntoSight(row: number, rowHeight: number, scrolled: number, height: number): number {
  const top = row * rowHeight;
  const bottom = top + rowHeight;
  if (top < scrolled) return top;
  return bottom > scrolled + height ? bottom - height : scrolled;
}

/** How far to scroll, in CSS pixels, so that as many rows are above `row` as below, and the topmost is whole. */
export function scrollToMiddle(row: number, rowHeight: number, height: number): number {
  const above = Math.floor((height / rowHeight - 1) / 2);
  return Math.max(0, row - above) * rowHeight;
}
