// The data of a response: with the status OK what the method returned or threw, else a message.
// Dubbo2 Protocol Specification, "Variable Part"; org.apache.dubbo.rpc.protocol.dubbo.DecodeableRpcResult.
import { problem } from '../../problem/problem';
import type { ByteReader } from '../../wire/bytes/byte-reader';
import { OK } from '../../wire/dubbo/statuses';
import { HessianReader } from '../../wire/hessian2/hessian-reader';
import type { HessianValue } from '../../wire/hessian2/hessian-value';
import type { HessianWriter } from '../../wire/hessian2/hessian-writer';
import { ERROR_MESSAGE, RETURN_VALUE_TYPE, RPC_RESPONSE } from './kinds';
import { type Attachments, readAttachments, writeAttachments } from './request-body';
import { LAST_TYPE, NULL_VALUE, VALUE, WITH_ATTACHMENTS, WITH_EXCEPTION } from './return-value-types';

/** The ints of one octet are counted from here. Hessian 2.0 §4.5.1. */
const INT_ZERO = 0x90;

/** A response as it was read. */
export type ResponseBody =
  | { readonly type: 'value'; readonly value: HessianValue }
  | { readonly type: 'exception'; readonly exception: HessianValue }
  | { readonly type: 'message'; readonly message: string };

/** Writes the data of a response whose status is OK. `write` writes the value or the exception; attachments are not always there. */
export function writeReturnValue(
  hessian: HessianWriter,
  type: typeof WITH_EXCEPTION | typeof VALUE | typeof NULL_VALUE,
  write: () => void,
  attachments: Attachments | undefined,
): void {
  hessian.begin(RPC_RESPONSE);
  hessian.begin(RETURN_VALUE_TYPE);
  hessian.uint8(INT_ZERO + type + (attachments ? WITH_ATTACHMENTS : 0));
  hessian.end();
  write();
  if (attachments) writeAttachments(hessian, attachments);
  hessian.end();
}

/** Writes the data of a response whose status is not OK. */
export function writeErrorMessage(hessian: HessianWriter, message: string, attachments: Attachments | undefined): void {
  hessian.begin(RPC_RESPONSE);
  hessian.string(message, 'error', ERROR_MESSAGE);
  if (attachments) writeAttachments(hessian, attachments);
  hessian.end();
}

/** Reads the data of a response. Throws `dubbo.bad-return-value-type`, and whatever HessianReader throws. */
export function readResponseBody(reader: ByteReader, status: number): ResponseBody {
  reader.begin(RPC_RESPONSE);
  const body = status === OK ? readReturnValue(reader) : readErrorMessage(reader);
  reader.end();
  return body;
}

function readReturnValue(reader: ByteReader): ResponseBody {
  const type = readType(reader);
  const hessian = new HessianReader(reader);
  const body = bodyOf(type % WITH_ATTACHMENTS, hessian);
  if (type >= WITH_ATTACHMENTS) readAttachments(reader, hessian);
  return body;
}

function bodyOf(type: number, hessian: HessianReader): ResponseBody {
  if (type === NULL_VALUE) return { type: 'value', value: null };
  if (type === VALUE) return { type: 'value', value: hessian.read('result') };
  return { type: 'exception', exception: hessian.read('error') };
}

function readType(reader: ByteReader): number {
  const offset = reader.at;
  const octet = reader.bytes[offset];
  const type = octet - INT_ZERO;
  if (type < WITH_EXCEPTION || type > LAST_TYPE)
    throw problem('dubbo.bad-return-value-type', { offset, octet: octet.toString(16) }, { offset });
  reader.begin(RETURN_VALUE_TYPE);
  reader.uint8();
  reader.end();
  return type;
}

function readErrorMessage(reader: ByteReader): ResponseBody {
  const hessian = new HessianReader(reader);
  const message = hessian.readString(ERROR_MESSAGE, 'error');
  if (reader.remaining > 0) readAttachments(reader, hessian);
  return { type: 'message', message };
}
