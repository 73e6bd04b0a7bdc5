// The rpcs of a service as methods.
//
// A message that only holds the parameters of one method or its result, by the names that ours have in a .proto file, is taken for these
// parameters and this result: the octets are the same.
import protobuf from 'protobufjs';
import { replyName, requestName } from '../../protocols/grpc/code/proto-text';
import type { DraftMember, DraftMethod } from '../draft';
import { type DeclaredType, declaredType, type FieldContext, memberOf } from './proto-types';

/** A message without fields that stands for nothing. */
const EMPTY = '.google.protobuf.Empty';

/** The methods, and the messages that have become parameters or results. */
export interface RpcMethods {
  readonly methods: readonly DraftMethod[];
  readonly unwrapped: ReadonlySet<protobuf.Type>;
}

export function rpcMethods(
  service: protobuf.Service | undefined,
  declared: readonly DeclaredType[],
  context: FieldContext,
): RpcMethods {
  const unwrapped = new Set<protobuf.Type>();
  const methods = (service?.methodsArray ?? []).map((rpc): DraftMethod => {
    const line = context.lineOf(rpc);
    const { requestType, responseType, requestStream, responseStream } = rpc;
    const request = wrapper(rpc, requestType, requestName(rpc), declared);
    const params = request && parametersIn(request, requestStream === true, context);
    if (request && params) unwrapped.add(request);
    const reply = wrapper(rpc, responseType, replyName(rpc), declared);
    const result = reply && resultIn(reply, responseStream === true, context);
    if (reply && result) unwrapped.add(reply);
    return {
      name: rpc.name,
      params: params ?? wholeRequest(rpc, context, line),
      ...(result ?? wholeReply(rpc, context)),
      throws: [],
      oneway: false,
      line,
    };
  });
  return { methods, unwrapped };
}

/** The message called `name`, if it is there for `rpc` alone. */
function wrapper(
  rpc: protobuf.Method,
  type: string,
  name: string,
  declared: readonly DeclaredType[],
): protobuf.Type | undefined {
  const found = declaredType(type, rpc.parent);
  if (!(found instanceof protobuf.Type) || found.name !== name || found.nestedArray.length > 0) return undefined;
  const used = declared.some(
    each => each instanceof protobuf.Type && each.fieldsArray.some(field => typeOfField(field) === found),
  );
  const uses = (rpc.parent as protobuf.Service).methodsArray
    .flatMap(({ requestType, responseType }) => [requestType, responseType])
    .filter(each => declaredType(each, rpc.parent) === found);
  return used || uses.length > 1 ? undefined : found;
}

function typeOfField(field: protobuf.Field): unknown {
  return declaredType(field.type, field.parent);
}

/** The fields as parameters, where the interface language means the same by them. */
function parametersIn(message: protobuf.Type, streamed: boolean, context: FieldContext): DraftMember[] | undefined {
  const members = message.fieldsArray.map(field => memberOf(field, context));
  if (members.some(({ oneof }) => oneof !== undefined)) return undefined;
  if (streamed) return streamable(message, members) && [{ ...members[0], type: `stream ${members[0].type}` }];
  return members.length === 1 && isMessage(message.fieldsArray[0]) && !members[0].optional ? undefined : members;
}

function resultIn(message: protobuf.Type, streamed: boolean, context: FieldContext): { result?: string } | undefined {
  if (message.fieldsArray.length === 0) return streamed ? undefined : {};
  const members = message.fieldsArray.map(field => memberOf(field, context));
  const [{ name, number, oneof, attributes, type, optional }] = members;
  if (members.length > 1 || name !== 'result' || number !== 1 || oneof !== undefined || attributes.length > 0)
    return undefined;
  if (streamed) return streamable(message, members) && { result: `stream ${type}` };
  return isMessage(message.fieldsArray[0]) && !optional ? undefined : { result: type + (optional ? '?' : '') };
}

/** An element of a stream is a message itself, or the only field of one. */
function streamable({ fieldsArray }: protobuf.Type, [member]: readonly DraftMember[]): true | undefined {
  return fieldsArray.length === 1 &&
    !isMessage(fieldsArray[0]) &&
    !member.optional &&
    !fieldsArray[0].map &&
    !fieldsArray[0].repeated
    ? true
    : undefined;
}

function isMessage(field: protobuf.Field): boolean {
  return !field.repeated && !field.map && typeOfField(field) instanceof protobuf.Type;
}

function wholeRequest(rpc: protobuf.Method, context: FieldContext, line: number): DraftMember[] {
  const { requestType, requestStream } = rpc;
  if (isEmpty(rpc, requestType) && !requestStream) return [];
  const type = `${requestStream ? 'stream ' : ''}${messageName(rpc, requestType, context)}`;
  return [{ name: requestStream ? 'requests' : 'request', type, optional: false, attributes: [], line }];
}

function wholeReply(rpc: protobuf.Method, context: FieldContext): { result?: string } {
  const { responseType, responseStream } = rpc;
  if (isEmpty(rpc, responseType) && !responseStream) return {};
  return { result: `${responseStream ? 'stream ' : ''}${messageName(rpc, responseType, context)}` };
}

function isEmpty(rpc: protobuf.Method, type: string): boolean {
  return declaredType(type, rpc.parent)?.fullName === EMPTY;
}

function messageName(rpc: protobuf.Method, type: string, context: FieldContext): string {
  const found = declaredType(type, rpc.parent);
  return found ? context.nameOf(found) : type.replace(/^\./, '');
}
