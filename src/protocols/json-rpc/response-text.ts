// Responses as JSON texts, member for member as jayson writes them. JSON-RPC 2.0 §5, §5.1, §6.
import type { ServiceError, Value } from '../../idl/value';
import type { JsonWriter } from '../../wire/json/json-writer';
import { writeValue } from '../json-values';
import { BATCH, BATCH_KEY, CODE, DATA, ERROR, ERROR_OBJECT, MESSAGE, RESPONSE, RESULT } from './kinds';
import { writeId, writeVersion } from './request-text';
import type { Version } from './settings';

/** An error object. What is absent is not written: a JavaScript Error, for one, shows nothing of itself to JSON.stringify. */
export interface ErrorObject {
  readonly code?: number;
  readonly message?: string;
  readonly data?: Value;
}

/** A response before it is written: a result or an error. */
export interface ResponseObject {
  /** As the request had it; null when there was none to read. */
  readonly id: Value;
  readonly result?: Value;
  readonly error?: ErrorObject;
}

/** JSON-RPC 2.0 §5.1, in jayson's words. */
export const PARSE_ERROR: ErrorObject = { code: -32700, message: 'Parse Error' };
export const INVALID_REQUEST: ErrorObject = { code: -32600, message: 'Invalid request' };
export const METHOD_NOT_FOUND: ErrorObject = { code: -32601, message: 'Method not found' };
export const INTERNAL_ERROR: ErrorObject = { code: -32603, message: 'Internal error' };

/**
 * The error object that jayson makes of what the service's function has passed to its callback. An exception is an Error object, whose
 * message JSON.stringify does not see. Version 2.0 sends only what has a whole-numbered code and a message, and -32603 for the rest.
 */
export function errorObject({ exception, code, message, data }: ServiceError, version: Version): ErrorObject {
  const sendable = version === '1.0' || (code !== undefined && Number.isInteger(code));
  if (!sendable) return INTERNAL_ERROR;
  return exception === undefined ? { code, message, data } : { code, data };
}

/** Writes one response, or the responses to a batch. */
export function writeResponses(
  json: JsonWriter,
  responses: ResponseObject | readonly ResponseObject[],
  version: Version,
): void {
  if (isList(responses)) {
    json.beginArray(BATCH, BATCH_KEY);
    for (let i = 0; i < responses.length; i++) writeResponse(json, responses[i], version, i);
    json.endArray();
  } else {
    writeResponse(json, responses, version);
  }
}

function isList(responses: ResponseObject | readonly ResponseObject[]): responses is readonly ResponseObject[] {
  return Array.isArray(responses);
}

function writeResponse(json: JsonWriter, { id, result, error }: ResponseObject, version: Version, key?: number): void {
  json.beginObject(RESPONSE, key);
  if (version === '2.0') writeVersion(json);
  writeId(json, id);
  if (error) writeError(json, error);
  else if (version === '1.0') writeNoError(json);
  if (!error) {
    json.beginMember('result', RESULT, 'result');
    writeValue(json, result ?? null);
    json.endMember();
  }
  json.endObject();
}

/** Version 1.0 always has the member `error`, null beside a result. */
function writeNoError(json: JsonWriter): void {
  json.beginMember('error', ERROR, 'error');
  json.literal(null);
  json.endMember();
}

function writeError(json: JsonWriter, { code, message, data }: ErrorObject): void {
  json.beginMember('error', ERROR, 'error');
  json.beginObject(ERROR_OBJECT);
  if (code !== undefined) {
    json.beginMember('code', CODE, 'code');
    json.number(code);
    json.endMember();
  }
  if (message !== undefined) {
    json.beginMember('message', MESSAGE, 'message');
    json.string(message);
    json.endMember();
  }
  if (data !== undefined) {
    json.beginMember('data', DATA, 'data');
    writeValue(json, data);
    json.endMember();
  }
  json.endObject();
  json.endMember();
}
