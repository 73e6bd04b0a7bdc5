// Drawings that follow the position without React: what moves writes its own attributes.
import { cancelMicrotask, microtask } from 'framer-motion';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Position } from '../trace/moment';
import { position } from './store';

/**
 * A ref for an element that follows the position. `draw` writes into the element what is so there: before it is first painted, after
 * every render, and whenever the position has changed. React must not set the attributes that `draw` writes.
 */
export function useFollower<E extends Element>(draw: (element: E, at: Position) => void): RefObject<E | null> {
  const ref = useRef<E>(null);
  useLayoutEffect(() => {
    const update = () => {
      if (ref.current) draw(ref.current, position.get());
    };
    // Not at once: with another run the position changes before React has rendered that run, and `draw` still knows the old one.
    const unsubscribe = position.on('change', () => microtask.render(update));
    update();
    return () => {
      unsubscribe();
      cancelMicrotask(update);
    };
  });
  return ref;
}

/** Moves an SVG element's origin, in the units of its parent. */
export function moveTo(element: SVGElement, x: number, y: number): void {
  element.setAttribute('transform', `translate(${x} ${y})`);
}
