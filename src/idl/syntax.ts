// Recursive descent over the interface language: text to declarations whose type names are not yet looked up.
// An error in one declaration does not hide the errors of the next: the parser goes on at the next declaration.
import { type Problem, ProblemError, type ProblemParams, problem } from '../problem/problem';
import type { Declaration, EnumSyntax, MemberSyntax, MethodSyntax, NumberedSyntax, TypeSyntax } from './syntax-tree';
import { type Token, tokenize } from './tokens';

/** `list<list<…>>` may be this deep; deeper would only serve to exhaust the stack. */
const MAX_DEPTH = 32;

/** What begins a declaration when a name follows; otherwise it is the name of a method. */
export const KEYWORDS: readonly string[] = ['service', 'struct', 'oneway', 'enum', 'exception'];

/** Every declaration of `text` that is well formed; what is not goes to `problems`. */
export function parseDeclarations(text: string, problems: Problem[]): Declaration[] {
  const parser = new Parser(tokenize(text, problems));
  const declarations: Declaration[] = [];
  while (!parser.atEnd()) {
    try {
      declarations.push(parser.declaration());
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(error.problem);
      parser.skipToDeclaration();
    }
  }
  return declarations;
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  atEnd(): boolean {
    while (this.accept(';')) {
      /* declarations may be separated by semicolons */
    }
    return this.next.kind === 'end';
  }

  declaration(): Declaration {
    if (this.acceptWord('service')) return { form: 'service', name: this.name() };
    if (this.acceptWord('enum')) return this.enum();
    if (this.acceptWord('struct')) return { form: 'struct', name: this.simpleName(), members: this.structMembers() };
    if (this.acceptWord('exception'))
      return { form: 'exception', name: this.simpleName(), members: this.structMembers() };
    return this.method();
  }

  /** After an error: on to what looks like the beginning of a declaration. */
  skipToDeclaration(): void {
    do this.at++;
    while (this.next.kind !== 'end' && !this.looksLikeDeclaration());
  }

  private looksLikeDeclaration(): boolean {
    if (this.next.kind !== 'name') return false;
    return KEYWORDS.includes(this.next.text) ? this.after.kind === 'name' : this.after.text === '(';
  }

  private enum(): EnumSyntax {
    const name = this.simpleName();
    this.expect('{');
    // An enum without members would have no value to begin with.
    const first = this.numbered();
    this.accept(',');
    return { form: 'enum', name, members: [first, ...this.listed('}', () => this.numbered())] };
  }

  private method(): MethodSyntax {
    const oneway = this.acceptWord('oneway');
    const name = this.name();
    this.expect('(');
    const params = this.listed(')', () => this.member());
    const result = this.accept(':') ? this.type(0) : undefined;
    if (oneway && result) throw failure('idl.oneway-result', result.name, { name: name.text });
    const throws = this.throws();
    if (oneway && throws.length > 0) throw failure('idl.oneway-throws', throws[0].name, { name: throws[0].name.text });
    return { form: 'method', name, params, result, throws, oneway };
  }

  private throws(): NumberedSyntax[] {
    if (!this.acceptWord('throws')) return [];
    const exceptions = [this.numbered()];
    while (this.accept(',')) exceptions.push(this.numbered());
    return exceptions;
  }

  private structMembers(): MemberSyntax[] {
    this.expect('{');
    return this.listed('}', () => (this.acceptWord('oneof') ? this.oneof() : [this.member()])).flat();
  }

  private oneof(): MemberSyntax[] {
    const oneof = this.simpleName();
    this.expect('{');
    if (this.next.kind !== 'name') throw failure('idl.expected-name', this.next);
    return this.listed('}', () => this.member(oneof));
  }

  /** Parts up to `close`. Commas separate them; within braces a new line does as well, and a last comma is welcome. */
  private listed<T>(close: ')' | '}', read: () => T): T[] {
    const parts: T[] = [];
    while (!this.accept(close)) {
      parts.push(read());
      if (!this.accept(',') && (close === ')' || this.next.kind !== 'name')) {
        this.expect(close);
        break;
      }
    }
    return parts;
  }

  private member(oneof?: Token): MemberSyntax {
    const name = this.simpleName();
    const question = this.next;
    const marked = this.accept('?');
    this.expect(':');
    const type = this.type(0);
    const twice = type.form === 'optional' ? marked || oneof : marked && oneof;
    if (twice) throw failure('idl.optional-twice', marked ? question : type.name);
    return {
      name,
      type: marked || oneof ? { form: 'optional', inner: type, name: type.name } : type,
      attributes: this.attributes(),
      number: this.number(),
      oneof,
    };
  }

  private attributes(): Token[] {
    const attributes: Token[] = [];
    while (this.accept('@')) attributes.push(this.name());
    return attributes;
  }

  private numbered(): NumberedSyntax {
    return { name: this.simpleName(), number: this.number() };
  }

  private number(): Token | undefined {
    if (!this.accept('=')) return undefined;
    const token = this.next;
    if (token.kind !== 'number') throw failure('idl.expected-number', token);
    this.at++;
    return token;
  }

  private type(depth: number): TypeSyntax {
    if (depth > MAX_DEPTH) throw failure('idl.too-deep', this.next, { limit: MAX_DEPTH });
    const name = this.next;
    if (name.kind !== 'name') throw failure('idl.expected-type', name);
    this.at++;
    const type = this.bareType(name, depth);
    if (!this.accept('?')) return type;
    if (this.next.text === '?') throw failure('idl.optional-twice', this.next);
    return { form: 'optional', inner: type, name };
  }

  private bareType(name: Token, depth: number): TypeSyntax {
    switch (name.text) {
      case 'list':
      case 'set': {
        const [inner] = this.typesInAngles(depth, 1);
        return { form: name.text, inner, name };
      }
      case 'map': {
        const types = this.typesInAngles(depth, 2);
        return { form: 'map', key: types.at(-2), inner: types.at(-1)!, name };
      }
      case 'stream':
        if (this.next.kind === 'name') return { form: 'stream', inner: this.type(depth + 1), name };
    }
    return { form: 'name', name };
  }

  /** From one type to as many as `most`. */
  private typesInAngles(depth: number, most: number): TypeSyntax[] {
    this.expect('<');
    const types = [this.type(depth + 1)];
    while (types.length < most && this.accept(',')) types.push(this.type(depth + 1));
    this.expect('>');
    return types;
  }

  private name(): Token {
    const token = this.next;
    if (token.kind !== 'name') throw failure('idl.expected-name', token);
    this.at++;
    return token;
  }

  private simpleName(): Token {
    const token = this.name();
    if (token.text.includes('.')) throw failure('idl.dotted-name', token, { name: token.text });
    return token;
  }

  private expect(sign: string): void {
    if (!this.accept(sign)) throw failure('idl.expected-sign', this.next, { sign });
  }

  private accept(sign: string): boolean {
    const found = this.next.kind === 'sign' && this.next.text === sign;
    if (found) this.at++;
    return found;
  }

  /** `word`, if it introduces a name; it may be a name itself. */
  private acceptWord(word: string): boolean {
    const found = this.next.text === word && this.after.kind === 'name';
    if (found) this.at++;
    return found;
  }

  private get next(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)];
  }

  private get after(): Token {
    return this.tokens[Math.min(this.at + 1, this.tokens.length - 1)];
  }
}

type SyntaxCode =
  | 'idl.expected-type'
  | 'idl.expected-name'
  | 'idl.expected-number'
  | 'idl.expected-sign'
  | 'idl.dotted-name'
  | 'idl.oneway-result'
  | 'idl.oneway-throws'
  | 'idl.optional-twice'
  | 'idl.too-deep';

function failure(code: SyntaxCode, token: Token, params: ProblemParams = {}): ProblemError {
  return problem(code, params, { offset: token.start, end: token.end });
}
