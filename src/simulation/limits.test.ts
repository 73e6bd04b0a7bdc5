import { describe, expect, it } from 'vitest';
import type { ProblemError } from '../problem/problem';
import { CANONICAL } from '../scenario/canonical';
import type { Scenario } from '../scenario/scenario';
import { MOST_PACKETS } from './plan';
import { simulate } from './simulate';

function problemOf(scenario: Scenario) {
  try {
    simulate(scenario);
  } catch (error) {
    return (error as ProblemError).problem;
  }
  return undefined;
}

const upload = (size: number, mtu: number): Scenario => ({
  ...CANONICAL,
  interface: 'big_len(text: string): int\n',
  server: { big_len: { does: 'length' } },
  calls: [{ method: 'big_len', args: ['x'.repeat(size)] }],
  network: { ...CANONICAL.network, mtu },
});

describe('a run has a limit of packets', () => {
  it('that names MTU and message, and where to change it', () => {
    expect(problemOf(upload(1_000_000, 68))).toMatchObject({
      code: 'simulation.too-many-packets',
      params: { mtu: 68, limit: MOST_PACKETS },
      at: { path: ['network', 'mtu'] },
    });
  });

  it('that a megabyte in packets of 576 octets does not reach', () => {
    expect(simulate(upload(1_000_000, 576)).packets.length).toBeLessThan(MOST_PACKETS);
  });

  it('that counts what was sent before', () => {
    const once = upload(60_000, 68);
    expect(problemOf(once)).toBeUndefined();
    expect(problemOf({ ...once, calls: [once.calls[0], once.calls[0]] })?.code).toBe('simulation.too-many-packets');
  });
});

describe('a run has a limit of calls', () => {
  it('that names it, and where to change it', () => {
    const calls = Array.from({ length: 3 }, () => CANONICAL.calls[0]);
    expect(problemOf({ ...CANONICAL, calls, load: { rounds: 1000, callers: 1, workers: 1 } })).toMatchObject({
      code: 'simulation.too-many-calls',
      params: { calls: 3000, limit: 2000 },
      at: { path: ['load', 'rounds'] },
    });
  });
});

describe('client and server on one host', () => {
  const local = (clientPort: number, calls = 1): Scenario => ({
    ...CANONICAL,
    calls: Array.from({ length: calls }, () => CANONICAL.calls[0]),
    hosts: { client: { address: '127.0.0.1', port: clientPort }, server: { address: '127.0.0.1', port: 8080 } },
  });

  it('need different ports', () => {
    expect(problemOf(local(8080))).toMatchObject({
      code: 'simulation.same-socket',
      at: { path: ['hosts', 'client', 'port'] },
    });
    expect(problemOf(local(8079))).toBeUndefined();
  });

  it('need them for every connection that may come', () => {
    expect(problemOf(local(8079, 2))?.code).toBe('simulation.same-socket');
  });
});
