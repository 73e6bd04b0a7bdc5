// A run as JSON, for programs that want to look at it. The shape is stable: `version` counts its changes.
import type { Json } from '../idl/json';
import type { Value } from '../idl/value';
import type { Exchange, Message, Packet, Trace, TraceEvent } from '../trace/trace';
import { hexText } from '../wire/bytes/field-value';
import { annotateFrame } from '../wire/frame';
import { type PduJson, pduJson } from './field-json';
import { outcomeJson, valueJson } from './value-json';

/**
 * The document. Times are microseconds of virtual time since the start of the run, octets are lower-case hex, ids are indices of
 * the lists; `events` say what happened in which order. Values are written as in scenarios, outcomes as `{ "returned": value }` or
 * `{ "threw": error }`.
 */
export interface TraceJson {
  readonly format: 'callscope-trace';
  readonly version: 1;
  readonly protocol: string;
  readonly durationMicros: number;
  readonly hosts: Trace['hosts'];
  readonly connections: Trace['connections'];
  readonly initialStates: Trace['initialStates'];
  readonly exchanges: readonly ExchangeJson[];
  readonly events: readonly EventJson[];
  readonly messages: readonly MessageJson[];
  readonly packets: readonly PacketJson[];
}

interface ExchangeJson {
  readonly batch: boolean;
  readonly calls: readonly { readonly method: string; readonly args: readonly Json[]; readonly oneway: boolean }[];
}

/** An event of {@link TraceEvent}, with `at` named `atMicros` and its values as JSON. */
interface EventJson {
  readonly seq: number;
  readonly atMicros: number;
  readonly actor: string;
  readonly type: string;
  readonly [more: string]: unknown;
}

interface MessageJson extends Omit<Message, 'pdu'>, PduJson {}

interface PacketJson extends PduJson {
  readonly id: number;
  readonly connection: number;
  readonly direction: string;
  readonly sentAtMicros: number;
  /** Absent when it never arrives. */
  readonly arrivedAtMicros?: number;
  /** How much the network held it up. */
  readonly heldUpMicros?: number;
  /** The frame as it came in, in hex, where that is not `bytes`. */
  readonly arrivedBytes?: string;
  readonly segment: Packet['segment'];
  readonly carries: Packet['carries'];
}

/** `trace` as plain data for `JSON.stringify`. */
export function traceJson(trace: Trace): TraceJson {
  return {
    format: 'callscope-trace',
    version: 1,
    protocol: trace.protocol,
    durationMicros: trace.duration,
    hosts: trace.hosts,
    connections: trace.connections,
    initialStates: trace.initialStates,
    exchanges: trace.exchanges.map(exchangeJson),
    events: trace.events.map(eventJson),
    messages: trace.messages.map(messageJson),
    packets: trace.packets.map(packetJson),
  };
}

function exchangeJson({ batch, calls }: Exchange): ExchangeJson {
  return { batch, calls: calls.map(callJson) };
}

function callJson<Call extends { readonly args: readonly Value[] }>(call: Call) {
  return { ...call, args: call.args.map(valueJson) };
}

function eventJson({ seq, at, actor, ...rest }: TraceEvent): EventJson {
  const event = { seq, atMicros: at, actor, ...rest };
  switch (rest.type) {
    case 'invoked':
      return { ...event, args: rest.args.map(valueJson) };
    case 'decoded':
      return rest.calls ? { ...event, calls: rest.calls.map(callJson) } : event;
    case 'completed':
      return { ...event, outcome: outcomeJson(rest.outcome) };
    case 'result':
      return { ...event, outcomes: rest.outcomes.map(outcomeJson) };
    default:
      return event;
  }
}

function messageJson({ pdu, ...message }: Message): MessageJson {
  return { ...message, ...pduJson(pdu) };
}

function packetJson({ bytes, frame, sentAt, arrivedAt, heldUp, arrivedBytes, ...packet }: Packet): PacketJson {
  return {
    ...packet,
    sentAtMicros: sentAt,
    ...(arrivedAt !== undefined && { arrivedAtMicros: arrivedAt }),
    ...(heldUp !== undefined && { heldUpMicros: heldUp }),
    ...(arrivedBytes && { arrivedBytes: hexText(arrivedBytes) }),
    ...pduJson(frame ?? { format: 'ethernet', bytes, annotations: annotateFrame(bytes) }),
  };
}
