import { describe, expect, it } from 'vitest';
import { type AnyMachineSnapshot, type AnyStateMachine, createActor, type EventObject, getNextSnapshot } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { client } from './client';
import { clientStub } from './client-stub';
import { effect } from './effect';
import { link } from './link';
import { machines } from './machines';
import { server } from './server';
import { serverStub } from './server-stub';

/** A machine's charts under test: every answer that its guards can get. */
const CASES: readonly { name: string; machine: AnyStateMachine; inputs: readonly unknown[] }[] = [
  { name: 'client', machine: client, inputs: [undefined] },
  {
    name: 'client stub',
    machine: clientStub,
    inputs: combinations((isConnected, wantsReply) => [isConnected, wantsReply]).flatMap(([isConnected, wantsReply]) =>
      [false, true].map(hasConnection => ({
        hasConnection: () => hasConnection,
        isConnected: () => isConnected,
        wantsReply: () => wantsReply,
      })),
    ),
  },
  {
    name: 'server stub',
    machine: serverStub,
    inputs: combinations((hasCallLeft, owesReply) => ({ hasCallLeft: () => hasCallLeft, owesReply: () => owesReply })),
  },
  { name: 'server', machine: server, inputs: [undefined] },
  { name: 'link', machine: link, inputs: [undefined] },
];

describe.each(CASES)('the chart of the $name', ({ machine, inputs }) => {
  const reached = inputs.map(input => statesReached(machine, input));

  it('has no state that cannot be reached', () => {
    expect(new Set(reached.flat())).toEqual(new Set(Object.keys(machine.config.states ?? {})));
  });

  it('has no transition that is never taken', () => {
    const taken = new Set(inputs.flatMap(input => transitionsTaken(machine, reached.flat(), input)));
    expect([...taken].sort()).toEqual(transitionsDrawn(machine).sort());
  });

  it('goes along every shortest path to the state where the path ends', () => {
    for (const input of inputs)
      for (const path of getShortestPaths(machine, { input, events: eventsOf(machine) })) {
        const actor = createActor(machine, { input }).start();
        for (const { event } of path.steps) if (!event.type.startsWith('xstate.')) actor.send(event);
        expect(actor.getSnapshot().value).toEqual((path.state as AnyMachineSnapshot).value);
      }
  });
});

describe('the machines', () => {
  it('have one for every actor, and both ends of a connection are the same', () => {
    expect(Object.keys(machines)).toEqual([
      'client',
      'clientStub',
      'clientTcp',
      'link',
      'serverTcp',
      'serverStub',
      'server',
    ]);
    expect(machines.clientTcp).toBe(machines.serverTcp);
  });

  it('do nothing by themselves: their effects are only named', () => {
    const { implementations } = machines.clientStub;
    expect(Object.values(implementations.actions).every(action => action === effect)).toBe(true);
  });
});

function combinations<T>(answer: (a: boolean, b: boolean) => T): T[] {
  return [false, true].flatMap(a => [false, true].map(b => answer(a, b)));
}

function eventsOf(machine: AnyStateMachine): EventObject[] {
  return machine.events.filter(type => !type.startsWith('xstate.')).map(type => ({ type }));
}

function statesReached(machine: AnyStateMachine, input: unknown): string[] {
  return getShortestPaths(machine, { input, events: eventsOf(machine) }).map(path =>
    String((path.state as AnyMachineSnapshot).value),
  );
}

/** 'idle --call--> marshalling': what every event does in every state, whatever the guards answer there. */
function transitionsTaken(machine: AnyStateMachine, states: readonly string[], input: unknown): string[] {
  return states.flatMap(from => {
    const snapshot = machine.resolveState({ value: from, context: { facts: input } });
    return eventsOf(machine)
      .filter(event => snapshot.can(event))
      .map(event => edge(from, event.type, String(getNextSnapshot(machine, snapshot, event).value)));
  });
}

function transitionsDrawn(machine: AnyStateMachine): string[] {
  const edges = Object.entries(machine.root.states).flatMap(([from, node]) =>
    [...node.transitions.values()]
      .flat()
      .map(transition => edge(from, transition.eventType, transition.target?.[0]?.key ?? from)),
  );
  return [...new Set(edges)];
}

function edge(from: string, event: string, to: string): string {
  return `${from} --${event}--> ${to}`;
}
