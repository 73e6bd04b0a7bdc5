// Looks at a document as expat 2.5 does, for nothing but the first error. lib/xmltok_impl.c says which octets make a token and which
// octet ends the attempt, lib/xmlparse.c what is wrong with whole tokens.
// Simplified: UTF-8 only (a NUL at the beginning makes expat think of UTF-16), and no document type declaration; every character beyond ASCII
// may stand in a name (characters.ts). The place of an error within the XML declaration is a guess, and so is what the punctuation of
// document type declarations (`%`, `#`, `)`, `]]`) leads to outside the root element.
import { AMPERSAND, CR, GREATER_THAN, isChar, isNameOctet, isNameStart, isSpace, LESS_THAN, SLASH } from './characters';
import { ExpatCursor, ExpatFault, UNKNOWN } from './expat-cursor';

/** A reference that stands at `at`: the name of an entity, or the number of a character. */
interface Reference {
  readonly at: number;
  readonly to: string | number;
}

interface Attribute {
  readonly at: number;
  readonly name: string;
  readonly references: readonly Reference[];
}

const ENTITIES = ['amp', 'lt', 'gt', 'apos', 'quot'];
const DECLARATION =
  /^<\?xml(?:\s+version\s*=\s*(?:(["'])[\w.:-]+\1(?:\s+encoding\s*=\s*(["'])([A-Za-z][\w.-]*)\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\4)?\s*(\?>)?)?)?/;
const EXCLAMATION = 0x21;
const HYPHEN = 0x2d;
const QUESTION = 0x3f;
const BRACKET = 0x5b;

export class ExpatScanner extends ExpatCursor {
  private readonly open: string[] = [];

  /** Reads the whole document. Throws the first {@link ExpatFault}. */
  document(): void {
    if (this.startsWith('\u00ef\u00bb\u00bf')) this.at = 3;
    if (this.startsWith('<?xml') && !isNameOctet(this.octets[this.at + 5])) this.declaration();
    this.prolog();
    do this.contentToken();
    while (this.open.length > 0);
    this.epilog();
  }

  private declaration(): void {
    this.token = this.at;
    this.processingInstruction();
    const text = this.textFrom(this.token);
    const [known, , , encoding = 'utf-8', , end] = DECLARATION.exec(text) ?? [''];
    if (end === undefined) throw new ExpatFault('XML declaration not well-formed', this.token + known.length);
    if (!/^(utf-?8|us-ascii)$/i.test(encoding)) throw new ExpatFault(UNKNOWN, this.token);
  }

  /** Up to the root element. */
  private prolog(): void {
    for (;;) {
      this.nextMisc();
      if (this.isAtEnd) this.fail('no element found', this.at);
      if (this.is(LESS_THAN) && isBeginning(this.octets[this.at + 1])) return;
      if (this.startsWith('<!DOCTYPE')) this.fail(UNKNOWN);
      const kind = this.miscToken();
      if (kind === 'declaration') this.fail('XML or text declaration not at start of entity');
      if (kind === 'other') this.fail('syntax error');
    }
  }

  private epilog(): void {
    for (this.nextMisc(); !this.isAtEnd; this.nextMisc())
      if (this.miscToken() !== 'misc') this.fail('junk after document element');
  }

  private nextMisc(): void {
    this.spaces();
    this.token = this.at;
  }

  /** One token outside the root element: a comment or processing instruction, or something that does not belong there. */
  private miscToken(): 'misc' | 'declaration' | 'other' {
    if (!this.is(LESS_THAN)) {
      this.strayToken();
      return 'other';
    }
    this.at++;
    if (this.isAtEnd) this.fail('unclosed token');
    if (this.is(QUESTION)) {
      this.at--;
      return this.processingInstruction() ? 'declaration' : 'misc';
    }
    if (isBeginning(this.octet)) return 'other';
    this.take(octet => octet === EXCLAMATION);
    if (this.is(BRACKET)) return 'other';
    if (isAsciiNameStart(this.octet)) {
      while (isAsciiNameStart(this.octet)) this.at++;
      this.take(isSpace);
      return 'other';
    }
    this.comment();
    return 'misc';
  }

  /** Tokens of a document type declaration, which stand alone here. */
  private strayToken(): void {
    const { octet } = this;
    if (octet === 0x22 || octet === 0x27) {
      this.at++;
      while (this.character() !== octet);
      if (!this.isAtEnd && !isSpace(this.octet) && !'>%['.includes(String.fromCharCode(this.octet))) this.invalid();
      return;
    }
    if ('()|>[],%#'.includes(String.fromCharCode(octet))) return;
    const isName = isNameStart(octet);
    this.nameCharacter(isNameOctet);
    this.nameCharacters();
    const mayFollow = isName ? '>),|[%*+?' : '>),|[%';
    if (!this.isAtEnd && !isSpace(this.octet) && !mayFollow.includes(String.fromCharCode(this.octet))) this.invalid();
  }

  private contentToken(): void {
    this.token = this.at;
    if (this.isAtEnd) this.fail('no element found', this.at);
    if (this.is(LESS_THAN)) this.markup();
    else if (this.is(AMPERSAND)) this.check(this.reference());
    else this.data();
  }

  private data(): void {
    if (this.startsWith(']]>')) this.invalid(this.at + 2);
    if (this.is(CR) && this.at + 1 === this.octets.length) this.fail('no element found');
    this.character();
  }

  private markup(): void {
    this.at++;
    if (this.isAtEnd) this.fail('unclosed token');
    if (this.is(SLASH)) this.endTag();
    else if (this.is(QUESTION)) {
      this.at--;
      if (this.processingInstruction()) this.fail('XML or text declaration not at start of entity');
    } else if (this.is(EXCLAMATION)) {
      this.at++;
      if (this.is(BRACKET)) this.cdataSection();
      else this.comment();
    } else this.startTag();
  }

  private startTag(): void {
    const name = this.name();
    const attributes: Attribute[] = [];
    for (;;) {
      const isSpaced = this.spaces() > 0;
      if (this.isAtEnd) this.fail('unclosed token');
      if (this.is(GREATER_THAN) || this.is(SLASH)) break;
      if (!isSpaced) this.invalid();
      attributes.push(this.attribute());
    }
    const isEmpty = this.is(SLASH);
    if (isEmpty) this.at++;
    this.take(octet => octet === GREATER_THAN);
    attributes.forEach((attribute, index) => {
      if (attributes.slice(0, index).some(other => other.name === attribute.name))
        this.fail('duplicate attribute', attribute.at);
      attribute.references.forEach(reference => {
        this.check(reference);
      });
    });
    if (!isEmpty) this.open.push(name);
  }

  private attribute(): Attribute {
    const { at } = this;
    const name = this.name();
    this.spaces();
    this.take(octet => octet === 0x3d);
    this.spaces();
    const quote = this.take(octet => octet === 0x22 || octet === 0x27);
    const references: Reference[] = [];
    while (!this.is(quote)) {
      if (this.is(AMPERSAND)) references.push(this.reference());
      else if (this.character() === LESS_THAN) this.invalid(this.at - 1);
    }
    this.at++;
    return { at, name, references };
  }

  private endTag(): void {
    const nameAt = ++this.at;
    const name = this.name();
    this.spaces();
    this.take(octet => octet === GREATER_THAN);
    if (this.open.pop() !== name) this.fail('mismatched tag', nameAt);
  }

  private reference(): Reference {
    const at = this.at++;
    if (!this.is(0x23)) {
      const name = this.name();
      this.take(octet => octet === 0x3b);
      return { at, to: name };
    }
    this.at++;
    const isHex = this.is(0x78);
    if (isHex) this.at++;
    const isDigit = (octet: number) => (isHex ? /[0-9A-Fa-f]/ : /[0-9]/).test(String.fromCharCode(octet));
    const digitsAt = this.at;
    this.take(isDigit);
    while (!this.isAtEnd && isDigit(this.octet)) this.at++;
    const digits = this.textFrom(digitsAt);
    this.take(octet => octet === 0x3b);
    return { at, to: Number.parseInt(digits, isHex ? 16 : 10) };
  }

  private check({ at, to }: Reference): void {
    if (typeof to === 'number') {
      if (!isChar(to)) this.fail('reference to invalid character number', at);
    } else if (!ENTITIES.includes(to)) this.fail('undefined entity');
  }

  private cdataSection(): void {
    if (this.left < '[CDATA['.length) this.fail('unclosed token');
    for (const character of '[CDATA[') this.take(octet => octet === character.charCodeAt(0));
    while (!this.startsWith(']]>')) {
      if (/^(?:\r|\]?\]?)$/.test(this.rest(3))) this.fail('unclosed CDATA section', this.at);
      this.token = this.at;
      this.character();
    }
    this.at += 3;
  }

  /** The rest of a comment, from its first hyphen. */
  private comment(): void {
    this.take(octet => octet === HYPHEN);
    this.take(octet => octet === HYPHEN);
    while (!this.startsWith('--')) this.character();
    this.at += 2;
    this.take(octet => octet === GREATER_THAN);
  }

  /** Whether it is an XML declaration by its name. */
  private processingInstruction(): boolean {
    this.at += 2;
    const target = this.name();
    if (this.isAtEnd) this.fail('unclosed token');
    if (/^xml$/i.test(target) && target !== 'xml') this.invalid();
    if (this.is(QUESTION)) {
      this.at++;
      this.take(octet => octet === GREATER_THAN);
    } else {
      this.take(isSpace);
      while (!this.startsWith('?>')) this.character();
      this.at += 2;
    }
    return target === 'xml';
  }
}

/** Whether a character that begins so may begin a name, as far as expat looks at first. */
function isBeginning(octet: number): boolean {
  return isNameStart(octet) && (octet < 0x80 || (octet >= 0xc2 && octet < 0xf5));
}

function isAsciiNameStart(octet: number): boolean {
  return octet < 0x80 && isNameStart(octet);
}
