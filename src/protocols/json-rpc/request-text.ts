// Requests as JSON texts, member for member as jayson writes them. JSON-RPC 2.0 §4, §6.
import { placeOf } from '../../idl/place';
import type { Value } from '../../idl/value';
import { type ProblemError, problem } from '../../problem/problem';
import type { JsonWriter } from '../../wire/json/json-writer';
import { findNotFinite } from '../json-not-finite';
import { writeValue } from '../json-values';
import { BATCH, BATCH_KEY, ID, ID_VALUE, JSONRPC, METHOD, METHOD_NAME, PARAMS, REQUEST, VERSION } from './kinds';
import type { Version } from './settings';

/** A request before it is written. */
export interface RequestObject {
  readonly method: string;
  /** By position, or by name. */
  readonly params: readonly Value[] | ReadonlyMap<string, Value>;
  /** Absent for a notification. */
  readonly id?: number | string;
}

/** Writes one request, or several as a batch. Throws `json-rpc.not-finite` where an argument has no JSON number. */
export function writeRequests(
  json: JsonWriter,
  requests: readonly RequestObject[],
  batch: boolean,
  version: Version,
): void {
  if (batch) {
    json.beginArray(BATCH, BATCH_KEY);
    for (let i = 0; i < requests.length; i++) writeRequest(json, requests[i], version, i);
    json.endArray();
  } else {
    writeRequest(json, requests[0], version);
  }
  if (json.lostNumber) throw notFinite(requests);
}

/** JSON.stringify would send null for such a number, in silence; the client is told instead. */
function notFinite(requests: readonly RequestObject[]): ProblemError {
  for (const { params } of requests) {
    const found = findNotFinite(params, []);
    if (!found) continue;
    const { path, text } = placeOf(found.path);
    return problem('json-rpc.not-finite', { place: text, value: String(found.value) }, { path: ['args', ...path] });
  }
  throw new Error('a number was lost, but none is missing');
}

function writeRequest(json: JsonWriter, { method, params, id }: RequestObject, version: Version, key?: number): void {
  json.beginObject(REQUEST, key);
  json.beginMember('method', METHOD);
  json.string(method, METHOD_NAME);
  json.endMember();
  if (version === '2.0') writeVersion(json);
  json.beginMember('params', PARAMS, 'args');
  writeValue(json, params);
  json.endMember();
  // Version 1.0 marks a notification by a null id; 2.0 by none at all.
  if (id !== undefined || version === '1.0') writeId(json, id ?? null);
  json.endObject();
}

/** The member `jsonrpc`, which tells version 2.0 from 1.0. */
export function writeVersion(json: JsonWriter): void {
  json.beginMember('jsonrpc', JSONRPC);
  json.string('2.0', VERSION);
  json.endMember();
}

/** The member `id`. Version 1.0 allows any value. */
export function writeId(json: JsonWriter, id: Value): void {
  json.beginMember('id', ID);
  if (typeof id === 'string') json.string(id, ID_VALUE);
  else if (typeof id === 'number') json.number(id, ID_VALUE);
  else if (typeof id === 'boolean' || id === null) json.literal(id, ID_VALUE);
  else writeValue(json, id);
  json.endMember();
}
