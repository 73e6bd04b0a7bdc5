// Scrolling that moves one pane and nothing around it, which `scrollIntoView` would.

/** Room that is left above and below what is brought into sight, where there is enough, in CSS pixels. */
const ROOM = 32;

/** Where the pane is to be scrolled to, so that `[top, bottom)` of its content is in sight: no farther than needed. All in CSS pixels. */
export function scrollTarget(top: number, bottom: number, scrolled: number, height: number, head: number): number {
  const room = Math.min(ROOM, Math.max(0, (height - head - (bottom - top)) / 2));
  if (top - room < scrolled + head) return Math.max(0, top - room - head);
  if (bottom + room > scrolled + height) return bottom + room - height;
  return scrolled;
}

/** Brings `inner` into sight in `pane`, which scrolls by itself and whose upper `head` CSS pixels are covered by what stays in place. */
export function scrollWithin(pane: HTMLElement, inner: Element, smooth: boolean, head = 0): void {
  const box = inner.getBoundingClientRect();
  const top = box.top - pane.getBoundingClientRect().top + pane.scrollTop;
  const to = scrollTarget(top, top + box.height, pane.scrollTop, pane.clientHeight, head);
  if (Math.abs(to - pane.scrollTop) >= 1) pane.scrollTo({ top: to, behavior: smooth ? 'smooth' : 'instant' });
}
