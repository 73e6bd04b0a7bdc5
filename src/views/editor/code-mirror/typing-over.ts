// Typing over a selection of several lines, done by CodeMirror instead of the browser. The browser's own editing joins the lines and gives
// what is left of their looks to the new text as inline styles, which the page's Content-Security-Policy refuses and reports.
import { EditorView } from '@codemirror/view';

/** Simplified: what an input method composes over a selection is left to the browser, which does not let it be replaced. */
export const typingOver = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { main } = view.state.selection;
    if (event.inputType !== 'insertText' || !event.data || main.empty) return false;
    const insert = () =>
      view.state.update(view.state.replaceSelection(event.data!), { userEvent: 'input.type', scrollIntoView: true });
    const handlers = view.state.facet(EditorView.inputHandler);
    const { from, to } = main;
    if (!handlers.some(handle => handle(view, from, to, event.data!, insert))) view.dispatch(insert());
    return true;
  },
});
