import { describe, expect, it } from 'vitest';
import { presets } from '../scenario/presets';
import type { Scenario } from '../scenario/scenario';
import { budgetOf } from './budget';
import { type CallCost, type LaneRun, lanes, runLane } from './compare';

const CANONICAL = presets[0].scenario;

function run(id: string, scenario: Scenario = CANONICAL): LaneRun {
  return runLane(scenario, lanes.find(lane => lane.id === id)!);
}

function costs(run: LaneRun): readonly CallCost[] {
  if ('problem' in run) throw new Error(run.problem.code);
  return run.calls;
}

describe('one call through several protocols', () => {
  it('has the same values in every lane, and other octets around them', () => {
    for (const { id } of lanes) {
      const [{ request, reply }] = costs(run(id));
      for (const { octets, stretches } of [request!, reply!]) {
        expect(stretches[0].start).toBe(0);
        expect(stretches.at(-1)!.end).toBe(octets);
        stretches.forEach(({ start }, i) => {
          expect(start).toBe(stretches[i - 1]?.end ?? 0);
        });
      }
      const values = request!.stretches.flatMap(({ value }) => (value ? [value.join('.')] : []));
      expect([...new Set(values)], id).toEqual(['args.0', 'args.1']);
    }
  });

  it('spends 2 of the 339 octets of fun_add(2, 3) over XML-RPC on its arguments', () => {
    const { octets, stretches } = costs(run('xml-rpc'))[0].request!;
    expect(octets).toBe(339);
    const budget = budgetOf(stretches);
    expect(budget.values).toBe(2);
    expect(budget.names).toBe('fun_add'.length);
    expect(Object.values(budget).reduce((a, b) => a + b)).toBe(octets);
  });

  it('waits for a handshake and the request at first, and for the request alone on a connection that is kept', () => {
    expect(costs(run('json-rpc:HTTP')).map(({ roundTrips }) => roundTrips)).toEqual([2, 1]);
    // jayson opens a connection for every call over TCP.
    expect(costs(run('json-rpc:TCP')).map(({ roundTrips }) => roundTrips)).toEqual([2, 2]);
  });

  it('takes a round trip more where there is a handshake', () => {
    const [first, second] = costs(run('json-rpc:HTTP'));
    expect(first.time - second.time).toBeGreaterThan(2 * CANONICAL.network.latency - 1000);
    expect(first.packets).toBeGreaterThan(second.packets);
  });

  it('says what a protocol cannot carry', () => {
    const named = { ...CANONICAL, calls: [{ method: 'fun_add', args: { a: 2, b: 3 } }] };
    const found = run('xml-rpc', named);
    expect('problem' in found && found.problem.code).toBe('simulation.no-names');
  });
});
