// The programs of both sides.
import type { CodeContext, SourceText, SourceTexts } from '../protocol';

/** The four texts. */
export function sources(_context: CodeContext): SourceTexts {
  const empty: SourceText = { title: '', language: 'javascript', text: '', litBy: {} };
  return { client: empty, clientStub: empty, serverStub: empty, server: empty };
}
