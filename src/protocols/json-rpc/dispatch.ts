// What jayson's server does with a JSON text: which functions it calls, and what it answers. JSON-RPC 2.0 §4 to §6.
import { ANY, type Method, type ServiceInterface } from '../../idl/types';
import type { Outcome, Value } from '../../idl/value';
import type { JsonValue } from '../../wire/json/json-value';
import { dynamicValue, readValue } from '../json-values';
import { errorObject, INVALID_REQUEST, METHOD_NOT_FOUND, PARSE_ERROR, type ResponseObject } from './response-text';
import type { Version } from './settings';

/** A call of the local service. */
export interface Invocation {
  readonly method: string;
  readonly args: readonly Value[];
}

/** What is to be done for a request text. */
export interface Dispatch {
  readonly invocations: readonly Invocation[];
  /** The response, or the responses to a batch, given the outcome of each invocation; undefined when none is due. */
  respond(outcomes: readonly Outcome[]): ResponseObject | readonly ResponseObject[] | undefined;
}

interface RequestObject {
  readonly method: string;
  readonly params: readonly JsonValue[] | ReadonlyMap<string, JsonValue> | undefined;
  /** null for a notification. */
  readonly id: Value;
}

/** Finds the response to one entry of a request text; undefined for a notification. */
type Respond = (outcomes: readonly Outcome[]) => ResponseObject | undefined;

/** Sorts out a request text for a server of `service` that understands `version`. */
export function dispatch(text: JsonValue, service: ServiceInterface, version: Version): Dispatch {
  const invocations: Invocation[] = [];
  if (!Array.isArray(text)) {
    const respond = entry(text, service, version, invocations);
    return { invocations, respond };
  }
  if (version === '1.0' || text.length === 0) return { invocations, respond: () => refusal(INVALID_REQUEST) };
  // jayson passes over an array within a batch, and never answers a batch of nothing else.
  const entries = text.filter(request => !Array.isArray(request));
  const responds = entries.map(request => entry(request, service, version, invocations));
  return {
    invocations,
    respond(outcomes) {
      const responses = responds.map(respond => respond(outcomes)).filter(response => response !== undefined);
      return responses.length > 0 ? responses : undefined;
    },
  };
}

function entry(text: JsonValue, service: ServiceInterface, version: Version, invocations: Invocation[]): Respond {
  // jayson takes a text that is a string for JSON, once more. Simplified: that is never a request here.
  if (typeof text === 'string') return () => refusal({ ...PARSE_ERROR, data: new Map() });
  const request = version === '2.0' ? requestOfTwo(text) : requestOfOne(text);
  if (!request) return () => refusal(INVALID_REQUEST);
  const { id } = request;
  const method = service.methods.find(({ name }) => name === request.method);
  if (!method) return () => (id === null ? undefined : { id, error: METHOD_NOT_FOUND });
  const index = invocations.push({ method: method.name, args: argumentsOf(method, request.params) }) - 1;
  return outcomes => (id === null ? undefined : responseTo(id, outcomes[index], version));
}

function refusal(error: ResponseObject['error']): ResponseObject {
  return { id: null, error };
}

function responseTo(id: Value, outcome: Outcome, version: Version): ResponseObject {
  return outcome.kind === 'returned'
    ? { id, result: outcome.value }
    : { id, error: errorObject(outcome.error, version) };
}

/** A request as version 2.0 wants it, or undefined: jayson's isValidVersionTwoRequest. */
function requestOfTwo(text: JsonValue): RequestObject | undefined {
  if (!(text instanceof Map) || text.get('jsonrpc') !== '2.0') return undefined;
  const method = text.get('method');
  const params = text.get('params');
  const id = text.get('id') ?? null;
  if (typeof method !== 'string' || !(id === null || ['string', 'number', 'bigint'].includes(typeof id)))
    return undefined;
  if (params === undefined || Array.isArray(params) || params instanceof Map)
    return { method, params, id: asJavaScript(id) };
  return undefined;
}

/** A request as version 1.0 wants it, or undefined: jayson's isValidVersionOneRequest. The id may be anything. */
function requestOfOne(text: JsonValue): RequestObject | undefined {
  if (!(text instanceof Map)) return undefined;
  const method = text.get('method');
  const params = text.get('params');
  const id = text.get('id');
  if (typeof method !== 'string' || !Array.isArray(params) || id === undefined) return undefined;
  return { method, params, id: asJavaScript(id) };
}

/** An id as JavaScript holds it and sends it back: a number too long for a double is rounded. */
function asJavaScript(id: JsonValue): Value {
  return typeof id === 'number' || typeof id === 'bigint' ? Number(id) : dynamicValue(id).value;
}

/**
 * The arguments in the order of the parameters. Nothing is checked, as nothing is in JavaScript: what is missing at the end stays
 * away, what is missing between named ones is null, and what is too much by position is handed over as well.
 */
function argumentsOf({ params }: Method, given: RequestObject['params']): Value[] {
  if (given === undefined) return [];
  if (!(given instanceof Map))
    return (given as readonly JsonValue[]).map((arg, i) => readValue(params[i]?.type ?? ANY, arg));
  return params.map(({ name, type }) => (given.has(name) ? readValue(type, given.get(name)!) : null));
}
