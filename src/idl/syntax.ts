// Recursive descent over the interface language: text to declarations whose type names are not yet looked up.
// An error in one declaration does not hide the errors of the next: the parser goes on at the next declaration.
import { type Problem, ProblemError, type ProblemParams, problem } from '../problem/problem';
import { type Token, tokenize } from './tokens';

/** A type as it is written. */
export type TypeSyntax =
  | { readonly form: 'name'; readonly name: Token }
  | { readonly form: 'list' | 'map'; readonly inner: TypeSyntax; readonly name: Token }
  | { readonly form: 'optional'; readonly inner: TypeSyntax; readonly name: Token };

/** A parameter or a struct's member. */
export interface MemberSyntax {
  readonly name: Token;
  readonly type: TypeSyntax;
}

export interface StructSyntax {
  readonly form: 'struct';
  readonly name: Token;
  readonly members: readonly MemberSyntax[];
}

export interface MethodSyntax {
  readonly form: 'method';
  readonly name: Token;
  readonly params: readonly MemberSyntax[];
  /** Undefined stands for void. */
  readonly result: TypeSyntax | undefined;
  readonly oneway: boolean;
}

export type Declaration = StructSyntax | MethodSyntax;

/** `list<list<…>>` may be this deep; deeper would only serve to exhaust the stack. */
const MAX_DEPTH = 32;

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
    if (this.next.text === 'struct' && this.after.kind === 'name') return this.struct();
    return this.method();
  }

  /** After an error: on to what looks like the beginning of a declaration. */
  skipToDeclaration(): void {
    do this.at++;
    while (this.next.kind !== 'end' && !this.looksLikeDeclaration());
  }

  private looksLikeDeclaration(): boolean {
    if (this.next.kind !== 'name') return false;
    if (this.next.text === 'struct' || this.next.text === 'oneway') return this.after.kind === 'name';
    return this.after.text === '(';
  }

  private struct(): StructSyntax {
    this.at++;
    const name = this.simpleName();
    this.expect('{');
    return { form: 'struct', name, members: this.members('}') };
  }

  private method(): MethodSyntax {
    const oneway = this.next.text === 'oneway' && this.after.kind === 'name';
    if (oneway) this.at++;
    const name = this.name();
    this.expect('(');
    const params = this.members(')');
    const result = this.accept(':') ? this.type(0) : undefined;
    if (oneway && result) throw failure('idl.oneway-result', result.name, { name: name.text });
    return { form: 'method', name, params, result, oneway };
  }

  /** Members up to `close`. Commas separate them; in a struct a new line does as well, and a last comma is welcome. */
  private members(close: ')' | '}'): MemberSyntax[] {
    const members: MemberSyntax[] = [];
    while (!this.accept(close)) {
      members.push(this.member());
      if (!this.accept(',') && (close === ')' || this.next.kind !== 'name')) {
        this.expect(close);
        break;
      }
    }
    return members;
  }

  private member(): MemberSyntax {
    const name = this.simpleName();
    const question = this.next;
    const optional = this.accept('?');
    this.expect(':');
    const type = this.type(0);
    if (!optional) return { name, type };
    if (type.form === 'optional') throw failure('idl.optional-twice', question);
    return { name, type: { form: 'optional', inner: type, name: type.name } };
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
    if (name.text !== 'list' && name.text !== 'map') return { form: 'name', name };
    this.expect('<');
    const inner = this.type(depth + 1);
    this.expect('>');
    return { form: name.text, inner, name };
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
  | 'idl.expected-sign'
  | 'idl.dotted-name'
  | 'idl.oneway-result'
  | 'idl.optional-twice'
  | 'idl.too-deep';

function failure(code: SyntaxCode, token: Token, params: ProblemParams = {}): ProblemError {
  return problem(code, params, { offset: token.start, end: token.end });
}
