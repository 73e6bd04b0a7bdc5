// What generated code in JavaScript does to write and to read the fields of a struct.
import { fieldNumbers } from '../../../idl/field-numbers';
import type { Member, Type } from '../../../idl/types';
import { identifier } from '../../javascript-names';
import { constantName, methodName } from './type-names';

/** Lines that write the members of a struct, whose values are variables of the same names. */
export function writeFields(members: readonly Member[]): string[] {
  const ids = fieldNumbers(members);
  return members.flatMap(({ name, type }, i) => writeField(identifier(name), type, ids[i]));
}

/** Lines that write one field. */
export function writeField(name: string, type: Type, id: number): string[] {
  if (type.kind === 'optional')
    return [`if (${name} !== null) {`, ...writeField(name, type.inner, id).map(line => `  ${line}`), '}'];
  return [`output.writeFieldBegin('${name}', ${constant(type)}, ${id});`, ...writeValue(name, type)];
}

/** An expression that reads a value of `type`. */
export function readExpression(type: Type): string {
  if (type.kind === 'optional') return readExpression(type.inner);
  if (type.kind === 'struct') return `${identifier(type.name)}.read(input)`;
  return isContainer(type) ? `read${methodName(type)}(input)` : `input.read${methodName(type)}()`;
}

function writeValue(name: string, type: Type): string[] {
  switch (type.kind) {
    case 'struct':
      return [`${name}.write(output);`];
    case 'list':
    case 'set':
      return [
        `output.write${methodName(type)}Begin(${constant(type.element)}, ${name}.length);`,
        `for (const each of ${name}) ${writeElement('each', type.element)}`,
      ];
    case 'map':
      return [
        `output.writeMapBegin(${constant(type.key ?? { kind: 'string' })}, ${constant(type.value)}, ${name}.size);`,
        `for (const [key, value] of ${name}) {`,
        `  ${writeElement('key', type.key ?? { kind: 'string' })}`,
        `  ${writeElement('value', type.value)}`,
        '}',
      ];
    default:
      return [`output.write${methodName(type)}(${name});`];
  }
}

function writeElement(name: string, type: Type): string {
  if (type.kind === 'struct') return `${name}.write(output);`;
  return isContainer(type) ? `write${methodName(type)}(output, ${name});` : `output.write${methodName(type)}(${name});`;
}

function isContainer({ kind }: Type): boolean {
  return kind === 'list' || kind === 'set' || kind === 'map';
}

function constant(type: Type): string {
  return `Thrift.Type.${constantName(type)}`;
}
