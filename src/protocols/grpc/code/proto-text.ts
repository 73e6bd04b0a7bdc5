// The interface as a .proto file. protobuf.dev, Language Guide (proto3).
import { fieldNumbers } from '../../../idl/field-numbers';
import type { EnumType, Member, Method, ServiceInterface, StructType, Type } from '../../../idl/types';
import { fieldTypeText } from '../message-types';
import { DEFAULT_SERVICE } from '../paths';

/** The lines of the file. */
export function protoText({ name = DEFAULT_SERVICE, enums, structs, methods }: ServiceInterface): string[] {
  const dot = name.lastIndexOf('.');
  return [
    'syntax = "proto3";',
    ...(dot > 0 ? [`package ${name.slice(0, dot)};`] : []),
    `service ${name.slice(dot + 1)} {`,
    ...methods.map(method => `  ${rpc(method)}`),
    '}',
    ...methods.flatMap(wrappers),
    ...structs.map(message),
    ...enums.map(enumeration),
  ];
}

function rpc(method: Method): string {
  const [first] = method.params;
  const request = typeName(method.params.length === 1 ? first.type : undefined, requestName(method));
  return `rpc ${method.name} (${request}) returns (${typeName(method.result, replyName(method))});`;
}

/** `stream`, where it is one, and the name of the message. */
function typeName(type: Type | undefined, wrapper: string): string {
  const streamed = type?.kind === 'list' && type.streamed === true;
  const single = streamed ? type.element : type;
  return `${streamed ? 'stream ' : ''}${single?.kind === 'struct' ? single.name : wrapper}`;
}

/** The messages that are there only to hold parameters and results which are no messages themselves. */
function wrappers(method: Method): string[] {
  const { params, result } = method;
  const request: StructType = { kind: 'struct', name: requestName(method), members: params.map(elementOf) };
  const members = result.kind === 'void' ? [] : [elementOf({ name: 'result', type: result })];
  const reply: StructType = { kind: 'struct', name: replyName(method), members };
  const isMessage = (list: readonly Member[]) => list.length === 1 && list[0].type.kind === 'struct';
  return [...(isMessage(request.members) ? [] : [message(request)]), ...(isMessage(members) ? [] : [message(reply)])];
}

function elementOf(member: Member): Member {
  const { type } = member;
  return type.kind === 'list' && type.streamed ? { ...member, type: type.element } : member;
}

/** The name of the message that holds the parameters of a method. */
export function requestName({ name }: { readonly name: string }): string {
  return `${capitalized(name)}Request`;
}

/** The name of the message that holds the result of a method. */
export function replyName({ name }: { readonly name: string }): string {
  return `${capitalized(name)}Reply`;
}

/** No name begins with a digit. */
function capitalized(name: string): string {
  const words = name.replace(/[^\p{L}\p{N}]+(.)?|^(.)/gu, (_, inner = '', first = '') =>
    (inner || first).toUpperCase(),
  );
  return /^\d/.test(words) ? `_${words}` : words;
}

function message({ name, members }: StructType): string {
  const numbers = fieldNumbers(members);
  const fields = members.map((member, i) => {
    const { oneof, attributes = [] } = member;
    const text = `${fieldTypeText(member)} ${member.name} = ${numbers[i]}${attributes.includes('unpacked') ? ' [packed = false]' : ''};`;
    if (oneof === undefined) return ` ${text}`;
    const opening = members[i - 1]?.oneof === oneof ? '' : ` oneof ${oneof} {`;
    return `${opening} ${text.replace(/^optional /, '')}${members[i + 1]?.oneof === oneof ? '' : ' }'}`;
  });
  return `message ${name} {${fields.join('')} }`;
}

function enumeration({ name, members }: EnumType): string {
  return `enum ${name} {${members.map(member => ` ${member.name} = ${member.number};`).join('')} }`;
}
