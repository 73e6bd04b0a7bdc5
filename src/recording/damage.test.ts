// Whatever is in a file, it becomes traces or a problem.
import { readFileSync } from 'node:fs';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { ProblemError } from '../problem/problem';
import { allProtocols } from '../protocols/index';
import { momentAt } from '../trace/moment';
import type { Trace } from '../trace/trace';
import { openCapture } from './open-capture';
import { recognisedEarly } from './recognise';
import { recordTrace } from './record-trace';
import { atOnce } from './slices';

const FILES = [
  'xmlrpc/fun_add_keepalive2',
  'jsonrpc/tcp_fun_add',
  'rest/curl_keepalive2',
  'grpc/node_fun_add_2calls',
  'dubbo/dubbo2_sofa_heartbeat',
  'thrift/binary_framed_fun_add',
].map(name => new Uint8Array(readFileSync(`test/captures/${name}.pcap`)));

/** Octets that take the place of `removed` others, at a place between 0 and 1. */
const edit = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(80),
  octets: fc.uint8Array({ maxLength: 8 }),
});

function edited(file: Uint8Array, { place, removed, octets }: { place: number; removed: number; octets: Uint8Array }) {
  const at = Math.floor(place * file.length);
  return Uint8Array.of(...file.subarray(0, at), ...octets, ...file.subarray(at + removed));
}

function tracesIn(file: Uint8Array): Trace[] {
  try {
    const { conversations } = atOnce(openCapture(file));
    return conversations.flatMap(conversation => [
      atOnce(recordTrace(conversation, recognisedEarly(conversation, allProtocols()))),
      ...allProtocols().map(protocol => atOnce(recordTrace(conversation, protocol))),
    ]);
  } catch (error) {
    if (error instanceof ProblemError) return [];
    throw error;
  }
}

function expectSense(trace: Trace): void {
  const { events, packets, messages, exchanges } = trace;
  events.forEach((event, seq) => {
    expect(event.seq).toBe(seq);
    expect(event.at).toBeGreaterThanOrEqual(events[Math.max(0, seq - 1)].at);
    if (event.exchange !== undefined) expect(exchanges[event.exchange]).toBeDefined();
  });
  for (const { carries, bytes } of packets)
    for (const { message, start, end, at } of carries) {
      expect(end).toBeLessThanOrEqual(messages[message].pdu.bytes.length);
      expect(at + end - start).toBeLessThanOrEqual(bytes.length);
    }
  expect(momentAt(trace, events.length - 1).inFlight).toEqual([]);
}

describe('a damaged capture', () => {
  test.prop([fc.constantFrom(...FILES), fc.array(edit, { minLength: 1, maxLength: 6 })], { numRuns: 60 })(
    'gives traces that make sense as far as they go, or a problem',
    (file, edits) => {
      for (const trace of tracesIn(edits.reduce(edited, file))) expectSense(trace);
    },
  );

  test.prop([fc.constantFrom(...FILES), fc.double({ min: 0, max: 1, noNaN: true })], { numRuns: 30 })(
    'that is cut off keeps what stands before',
    (file, share) => {
      for (const trace of tracesIn(file.subarray(0, Math.floor(share * file.length)))) expectSense(trace);
    },
  );
});
