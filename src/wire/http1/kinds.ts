// The kinds of field of an HTTP/1.1 message. RFC 9112, with the meanings of RFC 9110.
import { defineFieldKind, type FieldKind, type FieldKindId } from '../bytes/field-kind';

function http(name: string, role: FieldKind['role'], spec: string, parts: Partial<FieldKind> = {}): FieldKindId {
  return defineFieldKind({ format: 'http1', name, role, spec, reads: 'text', ...parts });
}

export const MESSAGE = http('HTTP-message', 'group', 'RFC 9112 §2.1');

export const REQUEST_LINE = http('request-line', 'group', 'RFC 9112 §3', { gap: 'SP', tail: 'CRLF' });
export const METHOD = http('method', 'name', 'RFC 9112 §3.1');
export const REQUEST_TARGET = http('request-target', 'name', 'RFC 9112 §3.2');
export const HTTP_VERSION = http('HTTP-version', 'tag', 'RFC 9112 §2.3');

export const STATUS_LINE = http('status-line', 'group', 'RFC 9112 §4', { gap: 'SP', tail: 'CRLF' });
export const STATUS_CODE = http('status-code', 'flags', 'RFC 9110 §15');
export const REASON_PHRASE = http('reason-phrase', 'value', 'RFC 9112 §4');

export const FIELD_LINE = http('field-line', 'group', 'RFC 9112 §5', { gap: 'colon', tail: 'CRLF' });
export const FIELD_NAME = http('field-name', 'name', 'RFC 9110 §5.1');
export const FIELD_VALUE = http('field-value', 'value', 'RFC 9110 §5.5');
/** The value of Content-Length: the one field that says where the message ends. */
export const CONTENT_LENGTH = http('content-length', 'length', 'RFC 9112 §6.2');
/** The value of Idempotency-Key: what a server knows a repeated request by. */
export const IDEMPOTENCY_KEY = http(
  'idempotency-key',
  'identifier',
  'draft-ietf-httpapi-idempotency-key-header-07 §2.1',
);
/** Ends the head, and a chunked body. */
export const EMPTY_LINE = http('empty-line', 'tag', 'RFC 9112 §2.1');

export const MESSAGE_BODY = http('message-body', 'group', 'RFC 9112 §6');
export const CHUNK = http('chunk', 'group', 'RFC 9112 §7.1', { gap: 'CRLF', tail: 'CRLF' });
export const CHUNK_SIZE = http('chunk-size', 'length', 'RFC 9112 §7.1');
export const CHUNK_EXT = http('chunk-ext', 'value', 'RFC 9112 §7.1.1');
export const CHUNK_DATA = http('chunk-data', 'group', 'RFC 9112 §7.1');
export const LAST_CHUNK = http('last-chunk', 'group', 'RFC 9112 §7.1', { tail: 'CRLF' });
