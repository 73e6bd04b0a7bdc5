import { describe, expect, it } from 'vitest';
import { run } from '../../test/line-runs';
import { addCalls } from '../../test/traces/hand-made';
import { endOf, journeysOf, trainsOf } from './journeys';
import { phasesOf } from './phases';

describe('journeys', () => {
  it('know the events that sent each packet and brought it in', () => {
    const trace = addCalls();
    for (const [packet, { sent, arrived }] of journeysOf(trace).entries()) {
      expect(trace.events[sent]).toMatchObject({ type: 'sent', packet });
      expect(trace.events[arrived!]).toMatchObject({ type: 'arrived', packet });
    }
  });
});

describe('the journey of a packet that gets lost', () => {
  it('ends where the network drops it, and it stands alone among many', () => {
    const calls = [{ method: 'length', args: ['x'.repeat(200_000)] }];
    const trace = run({ calls, faults: [{ does: 'drop', packet: { connection: 0, direction: 'c2s', nth: 8 } }] });
    const lost = trace.packets.find(({ arrivedAt }) => arrivedAt === undefined)!;
    const way = journeysOf(trace)[lost.id];
    expect(way.arrived).toBeUndefined();
    expect(trace.events[endOf(way)!]).toMatchObject({ type: 'dropped', packet: lost.id });
    expect(trainsOf(trace, 10).map(({ packets }) => packets)).toContainEqual([lost.id]);
  });
});

describe('trains', () => {
  it('are single packets when there are few', () => {
    const trace = addCalls();
    expect(trainsOf(trace, 40).map(({ packets }) => packets)).toEqual(trace.packets.map(({ id }) => [id]));
  });

  it('hold every packet once, and their octets together', () => {
    const trace = addCalls(1, 500, 700_000);
    const trains = trainsOf(trace, 40);
    expect(trains.flatMap(({ packets }) => packets).sort((a, b) => a - b)).toEqual(trace.packets.map(({ id }) => id));
    expect(trains.reduce((sum, { octets }) => sum + octets, 0)).toBe(700_000 + 258);
  });

  it('end where a packet leaves only after the one ahead of it has arrived', () => {
    const trace = addCalls(2, 100, 100_000);
    const ways = journeysOf(trace);
    for (const { packets } of trainsOf(trace, 20))
      for (let i = 1; i < packets.length; i++)
        expect(ways[packets[i]].sent).toBeLessThan(ways[packets[i - 1]].arrived!);
  });

  it('leave packets that open or close a connection alone', () => {
    for (const { purpose, packets } of trainsOf(addCalls(1, 500, 700_000), 40))
      if (purpose === 'connection') expect(packets).toHaveLength(1);
  });
});

describe('phases', () => {
  it('are handshake, request, response and teardown, for each connection', () => {
    const kinds = ['handshake', 'request', 'response', 'teardown'];
    expect(phasesOf(addCalls(2)).map(({ kind, connection }) => [kind, connection])).toEqual([
      ...kinds.map(kind => [kind, 0]),
      ...kinds.map(kind => [kind, 1]),
    ]);
  });

  it('of a request last from its first octet leaving to its last octet arriving', () => {
    const trace = addCalls(1, 5);
    const { from, to } = phasesOf(trace).find(({ kind }) => kind === 'request')!;
    const carrying = trace.packets.filter(({ carries }) => carries[0]?.message === 0).map(({ id }) => id);
    expect(trace.events[from]).toMatchObject({ type: 'sent', packet: carrying[0] });
    expect(trace.events[to]).toMatchObject({ type: 'arrived', packet: carrying.at(-1) });
  });
});
