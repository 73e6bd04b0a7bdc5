// Reads XML element by element as the reader of a vocabulary asks for it. XML 1.0, without document type declarations.
// Simplified: a DTD is refused, so that no entity can be defined and no text can grow; attributes are passed over unread;
// `]]>` in text (§2.4) and `--` in comments (§2.5) are not faults here.
import type { ByteReader } from '../bytes/byte-reader';
import { GREATER_THAN, isNameOctet, isNameStart, isSpace, LESS_THAN, SLASH } from './characters';
import {
  BYTE_ORDER_MARK,
  CDATA_SECTION,
  CHARACTER_DATA,
  COMMENT,
  PROCESSING_INSTRUCTION,
  UNKNOWN_ELEMENT,
  WHITE_SPACE,
  XML_DECLARATION,
} from './kinds';
import { indexOfText, startsWith } from './octets';
import { TextReader, type TextRules } from './text-reader';
import type { Vocabulary } from './vocabulary';
import { xmlFault } from './xml-fault';

/** Most elements that may be open at once. */
export const MAX_DEPTH = 1024;
/** What {@link XmlReader.open} returns when the parent's end tag comes next, or the input ends. */
export const NO_ELEMENT = -2;
/** What {@link XmlReader.open} returns for an element that the vocabulary does not know. */
export const UNKNOWN_NAME = -1;

const EXCLAMATION = 0x21;
const QUESTION = 0x3f;

/** Walks through one document. `open` and `close` must pair; what is read is annotated as the input is. */
export class XmlReader {
  /** For each open element the offset of its name, inverted (`~`) when its tag was an empty-element tag. */
  private readonly openNames: number[] = [];
  private readonly texts: TextReader;

  constructor(
    private readonly input: ByteReader,
    private readonly vocabulary: Vocabulary,
    rules: TextRules,
  ) {
    this.texts = new TextReader(input, rules);
  }

  /** Reads what may stand before the root element: byte order mark, declaration, comments. §2.8. */
  prolog(): void {
    const { input } = this;
    if (startsWith(input, [0xef, 0xbb, 0xbf])) this.leaf(BYTE_ORDER_MARK, input.at + 3);
    if (startsWith(input, '<?xml') && isSpace(input.bytes[input.at + 5])) this.declaration();
  }

  /**
   * Opens the next element and returns its index in the vocabulary, UNKNOWN_NAME, or NO_ELEMENT when there is none.
   * `key` says which part of the value it encodes.
   */
  open(key?: string | number): number {
    if (this.isEmpty()) return NO_ELEMENT;
    this.skipMisc();
    const { input } = this;
    const { bytes, at } = input;
    if (input.remaining === 0) {
      if (this.openNames.length > 0) throw this.unexpectedEnd();
      return NO_ELEMENT;
    }
    if (bytes[at + 1] === SLASH) return NO_ELEMENT;
    const nameEnd = this.nameEnd(at + 1);
    const element = this.vocabulary.find(bytes, at + 1, nameEnd);
    input.begin(element < 0 ? UNKNOWN_ELEMENT : this.vocabulary.kinds[element], key);
    const end = this.tagEnd(nameEnd);
    input.at = end;
    if (this.openNames.length >= MAX_DEPTH) throw xmlFault('xml.too-deep', at, { limit: MAX_DEPTH });
    const empty = bytes[end - 2] === SLASH;
    if (!empty) input.content();
    this.openNames.push(empty ? ~(at + 1) : at + 1);
    return element;
  }

  /** Closes the innermost open element: reads its end tag, which must come next. */
  close(): void {
    const { input } = this;
    const name = this.openNames.at(-1)!;
    if (name >= 0) {
      this.skipMisc();
      this.endTag(name);
    }
    this.openNames.pop();
    input.end();
  }

  /**
   * The text of the innermost open element up to its end tag, or to a child. `likely`, a text without markup, is what it
   * probably is: when it is, no string has to be made.
   */
  text(likely?: string): string {
    if (this.isEmpty()) return '';
    return likely !== undefined && this.texts.pass(likely) ? likely : this.texts.read();
  }

  /** Whether an element, rather than text or the parent's end, comes next after white space and comments. */
  isElementNext(): boolean {
    if (this.isEmpty()) return false;
    const { input } = this;
    const { bytes, limit } = input;
    let at = input.at;
    // Nearly always one comes at once.
    if (at + 1 < limit && bytes[at] === LESS_THAN && isNameStart(bytes[at + 1])) return true;
    for (;;) {
      while (at < limit && isSpace(bytes[at])) at++;
      if (!startsWith(input, '<!--', at)) break;
      const end = indexOfText(input, '-->', at + 4);
      if (end < 0) break;
      at = end + 3;
    }
    return at < limit && bytes[at] === LESS_THAN && isNameStart(bytes[at + 1]);
  }

  /** Whether anything but the end tag comes next in the innermost open element. */
  isTextNext(): boolean {
    return !this.isEmpty() && !startsWith(this.input, '</');
  }

  /** The name of the innermost open element as it is written. */
  name(): string {
    const at = this.openNames.at(-1)!;
    return this.nameAt(at < 0 ? ~at : at);
  }

  /** Reads what may follow the root element. Nothing else may. */
  epilog(): void {
    this.skipMisc();
    const { input } = this;
    if (input.remaining > 0) throw xmlFault('xml.after-root', input.at);
  }

  private isEmpty(): boolean {
    return this.openNames.length > 0 && this.openNames[this.openNames.length - 1] < 0;
  }

  /** Passes over white space, comments, processing instructions, and text that does not belong here, up to a tag. */
  private skipMisc(): void {
    const { input } = this;
    const { bytes, limit } = input;
    for (;;) {
      // Space and every character before it: most tags follow the one before at once.
      if (bytes[input.at] <= 0x20) this.skipSpace();
      if (input.at >= limit) return;
      if (bytes[input.at] !== LESS_THAN) this.strayText();
      else if (bytes[input.at + 1] === EXCLAMATION) this.exclamation();
      else if (bytes[input.at + 1] === QUESTION) this.delimited(PROCESSING_INSTRUCTION, '<?', '?>');
      else return;
    }
  }

  private skipSpace(): void {
    const { input } = this;
    const { bytes, limit } = input;
    const start = input.at;
    let at = start;
    while (at < limit && isSpace(bytes[at])) at++;
    if (at > start && this.openNames.length === 0) this.leaf(WHITE_SPACE, at);
    else input.at = at;
  }

  private strayText(): void {
    const { input } = this;
    if (this.openNames.length === 0) throw xmlFault('xml.text-outside-root', input.at);
    input.begin(CHARACTER_DATA);
    this.texts.read();
    input.end();
  }

  private exclamation(): void {
    const { input } = this;
    if (startsWith(input, '<!--')) this.delimited(COMMENT, '<!--', '-->');
    else if (startsWith(input, '<![CDATA[') && this.openNames.length > 0)
      this.delimited(CDATA_SECTION, '<![CDATA[', ']]>');
    else if (startsWith(input, '<!DOCTYPE')) throw xmlFault('xml.no-dtd', input.at);
    else throw xmlFault('xml.bad-markup', input.at);
  }

  private delimited(kind: number, open: string, close: string): void {
    const { input } = this;
    const end = indexOfText(input, close, input.at + open.length);
    if (end < 0) throw this.unexpectedEnd();
    this.leaf(kind, end + close.length);
  }

  private declaration(): void {
    const { input } = this;
    const end = indexOfText(input, '?>', input.at);
    if (end < 0) throw this.unexpectedEnd();
    const text = String.fromCharCode(...input.bytes.subarray(input.at, Math.min(end, input.at + 200)));
    const encoding = /\bencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
    if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding))
      throw xmlFault('xml.unknown-encoding', input.at, { encoding });
    this.leaf(XML_DECLARATION, end + 2);
  }

  /** The offset after a name that begins at `at`. */
  private nameEnd(at: number): number {
    const { bytes, limit } = this.input;
    if (at >= limit) throw this.unexpectedEnd();
    if (!isNameStart(bytes[at])) throw xmlFault('xml.bad-name', at);
    let end = at + 1;
    while (end < limit && isNameOctet(bytes[end])) end++;
    return end;
  }

  /** The offset after the `>` that ends a tag, attributes passed over. */
  private tagEnd(nameEnd: number): number {
    const { bytes, limit } = this.input;
    if (bytes[nameEnd] === GREATER_THAN && nameEnd < limit) return nameEnd + 1;
    let quote = 0;
    for (let at = nameEnd; at < limit; at++) {
      const octet = bytes[at];
      if (quote !== 0) {
        if (octet === quote) quote = 0;
      } else if (octet === GREATER_THAN) {
        return at + 1;
      } else if (octet === 0x22 || octet === 0x27) {
        quote = octet;
      } else if (octet === LESS_THAN || (at === nameEnd && !isSpace(octet) && octet !== SLASH)) {
        throw xmlFault('xml.bad-name', at);
      }
    }
    throw this.unexpectedEnd();
  }

  private endTag(name: number): void {
    const { input } = this;
    const { bytes, at, limit } = input;
    if (at >= limit) throw this.unexpectedEnd();
    if (bytes[at + 1] !== SLASH) {
      if (at + 1 < limit && !isNameStart(bytes[at + 1])) throw xmlFault('xml.bad-name', at + 1);
      throw xmlFault('xml.expected-end-tag', at, { name: this.nameAt(name) });
    }
    let length = 0;
    while (isNameOctet(bytes[name + length]) && bytes[name + length] === bytes[at + 2 + length]) length++;
    let end = at + 2 + length;
    const differs = isNameOctet(bytes[name + length]) || (end < limit && isNameOctet(bytes[end]));
    while (end < limit && isSpace(bytes[end])) end++;
    if (end >= limit) throw this.unexpectedEnd();
    if (differs || bytes[end] !== GREATER_THAN) throw xmlFault('xml.mismatched-tag', at, { name: this.nameAt(name) });
    input.tail();
    input.at = end + 1;
  }

  private nameAt(at: number): string {
    const { bytes } = this.input;
    let name = '';
    for (let i = at; i < at + 40 && isNameOctet(bytes[i]); i++) name += String.fromCharCode(bytes[i]);
    return name;
  }

  private leaf(kind: number, end: number): void {
    this.input.begin(kind);
    this.input.at = end;
    this.input.end();
  }

  private unexpectedEnd() {
    return xmlFault('xml.unexpected-end', this.input.limit);
  }
}
