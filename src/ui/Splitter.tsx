// The line between two panes, which can be moved: by pointer, by arrow keys, Home and End; a double click puts it back where it was
// at first. ARIA Authoring Practices, "Window Splitter".
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import styles from './Splitter.module.css';

export interface SplitterProps {
  readonly label: string;
  /** `vertical` stands between left and right. */
  readonly orientation: 'vertical' | 'horizontal';
  /** The least and the most that the pane before it may take, in percent of both together. */
  readonly range: readonly [least: number, most: number];
  /** The share of the pane before it, in percent; undefined when it is to be as at first. */
  readonly onMove: (share: number | undefined) => void;
}

/** How far an arrow key moves it, in percent. */
const STEP = 2;

/** Stands between the two panes, as their sibling in a parent that holds nothing else. */
export function Splitter({ label, orientation, range, onMove }: SplitterProps) {
  const line = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(0);
  const [least, most] = range;
  const upright = orientation === 'vertical';

  useEffect(() => {
    const observer = new ResizeObserver(() => setShare(shareBefore(line.current!, upright)));
    observer.observe(line.current!.previousElementSibling!);
    return () => observer.disconnect();
  }, [upright]);

  function moveTo(to: number) {
    onMove(Math.round(Math.max(least, Math.min(most, to)) * 10) / 10);
  }
  function onKeyDown(event: KeyboardEvent) {
    const to = shareFor(event.key, shareBefore(line.current!, upright), range, upright);
    if (to === undefined) return;
    event.preventDefault();
    moveTo(to);
  }
  function onPointerMove(event: PointerEvent) {
    if (!line.current!.hasPointerCapture(event.pointerId)) return;
    const { left, top, width, height } = line.current!.parentElement!.getBoundingClientRect();
    moveTo(upright ? ((event.clientX - left) / width) * 100 : ((event.clientY - top) / height) * 100);
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule that can be moved is a widget; `hr` is not.
    <div
      ref={line}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={Math.round(share)}
      className={`${styles.line} ${styles[orientation]}`}
      data-print="never"
      onKeyDown={onKeyDown}
      onPointerDown={event => line.current!.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onDoubleClick={() => onMove(undefined)}
    />
  );
}

/** The share that `key` leads to from `share`, in percent; undefined for keys that have no use here. May be out of range. */
export function shareFor(
  key: string,
  share: number,
  [least, most]: SplitterProps['range'],
  upright: boolean,
): number | undefined {
  if (key === 'Home') return least;
  if (key === 'End') return most;
  if (key === (upright ? 'ArrowLeft' : 'ArrowUp')) return share - STEP;
  return key === (upright ? 'ArrowRight' : 'ArrowDown') ? share + STEP : undefined;
}

function shareBefore(line: HTMLElement, upright: boolean): number {
  const before = line.previousElementSibling!.getBoundingClientRect();
  const whole = line.parentElement!.getBoundingClientRect();
  return upright ? (before.width / whole.width) * 100 : (before.height / whole.height) * 100;
}
