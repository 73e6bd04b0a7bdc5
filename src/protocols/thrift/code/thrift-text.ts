// The interface as a .thrift file. doc/specs/idl.md of Apache Thrift.
import { fieldNumbers } from '../../../idl/field-numbers';
import type { EnumType, Member, ServiceInterface, StructType } from '../../../idl/types';
import { methodText, moduleName, serviceName, typeText } from './thrift-names';

/** The lines of the file. The service's module is declared for `language`, by the compiler's name for it: `py`. */
export function thriftText(service: ServiceInterface, language: string): string[] {
  const { enums, structs, exceptions, methods } = service;
  const module = moduleName(service);
  return [
    ...(module === undefined ? [] : [`namespace ${language} ${module}`]),
    ...enums.map(enumText),
    ...structs.map(struct => structText(isUnion(struct) ? 'union' : 'struct', struct)),
    ...exceptions.map(exception => structText('exception', exception)),
    `service ${serviceName(service)} {`,
    ...methods.map(method => `  ${methodText(method)},`),
    '}',
  ];
}

function enumText({ name, members }: EnumType): string {
  return `enum ${name} { ${members.map(member => `${member.name} = ${member.number}`).join(', ')} }`;
}

/** A struct that is one oneof as a whole. */
function isUnion({ members }: StructType): boolean {
  return members.length > 0 && members.every(({ oneof }) => oneof !== undefined && oneof === members[0].oneof);
}

/** Simplified: a oneof beside other members is shown as optional members. */
function structText(keyword: string, struct: StructType): string {
  const ids = fieldNumbers(struct.members);
  const fields = struct.members.map(({ name, type }: Member, i) => {
    const optional = type.kind === 'optional' && keyword !== 'union' ? 'optional ' : '';
    return `${ids[i]}: ${optional}${typeText(type)} ${name}`;
  });
  return `${keyword} ${struct.name} { ${fields.join(', ')} }`;
}
