// What the client's callback gets: the outcome of each call, read from a response text. JSON-RPC 2.0 §5, §6.
import { ANY, type Type } from '../../idl/types';
import type { Outcome, ServiceError } from '../../idl/value';
import { problem } from '../../problem/problem';
import type { JsonValue } from '../../wire/json/json-value';
import { dynamicValue, readValue } from '../json-values';

/** A call that waits for its response. */
export interface PendingCall {
  readonly id: number | string;
  readonly result: Type;
}

export type JsonObject = ReadonlyMap<string, JsonValue>;

/**
 * The outcomes of `calls`, in their order. The response to a single call needs no equal id: jayson's client does not look at it.
 * Those to a batch are found by their ids (§6: in any order); errors without an id answer calls that are left.
 * Throws `json-rpc.not-a-message` when the text is no response.
 */
export function outcomesOf(text: JsonValue, calls: readonly PendingCall[], batch: boolean): Outcome[] {
  if (text instanceof Map) return calls.map(({ result }) => outcomeOf(text, result));
  if (!batch || !Array.isArray(text) || !text.every(isObject)) throw problem('json-rpc.not-a-response');
  const anonymous = text.filter(response => (response.get('id') ?? null) === null);
  const outcomes: Outcome[] = [];
  for (const { id, result } of calls) {
    const response = text.find(candidate => candidate.get('id') === id) ?? anonymous.shift();
    if (response) outcomes.push(outcomeOf(response, result));
  }
  return outcomes;
}

export function isObject(json: JsonValue): json is JsonObject {
  return json instanceof Map;
}

/** What a response object says. Throws `json-rpc.not-a-response`. */
export function outcomeOf(response: JsonObject, type: Type): Outcome {
  const error = response.get('error') ?? null;
  if (error !== null) return { kind: 'threw', error: serviceError(error) };
  const result = response.get('result');
  if (result === undefined) throw problem('json-rpc.not-a-response');
  return { kind: 'returned', value: readValue(type, result) };
}

/** Version 1.0 lets an error be any JSON; what is no error object is kept as `data`. */
function serviceError(error: JsonValue): ServiceError {
  if (!isObject(error)) return { message: typeof error === 'string' ? error : '', data: readValue(ANY, error) };
  const code = error.get('code');
  const message = error.get('message');
  const data = error.get('data');
  return {
    ...(typeof code === 'number' && { code }),
    message: typeof message === 'string' ? message : '',
    ...(data !== undefined && { data: dynamicValue(data) }),
  };
}
