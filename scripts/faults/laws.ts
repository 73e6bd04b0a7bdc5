// What is true of every run, whatever goes wrong in it.

import type { Scenario } from '../../src/scenario/scenario';
import { simulate } from '../../src/simulation/simulate';
import { type LedgerRow, ledgerAt } from '../../src/trace/ledger';
import { MachineStates } from '../../src/trace/machine-states';
import type { Micros, Trace } from '../../src/trace/trace';
import type { Schedule } from './schedule';

/** The time that a message takes to be marshalled or read, during which nobody looks at the clock. */
const TURN: Micros = 2000;

/** What is not as it should be in the run of `schedule`, in words; empty when all is well. */
export function faultsOf({ scenario, promises }: Schedule, again = false): string[] {
  const trace = simulate(scenario);
  const rows = ledgerAt(trace, trace.events.length);
  const faults = rows.flatMap(row => [
    ...endFaults(trace, scenario, row),
    ...countFaults(row, promises).map(fault => `call ${row.exchange}: ${fault}`),
    ...ledgerFaults(trace, row),
  ]);
  if (again && textOf(simulate(JSON.parse(JSON.stringify(scenario)))) !== textOf(trace)) faults.push('two runs differ');
  return faults;
}

/** A call that is made ends with a result or an error, in time; it may be waited for as long as it has no deadline. */
function endFaults({ events, exchanges }: Trace, scenario: Scenario, row: LedgerRow): string[] {
  const call = scenario.calls[row.exchange % scenario.calls.length];
  const deadline = 'deadline' in call ? call.deadline : undefined;
  const own = events.filter(({ exchange }) => exchange === row.exchange);
  const made = own.find(event => event.type === 'step' && event.step === 1);
  const result = own.find(({ type }) => type === 'result');
  const name = `call ${row.exchange} of ${exchanges.length}`;
  if (!made) return events.some(({ type }) => type === 'still waiting') ? [] : [`${name} is never made`];
  if (!result) {
    if (deadline !== undefined) return [`${name} has no end, in spite of its deadline`];
    return row.waitsForEver ? [] : [`${name} ends with nothing`];
  }
  if (deadline !== undefined && result.at > made.at + deadline * 1000 + TURN)
    return [`${name} ends ${(result.at - made.at) / 1000} ms after it was made, its deadline being ${deadline}`];
  return [];
}

function countFaults({ belief, executed }: LedgerRow, promises: Schedule['promises']): string[] {
  const faults: string[] = [];
  if ((promises === 'at most once' || promises === 'exactly once') && executed > 1)
    faults.push(`executed ${executed} times, ${promises}`);
  if (belief === 'answered' && executed === 0 && promises !== 'nothing') faults.push('answered, and never executed');
  return faults;
}

/** The ledger says what the machines say. */
function ledgerFaults({ events, initialStates }: Trace, row: LedgerRow): string[] {
  const states = new MachineStates(initialStates);
  for (const event of events) if (event.type === 'transition') states.take(event);
  const { exchange } = row;
  const faults: string[] = [];
  const expect = (name: string, told: unknown, is: unknown) => {
    if (told !== is) faults.push(`call ${exchange}: the ledger has ${told} for ${name}, which is ${is}`);
  };
  const own = events.filter(event => event.exchange === exchange);
  for (const { attempt, state } of row.attempts)
    expect(`the stub of attempt ${attempt}`, state, states.at({ exchange, attempt, connection: 0 }).clientStub);
  expect('executions', row.executed, own.filter(({ type }) => type === 'completed').length);
  expect(
    'a result',
    row.belief === 'answered' || row.belief === 'failed',
    own.some(({ type }) => type === 'result'),
  );
  return faults;
}

function textOf({ events, packets }: Trace): string {
  const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
  return JSON.stringify([events, packets.map(({ bytes }) => Buffer.from(bytes).toString('base64'))], plain);
}
