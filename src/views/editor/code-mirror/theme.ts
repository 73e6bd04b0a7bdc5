// The looks of the text editors, from the design tokens.
import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export const theme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--bg)', fontSize: 'var(--text-s)' },
  '&.cm-focused': { outline: '2px solid var(--focus)' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', maxHeight: '22rem', overflow: 'auto' },
  '.cm-content': { padding: 'var(--space-2) 0', caretColor: 'var(--ink)', fontVariantLigatures: 'none' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--line)',
  },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--panel)',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius-s)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { maxWidth: 'calc(100vw - 2 * var(--space-3))' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    alignItems: 'center',
    minHeight: 'var(--target)',
    padding: '2px var(--space-2)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--on-fill)',
    backgroundColor: 'var(--client)',
  },
  '.cm-diagnostic': { padding: 'var(--space-1) var(--space-2)', borderLeft: '3px solid var(--danger)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--soft)' },
});

export const highlighting = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--l-http)', fontWeight: '600' },
  { tag: tags.typeName, color: 'var(--l-xml)' },
  { tag: tags.function(tags.variableName), color: 'var(--l-name)', fontWeight: '600' },
  { tag: tags.propertyName, color: 'var(--l-name)' },
  { tag: [tags.string, tags.number, tags.bool, tags.null], color: 'var(--l-arg)' },
  { tag: tags.comment, color: 'var(--mute)', fontStyle: 'italic' },
]);
