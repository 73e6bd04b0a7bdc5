// Where the boxes of a lane's bar stand. All bars of a drawing have one scale.
import type { Stretch } from '../../comparison/budget';

/** A run of octets as it is drawn. */
export interface Box extends Stretch {
  readonly x: number;
  readonly width: number;
}

/** What is narrower is still seen, and hit by the pointer. */
const LEAST = 3;

/**
 * The boxes of a message of `stretches`, `pixels` for each octet. A value is at least {@link LEAST} wide, at the expense of what comes after
 * it; short stretches of tags between long ones are drawn true, however narrow.
 */
export function boxesOf(stretches: readonly Stretch[], pixels: number): Box[] {
  const boxes: Box[] = [];
  let x = 0;
  for (const stretch of stretches) {
    const end = Math.max(stretch.end * pixels, stretch.part === 'values' ? x + LEAST : x);
    boxes.push({ ...stretch, x, width: end - x });
    x = end;
  }
  return boxes;
}

/** About how wide a label is, in pixels at 12 px: Chinese characters are as wide as they are high. */
export function labelWidth(label: string): number {
  return [...label].reduce((width, character) => width + (character > '\u2e80' ? 12 : 6.6), 0);
}
