// The kinds of field of a JSON text. RFC 8259 §2 to §7.
import { defineFieldKind, type FieldKind, type FieldKindId } from '../bytes/field-kind';

function json(name: string, role: FieldKind['role'], section: string, parts: Partial<FieldKind> = {}): FieldKindId {
  return defineFieldKind({ format: 'json', name, role, spec: `RFC 8259 §${section}`, reads: 'text', ...parts });
}

/** What encloses a string: both quotation marks. */
export const QUOTED = { head: 'quotation-mark', tail: 'quotation-mark' } as const;
/** What encloses the members of an object, and what stands between them. */
export const BRACED = { head: 'begin-object', tail: 'end-object', gap: 'value-separator' } as const;
/** What encloses the elements of an array, and what stands between them. */
export const BRACKETED = { head: 'begin-array', tail: 'end-array', gap: 'value-separator' } as const;

export const OBJECT = json('object', 'group', '4', BRACED);
/** A name, a colon and a value. */
export const MEMBER = json('member', 'group', '4', { gap: 'name-separator' });
export const NAME = json('name', 'name', '4', QUOTED);
export const ARRAY = json('array', 'group', '5', BRACKETED);
export const STRING = json('string', 'value', '7', QUOTED);
export const NUMBER = json('number', 'value', '6');
/** `false`, `null` or `true`. */
export const LITERAL = json('literal', 'value', '3');
/** One escaped character within a string or a name. */
export const ESCAPE = json('escape', 'tag', '7');
export const WHITE_SPACE = json('white-space', 'whitespace', '2');
