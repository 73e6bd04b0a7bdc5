// Files that declare interfaces in a protocol's own language: what they hold, and how they are read.
import { MAX_TEXT } from '../idl/extent';
import { problem } from '../problem/problem';
import type { Draft } from './draft';
import type { Note, Notes } from './notes';
import { settle } from './settle';

/** A file as its language's parser has read it. */
export interface IdlFile {
  /** The names of the services that it declares. */
  readonly services: readonly string[];
  /** All that the file declares, with the methods of one service. Without services it has no methods. */
  draft(service: string | undefined, notes: Notes): Draft;
}

/** What becomes of a file. */
export interface ImportedInterface {
  /** In the interface language, and right. */
  readonly text: string;
  readonly notes: readonly Note[];
}

/** The interface of one of the services. Throws `import.too-large`. */
export function interfaceOf(file: IdlFile, service: string | undefined, notes: Notes): ImportedInterface {
  const text = settle(file.draft(service, notes), notes);
  checkSize(text, MAX_TEXT);
  return { text, notes: notes.all() };
}

/** Throws `import.too-large` where `text` has more than `limit` characters. */
export function checkSize({ length }: string, limit: number): void {
  if (length > limit) throw problem('import.too-large', { size: length, limit });
}
