// How wide an element is, for drawings that suit themselves to their pane.
import { type RefCallback, useCallback, useState } from 'react';

/**
 * The inner width of the element that gets `ref` (which has no padding), in CSS pixels; 0 before it is known. It follows every change, and is
 * known before the first paint.
 */
export function useElementWidth<E extends Element>(): [ref: RefCallback<E>, width: number] {
  const [width, setWidth] = useState(0);
  const ref = useCallback((element: E | null) => {
    if (!element) return;
    setWidth(Math.floor(element.clientWidth));
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
