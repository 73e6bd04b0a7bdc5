// Undo and redo by keyboard, where typing has no undo of its own.
import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { belongsToElement } from '../../playback/player-keys';

interface Deeds {
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Listens on the whole page while the component is there. */
export function useUndoKeys({ undo, redo }: Deeds): void {
  useEffect(() => {
    const unlessTyping = (act: () => void) => (event: KeyboardEvent) => {
      // Through shadow roots, as with the player's keys.
      const [target] = event.composedPath();
      if (event.defaultPrevented || (target instanceof Element && belongsToElement(target, event.key))) return;
      event.preventDefault();
      act();
    };
    return tinykeys(window, {
      '$mod+z': unlessTyping(undo),
      '$mod+Shift+z': unlessTyping(redo),
      '$mod+Shift+Z': unlessTyping(redo),
      '$mod+y': unlessTyping(redo),
    });
  }, [undo, redo]);
}
