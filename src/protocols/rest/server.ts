// The server stub: a program on Node's http module, as the recorded one: the path names the function, the status says how it went.
import type { Method } from '../../idl/types';
import type { Outcome, ServiceError, Value } from '../../idl/value';
import type { Problem } from '../../problem/problem';
import { closesConnection, type Field, type Head } from '../../wire/http1/head';
import { httpDate } from '../../wire/http1/http-date';
import { MessageReader } from '../../wire/http1/message-reader';
import { type HttpMessage, isProblem } from '../../wire/http1/read-message';
import { httpMessage } from '../../wire/http1/write-message';
import type { JsonValue } from '../../wire/json/json-value';
import { JsonWriter } from '../../wire/json/json-writer';
import { MEMBER } from '../../wire/json/kinds';
import { keyed } from '../idempotency-key';
import { readValue, writeValue } from '../json-values';
import type { Incoming, Outgoing, Request, ServerConnection, SessionContext } from '../protocol';
import { type JsonBody, REQUEST_BODY } from './body';
import { ERROR, REPLY, RESULT } from './kinds';

/** RFC 9110 §15: the phrases of the statuses that are sent. Others have none. */
const PHRASES: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  422: 'Unprocessable Entity',
  500: 'Internal Server Error',
};

/** A server of `context`'s service. */
export function openServer(context: SessionContext): { accept(): ServerConnection } {
  return { accept: () => new RestServer(context) };
}

class RestServer implements ServerConnection {
  private readonly reader = new MessageReader('request', REQUEST_BODY);

  constructor(private readonly context: SessionContext) {}

  receive(octets: Uint8Array): Incoming<Request>[] {
    return this.reader.push(octets).map(message => ({ pdu: message.pdu, content: this.requestOf(message) }));
  }

  private requestOf({ head, content }: HttpMessage<JsonBody>): Request {
    const close = !head || closesConnection(head);
    const refuse = (status: number, error: RestError): Request => ({
      invocations: [],
      reply: () => this.reply(status, { error }, close),
    });
    if (head?.kind !== 'request' || isProblem(content)) return refuse(400, badJson(content));
    if (head.method !== 'POST') return refuse(405, { code: 'method_not_allowed' });
    const method = this.methodAt(head.target);
    if (!method) return refuse(404, { code: 'not_found', message: `no function at ${head.target}` });
    if (!(content?.value instanceof Map))
      return refuse(400, { code: 'bad_json', message: 'The arguments are no object' });
    const invocation = { method: method.name, args: argumentsOf(method, content.value) };
    return keyed({ invocations: [invocation], reply: ([outcome]) => this.replyTo(outcome, close) }, head);
  }

  private methodAt(target: string): Method | undefined {
    return this.context.service.methods.find(({ name }) => `/${encodeURIComponent(name)}` === target);
  }

  private replyTo(outcome: Outcome, close: boolean): Outgoing {
    if (outcome.kind === 'returned') return this.reply(200, { result: outcome.value }, close);
    return this.reply(statusOf(outcome.error), { error: restError(outcome.error) }, close);
  }

  private reply(status: number, said: Said, close: boolean): Outgoing {
    const body = new JsonWriter();
    writeReply(body, said);
    const fields: Field[] = [
      ['Content-Type', 'application/json; charset=utf-8'],
      ['Content-Length', String(body.length)],
      ['Date', httpDate(this.context.now())],
      ...(close ? CLOSING : KEEPING),
    ];
    const head: Head = { kind: 'response', version: '1.1', status, reason: PHRASES[status] ?? '', fields };
    const { pdu } = httpMessage(head, { octets: body });
    return { pdu, writes: [pdu.bytes.length], close };
  }
}

/** What Node adds to a program's own fields. */
const KEEPING: Field[] = [
  ['Connection', 'keep-alive'],
  ['Keep-Alive', 'timeout=5'],
];
const CLOSING: Field[] = [['Connection', 'close']];

interface RestError {
  readonly code: string;
  readonly message?: string;
  readonly data?: Value;
}

type Said = { readonly result: Value } | { readonly error: RestError };

function badJson(content: JsonBody | Problem | undefined): RestError {
  return { code: 'bad_json', message: content && isProblem(content) ? content.code : 'no body' };
}

/** Arguments that the object lacks are null, as a missing property is undefined in JavaScript. */
function argumentsOf({ params }: Method, given: ReadonlyMap<string, JsonValue>): Value[] {
  return params.map(({ name, type }) => (given.has(name) ? readValue(type, given.get(name)!) : null));
}

/** A fault that the service raises on purpose may choose its status; anything else is the server's own failure. RFC 9110 §15.5, §15.6. */
function statusOf({ exception, code }: ServiceError): number {
  if (exception !== undefined || code === undefined) return 500;
  return code >= 400 && code <= 599 ? code : 422;
}

/** The error object of a failure: a word for programs, a sentence for people. */
function restError({ exception, code, message, data }: ServiceError): RestError {
  if (exception !== undefined) return { code: 'internal', message };
  return { code: code === undefined ? 'failed' : String(code), message, data };
}

function writeReply(json: JsonWriter, said: Said): void {
  json.beginObject(REPLY);
  if ('result' in said) {
    json.beginMember('result', RESULT, 'result');
    writeValue(json, said.result);
  } else {
    json.beginMember('error', ERROR, 'error');
    writeError(json, said.error);
  }
  json.endMember();
  json.endObject();
}

function writeError(json: JsonWriter, error: RestError): void {
  json.beginObject();
  for (const name of ['code', 'message', 'data'] as const) {
    const value = error[name];
    if (value === undefined) continue;
    json.beginMember(name, MEMBER, name);
    writeValue(json, value);
    json.endMember();
  }
  json.endObject();
}
