// Calls at the same time: the connections that they share, or wait for.
import { describe, expect, it } from 'vitest';
import { CANONICAL } from '../../scenario/canonical';
import type { Scenario } from '../../scenario/scenario';
import { compensatingBit } from '../../trace/damage';
import { MachineStates } from '../../trace/machine-states';
import { placeOf } from '../../trace/packet-place';
import type { Trace } from '../../trace/trace';
import { simulate } from '../simulate';

const CALLS = [1, 2, 3].map(a => ({ method: 'fun_add', args: [a, a] }));
const LOAD = { rounds: 1, callers: 3, workers: 3 };
const run = (protocol: string, changes: Partial<Scenario> = {}) =>
  simulate({ ...CANONICAL, protocol, calls: CALLS, load: LOAD, ...changes });
const withPool = (pool: number) => ({ connection: { ...CANONICAL.connection, pool } });

const results = ({ events }: Trace) =>
  events
    .flatMap(event =>
      event.type === 'result' ? [{ exchange: event.exchange!, at: event.at, ...event.outcomes[0] }] : [],
    )
    .sort((a, b) => a.exchange - b.exchange);
const values = (trace: Trace) => results(trace).map(result => result.kind === 'returned' && result.value);
const waits = ({ events }: Trace) =>
  events.filter(event => event.type === 'transition' && event.to === 'waiting for a connection').length;

describe('three calls at once', () => {
  it('have a connection each over HTTP/1.1', () => {
    const trace = run('xml-rpc');
    expect(values(trace)).toEqual([2, 4, 6]);
    expect(trace.connections).toHaveLength(3);
    expect(waits(trace)).toBe(0);
  });

  it('wait for the only connection that they may have, one after the other', () => {
    const trace = run('xml-rpc', withPool(1));
    expect(values(trace)).toEqual([2, 4, 6]);
    expect(trace.connections).toHaveLength(1);
    expect(waits(trace)).toBe(2);
    const [first, second, third] = results(trace).map(({ at }) => at);
    expect(second - first).toBeGreaterThan(40_000);
    expect(third - second).toBeGreaterThan(40_000);
  });

  it.each(['grpc', 'dubbo'])('share one connection over %s, and wait for nothing', protocol => {
    const trace = run(protocol);
    expect(values(trace)).toEqual([2, 4, 6]);
    expect(trace.connections).toHaveLength(1);
    const [first, , third] = results(trace).map(({ at }) => at);
    expect(third - first).toBeLessThan(5000);
  });

  it('over HTTP/2 all wait for one segment that is lost', () => {
    const first = run('grpc').packets.find(
      ({ carries, direction }) => direction === 'c2s' && carries.some(({ message }) => message === 0),
    )!;
    const before = run('grpc').packets.filter(({ id, direction }) => direction === 'c2s' && id < first.id).length;
    const lost = { does: 'drop', packet: { connection: 0, direction: 'c2s', nth: before } } as const;
    const [usual, late] = [run('grpc'), run('grpc', { faults: [lost] })].map(results);
    for (const [call, { at }] of late.entries()) expect(at - usual[call].at).toBeGreaterThan(20_000);
  });

  it('over HTTP/2 all fail when the connection makes no sense any more, and the next call has another one', () => {
    const calls = [...CALLS, { method: 'fun_add', args: [4, 4] }];
    const usual = run('grpc', { calls });
    const reply = usual.messages.find(({ direction, control }) => direction === 's2c' && !control)!;
    const packet = usual.packets.find(({ carries }) => carries.some(({ message }) => message === reply.id))!;
    // The length of a frame that begins with this bit is beyond all limits: FRAME_SIZE_ERROR, RFC 9113 §4.2.
    const bit = packet.carries.find(({ message }) => message === reply.id)!.at * 8;
    const bits = [bit, compensatingBit(packet, bit)!];
    const trace = run('grpc', { calls, faults: [{ does: 'flip', packet: placeOf(usual, packet), bits }] });
    expect(results(trace).map(({ kind }) => kind)).toEqual(['threw', 'threw', 'threw', 'returned']);
    expect(trace.events.some(({ type }) => type === 'still waiting')).toBe(false);
    expect(trace.connections).toHaveLength(2);
  });

  it('are served one after the other by a server with one worker', () => {
    const server = { fun_add: { does: 'add', takes: 100_000 } } as const;
    const [first, second] = results(run('grpc', { server, load: { ...LOAD, workers: 1 } })).map(({ at }) => at);
    expect(second - first).toBeGreaterThanOrEqual(100_000);
  });

  it('have a client stub and a worker each: states are told for each call', () => {
    const server = { fun_add: { does: 'add', takes: 100_000 } } as const;
    const trace = run('grpc', { server, load: { ...LOAD, workers: 2 } });
    const states = new MachineStates(trace.initialStates);
    const last = trace.events.findLastIndex(({ type, at }) => type === 'invoked' && at < 150_000);
    for (const event of trace.events.slice(0, last + 1)) if (event.type === 'transition') states.take(event);
    const told = [0, 1, 2].map(exchange => states.at({ exchange, attempt: 0, connection: 0 }));
    expect(told.map(({ clientStub }) => clientStub)).toEqual(Array(3).fill('awaiting reply'));
    expect(told.map(({ server }) => server)).toEqual(['executing', 'executing', 'idle']);
  });
});
