// Reads character data: text, references and CDATA sections up to the next tag. XML 1.0 §2.2, §2.4, §2.7, §2.11, §4.1, §4.6.
import type { ByteReader } from '../bytes/byte-reader';
import { utf8Fault } from '../bytes/utf8-fault';
import { AMPERSAND, isChar, LESS_THAN, SLASH } from './characters';
import { CDATA_SECTION, CHARACTER_REFERENCE, COMMENT, ENTITY_REFERENCE } from './kinds';
import { indexOfText, startsWith } from './octets';
import { xmlFault } from './xml-fault';

/** How a parser treats text; parsers differ. */
export interface TextRules {
  /** CR LF and CR become LF, as §2.11 demands (expat). Without it they stay (sax-js). */
  readonly normalizesLineEnds: boolean;
  /** Characters that are no Char are a fault, as §2.2 demands (expat). Without it they pass (sax-js). */
  readonly checksCharacters: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', apos: "'", quot: '"' };
/** Longest reference that is looked for, from `&` to `;`. */
const MAX_REFERENCE = 12;
/** Up to this many ASCII octets a loop beats TextDecoder. */
const SHORT_TEXT = 48;
const SEMICOLON = 0x3b;
/** What UTF-8 can encode and is no Char: {@link isChar}. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const NO_CHAR = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads the text at the reader. */
export class TextReader {
  constructor(
    private readonly input: ByteReader,
    private readonly rules: TextRules,
  ) {}

  /** All text up to the next tag; comments within it are passed over. */
  read(): string {
    const first = this.readPlain();
    const { input } = this;
    if (!this.goesOn()) return first;
    let text = first;
    while (this.goesOn()) {
      if (input.bytes[input.at] === AMPERSAND) text += this.reference();
      else if (startsWith(input, '<![CDATA[')) text += this.cdata();
      else if (startsWith(input, '<!--')) this.comment();
      else text += this.readPlain();
    }
    return text;
  }

  /** Passes over `text`, which is without markup, if it is all that stands before the next end tag. Of text beyond ASCII nothing is known. */
  pass(text: string): boolean {
    const { input } = this;
    const { bytes, at, limit } = input;
    const end = at + text.length;
    if (end + 1 >= limit || bytes[end] !== LESS_THAN || bytes[end + 1] !== SLASH) return false;
    for (let i = 0; i < text.length; i++)
      if (bytes[at + i] !== text.charCodeAt(i) || bytes[at + i] >= 0x80) return false;
    input.at = end;
    return true;
  }

  /** Text up to the next `<` or `&`. */
  private readPlain(): string {
    const { input } = this;
    const { bytes, limit } = input;
    const start = input.at;
    const shortEnd = Math.min(limit, start + SHORT_TEXT);
    let at = start;
    let plain = true;
    for (; at < shortEnd; at++) {
      const octet = bytes[at];
      if (octet === LESS_THAN || octet === AMPERSAND) break;
      if (octet >= 0x80 || octet < 0x20) plain = false;
    }
    const isLong = at === shortEnd && at < limit;
    input.at = isLong ? plainEnd(bytes, at, limit) : at;
    return plain && !isLong ? shortAscii(bytes, start, at) : this.decoded(start, input.at);
  }

  /** Whether more than a tag comes next. */
  private goesOn(): boolean {
    const { input } = this;
    if (input.remaining === 0) return false;
    if (input.bytes[input.at] !== LESS_THAN) return true;
    return startsWith(input, '<![CDATA[') || startsWith(input, '<!--');
  }

  private decoded(start: number, end: number): string {
    const octets = this.input.bytes.subarray(start, end);
    let text: string;
    try {
      text = decoder.decode(octets);
    } catch {
      const offset = start + utf8Fault(octets);
      throw xmlFault('xml.bad-utf8', offset);
    }
    if (this.rules.checksCharacters) this.checkCharacters(text, start);
    return this.rules.normalizesLineEnds && text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }

  private checkCharacters(text: string, start: number): void {
    const index = text.search(NO_CHAR);
    if (index < 0) return;
    const before = new TextEncoder().encode(text.slice(0, index)).length;
    throw xmlFault('xml.bad-character', start + before, { character: codePointName(text.charCodeAt(index)) });
  }

  private reference(): string {
    const { input } = this;
    const { bytes, at } = input;
    const end = bytes.indexOf(SEMICOLON, at);
    if (end < 0 || end >= input.limit || end - at > MAX_REFERENCE) throw xmlFault('xml.bad-reference', at);
    const name = shortAscii(bytes, at + 1, end);
    const isNumber = name[0] === '#';
    const text = isNumber ? this.characterOf(name) : Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
    if (text === undefined) throw xmlFault('xml.unknown-entity', at, { name });
    input.begin(isNumber ? CHARACTER_REFERENCE : ENTITY_REFERENCE);
    input.at = end + 1;
    input.end();
    return text;
  }

  private characterOf(name: string): string | undefined {
    const digits = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(name);
    if (!digits) return undefined;
    const codePoint = digits[1] ? Number.parseInt(digits[1], 16) : Number(digits[2]);
    if (!isChar(codePoint)) throw xmlFault('xml.bad-character', this.input.at, { character: codePointName(codePoint) });
    return String.fromCodePoint(codePoint);
  }

  private cdata(): string {
    const { input } = this;
    const start = input.at + 9;
    const end = indexOfText(input, ']]>', start);
    if (end < 0) throw xmlFault('xml.unexpected-end', input.limit);
    input.begin(CDATA_SECTION);
    input.at = start;
    input.content();
    const text = this.decoded(start, end);
    input.at = end;
    input.tail();
    input.at = end + 3;
    input.end();
    return text;
  }

  private comment(): void {
    const { input } = this;
    const end = indexOfText(input, '-->', input.at + 4);
    if (end < 0) throw xmlFault('xml.unexpected-end', input.limit);
    input.begin(COMMENT);
    input.at = end + 3;
    input.end();
  }
}

/** The offset of the first `<` or `&` at or after `at`. The engine looks for one octet many at a time, a loop for either one by one. */
function plainEnd(bytes: Uint8Array, at: number, limit: number): number {
  const tag = bytes.indexOf(LESS_THAN, at);
  const end = tag < 0 || tag > limit ? limit : tag;
  const reference = bytes.subarray(at, end).indexOf(AMPERSAND);
  return reference < 0 ? end : at + reference;
}

function shortAscii(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i]);
  return text;
}

function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
