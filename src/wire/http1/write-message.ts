// Writes HTTP/1.1 messages with their fields annotated. RFC 9112 §2 to §7.
import { ByteWriter } from '../bytes/byte-writer';
import { textOctets } from '../bytes/octet-text';
import type { Pdu } from '../bytes/pdu';
import type { Field, Head } from './head';
import {
  CHUNK,
  CHUNK_DATA,
  CHUNK_SIZE,
  CONTENT_LENGTH,
  EMPTY_LINE,
  FIELD_LINE,
  FIELD_NAME,
  FIELD_VALUE,
  HTTP_VERSION,
  IDEMPOTENCY_KEY,
  LAST_CHUNK,
  MESSAGE,
  MESSAGE_BODY,
  METHOD,
  REASON_PHRASE,
  REQUEST_LINE,
  REQUEST_TARGET,
  STATUS_CODE,
  STATUS_LINE,
} from './kinds';

const CRLF = '\r\n';

/** What follows the head. */
export interface Body {
  /** The octets, with their fields. */
  readonly octets: ByteWriter;
  /** Sent as one chunk and the last chunk (RFC 9112 §7.1) instead of as they are. */
  readonly chunked?: boolean;
  /** What compressed octets stand for. */
  readonly content?: Pdu;
}

/**
 * A whole message. The caller gives every field, Content-Length or Transfer-Encoding included, because peers differ in their order
 * and case. `headLength` is where the body begins, in octets. Nothing is written for an empty body.
 */
export function httpMessage(head: Head, body?: Body): { readonly pdu: Pdu; readonly headLength: number } {
  const writer = new ByteWriter();
  writer.begin(MESSAGE);
  writeHead(writer, head);
  const headLength = writer.length;
  if (body && (body.octets.length > 0 || body.chunked)) writeBody(writer, body);
  writer.end();
  const pdu = { format: 'http1', bytes: writer.finish(), annotations: writer.annotations!, content: body?.content };
  return { pdu, headLength };
}

function writeHead(writer: ByteWriter, head: Head): void {
  if (head.kind === 'request') {
    writer.begin(REQUEST_LINE);
    leaf(writer, METHOD, head.method);
    writer.text(' ');
    leaf(writer, REQUEST_TARGET, head.target);
    writer.text(' ');
    leaf(writer, HTTP_VERSION, `HTTP/${head.version}`);
  } else {
    writer.begin(STATUS_LINE);
    leaf(writer, HTTP_VERSION, `HTTP/${head.version}`);
    writer.text(' ');
    leaf(writer, STATUS_CODE, String(head.status));
    writer.text(' ');
    if (head.reason !== '') writeReason(writer, head.reason);
  }
  endLine(writer);
  for (const field of head.fields) writeField(writer, field);
  leaf(writer, EMPTY_LINE, CRLF);
}

/** Beyond ASCII in ISO 8859-1, as peers write it. */
function writeReason(writer: ByteWriter, reason: string): void {
  writer.begin(REASON_PHRASE);
  writer.bytes(textOctets(reason));
  writer.end();
}

function writeField(writer: ByteWriter, [name, value]: Field): void {
  writer.begin(FIELD_LINE);
  leaf(writer, FIELD_NAME, name);
  writer.text(': ');
  if (value !== '') leaf(writer, fieldValueKind(name), value);
  endLine(writer);
}

/** The values that are read by more than people. */
const VALUE_KINDS: Readonly<Record<string, number>> = {
  'content-length': CONTENT_LENGTH,
  'idempotency-key': IDEMPOTENCY_KEY,
};

/** The kind of the value of the field called `name`. */
export function fieldValueKind(name: string): number {
  return VALUE_KINDS[name.toLowerCase()] ?? FIELD_VALUE;
}

function writeBody(writer: ByteWriter, { octets, chunked }: Body): void {
  writer.begin(MESSAGE_BODY);
  if (chunked) {
    if (octets.length > 0) writeChunk(writer, octets);
    writer.begin(LAST_CHUNK);
    leaf(writer, CHUNK_SIZE, '0');
    endLine(writer);
    leaf(writer, EMPTY_LINE, CRLF);
  } else {
    writer.append(octets);
  }
  writer.end();
}

function writeChunk(writer: ByteWriter, octets: ByteWriter): void {
  writer.begin(CHUNK);
  leaf(writer, CHUNK_SIZE, octets.length.toString(16));
  writer.text(CRLF);
  writer.begin(CHUNK_DATA);
  writer.append(octets);
  writer.end();
  endLine(writer);
}

function leaf(writer: ByteWriter, kind: number, text: string): void {
  writer.begin(kind);
  writer.text(text);
  writer.end();
}

function endLine(writer: ByteWriter): void {
  writer.tail();
  writer.text(CRLF);
  writer.end();
}
