// Writes character data so that it means the same when read again. XML 1.0 §2.4, §2.7, §4.6.
import type { ByteWriter } from '../bytes/byte-writer';
import { AMPERSAND, GREATER_THAN, LESS_THAN } from './characters';
import { CDATA_SECTION, CHARACTER_REFERENCE, ENTITY_REFERENCE } from './kinds';

/** What stands for characters that text must not hold as they are. */
export type Escapes = Readonly<Record<string, string>>;

/** The three that most writers escape; §2.4 demands the first two, and the third only in `]]>`. */
export const MARKUP_ESCAPES: Escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Below this length a loop beats a regular expression. */
const SHORT_TEXT = 32;
const MARKUP = /[&<>]/;
const MARKUP_OR_RETURN = /[&<>\r]/;

/** Writes `text` with `&`, `<` and `>` escaped, each escape a field of its own. */
export function writeEscaped(writer: ByteWriter, text: string): void {
  if (!isPlain(text) && MARKUP.test(text)) writeWithEscapes(writer, text, /[&<>]/g, MARKUP_ESCAPES);
  else writer.text(text);
}

/** The same, and carriage returns as `&#xD;`, so that no reader's normalisation (§2.11) loses them. */
export function writeEscapedWithReturns(writer: ByteWriter, text: string): void {
  if (!isPlain(text) && MARKUP_OR_RETURN.test(text))
    writeWithEscapes(writer, text, /[&<>\r]/g, { ...MARKUP_ESCAPES, '\r': '&#xD;' });
  else writer.text(text);
}

/** Whether `text` is short and has nothing but ASCII that stands for itself: most names and many values, without a regular expression. */
export function isPlain(text: string): boolean {
  if (text.length > SHORT_TEXT) return false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code > 0x7e || code === LESS_THAN || code === GREATER_THAN || code === AMPERSAND) return false;
  }
  return true;
}

/** Writes `text` as it is in a CDATA section. The caller sees to it that it holds no `]]>`. */
export function writeCdata(writer: ByteWriter, text: string): void {
  writer.begin(CDATA_SECTION);
  writer.text('<![CDATA[');
  writer.content();
  writer.text(text);
  writer.tail();
  writer.text(']]>');
  writer.end();
}

/** Writes `text` with every match of `pattern` replaced by its escape. */
export function writeWithEscapes(writer: ByteWriter, text: string, pattern: RegExp, escapes: Escapes): void {
  let at = 0;
  for (const { 0: character, index } of text.matchAll(pattern)) {
    if (index > at) writer.text(text.slice(at, index));
    const reference = escapes[character] ?? `&#${character.codePointAt(0)};`;
    writer.begin(reference[1] === '#' ? CHARACTER_REFERENCE : ENTITY_REFERENCE);
    writer.text(reference);
    writer.end();
    at = index + character.length;
  }
  if (at < text.length) writer.text(text.slice(at));
}
