// Types and interfaces written in the interface language; the inverse of parse.ts.
import type { EnumType, Member, Method, ServiceInterface, StructType, Thrown, Type } from './types';

/** A type as the interface language writes it: `list<Item>?`. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'list':
      return type.streamed ? `stream ${typeText(type.element)}` : `list<${typeText(type.element)}>`;
    case 'set':
      return `set<${typeText(type.element)}>`;
    case 'map':
      return `map<${type.key ? `${typeText(type.key)}, ` : ''}${typeText(type.value)}>`;
    case 'optional':
      return `${typeText(type.inner)}?`;
    case 'enum':
    case 'struct':
      return type.name;
    default:
      return type.kind;
  }
}

/** A whole interface, a line for each declaration, types first. */
export function interfaceText({ name, enums, structs, exceptions, methods }: ServiceInterface): string {
  const lines = [
    ...(name === undefined ? [] : [`service ${name}`]),
    ...enums.map(enumText),
    ...structs.map(struct => structText('struct', struct)),
    ...exceptions.map(exception => structText('exception', exception)),
    ...methods.map(methodText),
  ];
  return lines.map(line => `${line}\n`).join('');
}

function enumText({ name, members }: EnumType): string {
  return `enum ${name} { ${members.map(member => member.name + numberText(member)).join(', ')} }`;
}

function structText(keyword: string, { name, members }: StructType): string {
  return `${keyword} ${name} { ${groupTexts(members).join(', ')} }`;
}

/** Members, those of a oneof in its braces. */
function groupTexts(members: readonly Member[]): string[] {
  const names = [...new Set(members.map(({ name, oneof }) => oneof ?? name))];
  return names.map(name => {
    const group = members.filter(({ oneof }) => oneof === name);
    if (group.length === 0) return memberText(members.find(member => member.name === name)!);
    return `oneof ${name} { ${group.map(memberText).join(', ')} }`;
  });
}

/** A method's declaration: `fun_add(a: int, b: int): int`. */
function methodText({ name, params, result, throws, oneway }: Method): string {
  const resultText = result.kind === 'void' ? '' : `: ${typeText(result)}`;
  return `${oneway ? 'oneway ' : ''}${name}(${params.map(memberText).join(', ')})${resultText}${throwsText(throws)}`;
}

function throwsText(throws: readonly Thrown[]): string {
  if (throws.length === 0) return '';
  return ` throws ${throws.map(thrown => thrown.type.name + numberText(thrown)).join(', ')}`;
}

function memberText(member: Member): string {
  const { name, type, attributes = [], oneof } = member;
  const optional = type.kind === 'optional';
  const bare = optional ? type.inner : type;
  const mark = optional && oneof === undefined ? '?' : '';
  return `${name}${mark}: ${typeText(bare)}${attributes.map(each => ` @${each}`).join('')}${numberText(member)}`;
}

function numberText({ number }: { readonly number?: number }): string {
  return number === undefined ? '' : ` = ${number}`;
}
