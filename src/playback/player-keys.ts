// The player's keys, and `?`, which shows them all.
import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import type { StepNumber } from '../protocols/protocol';
import { player } from './player';
import { usePlayback } from './store';

const KEYS: Readonly<Record<string, () => void>> = {
  Space: player.toggle,
  ArrowRight: player.stepForward,
  ArrowLeft: player.stepBack,
  'Shift+ArrowRight': player.eventForward,
  'Shift+ArrowLeft': player.eventBack,
  Home: player.toStart,
  End: player.toEnd,
  // What presenters' remotes send.
  PageDown: player.stepForward,
  PageUp: player.stepBack,
  // Their key for "black screen" goes on, as their forward key does.
  '.': player.stepForward,
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(step => [`${step % 10}`, () => player.toStep(step as StepNumber)]),
  ),
};

/** Where typing or choosing has its own use for every key. */
const FIELDS =
  'input:not([type=range], [type=radio], [type=checkbox]), textarea, select, [contenteditable=""], [contenteditable=true], dialog, [role=dialog], [role=menu]';
/** Where arrows, Home and End have a use of their own. */
const ARROW_USERS = `${FIELDS}, input, [role=tablist], [role=listbox], [role=tree], [role=grid], [role=slider], [role=radiogroup], [role=toolbar], [role=menuitem]`;
/** Where Space presses something. */
const SPACE_USERS = `${FIELDS}, button, summary, input, a[href], [role=button], [role=option], [role=tab], [role=treeitem]`;

/** Whether pressing `key` at `target` means the element there rather than the player. Widgets have no use for arrows with Shift. */
export function belongsToElement(target: Pick<Element, 'closest'>, key: string, shift = false): boolean {
  const users = key === ' ' ? SPACE_USERS : /^(Arrow|Home|End|Page)/.test(key) && !shift ? ARROW_USERS : FIELDS;
  return target.closest(users) !== null;
}

/** Whether PageUp and PageDown scroll something where `target` is, be it the page itself. */
function scrolls(target: Element): boolean {
  for (let element: Element | null = target; element; element = element.parentElement) {
    const isPage = element === document.scrollingElement;
    const scrollable = isPage || /^(auto|scroll)$/.test(getComputedStyle(element).overflowY);
    if (scrollable && element.scrollHeight > element.clientHeight + 1) return true;
  }
  return false;
}

/** Listens to the player's keys on the whole page while the component is there and single keys are wanted. `onHelp` is for `?`, `onDrop` for the key that drops a packet. */
export function usePlayerKeys({ onHelp, onDrop }: { readonly onHelp: () => void; readonly onDrop: () => void }): void {
  const enabled = usePlayback(state => state.keysEnabled);
  useEffect(() => {
    if (!enabled) return;
    const bindings = Object.entries({ ...KEYS, d: onDrop, '?': onHelp, 'Shift+?': onHelp }).map(([keys, act]) => [
      keys,
      (event: KeyboardEvent) => {
        // Through shadow roots: the code editors live in one, and the window sees only their host.
        const [target] = event.composedPath();
        const elsewhere =
          target instanceof Element &&
          (belongsToElement(target, event.key, event.shiftKey) || (/^Page/.test(event.key) && scrolls(target)));
        if (event.defaultPrevented || elsewhere) return;
        event.preventDefault();
        act();
      },
    ]);
    return tinykeys(window, Object.fromEntries(bindings));
  }, [enabled, onHelp, onDrop]);
}
