// The laws that hold for every run.
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { lineProtocol } from '../../test/line-protocol';
import { SCENARIO } from '../../test/line-runs';
import type { Scenario } from '../scenario/scenario';
import type { Trace } from '../trace/trace';
import { tilingFault } from '../wire/bytes/tiling';
import { annotateFrame, decodeFrame } from '../wire/frame';
import { ACK, PSH } from '../wire/tcp/tcp';
import { NETWORK_LIMITS } from './plan';
import { simulateOver } from './simulate';

/** Laws look at many runs. */
const SLOW_MACHINE_MS = 60_000;

describe('every run', () => {
  const arbitraryScenario = fc
    .record({
      lengths: fc.array(fc.nat(1200), { minLength: 1, maxLength: 3 }),
      latency: fc.integer({ min: 0, max: 100_000 }),
      bandwidth: fc.constantFrom(100_000, 10_000_000, 10_000_000_000),
      mtu: fc.constantFrom(NETWORK_LIMITS.mtu[0], 576, 1500, NETWORK_LIMITS.mtu[1]),
      reuse: fc.boolean(),
      closeAtEnd: fc.boolean(),
      close: fc.constantFrom('nobody', 'server'),
      oneway: fc.boolean(),
      seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    })
    .map(({ lengths, latency, bandwidth, mtu, reuse, closeAtEnd, close, oneway, seed }): Scenario => {
      const calls = lengths.map(length => ({
        method: oneway && length % 2 ? 'note' : 'length',
        args: ['y'.repeat(length)],
      }));
      const network = { latency, bandwidth, mtu };
      return {
        ...SCENARIO,
        calls,
        network,
        connection: { reuse, closeAtEnd },
        options: { close, keepAlive: close === 'nobody' },
        seed,
      };
    });
  const law = (name: string, check: (trace: Trace, scenario: Scenario) => void) =>
    test.prop([arbitraryScenario], { numRuns: 20 })(
      name,
      scenario => check(simulateOver(lineProtocol, scenario), scenario),
      SLOW_MACHINE_MS,
    );

  law('is the same the second time', (trace, scenario) => {
    expect(fingerprint(simulateOver(lineProtocol, scenario))).toBe(fingerprint(trace));
  });

  law('has events in order, each after its cause', ({ events, duration }) => {
    events.forEach((event, index) => {
      expect(event.seq).toBe(index);
      expect(event.at).toBeGreaterThanOrEqual(events[index - 1]?.at ?? 0);
      expect(Number.isInteger(event.at)).toBe(true);
      if (event.cause !== undefined) expect(event.cause).toBeLessThan(index);
    });
    expect(duration).toBe(events.at(-1)?.at);
  });

  law('has every packet arrive after it was sent, because it was sent', ({ events, packets }) => {
    const sent = new Map<number, number>();
    for (const event of events) {
      if (event.type === 'sent') sent.set(event.packet, event.seq);
      if (event.type === 'arrived') expect(event.cause).toBe(sent.get(event.packet));
    }
    expect(sent.size).toBe(packets.length);
    for (const { sentAt, arrivedAt } of packets) expect(arrivedAt).toBeGreaterThanOrEqual(sentAt);
  });

  law('ends with a result for every call, which is the right one', (trace, scenario) => {
    const outcomes = trace.events.flatMap(event => (event.type === 'result' ? [event.outcomes] : []));
    expect(outcomes).toEqual(
      scenario.calls.map(call => {
        const { method, args } = call as { method: string; args: string[] };
        return method === 'note' ? [] : [{ kind: 'returned', value: args[0].length }];
      }),
    );
  });

  law('carries in its packets exactly the messages', ({ packets, messages, connections }) => {
    for (let connection = 0; connection < connections.length; connection++)
      for (const direction of ['c2s', 's2c'] as const) {
        const belongs = (part: { connection: number; direction: string }) =>
          part.connection === connection && part.direction === direction;
        const payloads = packets.filter(belongs).map(({ bytes }) => [...decodeFrame(bytes).payload]);
        expect(payloads.flat()).toEqual(messages.filter(belongs).flatMap(({ pdu }) => [...pdu.bytes]));
      }
  });

  law('says of every packet what it carries, and reads its figures off its octets', ({ packets, messages }) => {
    for (const { bytes, carries, segment } of packets) {
      const { tcp, payload } = decodeFrame(bytes);
      expect(segment).toMatchObject({ seq: tcp.sequenceNumber, ack: tcp.acknowledgmentNumber, window: tcp.window });
      expect(segment.headerLength + segment.length).toBe(bytes.length);
      expect(segment.flags.includes('PSH')).toBe((tcp.flags & PSH) !== 0);
      expect(segment.flags.includes('ACK')).toBe((tcp.flags & ACK) !== 0);
      let carried = 0;
      for (const { message, start, end, at } of carries) {
        const octets = messages[message].pdu.bytes.subarray(start, end);
        expect(Buffer.from(bytes.subarray(at, at + octets.length)).equals(octets)).toBe(true);
        carried += octets.length;
      }
      expect(carried).toBe(payload.length);
    }
  });

  law('keeps to the MTU, and its frames are tiled by fields', ({ packets }, { network }) => {
    for (const { bytes } of packets.slice(0, 50)) {
      expect(bytes.length - 14).toBeLessThanOrEqual(network.mtu);
      expect(tilingFault(annotateFrame(bytes), bytes.length)).toBeUndefined();
    }
  });

  law('begins where it says, and each transition where the last one ended', ({ events, initialStates }) => {
    const states: Record<string, string> = {};
    for (const event of events) {
      if (event.type !== 'transition') continue;
      const endpoint = event.actor.endsWith('Tcp') ? `${event.actor} ${event.connection}` : event.actor;
      expect(event.from).toBe(states[endpoint] ?? initialStates[event.actor]);
      states[endpoint] = event.to;
    }
  });

  law('draws its initial sequence numbers from the seed', (trace, scenario) => {
    const other = simulateOver(lineProtocol, { ...scenario, seed: scenario.seed ^ 1 });
    expect(other.packets[0].segment.seq).not.toBe(trace.packets[0].segment.seq);
    expect(other.events.length).toBe(trace.events.length);
  });
});

/** The whole record as a text: comparing texts is quick. */
function fingerprint(trace: Trace): string {
  return JSON.stringify(trace, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
}
