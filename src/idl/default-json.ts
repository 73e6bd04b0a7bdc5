// The first value of a type: what a new argument has until somebody changes it.
import type { Json } from './json';
import type { Type } from './types';

/** The JSON of the plainest value of `type`: 0, "", an empty list, null where that will do. */
export function defaultJson(type: Type): Json {
  switch (type.kind) {
    case 'boolean':
      return false;
    case 'byte':
    case 'short':
    case 'int':
    case 'uint':
    case 'long':
    case 'ulong':
    case 'float':
    case 'double':
      return 0;
    case 'string':
    case 'bytes':
      return '';
    case 'datetime':
      return '2024-02-29T12:34:56';
    case 'enum':
      return type.members[0].name;
    case 'list':
    case 'set':
      return [];
    case 'map':
      return {};
    case 'struct':
      return Object.fromEntries(
        type.members
          .filter(member => member.type.kind !== 'optional')
          .map(member => [member.name, defaultJson(member.type)]),
      );
    case 'optional':
    case 'any':
    case 'void':
      return null;
  }
}
