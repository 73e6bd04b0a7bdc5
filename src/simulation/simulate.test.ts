// Calls as the simulation makes them: their steps, their connections, and what cannot be run.
import { describe, expect, it } from 'vitest';
import { add, results, run, SCENARIO, segments } from '../../test/line-runs';
import { transcript } from '../exports/transcript';
import type { Scenario } from '../scenario/scenario';
import { momentAt } from '../trace/moment';
import { decodeFrame, encodeFrame } from '../wire/frame';
import type { Path } from './path/fate';
import { simulate } from './simulate';

describe('one call on a connection of its own', () => {
  it('takes the ten steps, the handshake within step 3 and the teardown after step 10', () => {
    expect(transcript(run())).toBe(`\
  0.0ms  step 1: the client calls the stub as if it were local
  0.0ms  step 2: the client stub marshals the call
  0.1ms  client stub  encoded request of 61 bytes (line)
  0.1ms  step 3: the request is sent to the server
  0.1ms  client → server  TCP SYN seq=0 win=64240
 20.1ms  server → client  TCP SYN ACK seq=0 ack=1 win=65160
 40.1ms  client → server  TCP ACK seq=1 ack=1 win=63
 40.1ms  client → server  TCP PSH ACK seq=1 ack=1 win=63 len=4
 40.1ms  client → server  TCP PSH ACK seq=5 ack=1 win=63 len=57
 60.1ms  server → client  TCP ACK seq=1 ack=5 win=64
 60.1ms  server → client  TCP ACK seq=1 ack=62 win=64
 60.1ms  step 4: the server stub unmarshals the request
 60.2ms  server stub  decoded request of 61 bytes (line)
 60.2ms  step 5: the server stub calls the service
 60.2ms  server  runs add(2, 3)
 60.2ms  step 6: the service executes
 60.4ms  server  add returned 5
 60.4ms  step 7: the server stub marshals the result
 60.5ms  server stub  encoded reply of 32 bytes (line)
 60.5ms  step 8: the reply is sent to the client
 60.5ms  server → client  TCP PSH ACK seq=1 ack=62 win=64 len=4
 60.5ms  server → client  TCP PSH ACK seq=5 ack=62 win=64 len=28
 80.5ms  client → server  TCP ACK seq=62 ack=5 win=63
 80.5ms  client → server  TCP ACK seq=62 ack=33 win=63
 80.5ms  step 9: the client stub unmarshals the reply
 80.6ms  client stub  decoded reply of 32 bytes (line)
 80.6ms  step 10: the client has the result
 80.6ms  client  result 5
 80.7ms  client → server  TCP FIN ACK seq=62 ack=33 win=63
100.7ms  server → client  TCP ACK seq=33 ack=63 win=64
100.8ms  server → client  TCP FIN ACK seq=33 ack=63 win=64
120.8ms  client → server  TCP ACK seq=63 ack=34 win=63
`);
  });

  it('leaves every machine in a state of rest', () => {
    const trace = run();
    expect(momentAt(trace, trace.events.length).states).toEqual({
      client: 'done',
      clientStub: 'idle',
      clientTcp: 'TIME-WAIT',
      link: 'empty',
      serverTcp: 'CLOSED',
      serverStub: 'idle',
      server: 'idle',
    });
  });

  it('takes the server TCP from LISTEN through the states of a passive open and close', () => {
    const states = run().events.flatMap(event =>
      event.type === 'transition' && event.actor === 'serverTcp' ? [`${event.event} → ${event.to}`] : [],
    );
    expect(states).toEqual([
      'rcv SYN → SYN-RECEIVED',
      'rcv ACK of SYN → ESTABLISHED',
      'rcv FIN → CLOSE-WAIT',
      'CLOSE → LAST-ACK',
      'rcv ACK of FIN → CLOSED',
    ]);
  });

  it('may leave the connection open', () => {
    const trace = run({ connection: { reuse: true, closeAtEnd: false } });
    expect(trace.packets.some(({ segment }) => segment.flags.includes('FIN'))).toBe(false);
    expect(momentAt(trace, trace.events.length).states.clientTcp).toBe('ESTABLISHED');
  });
});

describe('a server that closes after its reply', () => {
  const trace = run({ options: { close: 'server' } });

  it('sends the first FIN, and the client follows', () => {
    expect(segments(trace).filter(line => line.includes('FIN'))).toEqual([
      'server → client  TCP FIN ACK seq=33 ack=62 win=64',
      'client → server  TCP FIN ACK seq=62 ack=34 win=63',
    ]);
    expect(segments(trace).slice(-3)).toEqual([
      'client → server  TCP ACK seq=62 ack=34 win=63',
      'client → server  TCP FIN ACK seq=62 ack=34 win=63',
      'server → client  TCP ACK seq=34 ack=63 win=64',
    ]);
  });

  it('is the one that waits in TIME-WAIT', () => {
    expect(momentAt(trace, trace.events.length).states).toMatchObject({ clientTcp: 'CLOSED', serverTcp: 'TIME-WAIT' });
  });

  it('makes the next call open a connection of its own', () => {
    const two = run({ options: { close: 'server' }, calls: [add(1, 2), add(3, 4)] });
    expect(two.connections).toEqual([{ clientPort: 51_000 }, { clientPort: 51_001 }]);
    expect(results(two)).toEqual([3, 7]);
  });
});

describe('two calls', () => {
  it('on one connection need one handshake, and acknowledgments ride on the answers', () => {
    const trace = run({ calls: [add(1, 2), add(3, 4)] });
    expect(trace.connections).toHaveLength(1);
    expect(results(trace)).toEqual([3, 7]);
    // The second request's two segments are acknowledged together: test/captures/xmlrpc/fun_add_keepalive2.pcap has the same.
    expect(segments(trace).slice(11, -4)).toEqual([
      'client → server  TCP PSH ACK seq=62 ack=33 win=63 len=4',
      'client → server  TCP PSH ACK seq=66 ack=33 win=63 len=57',
      'server → client  TCP ACK seq=33 ack=123 win=64',
      'server → client  TCP PSH ACK seq=33 ack=123 win=64 len=4',
      'server → client  TCP PSH ACK seq=37 ack=123 win=64 len=28',
      'client → server  TCP ACK seq=123 ack=65 win=63',
    ]);
  });

  it('on a connection each use one port after the other, and the client closes each', () => {
    const trace = run({ calls: [add(1, 2), add(3, 4)], connection: { reuse: false, closeAtEnd: true } });
    expect(trace.connections.map(({ clientPort }) => clientPort)).toEqual([51_000, 51_001]);
    expect(results(trace)).toEqual([3, 7]);
    for (const connection of [0, 1]) {
      const fins = trace.packets.filter(
        packet => packet.connection === connection && packet.segment.flags.includes('FIN'),
      );
      expect(fins.map(({ direction }) => direction)).toEqual(['c2s', 's2c']);
    }
  });

  it('use a connection each when the protocol does not keep them', () => {
    expect(run({ calls: [add(1, 2), add(3, 4)], options: { keepAlive: false } }).connections).toHaveLength(2);
  });

  it('have one exchange each, which every event between their first and last belongs to', () => {
    const trace = run({ calls: [add(1, 2), add(3, 4)] });
    const steps = trace.events.filter(event => event.type === 'step');
    expect(steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(steps.map(({ exchange }) => exchange)).toEqual([...Array(10).fill(0), ...Array(10).fill(1)]);
  });
});

describe('a call on a connection that the server closes at the same time', () => {
  it('fails with an exception, as no reply can come', () => {
    // On this slow line the FIN is still under way when the second request leaves.
    const network = { latency: 0, bandwidth: 100_000, mtu: 1500 };
    const trace = run({ options: { close: 'server' }, calls: [add(1, 2), add(3, 4)], network });
    const outcomes = trace.events.flatMap(event => (event.type === 'result' ? event.outcomes : []));
    expect(outcomes).toMatchObject([{ value: 3 }, { kind: 'threw', error: { exception: 'ConnectionClosed' } }]);
  });

  it('is made once more on a new connection by a client that tries again', () => {
    const network = { latency: 0, bandwidth: 100_000, mtu: 1500 };
    const options = { close: 'server', lostReply: 'retry' };
    const trace = run({ options, calls: [add(1, 2), add(3, 4)], network });
    expect(results(trace)).toEqual([3, 7]);
    expect(trace.connections).toHaveLength(2);
    const requests = trace.messages.filter(({ exchange, direction }) => exchange === 1 && direction === 'c2s');
    expect(requests.map(({ connection }) => connection)).toEqual([0, 1]);
    expect(requests[0].pdu.bytes).toEqual(requests[1].pdu.bytes);
    const steps = trace.events.flatMap(event => (event.type === 'step' && event.exchange === 1 ? [event.step] : []));
    expect(steps).toEqual([1, 2, 3, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('is given up after the second attempt', () => {
    const nonsense: Path = ({ bytes, direction }) => {
      const frame = decodeFrame(bytes);
      if (direction === 's2c' || frame.payload.length < 10) return { frame: bytes };
      return { frame: encodeFrame({ ...frame, payload: frame.payload.map(octet => (octet === 0x22 ? 0x21 : octet)) }) };
    };
    const trace = run({ options: { lostReply: 'retry' } }, nonsense);
    expect(trace.connections).toHaveLength(2);
    expect(trace.events.find(event => event.type === 'result')).toMatchObject({
      outcomes: [{ kind: 'threw', error: { exception: 'ConnectionClosed' } }],
    });
    expect(momentAt(trace, trace.events.length).states).toMatchObject({ client: 'done', clientStub: 'idle' });
  });
});

describe('a call that wants no reply', () => {
  const trace = run({ calls: [{ method: 'note', args: ['hello'] }] });

  it('ends when it is acknowledged, and has no step after the execution but the last', () => {
    const steps = trace.events.flatMap(event => (event.type === 'step' ? [event.step] : []));
    expect(steps).toEqual([1, 2, 3, 4, 5, 6, 10]);
    expect(trace.messages.map(({ direction }) => direction)).toEqual(['c2s']);
    expect(trace.events.find(event => event.type === 'result')).toMatchObject({ outcomes: [] });
  });

  it('ends also when the acknowledgment is there before the stub looks', () => {
    const near = run({ calls: [{ method: 'note', args: ['hello'] }], network: { ...SCENARIO.network, latency: 0 } });
    expect(near.events.some(event => event.type === 'result')).toBe(true);
  });
});

describe('a method that the server does not know', () => {
  it('is answered by the stub alone: steps 5 and 6 are absent', () => {
    const trace = run({ server: {} });
    expect(trace.events.flatMap(event => (event.type === 'step' ? [event.step] : []))).toEqual([
      1, 2, 3, 4, 7, 8, 9, 10,
    ]);
    expect(trace.events.find(event => event.type === 'result')).toMatchObject({ outcomes: [{ kind: 'threw' }] });
  });
});

describe('a scenario that cannot be run', () => {
  const problemOf = (changes: Partial<Scenario>) => {
    try {
      run(changes);
    } catch (error) {
      return error;
    }
  };

  it.each([
    [
      'a method that the interface lacks',
      { calls: [{ method: 'sub', args: [] }] },
      'simulation.unknown-method',
      ['calls', 0, 'method'],
    ],
    [
      'an argument out of range',
      { calls: [add(2, 3), add(2 ** 31, 3)] },
      'value.out-of-range',
      ['calls', 1, 'args', 0],
    ],
    [
      'an argument in a batch',
      { calls: [{ batch: [add('x', 3)] }] },
      'value.wrong-type',
      ['calls', 0, 'batch', 0, 'args', 0],
    ],
    ['no calls', { calls: [] }, 'simulation.no-calls', ['calls']],
    [
      'a link too small',
      { network: { latency: 0, bandwidth: 1e6, mtu: 67 } },
      'simulation.out-of-range',
      ['network', 'mtu'],
    ],
    [
      'a bandwidth that is no number',
      { network: { latency: 0, bandwidth: Number.NaN, mtu: 1500 } },
      'simulation.out-of-range',
      ['network', 'bandwidth'],
    ],
    ['an option that the protocol lacks', { options: { colour: 'red' } }, 'options.unknown', ['options', 'colour']],
    ['a broken interface', { interface: 'add(' }, 'idl.expected-name', ['interface']],
    [
      'a type that the protocol cannot carry',
      { interface: 'put(data: bytes): int', calls: [{ method: 'put', args: [''] }] },
      'idl.expected-type',
      ['calls', 0, 'args', 0],
    ],
  ] as [string, Partial<Scenario>, string, unknown[]][])('is refused with its place: %s', (_, changes, code, path) => {
    expect(problemOf(changes)).toMatchObject({ problem: { code, at: { path } } });
  });

  it('is refused when nobody knows the protocol', () => {
    expect(() => simulate({ ...SCENARIO, protocol: 'smoke-signals' })).toThrow('simulation.unknown-protocol');
  });
});
