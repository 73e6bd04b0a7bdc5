// One call through several protocols: the same interface, arguments and network, each lane a run of its own.
import { type Problem, ProblemError } from '../problem/problem';
import { protocols } from '../protocols/index';
import type { Options } from '../protocols/protocol';
import { ONE_AT_A_TIME } from '../scenario/load';
import type { Scenario } from '../scenario/scenario';
import { simulate } from '../simulation/simulate';
import { messageOfExchange } from '../trace/messages';
import type { Direction, Micros, Trace } from '../trace/trace';
import { type Stretch, stretchesOf } from './budget';

/** A way to carry a call: a protocol with options that change what it costs. */
export interface Lane {
  /** 'thrift:compact'. */
  readonly id: string;
  readonly protocol: string;
  /** 'Thrift' and what sets this lane apart from the protocol's others, in the protocol's words: 'compact'. */
  readonly title: string;
  readonly variant: string;
  readonly options: Options;
}

/** What one message costs. */
interface MessageCost {
  readonly octets: number;
  readonly stretches: readonly Stretch[];
}

/** What one call costs in a lane. */
export interface CallCost {
  /** Undefined when there is none: a call without a reply. */
  readonly request: MessageCost | undefined;
  readonly reply: MessageCost | undefined;
  /** Octets of messages that only serve the conversation. */
  readonly control: number;
  /** Packets in both directions, and the octets of their Ethernet, IPv4 and TCP headers. */
  readonly packets: number;
  readonly headers: number;
  /** Times that the call waits for the network there and back before the client has the result: every crossing that it waits for is half a round trip. */
  readonly roundTrips: number;
  /** From step 1 to the result. */
  readonly time: Micros;
}

/** A lane that has run: its trace, with the call made twice; or why the protocol cannot carry the call. */
export type LaneRun =
  | { readonly lane: Lane; readonly trace: Trace; readonly calls: readonly CallCost[] }
  | { readonly lane: Lane; readonly problem: Problem };

/** Every lane that there is, in the order of the registry. */
export const lanes: readonly Lane[] = protocols.flatMap(({ id: protocol, title, lanes: variants }) =>
  variants.map(({ variant, options }) => ({
    id: variant === '' ? protocol : `${protocol}:${variant}`,
    protocol,
    title,
    variant,
    options,
  })),
);

/**
 * Runs the first call of `scenario` twice through `lane`. The lane's own options prevail, those of the scenario count where its protocol is
 * the lane's. Throws a MissingPart as long as the protocol is not loaded.
 */
export function runLane(scenario: Scenario, lane: Lane): LaneRun {
  const options = { ...(scenario.protocol === lane.protocol ? scenario.options : {}), ...lane.options };
  const [call] = scenario.calls;
  try {
    const trace = simulate({ ...scenario, protocol: lane.protocol, options, calls: [call, call], load: ONE_AT_A_TIME });
    return { lane, trace, calls: [0, 1].map(exchange => costOf(trace, exchange)) };
  } catch (error) {
    if (error instanceof ProblemError) return { lane, problem: error.problem };
    throw error;
  }
}

function costOf(trace: Trace, exchange: number): CallCost {
  const own = trace.events.filter(event => event.exchange === exchange);
  const packets = own.flatMap(event => (event.type === 'sent' ? [trace.packets[event.packet]] : []));
  const control = trace.messages.filter(message => message.control && message.exchange === exchange);
  const result = own.find(({ type }) => type === 'result') ?? own[own.length - 1];
  return {
    request: messageCost(trace, exchange, 'c2s'),
    reply: messageCost(trace, exchange, 's2c'),
    control: control.reduce((sum, { pdu }) => sum + pdu.bytes.length, 0),
    packets: packets.length,
    headers: packets.reduce((sum, { segment }) => sum + segment.headerLength, 0),
    roundTrips: crossings(trace, result.seq, own[0].seq) / 2,
    time: result.at - own[0].at,
  };
}

function messageCost(trace: Trace, exchange: number, direction: Direction): MessageCost | undefined {
  const message = messageOfExchange(trace, exchange, direction);
  const method = trace.service.methods.find(({ name }) => name === trace.exchanges[exchange].calls[0].method);
  const parameters = method?.params.map(({ name }) => name) ?? [];
  return message && { octets: message.pdu.bytes.length, stretches: stretchesOf(message.pdu, parameters) };
}

/** How often the chain of causes that leads to event `seq` crosses the network, back to event `first`. */
function crossings({ events }: Trace, seq: number, first: number): number {
  let count = 0;
  for (let at: number | undefined = seq; at !== undefined && at >= first; at = events[at].cause)
    if (events[at].type === 'arrived') count++;
  return count;
}
