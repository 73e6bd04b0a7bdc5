// Scrolling that moves one pane and nothing around it, which `scrollIntoView` would.

/** Where the pane is to be scrolled to, so that `[top, bottom)` of its content is in sight: no farther than needed. All in CSS pixels. */
export function scrollTarget(top: number, bottom: number, scrolled: number, height: number, head: number): number {
  const room = Math.min(32, Math.max(0, (height - head - (bottom - top)) / 2));
  if (top - room < scrolled + head) return Math.max(0, top - room - head);
  if (bottom + room > scrolled + height) return bottom + room - height;
  return scrolled;
}

/** Height that a sticky heading takes from the pane. */
const HEAD = 36;

/** Brings `line` into sight in `pane`, which scrolls by itself. */
export function scrollWithin(pane: HTMLElement, line: HTMLElement, smooth: boolean): void {
  const box = line.getBoundingClientRect();
  const top = box.top - pane.getBoundingClientRect().top + pane.scrollTop;
  const to = scrollTarget(top, top + box.height, pane.scrollTop, pane.clientHeight, HEAD);
  if (to !== pane.scrollTop) pane.scrollTo({ top: to, behavior: smooth ? 'smooth' : 'instant' });
}
