// The data of a request: Hessian 2 values in a row. Dubbo2 Protocol Specification, "Variable Part".
import type { ByteReader } from '../../wire/bytes/byte-reader';
import { HessianReader } from '../../wire/hessian2/hessian-reader';
import { HessianMap, type HessianValue } from '../../wire/hessian2/hessian-value';
import type { HessianWriter } from '../../wire/hessian2/hessian-writer';
import {
  ARGUMENTS,
  ATTACHMENT,
  ATTACHMENTS,
  DUBBO_VERSION,
  METHOD_NAME,
  PARAMETER_TYPES,
  RPC_REQUEST,
  SERVICE_NAME,
  SERVICE_VERSION,
} from './kinds';
import { countParameters } from './parameter-types';

/** What stands before the arguments of a request. */
export interface RequestHead {
  readonly dubboVersion: string;
  readonly serviceName: string;
  readonly serviceVersion: string;
  readonly methodName: string;
  /** Descriptors in a row: `ILjava/lang/String;`. */
  readonly parameterTypes: string;
}

/** A request as it was read. */
export interface RequestBody extends RequestHead {
  readonly type: 'request';
  readonly args: readonly HessianValue[];
  /** A map of texts, as it should be. */
  readonly attachments: HessianValue;
}

/** Names and texts that go along with a request or a response. */
export type Attachments = readonly (readonly [name: string, value: string])[];

/** The name of the attachment that a repeated call is known by. Dubbo has none of its own: this is that of HTTP's header field. */
export const IDEMPOTENCY_KEY = 'idempotency-key';

/** Writes a request; `writeArguments` writes as many values as there are parameter types. */
export function writeRequestBody(
  hessian: HessianWriter,
  head: RequestHead,
  writeArguments: () => void,
  attachments: Attachments,
): void {
  hessian.begin(RPC_REQUEST);
  hessian.string(head.dubboVersion, undefined, DUBBO_VERSION);
  hessian.string(head.serviceName, undefined, SERVICE_NAME);
  hessian.string(head.serviceVersion, undefined, SERVICE_VERSION);
  hessian.string(head.methodName, undefined, METHOD_NAME);
  hessian.string(head.parameterTypes, undefined, PARAMETER_TYPES);
  hessian.begin(ARGUMENTS, 'args');
  writeArguments();
  hessian.end();
  writeAttachments(hessian, attachments);
  hessian.end();
}

/** Reads a request. Throws `dubbo.bad-parameter-types`, and whatever HessianReader throws. */
export function readRequestBody(reader: ByteReader): RequestBody {
  const hessian = new HessianReader(reader);
  reader.begin(RPC_REQUEST);
  const head = {
    dubboVersion: hessian.readString(DUBBO_VERSION),
    serviceName: hessian.readString(SERVICE_NAME),
    serviceVersion: hessian.readString(SERVICE_VERSION),
    methodName: hessian.readString(METHOD_NAME),
    parameterTypes: hessian.readString(PARAMETER_TYPES),
  };
  const args: HessianValue[] = [];
  reader.begin(ARGUMENTS, 'args');
  for (let left = countParameters(head.parameterTypes); left > 0; left--) args.push(hessian.read(args.length));
  reader.end();
  const attachments = readAttachments(reader, hessian);
  reader.end();
  return { type: 'request', ...head, args, attachments };
}

/** The text of the attachment called `name`. */
export function attachmentIn({ attachments }: RequestBody, name: string): string | undefined {
  if (!(attachments instanceof HessianMap)) return undefined;
  const text = attachments.entries.find(([key]) => key === name)?.[1];
  return typeof text === 'string' ? text : undefined;
}

/** A java.util.HashMap of texts. */
export function writeAttachments(hessian: HessianWriter, attachments: Attachments): void {
  hessian.begin(ATTACHMENTS);
  hessian.beginMap();
  for (const [name, value] of attachments) {
    hessian.begin(ATTACHMENT);
    hessian.entryKey(name);
    hessian.string(value);
    hessian.end();
  }
  hessian.endMap();
  hessian.end();
}

/** Reads a map of texts, or whatever stands in its place. */
export function readAttachments(reader: ByteReader, hessian: HessianReader): HessianValue {
  reader.begin(ATTACHMENTS);
  const attachments = hessian.readApart(ATTACHMENT);
  reader.end();
  return attachments;
}
