// A long text, of which only what is in sight is drawn.
import { insertNewline } from '@codemirror/commands';
import { EditorView, keymap } from '@codemirror/view';
import type { RefObject } from 'react';
import styles from '../Editor.module.css';
import { useCodeEditor } from './use-code-editor';

export interface LongTextEditorProps {
  /** For the element that passes the focus on to the editor. */
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** Where the cursor is to be put at first, if the editor is to have the focus. */
  readonly cursor: RefObject<number | undefined>;
  readonly onChange: (text: string) => void;
}

const plainText = [
  // A new line is not indented: it begins as it is typed.
  keymap.of([{ key: 'Enter', run: insertNewline }]),
  EditorView.theme({ '.cm-scroller': { maxHeight: '8rem' } }),
];

export function LongTextEditor({ id, label, text, cursor, onChange }: LongTextEditorProps) {
  const host = useCodeEditor({ text, label, language: plainText, cursor, onChange });
  return <div ref={host} id={id} className={styles.code} />;
}
