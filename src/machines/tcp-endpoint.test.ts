import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph';
import { type TcpEvent, TIME_WAIT_MS, tcpEndpoint } from './tcp-endpoint';

/**
 * Figure 5 of RFC 9293 §3.3.2 with its notes 1 and 2: state, event, action, next state. The figure leaves out what resets, aborts and
 * timeouts do (§3.10.5, §3.10.7, §3.10.8): see the other tests.
 */
const FIGURE_5 = `
  CLOSED        passive OPEN        -                 LISTEN
  CLOSED        active OPEN         snd SYN           SYN-SENT
  LISTEN        CLOSE               delete TCB        CLOSED
  LISTEN        rcv SYN             snd SYN,ACK       SYN-RECEIVED
  LISTEN        SEND                snd SYN           SYN-SENT
  SYN-SENT      CLOSE               delete TCB        CLOSED
  SYN-SENT      rcv SYN             snd SYN,ACK       SYN-RECEIVED
  SYN-SENT      rcv SYN,ACK         snd ACK           ESTABLISHED
  SYN-RECEIVED  rcv ACK of SYN      -                 ESTABLISHED
  SYN-RECEIVED  CLOSE               snd FIN           FIN-WAIT-1
  SYN-RECEIVED  rcv RST             -                 LISTEN
  ESTABLISHED   CLOSE               snd FIN           FIN-WAIT-1
  ESTABLISHED   rcv FIN             snd ACK           CLOSE-WAIT
  FIN-WAIT-1    rcv FIN             snd ACK           CLOSING
  FIN-WAIT-1    rcv ACK of FIN      -                 FIN-WAIT-2
  FIN-WAIT-1    rcv FIN,ACK of FIN  snd ACK           TIME-WAIT
  FIN-WAIT-2    rcv FIN             snd ACK           TIME-WAIT
  CLOSE-WAIT    CLOSE               snd FIN           LAST-ACK
  CLOSING       rcv ACK of FIN      -                 TIME-WAIT
  LAST-ACK      rcv ACK of FIN      delete TCB        CLOSED
  TIME-WAIT     2MSL                delete TCB        CLOSED`
  .trim()
  .split('\n')
  .map(line => line.trim().split(/ {2,}/) as [string, string, string, string]);

/** A way to each state, as the figure draws it. */
const WAYS: Readonly<Record<string, readonly TcpEvent['type'][]>> = {
  CLOSED: [],
  LISTEN: ['passive OPEN'],
  'SYN-SENT': ['active OPEN'],
  'SYN-RECEIVED': ['passive OPEN', 'rcv SYN'],
  ESTABLISHED: ['active OPEN', 'rcv SYN,ACK'],
  'FIN-WAIT-1': ['active OPEN', 'rcv SYN,ACK', 'CLOSE'],
  'FIN-WAIT-2': ['active OPEN', 'rcv SYN,ACK', 'CLOSE', 'rcv ACK of FIN'],
  'CLOSE-WAIT': ['active OPEN', 'rcv SYN,ACK', 'rcv FIN'],
  CLOSING: ['active OPEN', 'rcv SYN,ACK', 'CLOSE', 'rcv FIN'],
  'LAST-ACK': ['active OPEN', 'rcv SYN,ACK', 'rcv FIN', 'CLOSE'],
  'TIME-WAIT': ['active OPEN', 'rcv SYN,ACK', 'CLOSE', 'rcv ACK of FIN', 'rcv FIN'],
};

const SYNCHRONIZED = ['SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT'];

describe('the chart of a TCP endpoint', () => {
  it('has the eleven states of the figure', () => {
    expect(Object.keys(tcpEndpoint.config.states ?? {}).sort()).toEqual(Object.keys(WAYS).sort());
  });

  it.each(FIGURE_5)('goes from %s on %s with %s to %s', (from, event, action, to) => {
    const { endpoint, done } = endpointAfter(WAYS[from]);
    expect(endpoint.state()).toBe(from);
    done.length = 0;
    endpoint.send(event);
    expect(endpoint.state()).toBe(to);
    expect(done.filter(name => name.startsWith('snd') || name === 'delete TCB')).toEqual(
      action === '-' ? [] : [action],
    );
  });

  it('is reached as a whole: every state and every transition to another state', () => {
    const events = tcpEndpoint.events.map(type => ({ type }) as TcpEvent);
    const steps = adjacencyMapToArray(getAdjacencyMap(tcpEndpoint, { events }));
    const reached = new Set(steps.map(({ state }) => state.value as string));
    expect([...reached].sort()).toEqual(Object.keys(WAYS).sort());
    const taken = new Set(
      steps
        .filter(({ state, nextState }) => nextState.value !== state.value)
        .map(({ state, event, nextState }) => `${state.value} ${nameOf(event.type)} ${nextState.value}`),
    );
    for (const [from, event, , to] of FIGURE_5) expect(taken).toContain(`${from} ${event} ${to}`);
    const others = [...taken].filter(
      edge => !/ (ABORT|rcv RST|rcv ICMP unreachable|USER TIMEOUT) |SYN-RECEIVED rcv SYN LISTEN/.test(edge),
    );
    expect(others).toHaveLength(FIGURE_5.filter(([, event]) => event !== 'rcv RST').length);
  });

  it('after a reset goes back to LISTEN only if it came from there (note 1)', () => {
    const { endpoint } = endpointAfter(['active OPEN', 'rcv SYN', 'rcv RST']);
    expect(endpoint.state()).toBe('CLOSED');
  });

  it('can be opened from both sides at once (figure 7)', () => {
    const { endpoint } = endpointAfter(['active OPEN', 'rcv SYN', 'rcv ACK of SYN']);
    expect(endpoint.state()).toBe('ESTABLISHED');
  });

  it('can be closed from both sides at once (figure 13)', () => {
    const { endpoint } = endpointAfter(['active OPEN', 'rcv SYN,ACK', 'CLOSE', 'rcv FIN', 'rcv ACK of FIN']);
    expect(endpoint.state()).toBe('TIME-WAIT');
  });

  it.each(Object.keys(WAYS).filter(state => !['CLOSED', 'LISTEN', 'SYN-RECEIVED'].includes(state)))(
    'is closed by a reset in %s',
    state => {
      const { endpoint } = endpointAfter([...WAYS[state], 'rcv RST']);
      expect(endpoint.state()).toBe('CLOSED');
    },
  );

  it('takes no notice of a reset in LISTEN', () => {
    expect(endpointAfter(['passive OPEN', 'rcv RST']).endpoint.state()).toBe('LISTEN');
  });

  it('tells the user why it failed: a reset refuses a connection that is being opened, and breaks one that is open', () => {
    const toldAfter = (...events: string[]) => endpointAfter(events).done.filter(name => name.startsWith('tell'));
    expect(toldAfter('active OPEN', 'rcv RST')).toEqual(['tell the user: refused']);
    expect(toldAfter('active OPEN', 'rcv ICMP unreachable')).toEqual(['tell the user: unreachable']);
    expect(toldAfter('active OPEN', 'USER TIMEOUT')).toEqual(['tell the user: timed out']);
    expect(toldAfter(...WAYS.ESTABLISHED, 'rcv RST').at(-1)).toBe('tell the user: reset');
    expect(toldAfter(...WAYS.ESTABLISHED, 'USER TIMEOUT').at(-1)).toBe('tell the user: timed out');
  });

  it.each(Object.keys(WAYS).filter(state => !['CLOSED', 'LISTEN', 'SYN-RECEIVED', 'TIME-WAIT'].includes(state)))(
    'is closed in %s when it has tried long enough',
    state => {
      expect(endpointAfter([...WAYS[state], 'USER TIMEOUT']).endpoint.state()).toBe('CLOSED');
    },
  );

  it('listens again when another SYN comes in the midst of a handshake (§3.10.7.4, fourth check)', () => {
    expect(endpointAfter([...WAYS['SYN-RECEIVED'], 'rcv SYN']).endpoint.state()).toBe('LISTEN');
  });

  it('listens again when the peer that it answered is not heard of any more', () => {
    expect(endpointAfter([...WAYS['SYN-RECEIVED'], 'USER TIMEOUT']).endpoint.state()).toBe('LISTEN');
  });

  it.each(Object.keys(WAYS).filter(state => state !== 'CLOSED'))(
    'is closed by ABORT in %s, with RST if synchronized',
    state => {
      const { endpoint, done } = endpointAfter([...WAYS[state], 'ABORT']);
      expect(endpoint.state()).toBe('CLOSED');
      expect(done.includes('snd RST')).toBe(SYNCHRONIZED.includes(state));
    },
  );

  it('acknowledges a FIN that comes again in TIME-WAIT', () => {
    const { endpoint, done } = endpointAfter(WAYS['TIME-WAIT']);
    done.length = 0;
    endpoint.send('rcv FIN');
    expect([endpoint.state(), done]).toEqual(['TIME-WAIT', ['snd ACK']]);
  });

  it('tells the user once of the connection and of the end of the stream', () => {
    const { done } = endpointAfter(WAYS['TIME-WAIT']);
    expect(done.filter(name => name.startsWith('tell'))).toEqual([
      'tell the user: connected',
      'tell the user: end of stream',
    ]);
  });
});

/** XState calls the end of a delay `xstate.after.2MSL.tcpEndpoint.TIME-WAIT`. */
function nameOf(eventType: string): string {
  return eventType.split('.').at(2) ?? eventType;
}

/** An endpoint after `events`, and what it has done. '2MSL' lets the time of TIME-WAIT pass. */
function endpointAfter(events: readonly string[]) {
  const done: string[] = [];
  const timers: { task: () => void; delay: number }[] = [];
  const clock = {
    setTimeout: (task: () => void, delay: number) => timers.push({ task, delay }),
    clearTimeout: () => {},
  };
  const names = Object.keys(tcpEndpoint.implementations.actions).filter(name => !name.startsWith('remember'));
  const actions = Object.fromEntries(names.map(name => [name, () => void done.push(name)]));
  const actor = createActor(tcpEndpoint.provide({ actions }), { clock }).start();
  const endpoint = {
    state: () => actor.getSnapshot().value as string,
    send: (event: string) => {
      if (event !== '2MSL') return actor.send({ type: event as TcpEvent['type'] });
      expect(timers.map(({ delay }) => delay)).toEqual([TIME_WAIT_MS]);
      timers[0].task();
    },
  };
  for (const event of events) endpoint.send(event);
  return { endpoint, done };
}
