// A scenario, checked and made ready to run. Whatever cannot be run is said here, with the path to it in the scenario.
import { argumentsFromJson } from '../idl/json-value';
import type { MetadataEntry } from '../idl/metadata';
import { parseInterface } from '../idl/parse';
import type { Method, ServiceInterface } from '../idl/types';
import { type Problem, ProblemError, problem } from '../problem/problem';
import { completeOptions } from '../protocols/options';
import type { Call, Options, Protocol } from '../protocols/protocol';
import { callCount, isMany } from '../scenario/load';
import type { Scenario, ScenarioBatch, ScenarioCall } from '../scenario/scenario';

/** A call or a batch, ready to be made. */
export interface PlannedExchange {
  readonly calls: readonly Call[];
  readonly batch: boolean;
}

export interface Plan {
  readonly scenario: Scenario;
  readonly service: ServiceInterface;
  /** The service as the server has it: without the methods that it does not know. */
  readonly serverService: ServiceInterface;
  readonly protocol: Protocol;
  readonly options: Options;
  readonly exchanges: readonly PlannedExchange[];
}

/** What the network can be set to: latency in µs, bandwidth in bit/s, MTU in octets. RFC 791 asks of every link to carry 68 octets. */
export const NETWORK_LIMITS = {
  latency: [0, 10_000_000],
  bandwidth: [1_000, 100_000_000_000],
  mtu: [68, 65_536],
} as const;

/**
 * No message is sent that would bring a run to more packets than this: drawings and lists of so many say nothing, and take seconds to make.
 * A megabyte needs some 3000 with the smallest MTU that is in use, 576.
 */
export const MOST_PACKETS = 6000;
/** The same where only one call is shown at a time, and the others are counted. */
const MOST_PACKETS_OF_MANY = 100_000;

/** The packets that a run of so many calls may come to. */
export function mostPackets(calls: number): number {
  return isMany(calls) ? MOST_PACKETS_OF_MANY : MOST_PACKETS;
}

/** What a browser simulates in a few seconds. */
const MOST_CALLS = 2000;

type Path = readonly (string | number)[];

/** Makes `scenario` ready to run over `protocol`. Throws a ProblemError when that cannot be done. */
export function planRun(scenario: Scenario, protocol: Protocol): Plan {
  checkNetwork(scenario);
  checkHosts(scenario);
  const service = within(['interface'], () => parseInterface(scenario.interface));
  const options = completeOptions(protocol.options, scenario.options);
  if (scenario.calls.length === 0) throw problem('simulation.no-calls', {}, { path: ['calls'] });
  const calls = callCount(scenario);
  if (calls > MOST_CALLS)
    throw problem('simulation.too-many-calls', { calls, limit: MOST_CALLS }, { path: ['load', 'rounds'] });
  const round = scenario.calls.map((exchange, index) => planExchange(exchange, index, service, protocol, options));
  const exchanges = Array.from({ length: scenario.load.rounds }, () => round).flat();
  checkErrors(scenario, protocol);
  checkPolicy(scenario, protocol, options);
  const known = service.methods.filter(({ name }) => Object.hasOwn(scenario.server, name));
  return { scenario, service, serverService: { ...service, methods: known }, protocol, options, exchanges };
}

function checkNetwork({ network }: Scenario): void {
  for (const name of ['latency', 'bandwidth', 'mtu'] as const) {
    const [min, max] = NETWORK_LIMITS[name];
    const value = network[name];
    if (!(value >= min && value <= max))
      throw problem('simulation.out-of-range', { name, value, min, max }, { path: ['network', name] });
  }
}

/** A client cannot use a port at which the server of its own host listens. Each connection may have a port of its own. */
function checkHosts(scenario: Scenario): void {
  const { client, server } = scenario.hosts;
  const { address, port } = server;
  if (client.address === address && client.port <= port && port < client.port + callCount(scenario))
    throw problem('simulation.same-socket', { address, port }, { path: ['hosts', 'client', 'port'] });
}

function planExchange(
  exchange: ScenarioCall | ScenarioBatch,
  index: number,
  service: ServiceInterface,
  protocol: Protocol,
  options: Options,
): PlannedExchange {
  const plan = (call: ScenarioCall, path: Path) => within(path, () => planCall(call, service, protocol, options));
  return 'batch' in exchange
    ? { batch: true, calls: exchange.batch.map((call, part) => plan(call, ['calls', index, 'batch', part])) }
    : { batch: false, calls: [plan(exchange, ['calls', index])] };
}

function planCall(call: ScenarioCall, service: ServiceInterface, protocol: Protocol, options: Options): Call {
  const method = service.methods.find(({ name }) => name === call.method);
  if (!method) throw problem('simulation.unknown-method', { method: call.method }, { path: ['method'] });
  checkTypes(method, protocol, options);
  const named = !Array.isArray(call.args);
  const oneway = call.oneway ?? method.oneway;
  if (named && !protocol.calls.named)
    throw problem('simulation.no-names', { protocol: protocol.title }, { path: ['args'] });
  if (oneway && !protocol.calls.oneway)
    throw problem('simulation.no-oneway', { protocol: protocol.title, method: call.method }, { path: ['oneway'] });
  const { metadata, deadline, cancelAfter } = call;
  if (metadata && metadata.length > 0) checkMetadata(metadata, protocol);
  if (cancelAfter !== undefined && !protocol.calls.givingUp)
    throw problem('simulation.no-cancelling', { protocol: protocol.title }, { path: ['cancelAfter'] });
  const args = argumentsFromJson(method, call.args);
  return { method: call.method, args, named, oneway, metadata, deadline, cancelAfter };
}

function checkMetadata(metadata: readonly MetadataEntry[], protocol: Protocol): void {
  if (!protocol.calls.metadata)
    throw problem('simulation.no-metadata', { protocol: protocol.title }, { path: ['metadata'] });
  raise(protocol.unfitMetadata?.(metadata), ['metadata']);
}

/** What an error says beside its message has to fit too; a protocol that carries no such thing leaves it away. */
function checkErrors({ server }: Scenario, protocol: Protocol): void {
  for (const [name, behaviour] of Object.entries(server))
    if (behaviour.does === 'throw' && behaviour.metadata)
      raise(protocol.unfitMetadata?.(behaviour.metadata), ['server', name, 'metadata']);
}

/** A key needs a place in the request. Retries and hedging exclude each other: gRFC A6, "Summary of Retry and Hedging Logic". */
function checkPolicy({ policy }: Scenario, protocol: Protocol, options: Options): void {
  if (policy.deduplication !== 'none' && !protocol.carriesKey(options))
    throw problem('simulation.no-key', { protocol: protocol.title }, { path: ['policy', 'deduplication'] });
  if (policy.hedge && policy.retry) throw problem('simulation.hedge-and-retry', {}, { path: ['policy', 'hedge'] });
}

function checkTypes(method: Method, protocol: Protocol, options: Options): void {
  method.params.forEach(({ type }, index) => {
    raise(protocol.unsupported(type, options), ['args', index]);
  });
  raise(protocol.unsupported(method.result, options), ['result']);
}

function raise(found: Problem | undefined, path: Path): void {
  if (found) throw new ProblemError({ ...found, at: { ...found.at, path: [...path, ...(found.at?.path ?? [])] } });
}

/** Does `check`; the path of a problem that it finds is continued from `path`. */
function within<T>(path: Path, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { problem: found } = error;
    throw new ProblemError({ ...found, at: { ...found.at, path: [...path, ...(found.at?.path ?? [])] } });
  }
}
