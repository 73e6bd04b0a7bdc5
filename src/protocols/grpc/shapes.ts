// Which messages carry the arguments of a method and its result, as a .proto file would declare them.
//
// A method's only parameter, if it is a struct, is the request message itself, as a struct is the reply message. Otherwise the parameters are
// the fields of the request message, and `result = 1` is the only field of the reply message. What is streamed is a message for each element.
import type { Member, Method, Type } from '../../idl/types';
import type { Value } from '../../idl/value';
import { type Problem, problem } from '../../problem/problem';
import { MessageType } from '../../wire/protobuf/message-type';
import type { Message } from '../../wire/protobuf/value';
import { fieldsOf, structMessage } from './message-types';
import { fromField, toField, toMessage } from './values';

type Key = string | number;

/** One message among those of a request or a reply. */
export interface MessageShape {
  readonly type: MessageType;
  /** The keys that lead to it in annotations: of the length-prefixed message, of what it holds, of the protobuf message. */
  readonly keys: readonly [outer?: Key, inner?: Key, root?: Key];
}

/** The messages of one direction. */
export interface Shape {
  readonly streamed: boolean;
  /** What the message number `index` is like. */
  message(index: number): MessageShape;
  toMessages(values: readonly Value[]): Message[];
  /** The values in `messages`, or why there are none. */
  fromMessages(messages: readonly Message[]): readonly Value[] | Problem;
}

/** The messages that carry the arguments. */
export function requestShape({ name, params }: Method): Shape {
  const [first] = params;
  if (params.length === 1 && isStreamed(first.type)) return streamedShape(first, ['args', 0]);
  if (params.length === 1 && first.type.kind === 'struct') {
    const { type } = first;
    const shape: MessageShape = { type: structMessage(type), keys: ['args', 0] };
    return unaryShape(
      shape,
      ([value]) => toField(type, value) as Message,
      message => [fromField(type, message)],
    );
  }
  const type = new MessageType(`${name}Request`, 'proto3', () => fieldsOf(params, index => index));
  return unaryShape(
    { type, keys: ['args'] },
    values => toMessage(params, (_, index) => values[index]),
    message => params.map(param => fromField(param.type, message.get(param.name))),
  );
}

/** The messages that carry the result: of a value alone. */
export function replyShape({ name, result }: Method): Shape {
  if (isStreamed(result)) return streamedShape({ name: 'result', type: result }, ['result']);
  if (result.kind === 'struct') {
    const shape: MessageShape = { type: structMessage(result), keys: ['result'] };
    return unaryShape(
      shape,
      ([value]) => toField(result, value) as Message,
      message => [fromField(result, message)],
    );
  }
  const members: readonly Member[] = result.kind === 'void' ? [] : [{ name: 'result', type: result }];
  const type = new MessageType(`${name}Reply`, 'proto3', () => fieldsOf(members));
  return unaryShape(
    { type, keys: [] },
    ([value]) => toMessage(members, () => value),
    message => [fromField(result, message.get('result'))],
  );
}

function unaryShape(
  shape: MessageShape,
  to: (values: readonly Value[]) => Message,
  from: (message: Message) => readonly Value[],
): Shape {
  return {
    streamed: false,
    message: () => shape,
    toMessages: values => [to(values)],
    fromMessages: messages =>
      messages.length === 1 ? from(messages[0]) : problem('grpc.not-one-message', { count: messages.length }).problem,
  };
}

/** The elements of the list `member`, each in a message of its own. `keys` lead to the list. */
function streamedShape(member: Member, keys: readonly Key[]): Shape {
  const element = (member.type as Extract<Type, { kind: 'list' }>).element;
  const [outer, inner] = keys;
  const single: Member = { ...member, type: element };
  const wrapper = (index: number) =>
    new MessageType(member.name, 'proto3', () => [{ ...fieldsOf([single])[0], key: index }]);
  const message = (index: number): MessageShape =>
    element.kind === 'struct'
      ? { type: structMessage(element), keys: [outer, inner, index] }
      : { type: wrapper(index), keys: [outer, inner] };
  return {
    streamed: true,
    message,
    toMessages: ([list]) =>
      (list as readonly Value[]).map(value =>
        element.kind === 'struct' ? (toField(element, value) as Message) : toMessage([single], () => value),
      ),
    fromMessages: messages => [
      messages.map(each => fromField(element, element.kind === 'struct' ? each : each.get(member.name))),
    ],
  };
}

function isStreamed(type: Type): boolean {
  return type.kind === 'list' && type.streamed === true;
}
