// A scenario in, a trace out: the whole run at once, on a virtual clock.
import { machines } from '../machines/machines';
import { Part } from '../parts/part';
import { problem } from '../problem/problem';
import { protocolById } from '../protocols';
import type { Protocol } from '../protocols/protocol';
import type { Scenario } from '../scenario/scenario';
import type { ActorId, Trace } from '../trace/trace';
import { Slab } from '../wire/bytes/slab';
import { ActorSystem } from './actors';
import { ClientProgram } from './client/program';
import { Connection } from './connection';
import type { Path } from './path/fate';
import { Link } from './path/link';
import { type Plan, planRun } from './plan';
import { randomNumbers } from './random';
import { Recorder } from './recorder';
import { ServerHost } from './server/host';
import type { TcpUser } from './tcp/endpoint';
import { VirtualClock } from './virtual-clock';
import type { World } from './world';

/** In most runs nothing happens to the hosts. */
const HOST_FAULTS = new Part(() => import('./host-faults').then(module => module.HostFaults));

/**
 * Runs a scenario. The trace depends on nothing but the scenario: same scenario, same trace, byte for byte, in every environment.
 * Throws a ProblemError when the scenario cannot be run, with the path to the reason, and a MissingPart when the run comes to something
 * that is not loaded yet, such as its protocol: begin anew when it is.
 *
 * Simplified: the run ends when nothing is left to happen but the end of TIME-WAIT, so the side that closed first stays in that
 * state; Linux leaves it after 60 s.
 *
 * @param path decides what becomes of each packet; by default what the scenario says.
 * @param callEnded is called whenever a call has its result, for whoever waits for a long run.
 */
export function simulate(scenario: Scenario, path?: Path, callEnded?: () => void): Trace {
  const registered = protocolById(scenario.protocol);
  if (!registered)
    throw problem('simulation.unknown-protocol', { protocol: scenario.protocol }, { path: ['protocol'] });
  return simulateOver(registered.implementation.get(), scenario, path, callEnded);
}

/** {@link simulate} over a protocol that need not be a registered one. */
export function simulateOver(protocol: Protocol, scenario: Scenario, path?: Path, callEnded?: () => void): Trace {
  const plan = planRun(scenario, protocol);
  const clock = new VirtualClock();
  const recorder = new Recorder(() => clock.now(), callEnded);
  const system = new ActorSystem(recorder, clock);
  const link = new Link(scenario, { system, recorder, clock }, path);
  const run = start({ plan, clock, recorder, system, link, slab: new Slab() });
  clock.run();
  run.client.end();
  return traceOf(plan, recorder, run.connections);
}

/** The client's program, and the connections that it opens in the course of the run. */
interface Started {
  readonly client: ClientProgram;
  readonly connections: readonly Connection[];
}

/** Starts both hosts. */
function start(world: World): Started {
  const { seed, hosts } = world.plan.scenario;
  const random = { client: randomNumbers(seed, 'client TCP'), server: randomNumbers(seed, 'server TCP') };
  const connections: Connection[] = [];
  const host = new ServerHost(world, (phase, execution) => faults?.executes(phase, execution));
  const newConnection = (user: TcpUser) => {
    const index = connections.length;
    const server = host.accept(() => connections[index]);
    const port = portAfter(hosts.client.port, index);
    const connection = new Connection(world, index, port, random, { client: user, server }, host);
    connections.push(connection);
    return connection;
  };
  const client = new ClientProgram(world, newConnection, () => faults?.noLongerAwaited());
  const faults = world.plan.scenario.faults.length > 0 ? new (HOST_FAULTS.get())(world, host, client) : undefined;
  world.clock.schedule(0, () => client.start());
  return { client, connections };
}

/** Each connection has the next port, as long as there are any: after 65535 comes the first ephemeral port of Linux. */
function portAfter(first: number, index: number): number {
  const port = first + index;
  return port <= 65535 ? port : 32768 + ((port - 65536) % 32768);
}

function traceOf(
  { scenario, service, exchanges }: Plan,
  recorder: Recorder,
  connections: readonly Connection[],
): Trace {
  const { events, messages, packets, flows } = recorder;
  return {
    service,
    protocol: scenario.protocol,
    exchanges: exchanges.map(({ calls, batch }) => ({
      batch,
      calls: calls.map(({ method, args, oneway }) => ({ method, args, oneway: oneway === true })),
    })),
    events,
    messages,
    packets,
    flows,
    hosts: scenario.hosts,
    connections: connections.map(({ clientPort }) => ({ clientPort })),
    initialStates: initialStates(),
    duration: events[events.length - 1].at,
  };
}

/** The state of every machine before the first event. The server listens already. */
function initialStates(): Record<ActorId, string> {
  const states = {} as Record<ActorId, string>;
  for (const id of Object.keys(machines) as ActorId[]) states[id] = machines[id].config.initial as string;
  return { ...states, serverTcp: 'LISTEN' };
}
