// In what the clients differ: npm dubbo2.js 2.3.9, and npm sofa-rpc-node 2.10.0 with dubbo-remoting 2.1.4.
import type { Type } from '../../idl/types';
import { Dynamic, LocalDateTime, type Value } from '../../idl/value';
import type { HessianWriter } from '../../wire/hessian2/hessian-writer';
import { classDescriptor, type JavaTypes } from './java-types';
import { writePlain } from './plain-values';
import type { Attachments, RequestHead } from './request-body';
import { writeTyped } from './typed-values';

/** What both ask for: a service has a version of its own. */
export const SERVICE_VERSION = '1.0.0';
const utf8 = new TextDecoder();

export interface ClientFlavour {
  readonly head: Pick<RequestHead, 'dubboVersion' | 'serviceName' | 'serviceVersion'>;
  readonly attachments: Attachments;
  parameterTypes(types: readonly Type[], args: readonly Value[]): string;
  writeArgument(hessian: HessianWriter, type: Type, value: Value, key: number): void;
  /** What the program is told of a response whose status is not OK. */
  errorMessage(message: string, body: Uint8Array): string;
}

/** Its arguments have Java types: java.Integer(2). */
export function dubbo2(java: JavaTypes, dubboVersion: string): ClientFlavour {
  const { serviceName } = java;
  return {
    head: { dubboVersion, serviceName, serviceVersion: SERVICE_VERSION },
    attachments: [
      ['application', 'dubbo2.js'],
      ['interface', serviceName],
      ['path', serviceName],
      ['version', SERVICE_VERSION],
    ],
    parameterTypes: types => types.map(type => java.descriptor(type)).join(''),
    writeArgument: (hessian, type, value, key) => writeTyped(hessian, java, type, value, key),
    // It takes the octets for text, and with them the length before the string.
    errorMessage: (_, body) => utf8.decode(body),
  };
}

/** Its arguments are plain JavaScript, whose Java types follow from their values; only a long is given as java.Long. */
export function sofa(java: JavaTypes): ClientFlavour {
  const { serviceName } = java;
  const dubboVersion = '5.3.0';
  return {
    head: { dubboVersion, serviceName, serviceVersion: SERVICE_VERSION },
    attachments: [
      ['dubbo', dubboVersion],
      ['group', ''],
      ['path', serviceName],
      ['service', `${serviceName}:${SERVICE_VERSION}`],
      ['version', SERVICE_VERSION],
    ],
    parameterTypes: (_, args) => args.map(plainDescriptor).join(''),
    writeArgument: (hessian, _, value, key) => {
      if (typeof value === 'bigint') hessian.long(value, key);
      else writePlain(hessian, value, key);
    },
    errorMessage: message => message,
  };
}

/** The type that dubbo-remoting takes a value for: its utils.getJavaArgsDesc. */
function plainDescriptor(value: Value): string {
  if (value instanceof Dynamic) return plainDescriptor(value.value);
  if (value === null) return classDescriptor('java.lang.Object');
  if (typeof value === 'boolean') return 'Z';
  if (typeof value === 'string') return classDescriptor('java.lang.String');
  if (typeof value === 'bigint') return classDescriptor('java.lang.Long');
  if (typeof value === 'number') return numberDescriptor(value);
  if (value instanceof LocalDateTime) return classDescriptor('java.util.Date');
  if (value instanceof Uint8Array) return '[B';
  return classDescriptor(value instanceof Map ? 'java.util.HashMap' : 'java.util.ArrayList');
}

function numberDescriptor(value: number): string {
  if ((value | 0) === value) return 'I';
  return Number.isSafeInteger(value) ? 'J' : 'D';
}
