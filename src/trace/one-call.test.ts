import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { lineProtocol } from '../../test/line-protocol';
import { add, SCENARIO } from '../../test/line-runs';
import { UNIMPAIRED } from '../scenario/faults';
import { presetById } from '../scenario/presets';
import type { Scenario } from '../scenario/scenario';
import { simulate, simulateOver } from '../simulation/simulate';
import { oneCall } from './one-call';
import { packetAt, placeOf } from './packet-place';
import type { Trace } from './trace';

/** Laws look at many runs. */
const SLOW_MACHINE_MS = 60_000;

const arbitraryScenario = fc
  .record({
    lengths: fc.array(fc.nat(3000), { minLength: 1, maxLength: 3 }),
    rounds: fc.integer({ min: 1, max: 3 }),
    callers: fc.integer({ min: 1, max: 3 }),
    workers: fc.integer({ min: 1, max: 2 }),
    reuse: fc.boolean(),
    close: fc.constantFrom('nobody', 'server'),
    duplication: fc.constantFrom(0, 0.2),
    jitter: fc.constantFrom(0, 5000),
    seed: fc.nat(),
  })
  .map(
    ({ lengths, rounds, callers, workers, reuse, close, duplication, jitter, seed }): Scenario => ({
      ...SCENARIO,
      calls: lengths.map(length => ({ method: length % 2 ? 'note' : 'length', args: ['y'.repeat(length)] })),
      load: { rounds, callers, workers },
      connection: { ...SCENARIO.connection, reuse },
      options: { close, keepAlive: close === 'nobody' },
      impairments: { ...UNIMPAIRED, duplication, jitter },
      seed,
    }),
  );

const law = (name: string, check: (call: Trace, run: Trace, index: number) => void) =>
  test.prop([arbitraryScenario], { numRuns: 20 })(
    name,
    scenario => {
      const run = simulateOver(lineProtocol, scenario);
      run.exchanges.forEach((_, index) => {
        check(oneCall(run, index), run, index);
      });
    },
    SLOW_MACHINE_MS,
  );

describe('one call of a run', () => {
  law('has events in order, each after its cause, and tells its own duration', ({ events, duration }) => {
    events.forEach(({ seq, at, cause }, index) => {
      expect(seq).toBe(index);
      expect(at).toBeGreaterThanOrEqual(events[index - 1]?.at ?? 0);
      if (cause !== undefined) expect(cause).toBeLessThan(index);
    });
    expect(duration).toBe(events.at(-1)?.at);
  });

  law('names only what is in it, and every packet and message of it', trace => {
    const { events, messages, packets, connections } = trace;
    const sent = events.flatMap(event => (event.type === 'sent' ? [event.packet] : []));
    const written = events.flatMap(event => ('message' in event && event.type !== 'decoded' ? [event.message] : []));
    expect(sent).toEqual(packets.map((_, id) => id));
    expect(written.sort((a, b) => a - b)).toEqual(messages.map((_, id) => id));
    expect([...packets, ...messages].map(({ id }) => id)).toEqual([...sent, ...messages.keys()]);
    for (const { connection } of [...events, ...messages, ...packets])
      if (connection !== undefined) expect(connections[connection]).toBeDefined();
    for (const { carries, copyOf } of packets) {
      for (const { message } of carries) expect(messages[message]).toBeDefined();
      if (copyOf !== undefined) expect(packets[copyOf]).toBeDefined();
    }
  });

  law('carries its messages as the whole run does', (trace, run, index) => {
    const own = run.messages.filter(({ exchange }) => exchange === index);
    expect(trace.messages.map(({ pdu }) => pdu)).toEqual(own.map(({ pdu }) => pdu));
    for (const { bytes, carries } of trace.packets)
      for (const { message, start, end, at } of carries) {
        const octets = trace.messages[message].pdu.bytes.subarray(start, end);
        expect(Buffer.from(bytes.subarray(at, at + octets.length)).equals(octets)).toBe(true);
      }
  });

  law('begins where it says, and each transition where the last one ended', ({ events, initialStates }) => {
    const states: Record<string, string> = {};
    for (const event of events) {
      if (event.type !== 'transition') continue;
      const endpoint = event.actor.endsWith('Tcp') ? `${event.actor} ${event.connection}` : event.actor;
      if (states[endpoint] ?? event.connection === undefined)
        expect(event.from).toBe(states[endpoint] ?? initialStates[event.actor]);
      states[endpoint] = event.to;
    }
  });

  law('has every step of its own, and its result', (trace, run, index) => {
    const told = (events: Trace['events']) =>
      events.flatMap(event =>
        event.type === 'step' || event.type === 'result' ? [event.type === 'step' ? event.step : event.outcomes] : [],
      );
    expect(told(trace.events.filter(({ exchange }) => exchange === 0))).toEqual(
      told(run.events.filter(({ exchange }) => exchange === index)),
    );
  });

  law('is the run itself when there is no other', (trace, run) => {
    if (run.exchanges.length === 1) expect(trace).toEqual(run);
    else expect(trace.part?.calls).toBe(run.exchanges.length);
  });
});

describe('one call of several', () => {
  it('has the acknowledgment of its last packet, and counts the packets of others', () => {
    const run = simulateOver(lineProtocol, { ...SCENARIO, calls: [add(1, 2), add(3, 4), add(5, 6)] });
    const second = oneCall(run, 1);
    // The next request, in two writes, leaves before the server has the acknowledgment of this reply.
    expect(second.part).toMatchObject({ call: 1, calls: 3, otherPackets: 2 });
    expect(second.packets.some(({ carries, segment }) => carries.length === 0 && segment.flags.includes('ACK'))).toBe(
      true,
    );
    expect(second.initialStates.clientTcp).toBe('ESTABLISHED');
  });

  it('has packets whose places are those in the whole run, where faults are put', () => {
    const run = simulateOver(lineProtocol, { ...SCENARIO, calls: [add(1, 2), add(3, 4), add(5, 6)] });
    const second = oneCall(run, 1);
    for (const packet of second.packets) {
      expect(packetAt(run, placeOf(second, packet))?.bytes).toBe(packet.bytes);
      expect(packetAt(second, placeOf(second, packet))).toBe(packet);
    }
    expect(packetAt(second, { connection: 0, direction: 'c2s', nth: 0 })).toBeUndefined();
  });

  it.each(['xml-rpc-http-1.0', 'grpc-fun-add', 'dubbo-fun-add', 'json-rpc-batch', 'thrift-exception'])(
    'of %s has one request and one reply',
    id => {
      const run = simulate({ ...presetById(id)!.scenario, load: { rounds: 3, callers: 1, workers: 1 } });
      for (const index of run.exchanges.keys()) {
        const messages = oneCall(run, index).messages.filter(({ control }) => !control);
        expect(messages.map(({ direction }) => direction)).toEqual(['c2s', 's2c']);
      }
    },
  );
});
