import { describe, expect, it } from 'vitest';
import { EMPTY_INTERFACE, INT } from '../idl/types';
import { Dynamic, type ServiceError } from '../idl/value';
import type { EventBody, Packet, Trace, TraceEvent } from '../trace/trace';
import { ByteWriter } from '../wire/bytes/byte-writer';
import { defineFieldKind } from '../wire/bytes/field-kind';
import type { Pdu } from '../wire/bytes/pdu';
import { encodeFrame, type Frame, ipv4Length } from '../wire/frame';
import { readCapture } from '../wire/pcapng/read-capture';
import { ACK, PSH, SYN } from '../wire/tcp/tcp';
import { pduJson } from './field-json';
import { fieldTreeText } from './field-text';
import { tracePcap, tracePcapng } from './pcap';
import { applicationStreams } from './streams';
import { traceJson } from './trace-json';
import { transcript } from './transcript';

const kind = (name: string, reads: 'text' | 'uint' | 'hex', more: object = {}) =>
  defineFieldKind({ format: 'sample', name, role: 'value', spec: 'RFC 0 §1', reads, ...more });
const CALL = kind('call', 'text', { head: '<', tail: '>' });
const NUMBER = kind('number', 'uint');
const FLAGS = kind('flags', 'hex', { bits: [{ name: 'urgent', firstBit: 6, bits: 2 }] });

/** `<`, a number in two octets, flags in one, `>`. */
function sampleMessage(number: number): Pdu {
  const writer = new ByteWriter();
  writer.begin(CALL, 'args');
  writer.text('<');
  writer.content();
  writer.begin(NUMBER, 0);
  writer.uint16(number);
  writer.end();
  writer.begin(FLAGS);
  writer.uint8(0xf6);
  writer.end();
  writer.tail();
  writer.text('>');
  writer.end();
  return { format: 'sample', bytes: writer.finish(), annotations: writer.annotations! };
}

function sampleFrame(c2s: boolean, sequenceNumber: number, flags: number, payload: Uint8Array): Uint8Array {
  const [client, server] = [0x0a000001, 0x0a000002];
  const tcp = {
    sourcePort: c2s ? 40000 : 8000,
    destinationPort: c2s ? 8000 : 40000,
    sequenceNumber,
    acknowledgmentNumber: 0,
    flags,
    window: 65535,
    urgentPointer: 0,
    options: [],
  };
  const frame: Frame = {
    ethernet: { destination: new Uint8Array(6), source: new Uint8Array(6), etherType: 0x0800 },
    ipv4: {
      dscp: 0,
      ecn: 0,
      totalLength: ipv4Length(tcp, payload),
      identification: 0,
      dontFragment: true,
      moreFragments: false,
      fragmentOffset: 0,
      timeToLive: 64,
      protocol: 6,
      source: c2s ? client : server,
      destination: c2s ? server : client,
      options: new Uint8Array(0),
    },
    tcp,
    payload,
  };
  return encodeFrame(frame);
}

const request = sampleMessage(515);
const reply = sampleMessage(5);
const nothing = new Uint8Array(0);

function samplePacket(
  id: number,
  c2s: boolean,
  flags: Packet['segment']['flags'],
  at: number,
  payload: Uint8Array,
): Packet {
  const bits = flags.reduce((sum, flag) => sum | { SYN, ACK, PSH, FIN: 1, RST: 4 }[flag], 0);
  const relativeSeq = flags.includes('SYN') ? 0 : 1;
  return {
    id,
    connection: 0,
    direction: c2s ? 'c2s' : 's2c',
    bytes: sampleFrame(c2s, 100 + relativeSeq, bits, payload),
    sentAt: at,
    arrivedAt: at + 20_000,
    segment: {
      flags,
      seq: 100 + relativeSeq,
      ack: 0,
      relativeSeq,
      relativeAck: 1,
      window: 65535,
      length: payload.length,
      headerLength: 54,
    },
    carries: [],
  };
}

const events: [at: number, actor: TraceEvent['actor'], body: EventBody][] = [
  [0, 'client', { type: 'step', step: 1 }],
  [100, 'client', { type: 'transition', from: 'idle', to: 'waiting', event: 'CALL' }],
  [400, 'clientStub', { type: 'step', step: 2 }],
  [500, 'clientStub', { type: 'encoded', message: 0 }],
  [3000, 'clientTcp', { type: 'step', step: 3 }],
  [3000, 'clientTcp', { type: 'sent', packet: 0 }],
  [23_000, 'serverTcp', { type: 'arrived', packet: 0 }],
  [24_000, 'clientTcp', { type: 'sent', packet: 1 }],
  [44_000, 'serverStub', { type: 'decoded', message: 0 }],
  [45_000, 'server', { type: 'invoked', method: 'add', args: [2, 3] }],
  [46_000, 'server', { type: 'completed', method: 'add', outcome: { kind: 'returned', value: 5 } }],
  [50_000, 'serverTcp', { type: 'sent', packet: 2 }],
  [70_000, 'clientTcp', { type: 'arrived', packet: 2 }],
  [110_000, 'clientTcp', { type: 'timer', timer: 'delayed ack' }],
  [120_000, 'client', { type: 'result', outcomes: [{ kind: 'returned', value: 5 }] }],
];

const trace: Trace = {
  service: EMPTY_INTERFACE,
  protocol: 'sample',
  exchanges: [{ batch: false, calls: [{ method: 'add', args: [2, 3n], oneway: false }] }],
  events: events.map(([at, actor, body], seq) => ({ seq, at, actor, ...body })),
  messages: [
    { id: 0, exchange: 0, connection: 0, direction: 'c2s', pdu: request, streamOffset: 0 },
    { id: 1, exchange: 0, connection: 0, direction: 's2c', pdu: reply, streamOffset: 0 },
  ],
  packets: [
    samplePacket(0, true, ['SYN'], 3000, nothing),
    samplePacket(1, true, ['PSH', 'ACK'], 24_000, request.bytes),
    samplePacket(2, false, ['PSH', 'ACK'], 50_000, reply.bytes),
  ],
  hosts: { client: { address: '10.0.0.1', port: 40000 }, server: { address: '10.0.0.2', port: 8000 } },
  connections: [{ clientPort: 40000 }],
  initialStates: {
    client: 'idle',
    clientStub: 'idle',
    clientTcp: 'CLOSED',
    link: 'idle',
    serverTcp: 'LISTEN',
    serverStub: 'idle',
    server: 'idle',
  },
  duration: 120_000,
};

describe('the transcript', () => {
  it('tells a run line by line', () => {
    expect(transcript(trace)).toBe(
      [
        '  0.0ms  step 1: the client calls the stub as if it were local',
        '  0.4ms  step 2: the client stub marshals the call',
        '  0.5ms  client stub  encoded request of 5 bytes (sample)',
        '  3.0ms  step 3: the request is sent to the server',
        '  3.0ms  client → server  TCP SYN seq=0 win=65535',
        ' 24.0ms  client → server  TCP PSH ACK seq=1 ack=1 win=65535 len=5',
        ' 44.0ms  server stub  decoded request of 5 bytes (sample)',
        ' 45.0ms  server  runs add(2, 3)',
        ' 46.0ms  server  add returned 5',
        ' 50.0ms  server → client  TCP PSH ACK seq=1 ack=1 win=65535 len=5',
        '110.0ms  client TCP  timer delayed ack fired',
        '120.0ms  client  result 5',
        '',
      ].join('\n'),
    );
  });

  it('tells faults and exceptions', () => {
    const told = (error: ServiceError) =>
      transcript({
        ...trace,
        events: [{ seq: 0, at: 0, actor: 'client', type: 'result', outcomes: [{ kind: 'threw', error }] }],
      });
    expect(told({ code: 42, message: 'no' })).toBe('  0.0ms  client  result fault 42: "no"\n');
    expect(told({ exception: 'KeyError', message: 'k' })).toBe('  0.0ms  client  result KeyError: "k"\n');
    expect(told({ message: 'x'.repeat(1000) }).length).toBeLessThan(100);
  });

  it('tells states and arrivals when asked', () => {
    const lines = transcript(trace, { transitions: true, arrivals: true }).split('\n');
    expect(lines).toContain('  0.1ms  client  idle → waiting on CALL');
    expect(lines).toContain(' 23.0ms  server ← client  TCP SYN seq=0 win=65535');
  });
});

describe('the trace as JSON', () => {
  it('survives JSON text and has octets in hex', () => {
    const json = JSON.parse(JSON.stringify(traceJson(trace)));
    expect(json).toMatchObject({ format: 'callscope-trace', version: 1, durationMicros: 120_000 });
    expect(json.messages[0]).toMatchObject({ id: 0, direction: 'c2s', bytes: '3c0203f63e' });
    expect(json.packets[1].bytes).toMatch(/3c0203f63e$/);
    expect(json.packets[1].fields[0]).toMatchObject({ name: 'ethernet', start: 0, end: 59 });
    expect(json.exchanges[0].calls[0].args).toEqual([2, 3]);
    expect(json.events[9]).toEqual({
      seq: 9,
      atMicros: 45_000,
      actor: 'server',
      type: 'invoked',
      method: 'add',
      args: [2, 3],
    });
    expect(json.events[14].outcomes).toEqual([{ returned: 5 }]);
  });

  it('writes fields as a tree whose leaves have values and whose paths lead to the call', () => {
    expect(pduJson(request).fields).toMatchObject([
      {
        name: 'call',
        path: ['args'],
        children: [
          { name: '<', value: '<', start: 0, end: 1 },
          { name: 'number', value: 515, path: ['args', 0], start: 1, end: 3, spec: 'RFC 0 §1' },
          { name: 'flags', value: 'f6', bits: { urgent: 2 } },
          { name: '>', value: '>', start: 4, end: 5 },
        ],
      },
    ]);
  });

  it('writes fields as indented text too', () => {
    expect(fieldTreeText({ ...request, content: { ...reply, format: 'inner' } }).split('\n')).toEqual([
      '0000     5  call',
      '0000     1    <  "<"',
      '0001     2    number  515',
      '0003     1    flags  "f6"',
      '0004     1    >  ">"',
      '  stands for 5 bytes of inner:',
      '0000     5  call',
      '0000     1    <  "<"',
      '0001     2    number  5',
      '0003     1    flags  "f6"',
      '0004     1    >  ">"',
      '',
    ]);
  });

  it('takes values by what they are, for a peer may send what the interface does not declare', () => {
    const event: EventBody = {
      type: 'invoked',
      method: 'x',
      args: [Uint8Array.of(255), Number.NaN, 2n ** 60n, new Dynamic(INT, 1)],
    };
    const [json] = traceJson({ ...trace, events: [{ seq: 0, at: 0, actor: 'server', ...event }] }).events;
    expect(json.args).toEqual(['/w==', 'NaN', '1152921504606846976', 1]);
  });
});

describe('captures', () => {
  const startedAt = '2026-11-22T06:00:00Z';
  const origin = Date.parse(startedAt) * 1000;

  it('hold what an interface at the client sees, when it sees it', () => {
    const packets = readCapture(tracePcap({ ...trace, events: trace.events.filter(e => e.seq !== 12) }, startedAt));
    expect(packets.map(packet => packet.atMicros - origin)).toEqual([3000, 24_000]);
    expect(readCapture(tracePcap(trace, startedAt))[2].atMicros - origin).toBe(70_000);
  });

  it('name the step of each packet in pcapng', () => {
    const [syn] = readCapture(tracePcapng(trace, startedAt));
    expect(syn.comment).toBe('step 3 of 10: the request is sent to the server');
    expect(syn.bytes).toEqual(trace.packets[0].bytes);
  });

  it('streams are put together from the packets', () => {
    expect(applicationStreams(trace)).toEqual([{ c2s: request.bytes, s2c: reply.bytes }]);
  });
});
