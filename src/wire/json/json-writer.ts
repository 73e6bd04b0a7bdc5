// JSON texts, octet for octet as JSON.stringify writes them without a space argument. RFC 8259; ECMA-262 §25.5.2.
import { ByteWriter } from '../bytes/byte-writer';
import type { FieldKindId } from '../bytes/field-kind';
import { ARRAY, ESCAPE, LITERAL, MEMBER, NAME, NUMBER, OBJECT, STRING } from './kinds';

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** Below this length a loop over character codes beats TextEncoder, whose call is dear in browsers. */
const SHORT_TEXT = 256;
/** What JSON.stringify escapes: quotation mark, backslash, control characters and lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const MAY_BE_ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

/** RFC 8259 §7: the escapes of two characters. JSON.stringify never escapes the solidus. */
const SHORT_ESCAPES = new Map([
  [0x08, '\\b'],
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0c, '\\f'],
  [0x0d, '\\r'],
  [QUOTE, '\\"'],
  [BACKSLASH, '\\\\'],
]);

/**
 * Writes one JSON text, value by value; separators come by themselves.
 *
 *     json.beginObject();  json.beginMember('a', MEMBER, 'a');  json.number(2);  json.endMember();  json.endObject();
 *
 * `key` says which part of the call's values a field encodes: see Annotations.
 */
export class JsonWriter extends ByteWriter {
  /** Whether a value has gone before in the array or object that is open. */
  private separate = false;
  /** Whether a number that JSON cannot write has become `null`. */
  lostNumber = false;

  beginObject(kind: FieldKindId = OBJECT, key?: string | number): void {
    this.beginBracket(kind, 0x7b, key);
  }

  endObject(): void {
    this.endBracket(0x7d);
  }

  beginArray(kind: FieldKindId = ARRAY, key?: string | number): void {
    this.beginBracket(kind, 0x5b, key);
  }

  endArray(): void {
    this.endBracket(0x5d);
  }

  /** A name, of kind `nameKind`, and the colon after it. The member's value must follow, then {@link endMember}. */
  beginMember(name: string, kind: FieldKindId = MEMBER, key?: string | number, nameKind: FieldKindId = NAME): void {
    this.separator();
    this.begin(kind, key);
    this.quoted(name, nameKind);
    this.uint8(COLON);
    this.separate = false;
  }

  endMember(): void {
    this.end();
    this.separate = true;
  }

  string(text: string, kind: FieldKindId = STRING, key?: string | number): void {
    this.separator();
    this.quoted(text, kind, key);
    this.separate = true;
  }

  /** A finite number, as ECMAScript writes it: `-0` becomes `0`, 1e21 `1e+21`. The others become `null`, as with JSON.stringify. */
  number(value: number, kind: FieldKindId = NUMBER, key?: string | number): void {
    if (Number.isFinite(value)) {
      this.bare(String(value), kind, key);
    } else {
      this.lostNumber = true;
      this.literal(null, undefined, key);
    }
  }

  /** An integer with all its digits. JSON.stringify refuses a bigint; RFC 8259 §6 sets no limit. */
  integer(value: bigint, kind: FieldKindId = NUMBER, key?: string | number): void {
    this.bare(String(value), kind, key);
  }

  /** A number in digits of the caller's choice, which must follow RFC 8259 §6. */
  numeral(digits: string, kind: FieldKindId = NUMBER, key?: string | number): void {
    this.bare(digits, kind, key);
  }

  literal(value: boolean | null, kind: FieldKindId = LITERAL, key?: string | number): void {
    this.bare(String(value), kind, key);
  }

  /** A token of ASCII characters. */
  private bare(text: string, kind: FieldKindId, key?: string | number): void {
    this.separator();
    this.reserve(text.length);
    const { octets, used } = this;
    for (let i = 0; i < text.length; i++) octets[used + i] = text.charCodeAt(i);
    this.used = used + text.length;
    this.annotations?.leaf(kind, used, this.used, key);
    this.separate = true;
  }

  private beginBracket(kind: FieldKindId, bracket: number, key?: string | number): void {
    this.separator();
    this.begin(kind, key);
    this.uint8(bracket);
    this.content();
    this.separate = false;
  }

  private endBracket(bracket: number): void {
    this.tail();
    this.uint8(bracket);
    this.end();
    this.separate = true;
  }

  private separator(): void {
    if (this.separate) this.uint8(COMMA);
  }

  private quoted(text: string, kind: FieldKindId, key?: string | number): void {
    if (text.length < SHORT_TEXT && this.quotedPlainly(text, kind, key)) return;
    this.begin(kind, key);
    this.uint8(QUOTE);
    this.content();
    if (MAY_BE_ESCAPED.test(text)) this.escaped(text);
    else this.text(text);
    this.tail();
    this.uint8(QUOTE);
    this.end();
  }

  /** Writes `text` in one pass, by hand. False, and nothing is written, when a character may have to be escaped. */
  private quotedPlainly(text: string, kind: FieldKindId, key?: string | number): boolean {
    const { length } = text;
    this.reserve(length * 3 + 2);
    const { octets, used } = this;
    let at = used;
    octets[at++] = QUOTE;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0x80) {
        if (code < 0x20 || code === QUOTE || code === BACKSLASH) return false;
        octets[at++] = code;
      } else if (code < 0x800) {
        octets[at++] = 0xc0 | (code >> 6);
        octets[at++] = 0x80 | (code & 0x3f);
      } else {
        if (code >= 0xd800 && code <= 0xdfff) return false;
        octets[at++] = 0xe0 | (code >> 12);
        octets[at++] = 0x80 | ((code >> 6) & 0x3f);
        octets[at++] = 0x80 | (code & 0x3f);
      }
    }
    octets[at++] = QUOTE;
    this.annotations?.enclosed(kind, used, used + 1, at - 1, at, key);
    this.used = at;
    return true;
  }

  private escaped(text: string): void {
    let written = 0;
    for (let i = 0; i < text.length; i++) {
      const escaped = escapeAt(text, i);
      if (escaped === undefined) continue;
      this.text(text.slice(written, i));
      this.begin(ESCAPE);
      this.text(escaped);
      this.end();
      written = i + 1;
    }
    this.text(text.slice(written));
  }
}

/** How the UTF-16 code unit at `i` is escaped, or undefined when it is not. */
function escapeAt(text: string, i: number): string | undefined {
  const code = text.charCodeAt(i);
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  if (surrogate ? isPaired(text, i) : code >= 0x20 && code !== QUOTE && code !== BACKSLASH) return undefined;
  // Well-formed JSON.stringify: control characters and lone surrogates as four lower-case hexadecimal digits.
  return SHORT_ESCAPES.get(code) ?? `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Whether the surrogate at `i` is half of a pair, which is one character. */
function isPaired(text: string, i: number): boolean {
  const first = text.charCodeAt(i) < 0xdc00 ? i : i - 1;
  return text.codePointAt(first)! > 0xffff;
}
