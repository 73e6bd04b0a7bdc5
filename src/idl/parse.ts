// The interface language: what client and server agree on, in no protocol's syntax.
import { type Problem, ProblemError, type ProblemParams } from '../problem/problem';
import {
  type Declaration,
  type MemberSyntax,
  type MethodSyntax,
  parseDeclarations,
  type StructSyntax,
  type TypeSyntax,
} from './syntax';
import type { Token } from './tokens';
import type { Member, Method, ScalarKind, ServiceInterface, StructType, Type } from './types';
import { VOID } from './types';

/** The names of the scalar types, as the interface language writes them. */
export const SCALAR_NAMES: readonly ScalarKind[] = [
  'boolean',
  'int',
  'long',
  'double',
  'string',
  'bytes',
  'datetime',
  'any',
  'void',
];

/** A struct, or a method's parameters, may hold this many values, counted through the structs inside; more would only serve to exhaust the memory. */
const MAX_SIZE = 2000;
/** Types may be nested this deep, counted through the structs inside; more would only serve to exhaust the stack. */
const MAX_DEPTH = 32;

/**
 * Reads an interface:
 *
 *     struct Item { sku: string, qty: int, price?: double }
 *     order(items: list<Item>, stock: map<int>): boolean   # a comment
 *     oneway note(text: string)
 *     system.listMethods(): list<string>
 *
 * Grammar (`NAME` is letters, digits and underscores; blanks and `#` comments may stand anywhere between):
 *
 *     interface = { declaration [ ";" ] }
 *     declaration = struct | method
 *     struct = "struct" NAME "{" { member [ "," ] } "}"
 *     method = [ "oneway" ] NAME { "." NAME } "(" [ member { "," member } [ "," ] ] ")" [ ":" type ]
 *     member = NAME [ "?" ] ":" type                       ; `a?: int` means `a: int?`
 *     type = ( scalar | "list" "<" type ">" | "map" "<" type ">" | NAME ) [ "?" ]
 *     scalar = "boolean" | "int" | "long" | "double" | "string" | "bytes" | "datetime" | "any" | "void"
 *
 * Structs may stand before or after their use, but not contain themselves. `void` is only a result, and the default of it.
 * Throws the first {@link diagnoseInterface} problem; its `at` are offsets in `text`.
 */
export function parseInterface(text: string): ServiceInterface {
  const { service, problems } = read(text);
  if (problems.length > 0) throw new ProblemError(problems[0]);
  return service;
}

/** Everything that is wrong with an interface's text, in the order of the text. */
export function diagnoseInterface(text: string): readonly Problem[] {
  return read(text).problems;
}

/** What can be made of a text, whole or not: for completion. */
export function readInterface(text: string): ServiceInterface {
  return read(text).service;
}

function read(text: string): { service: ServiceInterface; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const service = new Resolver(parseDeclarations(text, problems), problems).resolve();
  problems.sort((a, b) => (a.at?.offset ?? 0) - (b.at?.offset ?? 0));
  return { service, problems };
}

/** How many values a type holds, a list or a map counted as one of its elements, and how deep they are nested. */
interface Extent {
  readonly size: number;
  readonly depth: number;
}

function deeper({ size, depth }: Extent): Extent {
  return { size: size + 1, depth: depth + 1 };
}

/** Looks up the names of types. Each struct is resolved once, however often it is used. */
class Resolver {
  private readonly syntax = new Map<string, StructSyntax>();
  private readonly structs = new Map<string, StructType | 'underway'>();
  private readonly extents = new Map<StructType, Extent>();

  constructor(
    private readonly declarations: readonly Declaration[],
    private readonly problems: Problem[],
  ) {}

  resolve(): ServiceInterface {
    const structs = this.declarations.filter(declaration => declaration.form === 'struct');
    const methods = this.declarations.filter(declaration => declaration.form === 'method');
    this.reportDuplicates(structs);
    this.reportDuplicates(methods);
    for (const struct of structs) {
      if (isBuiltIn(struct.name.text)) this.report('idl.reserved-name', struct.name, { name: struct.name.text });
      this.syntax.set(struct.name.text, struct);
    }
    return {
      structs: [...this.syntax.keys()].map(name => this.struct(name)).filter(struct => struct !== undefined),
      methods: methods.map(method => this.method(method)),
    };
  }

  private method({ name, params, result, oneway }: MethodSyntax): Method {
    const members = this.members(params);
    this.limit(this.extentOfAll(members), name);
    return { name: name.text, params: members, result: result ? this.result(result) : VOID, oneway };
  }

  private result(syntax: TypeSyntax): Type {
    return syntax.form === 'name' && syntax.name.text === 'void' ? VOID : this.type(syntax);
  }

  private members(members: readonly MemberSyntax[]): Member[] {
    this.reportDuplicates(members);
    return members.map(({ name, type }) => ({ name: name.text, type: this.type(type) }));
  }

  private type(syntax: TypeSyntax): Type {
    switch (syntax.form) {
      case 'list':
        return { kind: 'list', element: this.type(syntax.inner) };
      case 'map':
        return { kind: 'map', value: this.type(syntax.inner) };
      case 'optional':
        return { kind: 'optional', inner: this.type(syntax.inner) };
      case 'name':
        return this.named(syntax.name);
    }
  }

  private named(token: Token): Type {
    const name = token.text;
    if (name === 'void') this.report('idl.void-value', token);
    const scalar = SCALAR_NAMES.find(kind => kind === name);
    if (scalar) return { kind: scalar };
    if (this.structs.get(name) === 'underway') this.report('idl.recursive-struct', token, { name });
    else if (!this.syntax.has(name)) this.report('idl.unknown-type', token, { name });
    return this.struct(name) ?? VOID;
  }

  private struct(name: string): StructType | undefined {
    const known = this.structs.get(name);
    if (known) return known === 'underway' ? undefined : known;
    const syntax = this.syntax.get(name);
    if (!syntax) return undefined;
    this.structs.set(name, 'underway');
    const struct: StructType = { kind: 'struct', name, members: this.members(syntax.members) };
    this.structs.set(name, struct);
    const extent = this.extentOfAll(struct.members);
    this.extents.set(struct, extent);
    this.limit(extent, syntax.name);
    return struct;
  }

  private extentOf(type: Type): Extent {
    switch (type.kind) {
      case 'struct':
        return this.extents.get(type) ?? { size: 1, depth: 1 };
      case 'list':
        return deeper(this.extentOf(type.element));
      case 'map':
        return deeper(this.extentOf(type.value));
      case 'optional':
        return this.extentOf(type.inner);
      default:
        return { size: 1, depth: 1 };
    }
  }

  private extentOfAll(members: readonly Member[]): Extent {
    const extents = members.map(({ type }) => this.extentOf(type));
    return deeper({
      size: extents.reduce((sum, { size }) => sum + size, 0),
      depth: extents.reduce((most, { depth }) => Math.max(most, depth), 0),
    });
  }

  private limit({ size, depth }: Extent, token: Token): void {
    if (size > MAX_SIZE) this.report('idl.too-large', token, { name: token.text, limit: MAX_SIZE });
    if (depth > MAX_DEPTH) this.report('idl.too-deep', token, { limit: MAX_DEPTH });
  }

  private reportDuplicates(named: readonly { readonly name: Token }[]): void {
    const seen = new Set<string>();
    for (const { name } of named) {
      if (seen.has(name.text)) this.report('idl.duplicate-name', name, { name: name.text });
      seen.add(name.text);
    }
  }

  private report(code: Problem['code'], token: Token, params: ProblemParams = {}): void {
    this.problems.push({ code, params, at: { offset: token.start, end: token.end } });
  }
}

function isBuiltIn(name: string): boolean {
  return name === 'list' || name === 'map' || SCALAR_NAMES.some(kind => kind === name);
}
