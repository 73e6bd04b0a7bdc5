// The kinds of field that XML has apart from the elements of a vocabulary. XML 1.0, fifth edition.
import { defineFieldKind, type FieldKind, type FieldKindId } from '../bytes/field-kind';

function xml(name: string, role: FieldKind['role'], section: string, parts: Partial<FieldKind> = {}): FieldKindId {
  return defineFieldKind({ format: 'xml', name, role, spec: `XML 1.0 §${section}`, reads: 'text', ...parts });
}

export const XML_DECLARATION = xml('XMLDecl', 'tag', '2.8');
/** Between the declaration and the root element, or after it; inside elements it is their gap. */
export const WHITE_SPACE = xml('S', 'whitespace', '2.3');
export const BYTE_ORDER_MARK = xml('byte-order-mark', 'tag', '4.3.3', { reads: 'hex' });
export const COMMENT = xml('Comment', 'padding', '2.5');
export const PROCESSING_INSTRUCTION = xml('PI', 'padding', '2.6');
/** Text where the vocabulary expects none. */
export const CHARACTER_DATA = xml('CharData', 'padding', '2.4');
export const CDATA_SECTION = xml('CDSect', 'group', '2.7', { head: 'CDStart', tail: 'CDEnd' });
/** `&lt;` and its like. */
export const ENTITY_REFERENCE = xml('EntityRef', 'tag', '4.6');
/** `&#13;`, `&#xD;`. */
export const CHARACTER_REFERENCE = xml('CharRef', 'tag', '4.1');
/** An element that the vocabulary does not know. */
export const UNKNOWN_ELEMENT = xml('element', 'unknown', '3');
