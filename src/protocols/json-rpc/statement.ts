// What a recorded JSON-RPC message says by itself. JSON-RPC 2.0 §4 to §6.
import { ANY } from '../../idl/types';
import { ProblemError, problem } from '../../problem/problem';
import type { JsonValue } from '../../wire/json/json-value';
import type { HttpText } from '../http-dissector';
import { dynamicValue } from '../json-values';
import { type CallId, replyOf, type StatedCall, type StatedOutcome, type Statement } from '../statement';
import type { Refusal, Text } from './http-transport';
import { isObject, type JsonObject, outcomeOf } from './outcomes';

/** The statement of a request text, or of a batch of them. */
export function requestStatement(text: JsonValue): Statement {
  const batch = Array.isArray(text);
  const calls = (batch ? text : [text]).map(callOf);
  if (calls.length > 0 && calls.every(call => call !== undefined)) return { kind: 'request', calls, batch };
  return { kind: 'unreadable', problem: problem('json-rpc.not-a-request').problem };
}

/** The statement of a response text, or of the responses to a batch. */
export function responseStatement(text: JsonValue): Statement {
  try {
    return { kind: 'reply', outcomes: (Array.isArray(text) ? text : [text]).map(statedOutcome) };
  } catch (error) {
    if (error instanceof ProblemError) return { kind: 'unreadable', problem: error.problem };
    throw error;
  }
}

/** HTTP's own order joins request and response: jayson does not look at the id of a single one. */
export function requestOverHttp({ content }: HttpText<Text>): Statement {
  const says = requestStatement(content?.value ?? null);
  if (says.kind !== 'request' || says.batch) return says;
  return { ...says, calls: says.calls.map(({ id: _, ...call }) => call) };
}

export function responseOverHttp({ head, content }: HttpText<Text | Refusal>): Statement {
  if (content && 'reason' in content && head.kind === 'response')
    return replyOf({ kind: 'threw', error: { code: head.status, message: content.reason } });
  if (!content || !('value' in content)) return { kind: 'reply', outcomes: [] };
  const says = responseStatement(content.value);
  if (says.kind !== 'reply' || Array.isArray(content.value)) return says;
  return { ...says, outcomes: says.outcomes.map(({ outcome }) => ({ outcome })) };
}

function callOf(text: JsonValue): StatedCall | undefined {
  const method = isObject(text) ? text.get('method') : undefined;
  if (!isObject(text) || typeof method !== 'string') return undefined;
  const params = text.get('params') ?? [];
  const id = idOf(text);
  const common = { method, oneway: id === undefined, ...(id !== undefined && { id }) };
  if (isObject(params)) return { ...common, args: [...params.values()].map(dynamicValue), names: [...params.keys()] };
  return { ...common, args: (Array.isArray(params) ? params : [params]).map(dynamicValue) };
}

function statedOutcome(text: JsonValue): StatedOutcome {
  if (!isObject(text)) throw problem('json-rpc.not-a-response');
  const id = idOf(text);
  return { outcome: outcomeOf(text, ANY), ...(id !== undefined && { id }) };
}

/** Version 2.0 has no id in a notification, version 1.0 a null one. */
function idOf(text: JsonObject): CallId | undefined {
  const id = text.get('id') ?? null;
  return id === null ? undefined : typeof id === 'number' ? id : String(id);
}
