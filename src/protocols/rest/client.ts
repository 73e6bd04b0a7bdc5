// The client stub: a call becomes a POST to the path that is the method's name, with the arguments as a JSON object.
// Header fields as captured: curl 7.88.1, and fetch of Node 20 (undici), which writes its own fields in small letters.
import { placeOf } from '../../idl/place';
import { ANY, type Method } from '../../idl/types';
import type { Outcome, ServiceError, Value } from '../../idl/value';
import { problem } from '../../problem/problem';
import type { Field } from '../../wire/http1/head';
import { MessageReader } from '../../wire/http1/message-reader';
import { type HttpMessage, isProblem } from '../../wire/http1/read-message';
import { httpMessage } from '../../wire/http1/write-message';
import type { JsonValue } from '../../wire/json/json-value';
import { JsonWriter } from '../../wire/json/json-writer';
import { MEMBER } from '../../wire/json/kinds';
import { keyFields } from '../idempotency-key';
import { findNotFinite } from '../json-not-finite';
import { dynamicValue, readValue, writeValue } from '../json-values';
import type { Call, ClientConnection, Incoming, Outgoing, Reply, SessionContext } from '../protocol';
import { type JsonBody, REPLY_BODY } from './body';
import { ARGUMENTS, ARGUMENTS_KEY } from './kinds';
import { type ClientProgram, clientProgram } from './settings';

/** A client for `context`. */
export function openClient(context: SessionContext): { connect(): ClientConnection } {
  return { connect: () => new RestClient(context, clientProgram(context.options)) };
}

class RestClient implements ClientConnection {
  private readonly reader = new MessageReader('response', REPLY_BODY);
  /** The methods whose replies are still to come. */
  private readonly waiting: (Method | undefined)[] = [];

  constructor(
    private readonly context: SessionContext,
    private readonly program: ClientProgram,
  ) {}

  request(calls: readonly Call[], batch: boolean): Outgoing {
    const [call, ...others] = calls;
    if (batch || others.length > 0) throw problem('rest.no-batch');
    const method = this.context.service.methods.find(({ name }) => name === call.method);
    const body = new JsonWriter();
    writeArguments(body, call, method);
    const fields = HEADERS[this.program](this.context.authority, String(body.length), keyFields(calls));
    const target = `/${encodeURIComponent(call.method)}`;
    const { pdu } = httpMessage({ kind: 'request', method: 'POST', target, version: '1.1', fields }, { octets: body });
    this.waiting.push(method);
    return { pdu, writes: [pdu.bytes.length], close: false };
  }

  receive(octets: Uint8Array): Incoming<Reply>[] {
    return this.reader.push(octets).map(message => this.replyOf(message));
  }

  end(): Incoming<Reply>[] {
    return this.reader.end().map(message => this.replyOf(message));
  }

  private replyOf({ pdu, head, content }: HttpMessage<JsonBody>): Incoming<Reply> {
    const method = this.waiting.shift();
    if (isProblem(content)) return { pdu, content };
    if (head?.kind !== 'response' || !(content?.value instanceof Map))
      return { pdu, content: problem('rest.not-a-reply', {}, { offset: 0 }).problem };
    return { pdu, content: { outcomes: [outcomeOf(head.status, content.value, method)] } };
  }
}

function writeArguments(json: JsonWriter, { args }: Call, method: Method | undefined): void {
  const named = new Map<string, Value>(args.map((value, i) => [method?.params[i]?.name ?? String(i), value]));
  json.beginObject(ARGUMENTS, ARGUMENTS_KEY);
  named.forEach((value, name) => {
    json.beginMember(name, MEMBER, name);
    writeValue(json, value);
    json.endMember();
  });
  json.endObject();
  if (json.lostNumber) throw notFinite(named);
}

/** JSON.stringify would send null for such a number, in silence; the client is told instead. */
function notFinite(named: ReadonlyMap<string, Value>): Error {
  const found = findNotFinite(named, [])!;
  const { path, text } = placeOf(found.path);
  return problem('json-rpc.not-finite', { place: text, value: String(found.value) }, { path: ['args', ...path] });
}

const HEADERS: Readonly<Record<ClientProgram, (authority: string, length: string, own: readonly Field[]) => Field[]>> =
  {
    curl: (authority, length, own) => [
      ['Host', authority],
      ['User-Agent', 'curl/7.88.1'],
      ['Accept', '*/*'],
      ['Content-Type', 'application/json'],
      ...own,
      ['Content-Length', length],
    ],
    fetch: (authority, length, own) => [
      ['host', authority],
      ['connection', 'keep-alive'],
      ['Content-Type', 'application/json'],
      ...own,
      ['accept', '*/*'],
      ['accept-language', '*'],
      ['sec-fetch-mode', 'cors'],
      ['user-agent', 'node'],
      ['accept-encoding', 'gzip, deflate'],
      ['content-length', length],
    ],
  };

/** A status of 2xx says that the call went well. RFC 9110 §15.3. */
function outcomeOf(status: number, reply: ReadonlyMap<string, JsonValue>, method: Method | undefined): Outcome {
  if (status >= 200 && status < 300)
    return { kind: 'returned', value: readValue(method?.result ?? ANY, reply.get('result') ?? null) };
  return { kind: 'threw', error: errorOf(status, reply.get('error') ?? null) };
}

/** What a reply without success says. */
export function errorOf(status: number, error: JsonValue): ServiceError {
  if (!(error instanceof Map)) return { code: status, message: '' };
  const message = error.get('message');
  const data = error.get('data');
  return {
    code: status,
    message: typeof message === 'string' ? message : '',
    ...(data !== undefined && { data: dynamicValue(data) }),
  };
}
