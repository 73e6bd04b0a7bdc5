// A CodeMirror editor in a shadow root. There CodeMirror adopts style sheets in place of writing <style> elements, which the page's
// Content-Security-Policy forbids. Custom properties reach into the shadow, so the design tokens hold there as well.
import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, tooltips } from '@codemirror/view';
import { highlighting, theme } from './theme';
import { typingOver } from './typing-over';

/** CSS pixels between the edge of the window and what pops up. */
const MARGIN = 8;

export interface Mounting {
  readonly text: string;
  /** The accessible name. */
  readonly label: string;
  /** What the text is written in, with all that helps to write it. */
  readonly language: Extension;
  /** Called when somebody has edited the text. */
  readonly onChange: (text: string) => void;
}

/** Text that is put in from outside is no edit. */
const fromOutside = Annotation.define<boolean>();

/** What helps to write code: brackets in pairs, completion, colours. */
export const code: Extension = [
  EditorView.lineWrapping,
  bracketMatching(),
  closeBrackets(),
  tooltips({ tooltipSpace: insideWindow }),
  syntaxHighlighting(highlighting),
  keymap.of([...closeBracketsKeymap, ...completionKeymap]),
];

/** Puts an editor into `host`. Tab is left alone: it moves the focus on, as everywhere on the page. */
export function mountEditor(host: HTMLElement, { text, label, language, onChange }: Mounting): EditorView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open', delegatesFocus: true });
  const state = EditorState.create({
    doc: text,
    extensions: [
      history(),
      drawSelection(),
      typingOver,
      theme,
      language,
      keymap.of([...historyKeymap, ...defaultKeymap]),
      EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', autocapitalize: 'off' }),
      EditorView.updateListener.of(update => {
        const edits = update.transactions.filter(each => each.docChanged && !each.annotation(fromOutside));
        if (edits.length > 0) onChange(update.state.doc.toString());
      }),
    ],
  });
  return new EditorView({ state, root, parent: root });
}

function insideWindow() {
  return { left: MARGIN, top: MARGIN, right: innerWidth - MARGIN, bottom: innerHeight - MARGIN };
}

/** Replaces the text unless it is there already, so that the cursor stays while somebody types. */
export function showText(view: EditorView, text: string): void {
  const { doc } = view.state;
  if (doc.toString() === text) return;
  view.dispatch({ changes: { from: 0, to: doc.length, insert: text }, annotations: fromOutside.of(true) });
}

/** Puts the cursor at a character, and the focus into the editor. */
export function putCursor(view: EditorView, at: number): void {
  view.dispatch({ selection: { anchor: Math.min(at, view.state.doc.length) }, scrollIntoView: true });
  view.focus();
}

/** Underlines what is wrong. */
export function showDiagnostics(view: EditorView, diagnostics: readonly Diagnostic[]): void {
  const length = view.state.doc.length;
  const inside = diagnostics.map(each => ({
    ...each,
    from: Math.min(each.from, length),
    to: Math.min(each.to, length),
  }));
  view.dispatch(setDiagnostics(view.state, inside));
}
