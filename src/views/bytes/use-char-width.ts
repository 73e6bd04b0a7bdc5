// How wide a character of the dump is, and how many fit beside one another.
import { type RefCallback, useCallback, useState } from 'react';

/** Characters of which the probe is wide, so that the width of one is exact. */
const PROBE = 100;

/** A ref for the probe, the width of a character in pixels, and how many have room in the probe's parent. */
export function useCharWidth(): [probe: RefCallback<HTMLElement>, width: number, room: number] {
  const [measure, setMeasure] = useState({ width: 8, room: 80 });
  const probe = useCallback((element: HTMLElement | null) => {
    const pane = element?.parentElement;
    if (!element || !pane) return;
    const take = () => {
      const width = element.getBoundingClientRect().width / PROBE;
      const room = Math.floor(pane.clientWidth / width);
      setMeasure(old => (old.width === width && old.room === room ? old : { width, room }));
    };
    take();
    const observer = new ResizeObserver(take);
    observer.observe(pane);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [probe, measure.width, measure.room];
}
