// JSON texts, octet for octet as JSON.stringify writes them without a space argument. RFC 8259; ECMA-262 §25.5.2.
import type { ByteWriter } from '../bytes/byte-writer';
import type { FieldKindId } from '../bytes/field-kind';
import { ARRAY, ESCAPE, LITERAL, MEMBER, NAME, NUMBER, OBJECT, STRING } from './kinds';

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** Below this length a loop over character codes beats a regular expression. */
const SHORT_TEXT = 64;
/** What JSON.stringify escapes: quotation mark, backslash, control characters and lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const MAY_NEED_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;

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
export class JsonWriter {
  /** Whether a value has gone before in the array or object that is open. */
  private separate = false;
  /** Whether a number that JSON cannot write has become `null`. */
  lostNumber = false;

  constructor(private readonly bytes: ByteWriter) {}

  beginObject(kind: FieldKindId = OBJECT, key?: string | number): void {
    this.open(kind, 0x7b, key);
  }

  endObject(): void {
    this.close(0x7d);
  }

  beginArray(kind: FieldKindId = ARRAY, key?: string | number): void {
    this.open(kind, 0x5b, key);
  }

  endArray(): void {
    this.close(0x5d);
  }

  /** A name and the colon after it. The member's value must follow, then {@link endMember}. */
  beginMember(name: string, kind: FieldKindId = MEMBER, key?: string): void {
    this.separator();
    this.bytes.begin(kind, key);
    this.quoted(name, NAME);
    this.bytes.uint8(COLON);
    this.separate = false;
  }

  endMember(): void {
    this.bytes.end();
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

  literal(value: boolean | null, kind: FieldKindId = LITERAL, key?: string | number): void {
    this.bare(String(value), kind, key);
  }

  private bare(text: string, kind: FieldKindId, key?: string | number): void {
    this.separator();
    this.bytes.begin(kind, key);
    this.bytes.text(text);
    this.bytes.end();
    this.separate = true;
  }

  private open(kind: FieldKindId, bracket: number, key?: string | number): void {
    this.separator();
    this.bytes.begin(kind, key);
    this.bytes.uint8(bracket);
    this.bytes.content();
    this.separate = false;
  }

  private close(bracket: number): void {
    this.bytes.tail();
    this.bytes.uint8(bracket);
    this.bytes.end();
    this.separate = true;
  }

  private separator(): void {
    if (this.separate) this.bytes.uint8(COMMA);
  }

  private quoted(text: string, kind: FieldKindId, key?: string | number): void {
    const { bytes } = this;
    bytes.begin(kind, key);
    bytes.uint8(QUOTE);
    bytes.content();
    if (needsEscape(text)) this.escaped(text);
    else bytes.text(text);
    bytes.tail();
    bytes.uint8(QUOTE);
    bytes.end();
  }

  private escaped(text: string): void {
    let written = 0;
    for (let i = 0; i < text.length; i++) {
      const escaped = escapeAt(text, i);
      if (escaped === undefined) continue;
      if (escaped === PAIR) {
        i++;
        continue;
      }
      this.bytes.text(text.slice(written, i));
      this.bytes.begin(ESCAPE);
      this.bytes.text(escaped);
      this.bytes.end();
      written = i + 1;
    }
    this.bytes.text(text.slice(written));
  }
}

/** Stands for a surrogate pair, which is one character and is not escaped. */
const PAIR = '';

/** How the character at `i` is escaped, or undefined when it is not. */
function escapeAt(text: string, i: number): string | undefined {
  const code = text.charCodeAt(i);
  if (code >= 0x20 && code !== QUOTE && code !== BACKSLASH && (code < 0xd800 || code > 0xdfff)) return undefined;
  if (code >= 0xd800 && text.codePointAt(i)! > 0xffff) return PAIR;
  // Well-formed JSON.stringify: control characters and lone surrogates as four lower-case hexadecimal digits.
  return SHORT_ESCAPES.get(code) ?? `\\u${code.toString(16).padStart(4, '0')}`;
}

function needsEscape(text: string): boolean {
  const { length } = text;
  if (length >= SHORT_TEXT) return MAY_NEED_ESCAPE.test(text);
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code === QUOTE || code === BACKSLASH || (code >= 0xd800 && code <= 0xdfff)) return true;
  }
  return false;
}
