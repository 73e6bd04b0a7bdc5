// A small run with true frames and annotated messages, made by hand: for tests of what looks at octets. The formats are made up after HTTP and XML-RPC.
import { EMPTY_INTERFACE } from '../../src/idl/types';
import type { Direction, Message, Packet, SegmentSummary, Trace, TraceEvent } from '../../src/trace/trace';
import { ByteWriter } from '../../src/wire/bytes/byte-writer';
import { defineFieldKind, type FieldKind } from '../../src/wire/bytes/field-kind';
import type { Pdu } from '../../src/wire/bytes/pdu';
import { localMacAddress } from '../../src/wire/ethernet/ethernet';
import { encodeFrame, ipv4Length } from '../../src/wire/frame';
import { ipv4FromText } from '../../src/wire/ipv4/ipv4';
import { ACK, PSH } from '../../src/wire/tcp/tcp';

function kind(format: string, name: string, role: FieldKind['role'], parts: Partial<FieldKind> = {}) {
  return defineFieldKind({ format, name, role, spec: 'none', reads: 'text', ...parts });
}

const HTTP = kind('http1', 'http-message', 'group');
const REQUEST_LINE = kind('http1', 'request-line', 'group', { tail: 'crlf' });
const FIELD_LINE = kind('http1', 'field-line', 'group', { gap: 'colon', tail: 'crlf' });
const FIELD_NAME = kind('http1', 'field-name', 'name');
const FIELD_VALUE = kind('http1', 'field-value', 'value');
const EMPTY_LINE = kind('http1', 'empty-line', 'tag');
const METHOD_CALL = kind('xml-rpc', 'methodCall', 'group', { head: 'start-tag', tail: 'end-tag', gap: 'line-feed' });
const METHOD_NAME = kind('xml-rpc', 'methodName', 'name', { head: 'start-tag', tail: 'end-tag' });
const PARAMS = kind('xml-rpc', 'params', 'group', { head: 'start-tag', tail: 'end-tag', gap: 'line-feed' });
const PARAM = kind('xml-rpc', 'param', 'group', { head: 'start-tag', tail: 'end-tag' });
const VALUE = kind('xml-rpc', 'value', 'group', { head: 'start-tag', tail: 'end-tag' });
const STRING = kind('xml-rpc', 'string', 'value', { head: 'start-tag', tail: 'end-tag' });
const ARRAY = kind('xml-rpc', 'array', 'group', { head: 'start-tag', tail: 'end-tag' });

/** An argument of the made-up call: a text, or a list of them. */
export type Argument = string | readonly Argument[];

function wrap(w: ByteWriter, kindId: number, tag: string, inside: () => void, key?: string | number): void {
  w.begin(kindId, key);
  w.text(`<${tag}>`);
  w.content();
  inside();
  w.tail();
  w.text(`</${tag}>`);
  w.end();
}

function writeValue(w: ByteWriter, value: Argument, key?: number): void {
  wrap(
    w,
    VALUE,
    'value',
    () => {
      if (typeof value === 'string') wrap(w, STRING, 'string', () => w.text(value));
      else
        wrap(w, ARRAY, 'array', () => {
          for (const [i, item] of value.entries()) writeValue(w, item, i);
        });
    },
    key,
  );
}

function leaf(w: ByteWriter, kindId: number, text: string): void {
  w.begin(kindId);
  w.text(text);
  w.end();
}

/** A request that passes `args`, or a reply with `args[0]` as the result. */
export function annotatedMessage(method: string, args: readonly Argument[], result = false): Pdu {
  const scratch = new ByteWriter(false);
  writeBody(scratch, method, args, result);
  const length = scratch.length;
  const w = new ByteWriter();
  w.begin(HTTP);
  w.begin(REQUEST_LINE);
  w.text(result ? 'HTTP/1.1 200 OK' : 'POST /RPC2 HTTP/1.1');
  w.tail();
  w.text('\r\n');
  w.end();
  w.begin(FIELD_LINE);
  leaf(w, FIELD_NAME, 'Content-Length');
  w.text(': ');
  leaf(w, FIELD_VALUE, String(length));
  w.tail();
  w.text('\r\n');
  w.end();
  leaf(w, EMPTY_LINE, '\r\n');
  writeBody(w, method, args, result);
  w.end();
  return { format: 'http1', bytes: w.finish(), annotations: w.annotations! };
}

function writeBody(w: ByteWriter, method: string, args: readonly Argument[], result: boolean): void {
  wrap(w, METHOD_CALL, 'methodCall', () => {
    wrap(w, METHOD_NAME, 'methodName', () => w.text(method));
    w.text('\n');
    const each = () => {
      for (const [i, arg] of args.entries()) wrap(w, PARAM, 'param', () => writeValue(w, arg), result ? 'result' : i);
    };
    if (result) each();
    else wrap(w, PARAMS, 'params', each, 'args');
  });
}

const CLIENT = ipv4FromText('172.171.4.176');
const SERVER = ipv4FromText('172.171.5.95');
const HEADERS = 54;

function packet(id: number, direction: Direction, message: number, pdu: Pdu, start: number, end: number): Packet {
  const fromClient = direction === 'c2s';
  const [source, destination] = fromClient ? [CLIENT, SERVER] : [SERVER, CLIENT];
  const payload = pdu.bytes.subarray(start, end);
  const flags: SegmentSummary['flags'] = ['PSH', 'ACK'];
  const tcp = {
    sourcePort: fromClient ? 51000 : 8080,
    destinationPort: fromClient ? 8080 : 51000,
    sequenceNumber: 1000 + start,
    acknowledgmentNumber: 2000,
    flags: PSH | ACK,
    window: 502,
    urgentPointer: 0,
    options: [],
  };
  const bytes = encodeFrame({
    ethernet: { destination: localMacAddress(destination), source: localMacAddress(source), etherType: 0x0800 },
    ipv4: {
      dscp: 0,
      ecn: 0,
      totalLength: ipv4Length(tcp, payload),
      identification: id,
      dontFragment: true,
      moreFragments: false,
      fragmentOffset: 0,
      timeToLive: 64,
      protocol: 6,
      source,
      destination,
      options: new Uint8Array(0),
    },
    tcp,
    payload,
  });
  return {
    id,
    connection: 0,
    direction,
    bytes,
    sentAt: id * 1000,
    arrivedAt: id * 1000 + 500,
    segment: {
      flags,
      seq: tcp.sequenceNumber,
      ack: tcp.acknowledgmentNumber,
      relativeSeq: start + 1,
      relativeAck: 1,
      window: 64256,
      length: payload.length,
      headerLength: HEADERS,
    },
    carries: [{ message, start, end, at: HEADERS }],
  };
}

/** One call of `method` with `args` that returns `args[0]`; each message travels in segments of at most `segment` octets. */
export function annotatedRun(method: string, args: readonly Argument[], segment = 100): Trace {
  const messages: Message[] = [];
  const packets: Packet[] = [];
  const events: TraceEvent[] = [];
  const event = (body: Record<string, unknown>) =>
    events.push({
      seq: events.length,
      at: events.length * 100,
      actor: 'clientStub',
      exchange: 0,
      ...body,
    } as TraceEvent);
  const carry = (direction: Direction, pdu: Pdu) => {
    const id = messages.length;
    messages.push({ id, exchange: 0, connection: 0, direction, pdu, streamOffset: 0 });
    event({ type: 'encoded', message: id });
    event({ type: 'step', step: direction === 'c2s' ? 3 : 8 });
    for (let start = 0; start < pdu.bytes.length; start += segment) {
      const end = Math.min(start + segment, pdu.bytes.length);
      packets.push(packet(packets.length, direction, id, pdu, start, end));
      event({ type: 'sent', packet: packets.length - 1 });
      event({ type: 'arrived', packet: packets.length - 1 });
    }
  };
  event({ type: 'step', step: 1 });
  event({ type: 'step', step: 2 });
  carry('c2s', annotatedMessage(method, args));
  event({ type: 'step', step: 4 });
  event({ type: 'decoded', message: 0 });
  event({ type: 'step', step: 7 });
  carry('s2c', annotatedMessage(method, args.slice(0, 1), true));
  event({ type: 'step', step: 9 });
  event({ type: 'step', step: 10 });
  return {
    service: EMPTY_INTERFACE,
    protocol: 'xml-rpc',
    exchanges: [{ calls: [{ method, args: [], oneway: false }], batch: false }],
    events,
    messages,
    packets,
    hosts: { client: { address: '172.171.4.176', port: 51000 }, server: { address: '172.171.5.95', port: 8080 } },
    connections: [{ clientPort: 51000 }],
    initialStates: {
      client: 'idle',
      clientStub: 'idle',
      clientTcp: 'CLOSED',
      link: 'carrying',
      serverTcp: 'LISTEN',
      serverStub: 'idle',
      server: 'idle',
    },
    duration: events.length * 100,
  };
}
