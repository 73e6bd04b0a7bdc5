// Required fields, which only proto2 has. Protocol Buffers, Language Guide (proto2), "Field Cardinality".
import type { Field, MessageType } from './message-type';
import type { Message, ProtobufValue } from './value';

/** Whether messages of a type may contain required fields: most do not, and need not be searched. */
const demanding = new WeakMap<MessageType, boolean>();

/** The first required field that `message`, or one inside it, lacks. To be asked when all of it has been read: messages come in parts. */
export function missingRequired(type: MessageType, message: Message): { field: string; message: string } | undefined {
  if (!isDemanding(type)) return undefined;
  for (const field of type.fields) {
    const value = message.get(field.name);
    if (value === undefined) {
      if (field.required) return { field: field.name, message: type.name };
      continue;
    }
    const inner = messageTypeIn(field);
    for (const part of inner ? messagesIn(field, value) : []) {
      const missing = missingRequired(inner!, part);
      if (missing) return missing;
    }
  }
  return undefined;
}

function isDemanding(type: MessageType): boolean {
  let known = demanding.get(type);
  if (known === undefined) {
    known = demands(type, new Set());
    demanding.set(type, known);
  }
  return known;
}

function demands(type: MessageType, seen: Set<MessageType>): boolean {
  if (seen.has(type)) return false;
  seen.add(type);
  return type.fields.some(({ required, message }) => required || (message !== undefined && demands(message, seen)));
}

/** The type of the messages that a field holds; of a map, that of its values. */
function messageTypeIn({ form, message }: Field): MessageType | undefined {
  return form === 'map' ? message?.field(2)?.message : message;
}

function messagesIn({ form, repeated }: Field, value: ProtobufValue): Iterable<Message> {
  if (form === 'map') return (value as ReadonlyMap<string, Message>).values();
  return repeated ? (value as readonly Message[]) : [value as Message];
}
