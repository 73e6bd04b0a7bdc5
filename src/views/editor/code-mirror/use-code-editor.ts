// A CodeMirror editor as part of a React component.
import type { Diagnostic } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { type RefObject, useEffect, useRef } from 'react';
import { mountEditor, putCursor, showDiagnostics, showText } from './mount';

export interface CodeEditorOptions {
  readonly text: string;
  readonly label: string;
  /** Must stay the same object. */
  readonly language: Extension;
  /** What is wrong with the text that the view holds, if it can be wrong at all. */
  readonly diagnose?: (view: EditorView) => readonly Diagnostic[];
  /** Where to put the cursor when the editor has come; undefined leaves the focus where it is. */
  readonly cursor?: RefObject<number | undefined>;
  readonly onChange: (text: string) => void;
}

/** Keeps an editor in the element that the returned ref is given to. */
export function useCodeEditor({
  text,
  label,
  language,
  diagnose,
  cursor,
  onChange,
}: CodeEditorOptions): RefObject<HTMLDivElement | null> {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  /** What has been typed and has not come back as `text` yet: when one comes back that is not the last, the editor is ahead of it. */
  const typed = useRef<string[]>([]);
  const latest = useRef({ text, onChange });
  latest.current = { text, onChange };
  useEffect(() => {
    const edited = (next: string) => {
      typed.current.push(next);
      latest.current.onChange(next);
    };
    const mounted = mountEditor(host.current!, { text: latest.current.text, label, language, onChange: edited });
    view.current = mounted;
    if (cursor?.current !== undefined) putCursor(mounted, cursor.current);
    return () => mounted.destroy();
  }, [label, language, cursor]);
  useEffect(() => {
    if (!view.current) return;
    const own = typed.current.lastIndexOf(text);
    const isBehind = own >= 0 && own < typed.current.length - 1;
    typed.current = isBehind ? typed.current.slice(own + 1) : [];
    if (!isBehind) showText(view.current, text);
    if (diagnose) showDiagnostics(view.current, diagnose(view.current));
  });
  return host;
}

/** Puts the cursor into the editor in `host`. */
export function focusEditor(host: HTMLElement | null): void {
  host?.shadowRoot?.querySelector<HTMLElement>('[contenteditable]')?.focus();
}
