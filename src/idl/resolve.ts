// From declarations to the interface: the names of types are looked up, and what contradicts itself is reported.
import type { Problem, ProblemParams } from '../problem/problem';
import { attributesOf } from './attributes';
import { type Extent, extentOfAll, MAX_DEPTH, MAX_SIZE } from './extent';
import { enumNumbers, givenNumbers } from './given-numbers';
import { isKeyKind } from './integers';
import type {
  Declaration,
  EnumSyntax,
  MemberSyntax,
  MethodSyntax,
  NumberedSyntax,
  StructSyntax,
  TypeSyntax,
} from './syntax-tree';
import type { Token } from './tokens';
import { isBuiltIn, SCALAR_NAMES } from './type-names';
import type { EnumType, KeyType, Member, Method, ServiceInterface, StructType, Thrown, Type } from './types';
import { VOID } from './types';

/** Looks up the names of types. Each struct is resolved once, however often it is used. */
export class Resolver {
  private readonly syntax = new Map<string, StructSyntax>();
  private readonly enums = new Map<string, EnumType>();
  private readonly structs = new Map<string, StructType | 'underway'>();
  private readonly extents = new Map<Type, Extent>();

  constructor(
    private readonly declarations: readonly Declaration[],
    private readonly problems: Problem[],
  ) {}

  resolve(): ServiceInterface {
    const { declarations } = this;
    const structs = declarations.filter(({ form }) => form === 'struct' || form === 'exception') as StructSyntax[];
    const enums = declarations.filter(declaration => declaration.form === 'enum');
    const methods = declarations.filter(declaration => declaration.form === 'method');
    this.reportDuplicates(declarations.filter(({ form }) => form !== 'method' && form !== 'service'));
    this.reportDuplicates(methods);
    for (const { name } of [...enums, ...structs])
      if (isBuiltIn(name.text)) this.report('idl.reserved-name', name, { name: name.text });
    for (const syntax of enums) this.enums.set(syntax.name.text, this.enum(syntax));
    for (const syntax of structs) this.syntax.set(syntax.name.text, syntax);
    return {
      ...this.service(),
      enums: [...this.enums.values()],
      structs: this.structsOf('struct'),
      exceptions: this.structsOf('exception'),
      methods: methods.map(method => this.method(method)),
    };
  }

  private service(): { name?: string } {
    const [first, ...others] = this.declarations;
    for (const { form, name } of others) if (form === 'service') this.report('idl.service-first', name);
    return first?.form === 'service' ? { name: first.name.text } : {};
  }

  private structsOf(form: StructSyntax['form']): StructType[] {
    return [...this.syntax.values()]
      .filter(syntax => syntax.form === form)
      .map(({ name }) => this.struct(name.text))
      .filter(struct => struct !== undefined);
  }

  private enum({ name, members }: EnumSyntax): EnumType {
    this.reportDuplicates(members);
    const numbers = enumNumbers(members, this.report);
    return {
      kind: 'enum',
      name: name.text,
      members: members.map((member, i) => ({ name: member.name.text, number: numbers[i] })),
    };
  }

  private method({ name, params, result, throws, oneway }: MethodSyntax): Method {
    const members = this.members(params, params.length === 1);
    this.limit(extentOfAll(members, this.extents), name);
    return {
      name: name.text,
      params: members,
      result: result ? this.result(result) : VOID,
      throws: this.thrown(throws),
      oneway,
    };
  }

  private result(syntax: TypeSyntax): Type {
    return syntax.form === 'name' && syntax.name.text === 'void' ? VOID : this.type(syntax, true);
  }

  private thrown(throws: readonly NumberedSyntax[]): Thrown[] {
    this.reportDuplicates(throws);
    const numbers = givenNumbers(throws, this.report);
    return throws.flatMap(({ name }, i) => {
      const type = this.syntax.get(name.text)?.form === 'exception' ? this.struct(name.text) : undefined;
      if (!type) this.report('idl.unknown-exception', name, { name: name.text });
      return type ? [numbers[i] === undefined ? { type } : { type, number: numbers[i] }] : [];
    });
  }

  /** `streamable` says whether they can be a stream: the only parameter can. */
  private members(members: readonly MemberSyntax[], streamable: boolean): Member[] {
    const groups = new Set(members.flatMap(({ oneof }) => oneof ?? []));
    this.reportDuplicates([...members, ...[...groups].map(name => ({ name }))]);
    const numbers = givenNumbers(members, this.report);
    return members.map((syntax, i) => {
      const type = this.type(syntax.type, streamable);
      const attributes = attributesOf(syntax, type, this.report);
      return {
        name: syntax.name.text,
        type,
        ...(numbers[i] !== undefined && { number: numbers[i] }),
        ...(attributes.length > 0 && { attributes }),
        ...(syntax.oneof && { oneof: syntax.oneof.text }),
      };
    });
  }

  private type(syntax: TypeSyntax, streamable = false): Type {
    switch (syntax.form) {
      case 'list':
        return { kind: 'list', element: this.type(syntax.inner) };
      case 'stream':
        if (!streamable) this.report('idl.misplaced-stream', syntax.name);
        return { kind: 'list', element: this.type(syntax.inner), streamed: true };
      case 'set':
        return { kind: 'set', element: this.type(syntax.inner) };
      case 'map':
        return { kind: 'map', ...this.key(syntax.key), value: this.type(syntax.inner) };
      case 'optional':
        return { kind: 'optional', inner: this.type(syntax.inner) };
      case 'name':
        return this.named(syntax.name);
    }
  }

  private key(syntax: TypeSyntax | undefined): { key?: KeyType } {
    const type = syntax && this.type(syntax);
    if (!type || type.kind === 'string') return {};
    if (type.kind === 'enum') return { key: type };
    const { kind } = type;
    if (isKeyKind(kind)) return { key: { kind } };
    this.report('idl.bad-key', syntax.name, { name: syntax.name.text });
    return {};
  }

  private named(token: Token): Type {
    const name = token.text;
    if (name === 'void') this.report('idl.void-value', token);
    const scalar = SCALAR_NAMES.find(kind => kind === name);
    if (scalar) return { kind: scalar };
    const known = this.enums.get(name);
    if (known) return known;
    const syntax = this.syntax.get(name);
    if (this.structs.get(name) === 'underway') this.report('idl.recursive-struct', token, { name });
    else if (!syntax) this.report('idl.unknown-type', token, { name });
    else if (syntax.form === 'exception') this.report('idl.exception-value', token, { name });
    return this.struct(name) ?? VOID;
  }

  private struct(name: string): StructType | undefined {
    const known = this.structs.get(name);
    if (known) return known === 'underway' ? undefined : known;
    const syntax = this.syntax.get(name);
    if (!syntax) return undefined;
    this.structs.set(name, 'underway');
    const struct: StructType = { kind: 'struct', name, members: this.members(syntax.members, false) };
    this.structs.set(name, struct);
    const extent = extentOfAll(struct.members, this.extents);
    this.extents.set(struct, extent);
    this.limit(extent, syntax.name);
    return struct;
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

  private readonly report = (code: Problem['code'], token: Token, params: ProblemParams = {}): void => {
    this.problems.push({ code, params, at: { offset: token.start, end: token.end } });
  };
}
