// Types and interfaces written in the interface language; the inverse of parse.ts.
import type { Member, Method, ServiceInterface, Type } from './types';

/** A type as the interface language writes it: `list<Item>?`. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'list':
      return `list<${typeText(type.element)}>`;
    case 'map':
      return `map<${typeText(type.value)}>`;
    case 'optional':
      return `${typeText(type.inner)}?`;
    case 'struct':
      return type.name;
    default:
      return type.kind;
  }
}

/** A method's declaration: `fun_add(a: int, b: int): int`. */
function methodText({ name, params, result, oneway }: Method): string {
  const resultText = result.kind === 'void' ? '' : `: ${typeText(result)}`;
  return `${oneway ? 'oneway ' : ''}${name}(${params.map(memberText).join(', ')})${resultText}`;
}

/** A whole interface, a line for each declaration, structs first. */
export function interfaceText({ structs, methods }: ServiceInterface): string {
  const structTexts = structs.map(({ name, members }) => `struct ${name} { ${members.map(memberText).join(', ')} }`);
  return [...structTexts, ...methods.map(methodText)].map(line => `${line}\n`).join('');
}

function memberText({ name, type }: Member): string {
  return type.kind === 'optional' ? `${name}?: ${typeText(type.inner)}` : `${name}: ${typeText(type)}`;
}
