// A .thrift file as a draft of an interface. doc/specs/idl.md of Apache Thrift.
import {
  type EnumDefinition,
  type ExceptionDefinition,
  type FieldDefinition,
  type FieldType,
  type FunctionDefinition,
  type ServiceDefinition,
  type StructDefinition,
  SyntaxType,
  type ThriftStatement,
  type UnionDefinition,
} from '@creditkarma/thrift-parser';
import { problem } from '../../problem/problem';
import type { Draft, DraftEnum, DraftMember, DraftMethod, DraftStruct } from '../draft';
import type { IdlFile } from '../idl-file';
import type { Notes } from '../notes';
import { noteField, noteStatement } from './left-out';
import { annotatedNamespaces, parseThrift } from './parse-thrift';
import { typeTextOf } from './thrift-types';

/** What the oneof is called that holds the members of a union. */
const UNION = 'value';

type StructLike = StructDefinition | UnionDefinition | ExceptionDefinition;

/** Reads a .thrift file. Throws `import.syntax`. */
export function readThrift(text: string): IdlFile {
  const { body } = parseThrift(text);
  const services = body.filter(statement => statement.type === SyntaxType.ServiceDefinition);
  return {
    services: services.map(({ name }) => name.value),
    draft(name, notes) {
      for (const line of annotatedNamespaces(text)) notes.add('import.option', 'namespace (…)', line);
      return new ThriftDraft(body, services, notes).of(services.find(each => each.name.value === name));
    },
  };
}

class ThriftDraft {
  private readonly aliases = new Map<string, FieldType>();
  private readonly exceptions: ReadonlySet<string>;

  constructor(
    private readonly body: readonly ThriftStatement[],
    private readonly services: readonly ServiceDefinition[],
    private readonly notes: Notes,
  ) {
    const exceptions = body.filter(statement => statement.type === SyntaxType.ExceptionDefinition);
    this.exceptions = new Set(exceptions.map(({ name }) => name.value));
  }

  of(service: ServiceDefinition | undefined): Draft {
    const enums: DraftEnum[] = [];
    const structs: DraftStruct[] = [];
    let module: string | undefined;
    for (const statement of this.body) {
      noteStatement(statement, module, this.notes);
      if (statement.type === SyntaxType.TypedefDefinition) this.alias(statement.name.value, statement.definitionType);
      else if (statement.type === SyntaxType.NamespaceDefinition) module ??= statement.name.value;
    }
    for (const statement of this.body) {
      if (statement.type === SyntaxType.EnumDefinition) enums.push(this.enum(statement));
      else if (isStructLike(statement)) structs.push(this.struct(statement));
    }
    const name = service && (module === undefined ? service.name.value : `${module}.${service.name.value}`);
    return { ...(name !== undefined && { name }), enums, structs, methods: service ? this.methodsOf(service) : [] };
  }

  /** A typedef of itself, by whatever way, names nothing. */
  private alias(name: string, type: FieldType): void {
    let target: FieldType | undefined = type;
    while (target?.type === SyntaxType.Identifier && target.value !== name) target = this.aliases.get(target.value);
    if (target?.type !== SyntaxType.Identifier) this.aliases.set(name, type);
  }

  private enum({ name, members, loc }: EnumDefinition): DraftEnum {
    const numbers: number[] = [];
    for (const { initializer } of members)
      numbers.push(initializer ? Number(initializer.value.value) : (numbers.at(-1) ?? -1) + 1);
    const named = members.map((member, i) => ({ name: member.name.value, number: numbers[i], line: lineOf(member) }));
    const first = named.filter(({ name: alias, number, line }, i) => {
      const isAlias = numbers.indexOf(number) < i;
      if (isAlias) this.notes.add('import.enum-alias', alias, line);
      return !isAlias;
    });
    return { name: name.value, members: first, line: loc.start.line };
  }

  private struct(definition: StructLike): DraftStruct {
    const { type, name, fields } = definition;
    const members = fields.map(field => this.member(field));
    const isUnion = type === SyntaxType.UnionDefinition;
    return {
      keyword: type === SyntaxType.ExceptionDefinition ? 'exception' : 'struct',
      name: name.value,
      members: isUnion ? members.map(member => ({ ...member, optional: true, oneof: UNION })) : members,
      line: lineOf(definition),
    };
  }

  private member(field: FieldDefinition): DraftMember {
    noteField(field, this.notes);
    const id = field.fieldID?.value ?? 0;
    return {
      name: field.name.value,
      type: this.typeText(field.fieldType as FieldType),
      optional: field.requiredness === 'optional',
      attributes: [],
      ...(id > 0 && { number: id }),
      line: lineOf(field),
    };
  }

  /** The functions of the service, behind those of the service that it extends. */
  private methodsOf(service: ServiceDefinition, extending: readonly ServiceDefinition[] = []): DraftMethod[] {
    const own = service.functions.map(each => this.method(each));
    if (!service.extends) return own;
    const base = this.services.find(({ name }) => name.value === service.extends!.value);
    if (base && base !== service && !extending.includes(base))
      return [...this.methodsOf(base, [...extending, service]), ...own];
    this.notes.add('import.other-base', service.extends.value, lineOf(service));
    return own;
  }

  private method(definition: FunctionDefinition): DraftMethod {
    const { name, returnType, fields, throws, oneway } = definition;
    const params = fields.map(field => ({ ...this.member(field), optional: false }));
    return {
      name: name.value,
      params,
      ...(returnType.type !== SyntaxType.VoidKeyword && { result: this.typeText(returnType) }),
      throws: throws.flatMap(field => this.thrown(field, name.value)),
      oneway,
      line: lineOf(definition),
    };
  }

  /** An exception of another file is left out: the function can still be called. */
  private thrown({ fieldType, fieldID, loc }: FieldDefinition, method: string): DraftMethod['throws'] {
    const name = this.typeText(fieldType as FieldType);
    if (this.exceptions.has(name)) return [{ name, number: fieldID?.value }];
    const { problem: unknown } = problem('idl.unknown-exception', { name });
    this.notes.leftOut(`${method} throws ${name}`, unknown, loc.start.line);
    return [];
  }

  private typeText(type: FieldType): string {
    return typeTextOf(type, this.aliases);
  }
}

function isStructLike(statement: ThriftStatement): statement is StructLike {
  return (
    statement.type === SyntaxType.StructDefinition ||
    statement.type === SyntaxType.UnionDefinition ||
    statement.type === SyntaxType.ExceptionDefinition
  );
}

function lineOf({ loc }: { readonly loc: ThriftStatement['loc'] }): number {
  return loc.start.line;
}
