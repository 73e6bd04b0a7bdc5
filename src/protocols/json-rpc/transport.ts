// What client and server need of a transport: JSON texts in, JSON texts out. The specification is transport agnostic (§1).
import type { Problem } from '../../problem/problem';
import type { Pdu } from '../../wire/bytes/pdu';
import type { JsonWriter } from '../../wire/json/json-writer';
import type { Outgoing } from '../protocol';
import type { TextContent } from './read-text';

/** Writes the JSON text of a message. */
export type WriteText = (json: JsonWriter) => void;

/** A response as the client's transport has read it: a text, nothing at all, or the transport's own refusal. */
export interface ResponseMessage {
  readonly pdu: Pdu;
  readonly content: TextContent | { readonly empty: true } | { readonly status: number; readonly reason: string };
}

export interface ClientTransport {
  /** A request; `last` when no response is awaited. */
  request(write: WriteText, last: boolean): Outgoing;
  receive(octets: Uint8Array): ResponseMessage[];
  /** The peer closed its side. */
  end(): ResponseMessage[];
}

/** A request as the server's transport has read it, and the ways to answer. */
export interface RequestMessage {
  readonly pdu: Pdu;
  /** The text; absent when the transport has refused the message already, with the answer of `refuse`. */
  readonly content: TextContent;
  /** The response, or what the transport sends where there is none. */
  answer(write: WriteText | undefined): Outgoing | undefined;
  /** The answer to what is no JSON. */
  refuse(problem: Problem): Outgoing;
}

export interface ServerTransport {
  receive(octets: Uint8Array): RequestMessage[];
}
