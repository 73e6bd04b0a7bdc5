import { describe, expect, it } from 'vitest';
import { CANONICAL } from '../scenario/canonical';
import type { Scenario, ScenarioCall } from '../scenario/scenario';
import type { Direction, Trace } from '../trace/trace';
import { simulate } from './simulate';

const add = (also: Partial<ScenarioCall> = {}): ScenarioCall => ({ method: 'fun_add', args: [2, 3], ...also });

/** Calls over gRPC of a function that takes 500 ms. */
function run(
  calls: readonly ScenarioCall[],
  changes: Partial<Scenario> = {},
  path?: Parameters<typeof simulate>[1],
): Trace {
  const slow: Scenario = { ...CANONICAL, protocol: 'grpc', server: { fun_add: { does: 'add', takes: 500_000 } } };
  return simulate({ ...slow, calls, ...changes }, path);
}

function outcomesOf({ events }: Trace) {
  return events.flatMap(event => (event.type === 'result' ? [{ at: event.at, ...event.outcomes[0] }] : []));
}

function said({ messages }: Trace, direction: Direction): (string | undefined)[] {
  return messages.filter(message => message.direction === direction).map(({ pdu }) => pdu.title);
}

const EXCEEDED = { code: 4, message: 'Deadline exceeded after 0.300s,remote_addr=172.171.5.95:8080' };

describe('A call whose deadline passes', () => {
  const trace = run([add({ deadline: 300 }), add()]);

  it('fails for the client when the time is over, though the server goes on', () => {
    const [first, second] = outcomesOf(trace);
    expect(first).toMatchObject({ kind: 'threw', error: EXCEEDED });
    // The stub returns with a local call of 5 µs.
    expect(first.at).toBe(300_005);
    expect(second).toMatchObject({ kind: 'returned', value: 5 });
    expect(trace.events.filter(({ type }) => type === 'completed').map(({ exchange }) => exchange)).toEqual([0, 1]);
  });

  it('is taken back with RST_STREAM, and never answered', () => {
    expect(said(trace, 'c2s').filter(title => title?.includes('STREAM'))).toEqual(['RST_STREAM']);
    expect(said(trace, 's2c').filter(title => title?.startsWith('HEADERS'))).toHaveLength(1);
  });

  it('leaves the headers of the next one as short as ever', () => {
    const requests = trace.messages.filter(({ direction, control }) => direction === 'c2s' && !control);
    expect(requests[1].pdu.bytes.length).toBeLessThan(requests[0].pdu.bytes.length / 2);
  });

  it('says nothing when the reply comes in time', () => {
    expect(outcomesOf(run([add({ deadline: 1000 })]))[0]).toMatchObject({ kind: 'returned', value: 5 });
  });

  it('withdraws a request that has not gone out, and the next one takes its place', () => {
    const late = run([add({ deadline: 50 }), add()]);
    expect(outcomesOf(late).map(({ kind }) => kind)).toEqual(['threw', 'returned']);
    expect(late.connections).toHaveLength(1);
    expect(said(late, 'c2s')).not.toContain('RST_STREAM');
    expect(late.events.filter(({ type }) => type === 'invoked')).toHaveLength(1);
  });

  it('breaks off a request that flow control holds back', () => {
    const big = { interface: 'len(text: string): int\n', server: { len: { does: 'length' } } } as const;
    const text = 'x'.repeat(200_000);
    const call = { method: 'len', args: [text] };
    const trace = run([{ ...call, deadline: 100 }, call], big);
    expect(outcomesOf(trace)).toMatchObject([{ kind: 'threw' }, { kind: 'returned', value: text.length }]);
    const [first] = trace.messages.filter(({ direction, control }) => direction === 'c2s' && !control);
    const carried = trace.packets.flatMap(({ carries }) => carries.filter(({ message }) => message === first.id));
    expect(carried.at(-1)!.end).toBeLessThan(first.pdu.bytes.length);
  });

  it('can pass while there is not even a connection', () => {
    const alone = run([add({ deadline: 10 })]);
    expect(outcomesOf(alone)[0]).toMatchObject({ kind: 'threw', error: { code: 4 } });
    expect(alone.events.filter(event => event.type === 'transition' && event.to === 'CLOSED')).not.toEqual([]);
  });

  it('is known to the server, which answers by itself when it hears nothing of the client', () => {
    const lost = (packet: Trace['packets'][number]) => ({
      frame: packet.segment.length === 13 ? undefined : packet.bytes,
    });
    const options = { client: 'c-core', server: 'c-core' };
    const trace = run([add({ deadline: 300 })], { options, connection: { reuse: true, closeAtEnd: false } }, lost);
    expect(said(trace, 's2c').at(-1)).toBe('HEADERS, RST_STREAM');
    expect(outcomesOf(trace)).toMatchObject([{ kind: 'threw', error: { code: 4, message: 'Deadline Exceeded' } }]);
  });
});

describe('A call that its program gives up', () => {
  it('fails for the client, and the server is told', () => {
    const trace = run([add({ cancelAfter: 200 })]);
    expect(outcomesOf(trace)).toMatchObject([{ kind: 'threw', error: { code: 1, message: 'Cancelled on client' } }]);
    expect(said(trace, 'c2s')).toContain('RST_STREAM');
  });
});

describe('Metadata', () => {
  const metadata = [
    { name: 'x-user', value: 'alice' },
    { name: 'x-trace-bin', value: 'AQID+g==' },
  ];

  it.each(['grpc-js', 'c-core'])('of a call reach the function, and those of an error the client: %s', client => {
    for (const server of ['grpc-js', 'c-core']) {
      const error = { does: 'throw', code: 5, message: 'gone', metadata } as const;
      const trace = run([add({ metadata })], { options: { client, server }, server: { fun_add: error } });
      expect(trace.events.find(({ type }) => type === 'invoked')).toMatchObject({ metadata });
      expect(outcomesOf(trace)).toMatchObject([{ kind: 'threw', error: { code: 5, message: 'gone', metadata } }]);
    }
  });

  it.each([
    ['X-User', 'alice', 'grpc.bad-metadata-name', 'name'],
    ['grpc-status', '0', 'grpc.reserved-metadata-name', 'name'],
    ['te', 'trailers', 'grpc.reserved-metadata-name', 'name'],
    ['x-user', '爱丽丝', 'grpc.metadata-not-ascii', 'value'],
    ['x-trace-bin', '1', 'grpc.metadata-not-base64', 'value'],
  ])('called %s with the value %s are refused', (name, value, code, part) => {
    expect(() => run([add({ metadata: [{ name, value }] })])).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({ code, at: { path: ['calls', 0, 'metadata', 0, part] } }),
      }),
    );
  });

  it.each([
    [{ metadata }, 'simulation.no-metadata', 'metadata'],
    [{ cancelAfter: 5 }, 'simulation.no-cancelling', 'cancelAfter'],
  ])('and cancelling are nothing that XML-RPC could carry: %j', (also, code, part) => {
    expect(() => run([add(also)], { protocol: 'xml-rpc' })).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code, at: { path: ['calls', 0, part] } }) }),
    );
  });
});
