// JSON-RPC over HTTP/1.1 as jayson's http client and server speak it, with the header fields that Node's http module adds.
import { ByteWriter } from '../../wire/bytes/byte-writer';
import { closesConnection, type Field, fieldValue, type Head, type ResponseHead } from '../../wire/http1/head';
import { httpDate } from '../../wire/http1/http-date';
import { MessageReader } from '../../wire/http1/message-reader';
import { type BodyFormat, type HttpMessage, isProblem } from '../../wire/http1/read-message';
import { httpMessage } from '../../wire/http1/write-message';
import { readJson } from '../../wire/json/json-reader';
import type { JsonValue } from '../../wire/json/json-value';
import { JsonWriter } from '../../wire/json/json-writer';
import { keyed, keyFields } from '../idempotency-key';
import type { Call, Outgoing } from '../protocol';
import { REQUEST_SHAPE, RESPONSE_SHAPE } from './kinds';
import { syntaxError } from './syntax-error';
import type {
  ClientTransport,
  RequestMessage,
  ResponseMessage,
  ServerTransport,
  TextContent,
  WriteText,
} from './transport';

const JSON_TYPE = 'application/json; charset=utf-8';

/** A body that holds a JSON text. */
export interface Text {
  readonly value: JsonValue;
}

/** Bodies of requests. */
export const REQUEST_BODY: BodyFormat<Text> = {
  format: 'json-rpc',
  read: reader => ({ value: readJson(reader, REQUEST_SHAPE) }),
};

/** Bodies of responses. What is no success is text for people: jayson makes an Error of it. */
export const RESPONSE_BODY: BodyFormat<Text | Refusal> = {
  format: 'json-rpc',
  read(reader, head) {
    if (isSuccess(head)) return { value: readJson(reader, RESPONSE_SHAPE) };
    return { reason: new TextDecoder().decode(reader.take(reader.remaining)) };
  },
};

export interface Refusal {
  readonly reason: string;
}

function isSuccess(head: Head): boolean {
  return head.kind === 'request' || (head.status >= 200 && head.status < 300);
}

export class HttpClientTransport implements ClientTransport {
  private readonly reader = new MessageReader('response', RESPONSE_BODY);

  /** With `keepAlive` the connection belongs to an http.Agent, which uses it again. */
  constructor(
    private readonly authority: string,
    private readonly keepAlive: boolean,
  ) {}

  request(write: WriteText, _: boolean, calls: readonly Call[]): Outgoing {
    const body = textOf(write);
    const fields: Field[] = [
      ['Content-Length', String(body.length)],
      ['Content-Type', JSON_TYPE],
      ['Accept', 'application/json'],
      ['User-Agent', 'jayson-5.0.0'],
      ...keyFields(calls),
      ['Host', this.authority],
      ['Connection', this.keepAlive ? 'keep-alive' : 'close'],
    ];
    return outgoing({ kind: 'request', method: 'POST', target: '/', version: '1.1', fields }, body, false);
  }

  receive(octets: Uint8Array): ResponseMessage[] {
    return this.reader.push(octets).map(responseMessage);
  }

  end(): ResponseMessage[] {
    return this.reader.end().map(responseMessage);
  }
}

function responseMessage({ pdu, head, content }: HttpMessage<Text | Refusal>): ResponseMessage {
  if (isProblem(content)) return { pdu, content: { problem: content } };
  if (head?.kind === 'response' && !isSuccess(head)) {
    const reason = content && 'reason' in content ? content.reason : '';
    return { pdu, content: { status: head.status, reason } };
  }
  return { pdu, content: content && 'value' in content ? content : { empty: true } };
}

export class HttpServerTransport implements ServerTransport {
  private readonly reader = new MessageReader('request', REQUEST_BODY);

  /** `now` is the wall-clock time, in ms since 1970, that Node shows in the Date field. */
  constructor(private readonly now: () => number) {}

  receive(octets: Uint8Array): RequestMessage[] {
    return this.reader.push(octets).map(message => this.requestMessage(message));
  }

  private requestMessage({ pdu, head, content }: HttpMessage<Text>): RequestMessage {
    const close = !head || closesConnection(head);
    const text = textContent(content);
    const refusal = head ? refusalOf(head, text) : undefined;
    return {
      pdu,
      content: refusal ? undefined : text,
      answer: write => this.answer(write, close),
      refuse: () => (refusal ? this.refuse(refusal, close) : BAD_REQUEST),
      keyed: request => (head ? keyed(request, head) : request),
    };
  }

  /** The response, or 204 where there is none: after a notification. */
  private answer(write: WriteText | undefined, close: boolean): Outgoing {
    if (!write) return outgoing(this.head(204, 'No Content', [], close), new ByteWriter(), close);
    const body = textOf(write);
    const own: Field[] = [
      ['content-length', String(body.length)],
      ['content-type', JSON_TYPE],
    ];
    return outgoing(this.head(200, 'OK', own, close), body, close);
  }

  /** Node sends in chunks what has no Content-Length. RFC 9112 §7.1. */
  private refuse({ status, reason, fields, text }: HttpRefusal, close: boolean): Outgoing {
    const head = this.head(status, reason, fields, close);
    const body = new ByteWriter();
    body.text(text);
    const chunked: Field = ['Transfer-Encoding', 'chunked'];
    return outgoing({ ...head, fields: [...head.fields, chunked] }, body, close, true);
  }

  /** The head of a response, with what Node adds to the program's `own` fields. */
  private head(status: number, reason: string, own: readonly Field[], close: boolean): ResponseHead {
    const connection: Field[] = close
      ? [['Connection', 'close']]
      : [
          ['Connection', 'keep-alive'],
          ['Keep-Alive', 'timeout=5'],
        ];
    const fields: Field[] = [...own, ['Date', httpDate(this.now())], ...connection];
    return { kind: 'response', version: '1.1', status, reason, fields };
  }
}

/** What jayson's listener answers before it looks for a request. */
interface HttpRefusal {
  readonly status: number;
  readonly reason: string;
  readonly fields: readonly Field[];
  readonly text: string;
}

function refusalOf(head: Head, text: TextContent | undefined): HttpRefusal | undefined {
  if (head.kind === 'request' && head.method !== 'POST')
    return { status: 405, reason: 'Method Not Allowed', fields: [['allow', 'POST']], text: 'Method Not Allowed' };
  if (!/application\/json/i.test(fieldValue(head, 'Content-Type') ?? ''))
    return { status: 415, reason: 'Unsupported Media Type', fields: [], text: 'Unsupported Media Type' };
  if (text && 'value' in text) return undefined;
  return { status: 400, reason: 'Bad Request', fields: [], text: syntaxError(text?.problem) };
}

/** Node's own answer to what is no HTTP. */
const BAD_REQUEST: Outgoing = outgoing(
  { kind: 'response', version: '1.1', status: 400, reason: 'Bad Request', fields: [['Connection', 'close']] },
  new ByteWriter(),
  true,
);

function textContent(content: HttpMessage<Text>['content']): TextContent | undefined {
  return isProblem(content) ? { problem: content } : content;
}

function textOf(write: WriteText): JsonWriter {
  const body = new JsonWriter();
  write(body);
  return body;
}

/** Node sends head and body together when the program gives the whole body at once. */
function outgoing(head: Head, octets: ByteWriter, close: boolean, chunked = false): Outgoing {
  const { pdu } = httpMessage(head, { octets, chunked });
  return { pdu, writes: [pdu.bytes.length], close };
}
