// Where something that floats goes: under its button, or above where there is more room, never beyond the window.

/** Room between the button and what floats, and between that and the window's edge, in CSS pixels. */
const GAP = 4;
const MARGIN = 8;

/** Puts `floating` (position: fixed) at `box`. It needs no size of it, so it may be called before it is shown. */
export function placeAt(floating: HTMLElement, box: DOMRect): void {
  const width = document.documentElement.clientWidth;
  const height = document.documentElement.clientHeight;
  const below = height - box.bottom >= box.top;
  const leftHalf = box.left + box.width / 2 < width / 2;
  const { style } = floating;
  style.top = below ? `${box.bottom + GAP}px` : 'auto';
  style.bottom = below ? 'auto' : `${height - box.top + GAP}px`;
  style.left = leftHalf ? `${Math.max(MARGIN, box.left)}px` : 'auto';
  style.right = leftHalf ? 'auto' : `${Math.max(MARGIN, width - box.right)}px`;
  style.minWidth = `${box.width}px`;
  style.maxWidth = `${leftHalf ? width - Math.max(MARGIN, box.left) - MARGIN : Math.min(width, box.right) - MARGIN}px`;
  style.maxHeight = `${(below ? height - box.bottom : box.top) - GAP - MARGIN}px`;
}
