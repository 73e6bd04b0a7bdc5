// What client and server need of a transport: JSON texts in, JSON texts out. The specification is transport agnostic (§1).
import type { Problem } from '../../problem/problem';
import type { Pdu } from '../../wire/bytes/pdu';
import type { JsonValue } from '../../wire/json/json-value';
import type { JsonWriter } from '../../wire/json/json-writer';
import type { Call, Outgoing, Request } from '../protocol';

/** Writes the JSON text of a message. */
export type WriteText = (json: JsonWriter) => void;

/** What a message's text holds, or why it is no JSON. */
export type TextContent = { readonly value: JsonValue } | { readonly problem: Problem };

/** A response as the client's transport has read it: a text, nothing at all, or a refusal of the transport's own. */
export interface ResponseMessage {
  readonly pdu: Pdu;
  readonly content: TextContent | { readonly empty: true } | { readonly status: number; readonly reason: string };
}

export interface ClientTransport {
  /** A request for `calls`; `last` when the client awaits no response to it. */
  request(write: WriteText, last: boolean, calls: readonly Call[]): Outgoing;
  receive(octets: Uint8Array): ResponseMessage[];
  /** The peer closed its side. */
  end(): ResponseMessage[];
}

/** A request as the server's transport has read it, and the ways to answer. */
export interface RequestMessage {
  readonly pdu: Pdu;
  /** Absent when there is no text to look at. */
  readonly content: TextContent | undefined;
  /** The response, or what the transport sends where there is none. */
  answer(write: WriteText | undefined): Outgoing | undefined;
  /** The answer to a message without a JSON text. */
  refuse(): Outgoing;
  /** `request` with the key that the message carries. */
  keyed?(request: Request): Request;
}

export interface ServerTransport {
  receive(octets: Uint8Array): RequestMessage[];
}
