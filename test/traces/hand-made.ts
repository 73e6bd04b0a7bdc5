// Small runs made by hand, for tests of what shows a run: they need its shape, not true octets.
import { EMPTY_INTERFACE } from '../../src/idl/types';
import type { StepNumber } from '../../src/protocols/protocol';
import type { ActorId, Direction, EventBody, Message, Packet, SegmentSummary, Trace } from '../../src/trace/trace';
import { Annotations } from '../../src/wire/bytes/annotations';
import { UNKNOWN } from '../../src/wire/bytes/field-kind';

const FLIGHT = 20_000;
const REQUEST = 336;
const REPLY = 258;

/** Writes a trace event by event. Times are microseconds. */
class TraceWriter {
  readonly events: Trace['events'][number][] = [];
  readonly messages: Message[] = [];
  readonly packets: Packet[] = [];
  readonly connections: { clientPort: number }[] = [];
  at = 0;
  exchange: number | undefined;
  connection: number | undefined;
  private readonly states: Record<string, string> = {};

  event(actor: ActorId, body: EventBody): void {
    const { at, exchange, connection } = this;
    this.events.push({ seq: this.events.length, at, actor, exchange, connection, ...body });
  }

  step(step: StepNumber, actor: ActorId): void {
    this.event(actor, { type: 'step', step });
  }

  state(actor: ActorId, to: string): void {
    this.event(actor, { type: 'transition', from: this.states[actor] ?? 'idle', to, event: 'next' });
    this.states[actor] = to;
  }

  message(direction: Direction, octets: number): number {
    const annotations = new Annotations();
    annotations.leaf(UNKNOWN, 0, octets);
    const bytes = new TextEncoder().encode('POST /RPC2 HTTP/1.1\r\n'.repeat(Math.ceil(octets / 21))).slice(0, octets);
    const id = this.messages.length;
    this.messages.push({
      id,
      exchange: this.exchange ?? 0,
      connection: this.connection ?? 0,
      direction,
      pdu: { format: 'http1', bytes, annotations },
      streamOffset: 0,
    });
    this.event(direction === 'c2s' ? 'clientStub' : 'serverStub', { type: 'encoded', message: id });
    return id;
  }

  send(direction: Direction, flags: SegmentSummary['flags'], message?: number, start = 0, end = 0): number {
    const id = this.packets.length;
    const length = end - start;
    this.packets.push({
      id,
      connection: this.connection ?? 0,
      direction,
      bytes: new Uint8Array(66 + length),
      sentAt: this.at,
      arrivedAt: this.at + FLIGHT,
      segment: {
        flags,
        seq: 1000 + start,
        ack: 0,
        relativeSeq: start + 1,
        relativeAck: 1,
        window: 64240,
        length,
        headerLength: 66,
      },
      carries: message === undefined || length === 0 ? [] : [{ message, start, end, at: 66 }],
    });
    this.event(direction === 'c2s' ? 'clientTcp' : 'serverTcp', { type: 'sent', packet: id });
    return id;
  }

  arrive(packet: number): void {
    const { direction, sentAt } = this.packets[packet];
    this.at = Math.max(this.at, sentAt + FLIGHT);
    this.event(direction === 'c2s' ? 'serverTcp' : 'clientTcp', { type: 'arrived', packet });
  }

  trace(exchanges: Trace['exchanges']): Trace {
    return {
      service: EMPTY_INTERFACE,
      protocol: 'xml-rpc',
      exchanges,
      events: this.events,
      messages: this.messages,
      packets: this.packets,
      hosts: {
        client: { address: '172.171.4.176', port: 51000 },
        server: { address: '172.171.5.95', port: 8080 },
      },
      connections: this.connections,
      initialStates: {
        client: 'idle',
        clientStub: 'idle',
        clientTcp: 'CLOSED',
        link: 'empty',
        serverTcp: 'LISTEN',
        serverStub: 'idle',
        server: 'idle',
      },
      duration: this.at,
    };
  }
}

/** `calls` calls of fun_add(2, 3), each on a connection of its own, their requests `octets` long in `segments` segments. */
export function addCalls(calls = 1, segments = 2, octets = REQUEST): Trace {
  const w = new TraceWriter();
  for (let exchange = 0; exchange < calls; exchange++) {
    w.exchange = exchange;
    writeRequest(w, exchange, segments, octets);
    writeResult(w);
    w.exchange = undefined;
    writeTeardown(w);
    if (exchange + 1 < calls) w.at += 1000;
  }
  const call = { method: 'fun_add', args: [2, 3], oneway: false };
  return w.trace(Array.from({ length: calls }, () => ({ calls: [call], batch: false })));
}

function writeRequest(w: TraceWriter, connection: number, segments: number, octets: number): void {
  w.step(1, 'client');
  w.state('client', 'waiting');
  w.at += 10;
  w.step(2, 'clientStub');
  w.state('clientStub', 'marshalling');
  w.at += 50;
  w.connections.push({ clientPort: 51000 + connection });
  w.connection = connection;
  const request = w.message('c2s', octets);
  w.step(3, 'clientStub');
  w.state('clientStub', 'connecting');
  w.state('clientTcp', 'SYN-SENT');
  const syn = w.send('c2s', ['SYN']);
  w.arrive(syn);
  w.state('serverTcp', 'SYN-RECEIVED');
  const synAck = w.send('s2c', ['SYN', 'ACK']);
  w.arrive(synAck);
  w.state('clientTcp', 'ESTABLISHED');
  w.state('clientStub', 'sending');
  const ack = w.send('c2s', ['ACK']);
  const data = sendAll(w, 'c2s', request, segments, octets);
  w.state('clientStub', 'awaiting reply');
  w.arrive(ack);
  w.state('serverTcp', 'ESTABLISHED');
  for (const packet of data) w.arrive(packet);
  w.step(4, 'serverStub');
  w.state('serverStub', 'unmarshalling');
  const acked = w.send('s2c', ['ACK']);
  w.at += 40;
  w.event('serverStub', { type: 'decoded', message: request });
  w.step(5, 'serverStub');
  w.state('serverStub', 'calling');
  w.state('server', 'executing');
  w.event('server', { type: 'invoked', method: 'fun_add', args: [2, 3] });
  w.at += 10;
  w.step(6, 'server');
  w.at += 100;
  w.event('server', { type: 'completed', method: 'fun_add', outcome: { kind: 'returned', value: 5 } });
  w.state('server', 'idle');
  w.at += 10;
  w.step(7, 'serverStub');
  w.state('serverStub', 'marshalling');
  w.at += 40;
  const reply = w.message('s2c', REPLY);
  w.step(8, 'serverStub');
  w.state('serverStub', 'sending');
  const answer = sendAll(w, 's2c', reply, 1, REPLY);
  w.arrive(acked);
  for (const packet of answer) w.arrive(packet);
}

function writeResult(w: TraceWriter): void {
  w.step(9, 'clientStub');
  w.state('clientStub', 'unmarshalling');
  w.at += 40;
  w.event('clientStub', { type: 'decoded', message: w.messages.length - 1 });
  w.step(10, 'client');
  w.state('clientStub', 'idle');
  w.state('client', 'has result');
  w.event('client', { type: 'result', outcomes: [{ kind: 'returned', value: 5 }] });
}

function writeTeardown(w: TraceWriter): void {
  w.state('clientTcp', 'FIN-WAIT-1');
  w.arrive(w.send('c2s', ['FIN', 'ACK']));
  w.state('serverTcp', 'CLOSE-WAIT');
  w.state('serverTcp', 'LAST-ACK');
  w.arrive(w.send('s2c', ['FIN', 'ACK']));
  w.state('clientTcp', 'TIME-WAIT');
  w.arrive(w.send('c2s', ['ACK']));
  w.state('serverTcp', 'CLOSED');
}

function sendAll(w: TraceWriter, direction: Direction, message: number, segments: number, octets: number): number[] {
  const size = Math.ceil(octets / segments);
  const packets: number[] = [];
  for (let start = 0; start < octets; start += size) {
    packets.push(w.send(direction, ['PSH', 'ACK'], message, start, Math.min(octets, start + size)));
    w.at += 50;
  }
  return packets;
}
