// What generated code in Python does to write the fields of a struct.
import { fieldNumbers } from '../../../idl/field-numbers';
import type { Member, Type } from '../../../idl/types';
import { pythonName } from '../../python-name';
import { constantName, methodName } from './type-names';

/** The class `name` with the method that writes its members. */
export function writeStruct(name: string, members: readonly Member[]): string[] {
  const ids = fieldNumbers(members);
  return [
    `class ${name}:`,
    '    def write(self, oprot):',
    `        oprot.writeStructBegin("${name}")`,
    ...members.flatMap((member, i) => writeField(member, ids[i])).map(line => `        ${line}`),
    '        oprot.writeFieldStop()',
    '        oprot.writeStructEnd()',
  ];
}

function writeField({ name, type: declared }: Member, id: number): string[] {
  const type = declared.kind === 'optional' ? declared.inner : declared;
  const attribute = `self.${pythonName(name)}`;
  return [
    `if ${attribute} is not None:`,
    `    oprot.writeFieldBegin("${name}", TType.${constantName(type)}, ${id})`,
    ...writeValue(attribute, type, 0).map(line => `    ${line}`),
    '    oprot.writeFieldEnd()',
  ];
}

/** `depth` tells the loops within one another apart. */
function writeValue(value: string, type: Type, depth: number): string[] {
  const each = depth === 0 ? 'each' : `each${depth + 1}`;
  switch (type.kind) {
    case 'struct':
      return [`${value}.write(oprot)`];
    case 'list':
    case 'set':
      return [
        `oprot.write${methodName(type)}Begin(TType.${constantName(type.element)}, len(${value}))`,
        `for ${each} in ${value}:`,
        ...writeValue(each, type.element, depth + 1).map(line => `    ${line}`),
        `oprot.write${methodName(type)}End()`,
      ];
    case 'map': {
      const key: Type = type.key ?? { kind: 'string' };
      return [
        `oprot.writeMapBegin(TType.${constantName(key)}, TType.${constantName(type.value)}, len(${value}))`,
        `for key${depth + 1}, ${each} in ${value}.items():`,
        ...writeValue(`key${depth + 1}`, key, depth + 1).map(line => `    ${line}`),
        ...writeValue(each, type.value, depth + 1).map(line => `    ${line}`),
        'oprot.writeMapEnd()',
      ];
    }
    default:
      return [`oprot.write${methodName(type)}(${value})`];
  }
}
