// What the programs call things; types and methods as Thrift's interface language writes them. doc/specs/idl.md of Apache Thrift.
import { fieldNumbers } from '../../../idl/field-numbers';
import type { Member, Method, ServiceInterface, Type } from '../../../idl/types';
import { identifier } from '../../javascript-names';
import type { Settings } from '../settings';

const SCALARS: Readonly<Partial<Record<Type['kind'], string>>> = {
  boolean: 'bool',
  byte: 'i8',
  short: 'i16',
  int: 'i32',
  long: 'i64',
  bytes: 'binary',
};

/** The classes of the encodings, by the same names in every library. */
export const PROTOCOLS: Readonly<Record<Settings['encoding'], string>> = {
  binary: 'TBinaryProtocol',
  compact: 'TCompactProtocol',
  json: 'TJSONProtocol',
};

export const TRANSPORTS: Readonly<Record<Settings['framing'], string>> = {
  buffered: 'TBufferedTransport',
  framed: 'TFramedTransport',
};

/** The service without the module that it may be in: `demo.Calculator` is `Calculator`. */
export function serviceName({ name }: ServiceInterface): string {
  return identifier(name?.split('.').at(-1) ?? 'Service');
}

/** The module that the service is in, if it is in one. */
export function moduleName({ name }: ServiceInterface): string | undefined {
  const dot = name?.lastIndexOf('.') ?? -1;
  return dot > 0 ? name!.slice(0, dot) : undefined;
}

/** `i32 fun_add(1: i32 a, 2: i32 b)` */
export function methodText({ name, params, result, throws, oneway }: Method): string {
  const ids = fieldNumbers(throws);
  const thrown = throws.map(({ type }, i) => `${ids[i]}: ${type.name} e${i + 1}`).join(', ');
  const head = `${oneway ? 'oneway ' : ''}${typeText(result)} ${name}(${fieldsText(params)})`;
  return thrown ? `${head} throws (${thrown})` : head;
}

export function typeText(type: Type): string {
  switch (type.kind) {
    case 'optional':
      return typeText(type.inner);
    case 'list':
    case 'set':
      return `${type.kind}<${typeText(type.element)}>`;
    case 'map':
      return `map<${typeText(type.key ?? { kind: 'string' })}, ${typeText(type.value)}>`;
    case 'enum':
    case 'struct':
      return type.name;
    default:
      return SCALARS[type.kind] ?? type.kind;
  }
}

function fieldsText(members: readonly Member[]): string {
  const ids = fieldNumbers(members);
  return members.map(({ name, type }, i) => `${ids[i]}: ${typeText(type)} ${name}`).join(', ');
}
