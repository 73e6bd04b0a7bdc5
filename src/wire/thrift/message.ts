// What stands in front of the arguments or the result, in every encoding. doc/specs/thrift-rpc.md of Apache Thrift, "Message".
import { problem } from '../../problem/problem';
import type { ThriftFields, ThriftStruct } from './schema';

/** Message types, as they are numbered on the wire. */
export const CALL = 1;
export const REPLY = 2;
/** An exception that the method does not declare: the struct is a TApplicationException. */
export const EXCEPTION = 3;
/** A call that is not answered. */
export const ONEWAY = 4;

export type MessageType = typeof CALL | typeof REPLY | typeof EXCEPTION | typeof ONEWAY;

export interface MessageHeader {
  /** The method. The server repeats it in its response. */
  readonly name: string;
  readonly type: MessageType;
  /** A signed 32-bit number of the client's choice. The server repeats it in its response. */
  readonly seqId: number;
}

/** A whole message: the header and one struct, which holds the arguments, or the result, or an exception. */
export interface Message extends MessageHeader {
  readonly fields: ThriftFields;
}

/** What is known of the struct behind a header. `key` is what it is called in value paths: `'args'`. */
export interface Body {
  readonly struct: ThriftStruct;
  readonly key?: string;
}

/** Finds out what follows a header that has just been read. Where nobody knows the struct, its fields are called by their ids. */
export type BodyOf = (header: MessageHeader) => Partial<Body> | undefined;

/** The message type that `type`, read at `offset`, stands for. Throws `thrift.unknown-message-type`. */
export function messageType(type: number, offset: number): MessageType {
  if (type === CALL || type === REPLY || type === EXCEPTION || type === ONEWAY) return type;
  throw problem('thrift.unknown-message-type', { type, offset }, { offset });
}
