// The pointer over the dump: hovering previews the field under it, a click pins the field, dragging pins a run of octets.
import { type PointerEvent, type RefObject, useRef } from 'react';
import { usePlayback } from '../../playback/store';
import { type Dissection, fieldAt, type Span } from '../../trace/dissection';
import type { Selection } from '../../trace/selection';
import { type Columns, octetAt } from './geometry';

export interface OctetPointerOptions {
  readonly sheet: RefObject<HTMLElement | null>;
  readonly charWidth: number;
  readonly rowHeight: number;
  /** An octet was pressed. */
  readonly onPress: (at: number) => void;
}

export function useOctetPointer(dissection: Dissection, columns: Columns, options: OctetPointerOptions) {
  const hovered = useRef<number | undefined>(undefined);
  const pressed = useRef<number | undefined>(undefined);
  const { select, hover } = usePlayback.getState();
  const octetUnder = ({ clientX, clientY }: PointerEvent) => {
    const box = options.sheet.current?.getBoundingClientRect();
    if (!box) return undefined;
    const row = Math.floor((clientY - box.top) / options.rowHeight);
    return octetAt((clientX - box.left) / options.charWidth, row, columns, dissection.bytes.length);
  };
  const chosen = (at: number): Selection => {
    const from = pressed.current;
    const span = from === undefined || from === at ? leafSpan(dissection, at) : between(from, at);
    return { kind: 'octets', pdu: dissection.ref, start: span.start, end: span.end };
  };
  return {
    onPointerMove(event: PointerEvent) {
      const at = octetUnder(event);
      if (at === hovered.current || event.pointerType === 'touch') return;
      hovered.current = at;
      hover(at === undefined ? undefined : chosen(at));
    },
    onPointerLeave() {
      hovered.current = undefined;
      hover(undefined);
    },
    onPointerDown(event: PointerEvent) {
      const at = octetUnder(event);
      if (event.button !== 0 || at === undefined) return;
      options.onPress(at);
      if (event.pointerType !== 'touch') pressed.current = at;
    },
    onPointerUp(event: PointerEvent) {
      const at = octetUnder(event);
      if (event.button === 0 && at !== undefined) select(chosen(at));
      pressed.current = undefined;
    },
    onPointerCancel() {
      pressed.current = undefined;
    },
  };
}

/** The octets of the leaf field at `at`. */
export function leafSpan(dissection: Dissection, at: number): Span {
  const { start, end } = fieldAt(dissection, at) ?? { start: at, end: at + 1 };
  return { start, end };
}

function between(a: number, b: number): Span {
  return { start: Math.min(a, b), end: Math.max(a, b) + 1 };
}
