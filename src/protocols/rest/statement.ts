// What a recorded message of a JSON service says by itself. There is no common form for calls: a POST to a path of one name is taken for a
// call of that function, any other request is called by its method and path.
import { STRING } from '../../idl/types';
import { Dynamic } from '../../idl/value';
import type { JsonValue } from '../../wire/json/json-value';
import type { HttpText } from '../http-dissector';
import { dynamicValue } from '../json-values';
import { NULL, replyOf, type Statement } from '../statement';
import type { JsonBody } from './body';
import { errorOf } from './client';

/** The members of the body's object are arguments by name, as are those of the query; any other body is one argument. */
export function requestStatement({ head, content }: HttpText<JsonBody>): Statement | undefined {
  if (head.kind !== 'request') return undefined;
  const [path, query = ''] = head.target.split('?', 2);
  const named = query.split('&').filter(Boolean).map(queryArgument);
  const { value } = content ?? {};
  const members = value instanceof Map ? [...value].map(([name, json]) => [name, dynamicValue(json)] as const) : [];
  const alone = value === undefined || value instanceof Map ? [] : [['body', dynamicValue(value)] as const];
  const parameters = [...named, ...members, ...alone];
  const call = {
    method: nameOf(head.method, path),
    args: parameters.map(([, argument]) => argument),
    names: parameters.map(([name]) => name),
    oneway: false,
  };
  return { kind: 'request', calls: [call], batch: false };
}

/** A status of 2xx says that the call went well. RFC 9110 §15.3. */
export function replyStatement({ head, content }: HttpText<JsonBody>): Statement | undefined {
  if (head.kind !== 'response') return undefined;
  const { value = null } = content ?? {};
  if (head.status >= 200 && head.status < 300) return replyOf({ kind: 'returned', value: resultIn(value) });
  const error = errorOf(head.status, value instanceof Map ? (value.get('error') ?? null) : null);
  return replyOf({ kind: 'threw', error: error.message === '' ? { ...error, message: head.reason } : error });
}

function nameOf(method: string, path: string): string {
  const [, name] = /^\/([^/]+)$/.exec(path) ?? [];
  return method === 'POST' && name !== undefined ? decoded(name) : `${method} ${path}`;
}

/** `name=value`, as forms write it. */
function queryArgument(text: string): readonly [string, Dynamic] {
  const [name, value = ''] = text.split('=', 2).map(part => decoded(part.replaceAll('+', ' ')));
  return [name, new Dynamic(STRING, value)];
}

/** A text with a `%` that begins no octet stays as it is. RFC 3986 §2.1. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The services of this app put the result into a member of that name. */
function resultIn(value: JsonValue): Dynamic {
  if (value === null) return NULL;
  if (value instanceof Map && value.size === 1 && value.has('result')) return dynamicValue(value.get('result')!);
  return dynamicValue(value);
}
