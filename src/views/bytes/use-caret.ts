// The keyboard in the dump: a caret that goes by octet, row and field. The field at the caret is previewed; Enter pins it.
import { type KeyboardEvent, useState } from 'react';
import { usePlayback } from '../../playback/store';
import { type Dissection, fieldAt, type Span } from '../../trace/dissection';
import type { Columns } from './geometry';
import { leafSpan } from './use-octet-pointer';

export interface CaretOptions {
  /** Brings an octet into view. */
  readonly reveal: (at: number) => void;
  /** Rows of a page. */
  readonly pageRows: () => number;
  readonly announce: (span: Span) => void;
}

interface Caret {
  readonly at: number;
  /** Where an extended run began. */
  readonly anchor: number | undefined;
}

export function useCaret(dissection: Dissection, columns: Columns, options: CaretOptions) {
  const [caret, setCaret] = useState<Caret>({ at: 0, anchor: undefined });
  const [focused, setFocused] = useState(false);
  const last = dissection.bytes.length - 1;
  const at = Math.min(caret.at, last);
  const { select, hover } = usePlayback.getState();
  const spanOf = ({ at: to, anchor }: Caret): Span =>
    anchor === undefined ? leafSpan(dissection, to) : { start: Math.min(anchor, to), end: Math.max(anchor, to) + 1 };
  const octets = (span: Span) => ({ kind: 'octets', pdu: dissection.ref, start: span.start, end: span.end }) as const;
  const go = (next: Caret) => {
    const span = spanOf(next);
    setCaret(next);
    hover(octets(span));
    options.reveal(next.at);
    options.announce(span);
  };
  return {
    /** The octet to draw the caret at, while the dump has the focus. */
    at: focused && last >= 0 ? at : undefined,
    moveTo: (to: number) => setCaret({ at: to, anchor: undefined }),
    onFocus: () => setFocused(true),
    onBlur() {
      setFocused(false);
      hover(undefined);
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Enter') {
        event.preventDefault();
        select(octets(spanOf({ ...caret, at })));
        return;
      }
      if (event.key === 'Escape') {
        select(undefined);
        return;
      }
      const to = destination(event, at, dissection, columns, options.pageRows());
      if (to === undefined) return;
      event.preventDefault();
      go({ at: Math.max(0, Math.min(last, to)), anchor: event.shiftKey ? (caret.anchor ?? at) : undefined });
    },
  };
}

/** Where a key takes the caret, or undefined for keys that mean nothing here. */
function destination(
  event: KeyboardEvent,
  at: number,
  dissection: Dissection,
  { perRow }: Columns,
  pageRows: number,
): number | undefined {
  const far = event.ctrlKey || event.metaKey || event.altKey;
  switch (event.key) {
    case 'ArrowLeft':
      return far ? previousField(dissection, at) : at - 1;
    case 'ArrowRight':
      return far ? (fieldAt(dissection, at)?.end ?? at + 1) : at + 1;
    case 'ArrowUp':
      return at >= perRow ? at - perRow : at;
    case 'ArrowDown':
      return at + perRow < dissection.bytes.length ? at + perRow : at;
    case 'PageUp':
      return at - perRow * Math.min(pageRows, Math.floor(at / perRow));
    case 'PageDown':
      return at + perRow * pageRows;
    case 'Home':
      return far ? 0 : at - (at % perRow);
    case 'End':
      return far ? dissection.bytes.length - 1 : at - (at % perRow) + perRow - 1;
    default:
      return undefined;
  }
}

/** The beginning of the field at `at`, or of the one before when it stands there already. */
function previousField(dissection: Dissection, at: number): number {
  const { start } = leafSpan(dissection, at);
  return start < at ? start : leafSpan(dissection, Math.max(0, start - 1)).start;
}
