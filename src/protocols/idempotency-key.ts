// The header field that tells a repeated request from a new one. draft-ietf-httpapi-idempotency-key-header-07 §2.1: an Item of RFC 9651 that
// is a String, in quotes.
import { type Field, fieldValue, type Head } from '../wire/http1/head';
import type { Call, Request } from './protocol';

const NAME = 'Idempotency-Key';
/** A String: printable ASCII, with a backslash before quotes and backslashes. RFC 9651 §3.3.3. */
const STRING = /^"((?:[ !#-[\]-~]|\\["\\])*)"$/;

/** The field for a request of `calls`. One of several calls has no key of its own: the request has the key of the first. */
export function keyFields([{ key }]: readonly Call[]): readonly Field[] {
  return key === undefined ? [] : [[NAME, `"${key.replace(/["\\]/g, '\\$&')}"`]];
}

/** `request` with the key that its head carries. The calls of a batch are told apart by their places. */
export function keyed(request: Request, head: Head): Request {
  const key = STRING.exec(fieldValue(head, NAME)?.trim() ?? '')?.[1].replace(/\\(.)/g, '$1');
  if (key === undefined) return request;
  const keyOf = (index: number) => (index === 0 ? key : `${key}#${index}`);
  return { ...request, invocations: request.invocations.map((each, index) => ({ ...each, key: keyOf(index) })) };
}
