// The tokens of a JSON text, read from its octets: strings, numbers, literal names and white space. RFC 8259 §2, §3, §6, §7.
import { type ProblemCode, type ProblemError, problem } from '../../problem/problem';
import type { Annotations } from '../bytes/annotations';
import type { ByteReader } from '../bytes/byte-reader';
import type { FieldKindId } from '../bytes/field-kind';
import { utf8Fault } from '../bytes/utf8-fault';
import { ESCAPE, WHITE_SPACE } from './kinds';

const QUOTE = 0x22;
const MINUS = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const BACKSLASH = 0x5c;
const SMALL_U = 0x75;

/** Digits that a double certainly holds: an integer of so many needs no check against 2^53. */
const SAFE_DIGITS = 15;
/** Digits of the longest 64-bit integer, and a sign. A longer one is rounded, as JSON.parse does. */
const LONGEST_INTEGER = 20;

/** RFC 8259 §7: what follows the backslash, and the character that it stands for. */
const SHORT_ESCAPES = new Map([...'"\\/bfnrt'].map((letter, i) => [letter.charCodeAt(0), '"\\/\b\f\n\r\t'[i]]));

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Decodes each octet as one character, so that offsets stay; what is ASCII is then cut out of the whole, which is cheap. */
const octetwise = new TextDecoder('latin1');

/** Reads tokens at `at`, which it moves on. */
export class JsonScanner {
  at: number;
  protected readonly octets: Uint8Array;
  protected readonly limit: number;
  protected readonly annotations: Annotations | undefined;
  private readonly characters: string;

  constructor(reader: ByteReader) {
    this.at = reader.at;
    this.limit = reader.limit;
    this.octets = reader.bytes.subarray(0, reader.limit);
    this.annotations = reader.annotations;
    this.characters = octetwise.decode(this.octets);
  }

  /** The octet at hand; at the end NaN, which equals nothing. */
  protected peek(): number {
    return this.at < this.limit ? this.octets[this.at] : Number.NaN;
  }

  protected whiteSpace(): void {
    if (this.octets[this.at] > 0x20) return;
    const start = this.at;
    while (isWhiteSpace(this.peek())) this.at++;
    if (this.at > start) this.annotations?.leaf(WHITE_SPACE, start, this.at);
  }

  protected literal<T>(name: string, value: T, kind: FieldKindId, key?: string | number): T {
    this.annotations?.begin(kind, this.at, key);
    for (let i = 0; i < name.length; i++, this.at++) if (this.peek() !== name.charCodeAt(i)) throw this.unexpected();
    this.annotations?.end(this.at);
    return value;
  }

  /** A number as JSON.parse reads it; an integer of up to 64 bits that a double may round is a bigint. */
  protected number(kind: FieldKindId, key?: string | number): number | bigint {
    const start = this.at;
    const first = this.peek();
    if (first !== MINUS && !isDigit(first)) throw this.unexpected();
    this.annotations?.begin(kind, start, key);
    if (first === MINUS) this.at++;
    if (this.peek() === ZERO) this.at++;
    else this.digits();
    const integerEnd = this.at;
    if (this.peek() === DOT) {
      this.at++;
      this.digits();
    }
    if ((this.peek() | 0x20) === 0x65) {
      this.at++;
      if (this.peek() === 0x2b || this.peek() === MINUS) this.at++;
      this.digits();
    }
    this.annotations?.end(this.at);
    return this.at === integerEnd ? this.integer(start) : Number(this.ascii(start, this.at));
  }

  /** A string, its quotation marks included. */
  protected string(kind: FieldKindId, key?: string | number): string {
    const { annotations } = this;
    annotations?.begin(kind, this.at, key);
    this.at++;
    annotations?.content(this.at);
    let text = this.unescaped();
    while (this.octets[this.at] === BACKSLASH) {
      text += this.escape();
      text += this.unescaped();
    }
    annotations?.tail(this.at);
    this.at++;
    annotations?.end(this.at);
    return text;
  }

  /** What is wrong with the octet at hand: it cannot stand here, or the text has ended. */
  protected unexpected(): ProblemError {
    return this.at >= this.limit
      ? this.fault('json.unexpected-end')
      : this.fault('json.unexpected', { found: shown(this.octets[this.at]) });
  }

  protected fault(code: ProblemCode, params: Readonly<Record<string, string | number>> = {}): ProblemError {
    return problem(code, { ...params, offset: this.at }, { offset: this.at });
  }

  private digits(): void {
    if (!isDigit(this.peek())) throw this.unexpected();
    while (isDigit(this.peek())) this.at++;
  }

  private integer(start: number): number | bigint {
    const length = this.at - start;
    if (length > SAFE_DIGITS) {
      const text = this.ascii(start, this.at);
      const value = Number(text);
      return Number.isSafeInteger(value) || length > LONGEST_INTEGER ? value : BigInt(text);
    }
    const negative = this.octets[start] === MINUS;
    let value = 0;
    for (let i = negative ? start + 1 : start; i < this.at; i++) value = value * 10 + this.octets[i] - ZERO;
    return negative ? -value : value;
  }

  /** The characters up to the next quotation mark or backslash, which stands at `at` afterwards. */
  private unescaped(): string {
    const { octets, limit } = this;
    const start = this.at;
    let at = start;
    let all = 0;
    for (; at < limit; at++) {
      const octet = octets[at];
      if (octet === QUOTE || octet === BACKSLASH) break;
      if (octet < 0x20) {
        this.at = at;
        throw this.fault('json.control-character', { found: shown(octet) });
      }
      all |= octet;
    }
    this.at = at;
    if (at >= limit) throw this.unexpected();
    return all < 0x80 ? this.ascii(start, at) : this.decoded(start, at);
  }

  private escape(): string {
    this.annotations?.begin(ESCAPE, this.at);
    this.at++;
    const letter = this.peek();
    const short = SHORT_ESCAPES.get(letter);
    if (short === undefined && letter !== SMALL_U) throw this.fault('json.bad-escape');
    this.at++;
    const text = short ?? String.fromCharCode(this.fourDigits());
    this.annotations?.end(this.at);
    return text;
  }

  private fourDigits(): number {
    let code = 0;
    for (let i = 0; i < 4; i++, this.at++) {
      const digit = hexDigit(this.peek());
      if (digit < 0) throw this.fault('json.bad-escape');
      code = code * 16 + digit;
    }
    return code;
  }

  private ascii(start: number, end: number): string {
    return this.characters.slice(start, end);
  }

  private decoded(start: number, end: number): string {
    try {
      return utf8.decode(this.octets.subarray(start, end));
    } catch {
      this.at = start + utf8Fault(this.octets.subarray(start, end));
      throw this.fault('json.bad-utf8', { found: shown(this.octets[this.at]) });
    }
  }
}

function isWhiteSpace(octet: number): boolean {
  return octet === 0x20 || octet === 0x0a || octet === 0x0d || octet === 0x09;
}

function isDigit(octet: number): boolean {
  return octet >= ZERO && octet <= NINE;
}

function hexDigit(octet: number): number {
  if (isDigit(octet)) return octet - ZERO;
  const letter = octet | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}

/** An octet as a sentence shows it: the character, or its hexadecimal digits. */
function shown(octet: number): string {
  return octet > 0x20 && octet < 0x7f ? String.fromCharCode(octet) : `0x${octet.toString(16).padStart(2, '0')}`;
}
