// The way through a document octet by octet, as expat 2.5 goes it: what ends a token before its time, and what is said then.
// lib/xmltok_impl.c.
import { sequenceLength } from '../bytes/utf8-fault';
import { isChar, isNameOctet, isNameStart, isSpace } from './characters';

/** In place of a message: nothing is known of what comes next. */
export const UNKNOWN = '';

/** The first error, or {@link UNKNOWN}. */
export class ExpatFault extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/** A place in a document. What it passes over must be UTF-8 and characters of XML. */
export class ExpatCursor {
  protected at = 0;
  /** Where the token begins that is being read. */
  protected token = 0;

  constructor(protected readonly octets: Uint8Array) {}

  protected name(): string {
    const { at } = this;
    this.nameCharacter(isNameStart);
    this.nameCharacters();
    return this.textFrom(at);
  }

  /** As many as there are. */
  protected nameCharacters(): void {
    while (!this.isAtEnd && isNameOctet(this.octet)) this.nameCharacter(isNameOctet);
  }

  /** None of four octets may stand in a name, as in the first editions of XML 1.0. */
  protected nameCharacter(fits: (octet: number) => boolean): void {
    const { at } = this;
    if (this.take(fits) >= 0xf0) this.invalid(at);
  }

  /** Passes over white space; returns how much there was. */
  protected spaces(): number {
    const { at } = this;
    while (!this.isAtEnd && isSpace(this.octet)) this.at++;
    return this.at - at;
  }

  /** Passes over the next character, which must be one that `fits` by its first octet. */
  protected take(fits: (octet: number) => boolean): number {
    if (!this.isAtEnd && !fits(this.octet)) this.invalid();
    return this.character();
  }

  /** Passes over the next character; returns its first octet. */
  protected character(): number {
    if (this.isAtEnd) this.fail('unclosed token');
    const { octet } = this;
    const length = octet < 0xc0 ? 1 : octet < 0xe0 ? 2 : octet < 0xf0 ? 3 : octet < 0xf5 ? 4 : 1;
    if (length > this.left) this.fail('partial character');
    if (octet < 0x80 ? !isChar(octet) : sequenceLength(this.octets, this.at) === 0 || this.isNoChar()) this.invalid();
    this.at += length;
    return octet;
  }

  /** U+FFFE and U+FFFF. */
  private isNoChar(): boolean {
    const { octets, at } = this;
    return octets[at] === 0xef && octets[at + 1] === 0xbf && octets[at + 2] >= 0xbe;
  }

  protected get octet(): number {
    return this.octets[this.at];
  }

  protected get left(): number {
    return this.octets.length - this.at;
  }

  protected is(octet: number): boolean {
    return this.octet === octet;
  }

  protected get isAtEnd(): boolean {
    return this.at >= this.octets.length;
  }

  protected startsWith(text: string): boolean {
    for (let i = 0; i < text.length; i++) if (this.octets[this.at + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  /** What has been passed over since `at`, a character for each octet. */
  protected textFrom(at: number): string {
    return octetText(this.octets, at, this.at);
  }

  /** What comes next, a character for each octet, as far as `most`. */
  protected rest(most: number): string {
    return octetText(this.octets, this.at, Math.min(this.at + most, this.octets.length));
  }

  protected invalid(at = this.at): never {
    return this.fail('not well-formed (invalid token)', at);
  }

  protected fail(message: string, at = this.token): never {
    throw new ExpatFault(message, at);
  }
}

function octetText(octets: Uint8Array, start: number, end: number): string {
  return Array.from(octets.subarray(start, end), octet => String.fromCharCode(octet)).join('');
}
