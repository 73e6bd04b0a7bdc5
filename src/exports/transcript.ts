// A run as text, one line per event, for people, for scenario tests and for comparing two runs with diff:
//
//      3.0ms  client → server  TCP SYN seq=0 win=65535
//     23.0ms  client  timer retransmit fired
import { summarizeCall, summarizeValue } from '../idl/summarize';
import type { Outcome } from '../idl/value';
import type { StepNumber } from '../protocols/protocol';
import { flagsText } from '../trace/journeys';
import type { ActorId, Micros, Packet, Trace, TraceEvent } from '../trace/trace';

/** Values longer than this are cut, for each event has one line. */
const LONGEST_VALUE = 60;

/** What a transcript tells besides steps, messages, packets, calls and timers. */
export interface TranscriptDetail {
  /** Changes of state of the machines. */
  readonly transitions?: boolean;
  /** Packets coming in. Their leaving is always told. */
  readonly arrivals?: boolean;
}

/** The ten steps of a remote procedure call, short. */
export const STEP_TITLES: Readonly<Record<StepNumber, string>> = {
  1: 'the client calls the stub as if it were local',
  2: 'the client stub marshals the call',
  3: 'the request is sent to the server',
  4: 'the server stub unmarshals the request',
  5: 'the server stub calls the service',
  6: 'the service executes',
  7: 'the server stub marshals the result',
  8: 'the reply is sent to the client',
  9: 'the client stub unmarshals the reply',
  10: 'the client has the result',
};

const ACTORS: Readonly<Record<ActorId, string>> = {
  client: 'client',
  clientStub: 'client stub',
  clientTcp: 'client TCP',
  link: 'network',
  serverTcp: 'server TCP',
  serverStub: 'server stub',
  server: 'server',
};

/** The transcript of `trace`: lines that each end with a line feed. The same trace always gives the same text. */
export function transcript(trace: Trace, detail: TranscriptDetail = {}): string {
  const width = milliseconds(trace.duration).length;
  return trace.events
    .map(event => ({ at: event.at, text: eventText(trace, event, detail) }))
    .filter(line => line.text !== undefined)
    .map(line => `${milliseconds(line.at).padStart(width)}  ${line.text}\n`)
    .join('');
}

function eventText(trace: Trace, event: TraceEvent, detail: TranscriptDetail): string | undefined {
  const actor = ACTORS[event.actor];
  switch (event.type) {
    case 'step':
      return `step ${event.step}: ${STEP_TITLES[event.step]}${event.inferred ? ' (inferred)' : ''}`;
    case 'transition':
      return detail.transitions ? `${actor}  ${event.from} → ${event.to} on ${event.event}` : undefined;
    case 'control':
    case 'encoded':
      return `${actor}  encoded ${messageText(trace, event.message)}`;
    case 'decoded': {
      const result = event.problem ? `: ${event.problem.code} ${JSON.stringify(event.problem.params)}` : '';
      const calls = event.calls?.map(call => summarizeCall(call, trace.service, LONGEST_VALUE)).join(', ');
      const read = calls === undefined ? '' : `, damaged: reads ${calls || 'no call'}`;
      return `${actor}  decoded ${messageText(trace, event.message)}${read}${result}`;
    }
    case 'sent':
      return `${sentText(trace.packets[event.packet])}`;
    case 'arrived':
      return detail.arrivals ? arrivedText(trace.packets[event.packet]) : undefined;
    case 'dropped':
      return `${actor}  loses ${segmentText(trace.packets[event.packet])}  (${event.why})`;
    case 'discarded':
      return `${actor}  discards ${segmentText(trace.packets[event.packet])}  (${event.why})`;
    case 'timer':
      return `${actor}  timer ${event.timer} fired`;
    case 'invoked':
      return `${actor}  runs ${summarizeCall(event, trace.service, LONGEST_VALUE)}`;
    case 'completed':
      return `${actor}  ${event.method} ${event.outcome.kind} ${outcomeText(event.outcome)}`;
    case 'result':
      return `${actor}  result ${event.outcomes.map(outcomeText).join(', ') || 'none'}`;
    case 'attempt failed':
      return `${actor}  attempt ${(event.attempt ?? 0) + 1} failed: ${event.why}`;
    case 'deduplicated':
      return `${actor}  answers ${event.method} as before`;
    case 'still waiting':
      return `${actor}  still waiting`;
  }
}

function messageText(trace: Trace, id: number): string {
  const { pdu, direction, control } = trace.messages[id];
  const role = direction === 'c2s' ? 'request' : 'reply';
  return `${control ? (pdu.title ?? 'control') : role} of ${pdu.bytes.length} bytes (${pdu.format})`;
}

/** `client → server  TCP PSH ACK seq=1 ack=1 win=64240 len=145`: numbers relative to the initial ones, as Wireshark shows them. */
function sentText(packet: Packet): string {
  const ends = packet.direction === 'c2s' ? 'client → server' : 'server → client';
  const remarks = [
    packet.copyOf === undefined ? undefined : 'copy',
    packet.occasion,
    packet.arrivedAt === undefined ? 'never arrives' : undefined,
    packet.heldUp === undefined ? undefined : `${milliseconds(packet.heldUp)} late`,
    packet.arrivedBytes ? 'damaged' : undefined,
  ].filter(remark => remark !== undefined);
  return `${ends}  ${segmentText(packet)}${remarks.length > 0 ? `  (${remarks.join(', ')})` : ''}`;
}

function arrivedText(packet: Packet): string {
  return `${packet.direction === 'c2s' ? 'server ← client' : 'client ← server'}  ${segmentText(packet)}`;
}

function segmentText(packet: Packet): string {
  const { segment, icmp } = packet;
  if (icmp) return 'ICMP host unreachable';
  const ack = segment.flags.includes('ACK') ? ` ack=${segment.relativeAck}` : '';
  const length = segment.length > 0 ? ` len=${segment.length}` : '';
  return `TCP ${flagsText(packet)} seq=${segment.relativeSeq}${ack} win=${segment.window}${length}`;
}

/** `5`, or `ZeroDivisionError: "division by zero"`, or `fault 42: "no such user"`. */
function outcomeText(outcome: Outcome): string {
  if (outcome.kind === 'returned') return summarizeValue(outcome.value, LONGEST_VALUE);
  const { exception, code, message } = outcome.error;
  return `${exception ?? (code === undefined ? 'fault' : `fault ${code}`)}: ${summarizeValue(message, LONGEST_VALUE)}`;
}

function milliseconds(at: Micros): string {
  return `${(at / 1000).toFixed(1)}ms`;
}
