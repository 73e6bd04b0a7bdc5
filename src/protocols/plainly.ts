// Protocols that know plain types only, for interfaces that may have others. Most interfaces have none: the conversion comes when it is needed.
import type { ServiceInterface, Type } from '../idl/types';
import { Part } from '../parts/part';
import type { Protocol } from './protocol';

const conversion = new Part(() => import('./plain-session'));

/** The types that idl/plain.ts replaces. */
const OTHERS: readonly Type['kind'][] = ['byte', 'short', 'uint', 'float', 'enum', 'set'];

/** `protocol`, which knows plain types only and whose peers exchange nothing but requests and replies, for every interface. */
export function plainly(protocol: Protocol): Protocol {
  return {
    ...protocol,
    openClient: context =>
      isPlain(context.service) ? protocol.openClient(context) : conversion.get().openPlainClient(protocol, context),
    openServer: context =>
      isPlain(context.service) ? protocol.openServer(context) : conversion.get().openPlainServer(protocol, context),
    async sources() {
      const [sources, { plainCodeContext }] = await Promise.all([protocol.sources(), conversion.load()]);
      return context => sources(plainCodeContext(context));
    },
  };
}

function isPlain({ methods }: ServiceInterface): boolean {
  return methods.every(({ params, result }) => [result, ...params.map(({ type }) => type)].every(isPlainType));
}

function isPlainType(type: Type): boolean {
  switch (type.kind) {
    case 'list':
      return isPlainType(type.element);
    case 'map':
      return isPlainType(type.value);
    case 'optional':
      return isPlainType(type.inner);
    case 'struct':
      return type.members.every(member => isPlainType(member.type));
    default:
      return !OTHERS.includes(type.kind);
  }
}
