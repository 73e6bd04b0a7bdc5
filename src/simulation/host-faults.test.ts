// What happens to the server, one kind of fault after the other, and what client and TCP make of it.
import { describe, expect, it } from 'vitest';
import { add, run, SCENARIO, segments } from '../../test/line-runs';
import type { Fault, ServerFault } from '../scenario/faults';
import type { Scenario } from '../scenario/scenario';
import { momentAt } from '../trace/moment';
import type { Trace } from '../trace/trace';

type Harm = ServerFault['does'];

const beforeIt = (does: Harm, lasts?: number): Fault => ({ does, when: { execution: 0, phase: 'before' }, lasts });
const afterIt = (does: Harm, lasts?: number): Fault => ({ does, when: { execution: 0, phase: 'after' }, lasts });
const at = (does: Harm, time: number, lasts?: number): Fault => ({ does, when: { at: time }, lasts });
const runWith = (fault: Fault, changes: Partial<Scenario> = {}) => run({ faults: [fault], ...changes });

const count = ({ events }: Trace, type: Trace['events'][number]['type']) =>
  events.filter(event => event.type === type).length;
const failures = ({ events }: Trace) => events.flatMap(event => (event.type === 'attempt failed' ? [event.why] : []));
const ends = (trace: Trace) => momentAt(trace, trace.events.length).states;

describe('a program that crashes', () => {
  it('before the function is executed, has executed nothing, and its host closes the connection', () => {
    const trace = runWith(beforeIt('crash'));
    expect(count(trace, 'invoked')).toBe(0);
    expect(failures(trace)).toEqual(['closed']);
    expect(segments(trace).find(line => line.includes('FIN'))).toBe('server → client  TCP FIN ACK seq=1 ack=62 win=64');
    expect(ends(trace)).toMatchObject({ server: 'crashed', serverStub: 'not running' });
  });

  it('after it, has executed it, and told nobody', () => {
    const trace = runWith(afterIt('crash'));
    expect(count(trace, 'completed')).toBe(1);
    expect(failures(trace)).toEqual(['closed']);
    expect(trace.messages.filter(({ direction }) => direction === 's2c')).toEqual([]);
  });

  it('refuses connections until it is started again', () => {
    const crash = at('crash', 10_000, 50_000);
    expect(failures(runWith(crash))).toEqual(['refused']);
    expect(segments(runWith(crash))).toContain('server → client  TCP RST ACK seq=1 ack=1 win=0  (refusal)');
    const later = runWith(crash, { calls: [add(1, 2), add(3, 4)], network: { ...SCENARIO.network, latency: 40_000 } });
    expect(failures(later)).toEqual(['refused']);
    expect(later.events.filter(event => event.type === 'result')).toHaveLength(2);
    expect(count(later, 'completed')).toBe(1);
  });

  it('resets a connection on which something stands unread', () => {
    const hung = at('hang', 1);
    const trace = run({ faults: [hung, at('crash', 70_000)] });
    expect(segments(trace).at(-1)).toMatch(/^server → client {2}TCP RST/);
    expect(failures(trace)).toEqual(['reset']);
  });
});

describe('a program that hangs', () => {
  it('is acknowledged for by its TCP, and the client waits for ever', () => {
    const trace = runWith(beforeIt('hang'));
    expect(segments(trace).at(-1)).toBe('server → client  TCP ACK seq=1 ack=62 win=64');
    expect(trace.events.at(-1)).toMatchObject({ type: 'still waiting', actor: 'client', exchange: 0 });
    expect(ends(trace)).toMatchObject({
      client: 'waiting',
      clientStub: 'awaiting reply',
      server: 'hung while executing',
    });
  });

  it('does what it was about when it goes on', () => {
    const trace = runWith(beforeIt('hang', 500_000));
    const invoked = trace.events.find(({ type }) => type === 'invoked')!;
    const hung = trace.events.find(event => event.type === 'transition' && event.to === 'hung while executing')!;
    expect(invoked.at - hung.at).toBe(500_000);
    expect(count(trace, 'result')).toBe(1);
  });

  it('reads nothing meanwhile: its receive window closes', () => {
    const calls = [{ method: 'length', args: ['x'.repeat(200_000)] }];
    const trace = runWith(at('hang', 1), { calls, network: { ...SCENARIO.network, latency: 1000 } });
    const windows = trace.packets.filter(({ direction }) => direction === 's2c').map(({ segment }) => segment.window);
    expect(windows.at(-1)).toBe(0);
    expect(count(trace, 'decoded')).toBe(0);
  });
});

describe('a host that loses its power', () => {
  it('says nothing, and does not get what is sent to it', () => {
    const trace = runWith(at('power-off', 50_000, 100_000));
    const dropped = trace.events.filter(event => event.type === 'dropped');
    expect(dropped[0]).toMatchObject({ why: 'host off', actor: 'link' });
    const silent = trace.packets.filter(({ direction, sentAt }) => direction === 's2c' && sentAt > 50_000);
    expect(silent.every(({ sentAt }) => sentAt > 150_000)).toBe(true);
  });

  it('knows nothing of its connections when it is up again, and resets them', () => {
    const trace = runWith(at('power-off', 50_000, 100_000));
    expect(failures(trace)).toEqual(['reset']);
    expect(segments(trace).at(-1)).toMatch(/^server → client {2}TCP RST/);
  });
});

describe('a host that cannot be reached', () => {
  it('is known for that to a client that would connect', () => {
    const trace = runWith(at('unreachable', 10_000));
    expect(failures(trace)).toEqual(['unreachable']);
    expect(trace.events.find(event => event.type === 'dropped')).toMatchObject({ why: 'unreachable' });
  });

  it('is what a router says in a packet of ICMP, which comes like any other', () => {
    const trace = runWith(at('unreachable', 10_000));
    const [syn, answer] = trace.packets;
    expect(answer).toMatchObject({ icmp: true, direction: 's2c', segment: { flags: [], length: 0 } });
    expect(answer.bytes.subarray(42)).toEqual(syn.bytes.subarray(14));
    expect(answer.arrivedAt! - answer.sentAt).toBeGreaterThanOrEqual(20_000);
  });

  it('is not known when that packet is lost', () => {
    const answer = { connection: 0, direction: 's2c', nth: 0 } as const;
    const trace = run({ faults: [at('unreachable', 10_000), { does: 'drop', packet: answer }] });
    expect(trace.packets.filter(({ icmp }) => icmp)).toHaveLength(2);
    expect(failures(trace)).toEqual(['unreachable']);
  });

  it('may be reached again in time for a connection that is open', () => {
    const trace = runWith(at('unreachable', 50_000, 100_000));
    expect(failures(trace)).toEqual([]);
    expect(count(trace, 'result')).toBe(1);
  });
});

describe('a client that stops reading', () => {
  it('has its reply when it reads on', () => {
    const trace = run({ faults: [{ does: 'stop-reading', host: 'client', from: 10, until: 300_000 }] });
    const result = trace.events.find(({ type }) => type === 'result')!;
    expect(result.at).toBeGreaterThan(300_000);
    const [reply] = trace.packets.filter(({ direction, carries }) => direction === 's2c' && carries.length > 0);
    expect(reply.arrivedAt).toBeLessThan(100_000);
  });
});

describe('what would happen after all calls', () => {
  it('does not keep the run going', () => {
    expect(runWith(at('crash', 60_000_000))).toEqual(run());
  });
});
