import { describe, expect, it } from 'vitest';
import type { Json } from '../idl/json';
import { CANONICAL } from './canonical';
import { presets } from './presets';
import { requireEveryUpgrader, upgradeBy } from './upgrade';
import { isScenario, readScenario, validateScenario } from './validate';

/** What is wrong, with the place. */
function complaints(input: Json): string[] {
  const result = validateScenario(input);
  return isScenario(result) ? [] : result.map(({ code, params }) => `${code} ${params.place ?? ''}`);
}

describe('a scenario from outside', () => {
  it('is as the canonical demo where it says nothing', () => {
    expect(validateScenario({})).toEqual(CANONICAL);
    expect(validateScenario({ network: { latency: 5 } })).toEqual({
      ...CANONICAL,
      network: { ...CANONICAL.network, latency: 5 },
    });
  });

  it.each(presets)('may be the preset $id', ({ scenario }) => {
    const json: Json = JSON.parse(JSON.stringify(scenario));
    expect(validateScenario(json)).toEqual(scenario);
    expect(readScenario(JSON.stringify(scenario))).toEqual(scenario);
  });

  it('holds arguments of any JSON', () => {
    const args = [null, true, 1.5, 'x', [[]], JSON.parse('{"__proto__":{"constructor":1}}')];
    const result = validateScenario({ calls: [{ method: 'f', args }] });
    expect(JSON.stringify(isScenario(result) && result.calls[0])).toBe(JSON.stringify({ method: 'f', args }));
  });

  it.each<[Json, string]>([
    [null, 'scenario.wrong scenario'],
    [[], 'scenario.wrong scenario'],
    [{ foo: 1 }, 'scenario.unknown-member foo'],
    [{ version: 3 }, 'scenario.too-new '],
    [{ version: 'x' }, 'scenario.wrong version'],
    [{ version: 0 }, 'scenario.wrong version'],
    [{ calls: [] }, 'scenario.empty calls'],
    [{ calls: Array.from({ length: 101 }, () => ({ method: 'f' })) }, 'scenario.too-many calls'],
    [{ calls: [{ args: [] }] }, 'scenario.missing-member calls[0].method'],
    [{ calls: [{ method: 'f', args: 5 }] }, 'scenario.wrong calls[0].args'],
    [{ calls: [{ batch: [{ method: 'f', x: 1 }] }] }, 'scenario.unknown-member calls[0].batch[0].x'],
    [{ server: { f: { does: 'fly' } } }, 'scenario.wrong server.f.does'],
    [{ server: { f: { does: 'throw' } } }, 'scenario.missing-member server.f.message'],
    [{ server: { f: { does: 'raise', exception: 'E' } } }, 'scenario.missing-member server.f.value'],
    [{ network: { mtu: 67 } }, 'scenario.too-small network.mtu'],
    [{ network: { latency: 0.5 } }, 'scenario.wrong network.latency'],
    [{ network: { bandwidth: 1e13 } }, 'scenario.too-great network.bandwidth'],
    [{ hosts: { client: { address: '1.2.3' } } }, 'scenario.wrong hosts.client.address'],
    [{ startedAt: '2023-02-29T00:00:00Z' }, 'scenario.wrong startedAt'],
    [{ startedAt: '1969-12-31T23:59:59Z' }, 'scenario.wrong startedAt'],
    [{ seed: -1 }, 'scenario.too-small seed'],
    [{ interface: 'x'.repeat(20_001) }, 'scenario.too-many interface'],
    [{ options: { http: 1 } }, 'scenario.wrong options.http'],
    [{ faults: [{ does: 'explode' }] }, 'scenario.wrong faults[0].does'],
    [{ faults: [{ does: 'crash' }] }, 'scenario.missing-member faults[0].when'],
    [
      { faults: [{ does: 'drop', packet: { connection: 0, direction: 'up', nth: 0 } }] },
      'scenario.wrong faults[0].packet.direction',
    ],
    [{ impairments: { loss: 1.5 } }, 'scenario.too-great impairments.loss'],
    [{ policy: { retry: { attempts: 0 } } }, 'scenario.too-small policy.retry.attempts'],
    [{ load: { callers: 1001 } }, 'scenario.too-great load.callers'],
  ])('%j is refused: %s', (input, complaint) => {
    expect(complaints(input)).toEqual([complaint]);
  });

  it('names everything that is wrong', () => {
    expect(complaints({ seed: 'x', foo: 1, network: { mtu: 1 } })).toEqual([
      'scenario.too-small network.mtu',
      'scenario.wrong seed',
      'scenario.unknown-member foo',
    ]);
  });

  it('cannot exhaust the stack by its depth', () => {
    const deep: Json = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
    expect(complaints({ calls: [{ method: 'f', args: [deep] }] })).toEqual(['scenario.too-deep calls[0].args']);
    expect(complaints({ network: deep })).toEqual(expect.arrayContaining([expect.stringContaining('network')]));
  });

  it('says where a file is not JSON', () => {
    expect(() => readScenario('{"seed": }')).toThrow('scenario.not-json');
  });
});

describe('upgrading', () => {
  const steps = {
    1: (old: { readonly [key: string]: Json }) => ({ a: old.b }),
    2: (old: { readonly [key: string]: Json }) => ({ c: old.a }),
  };

  it('goes from version to version', () => {
    expect(upgradeBy(steps, 3, { version: 1, b: 7 })).toEqual({ version: 3, c: 7 });
    expect(upgradeBy(steps, 3, { version: 2, a: 7 })).toEqual({ version: 3, c: 7 });
    expect(upgradeBy(steps, 3, { version: 3, c: 7 })).toEqual({ version: 3, c: 7 });
  });

  it('needs one upgrader for every older version and no other', () => {
    expect(() => requireEveryUpgrader(steps, 3)).not.toThrow();
    expect(() => requireEveryUpgrader(steps, 2)).toThrow();
    expect(() => requireEveryUpgrader(steps, 4)).toThrow();
  });
});
