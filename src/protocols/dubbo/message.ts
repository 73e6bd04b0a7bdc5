// A whole message of the Dubbo protocol: its header, and the data that the header speaks of.
import { type Problem, problem } from '../../problem/problem';
import type { Annotations } from '../../wire/bytes/annotations';
import { ByteReader } from '../../wire/bytes/byte-reader';
import { guarded } from '../../wire/bytes/guarded';
import type { Pdu } from '../../wire/bytes/pdu';
import { type DubboHeader, HEADER_LENGTH, HESSIAN2, readDubboHeader, writeDubboHeader } from '../../wire/dubbo/header';
import { statusName } from '../../wire/dubbo/statuses';
import { HESSIAN_JS } from '../../wire/hessian2/flavour';
import { HessianReader } from '../../wire/hessian2/hessian-reader';
import { HessianWriter } from '../../wire/hessian2/hessian-writer';
import type { Outgoing } from '../protocol';
import { EVENT_DATA } from './kinds';
import { type RequestBody, readRequestBody } from './request-body';
import { type ResponseBody, readResponseBody } from './response-body';

/** The data of an event: what they are nobody looks at. */
interface EventBody {
  readonly type: 'event';
}

/** A message's header and data; or why they cannot be understood. */
export interface Message {
  readonly pdu: Pdu;
  readonly header: DubboHeader | Problem;
  readonly body: RequestBody | ResponseBody | EventBody | Problem;
}

/** A message with this header, whose data `writeBody` writes. */
export function writeMessage(header: DubboHeader, writeBody: (hessian: HessianWriter) => void, name = ''): Outgoing {
  const hessian = new HessianWriter(HESSIAN_JS);
  const lengthAt = writeDubboHeader(hessian, header);
  writeBody(hessian);
  hessian.patchUint32(lengthAt, hessian.length - HEADER_LENGTH);
  const bytes = hessian.finish();
  const pdu = { format: 'dubbo', title: titleOf(header, name), bytes, annotations: hessian.annotations! };
  return { pdu, writes: [bytes.length], close: false };
}

/** An event whose data are null. */
export function writeHeartbeat(header: Omit<DubboHeader, 'event' | 'serialization'>): Outgoing {
  return writeMessage({ ...header, event: true, serialization: HESSIAN2 }, hessian => {
    hessian.begin(EVENT_DATA);
    hessian.null();
    hessian.end();
  });
}

/** Reads a message that a MessageSplitter has cut out of a stream, or what is left of one. */
export function readMessage(bytes: Uint8Array, header: DubboHeader | Problem): Message {
  const reader = new ByteReader(bytes, false, HEADER_LENGTH);
  const body = 'code' in header ? header : guarded(reader, () => readBody(reader, header));
  const name = 'methodName' in body ? body.methodName : '';
  const title = 'code' in header ? undefined : titleOf(header, name);
  let noted: Annotations | undefined;
  const pdu: Pdu = {
    format: 'dubbo',
    ...(title !== undefined && { title }),
    bytes,
    // Most messages are decoded for their values only: their fields are noted when somebody looks.
    get annotations() {
      noted ??= annotationsOf(bytes);
      return noted;
    },
  };
  return { pdu, header, body };
}

/** What is left of a stream: a message whose end is missing. */
export function readRest(bytes: Uint8Array): Pdu {
  return { format: 'dubbo', bytes, annotations: annotationsOf(bytes) };
}

function annotationsOf(bytes: Uint8Array): Annotations {
  const reader = new ByteReader(bytes);
  guarded(reader, () => {
    readBody(reader, readDubboHeader(reader));
  });
  return reader.annotations!;
}

function readBody(reader: ByteReader, header: DubboHeader): RequestBody | ResponseBody | EventBody {
  const { kind, event, serialization, status } = header;
  if (serialization !== HESSIAN2) throw problem('dubbo.unknown-serialization', { id: serialization });
  if (event) return readEvent(reader);
  return kind === 'request' ? readRequestBody(reader) : readResponseBody(reader, status);
}

function readEvent(reader: ByteReader): EventBody {
  reader.begin(EVENT_DATA);
  new HessianReader(reader).read();
  reader.end();
  return { type: 'event' };
}

/** `Request 1 fun_add`, `Response 1 OK`, `Heartbeat`. */
function titleOf({ kind, event, status, requestId }: DubboHeader, name: string): string {
  if (event) return kind === 'request' ? 'Heartbeat' : 'Heartbeat response';
  if (kind === 'request') return `Request ${requestId} ${name}`.trimEnd();
  return `Response ${requestId} ${statusName(status) ?? status}`;
}
