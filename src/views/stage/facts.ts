// The figures of a run that the stage's sentences mention, and which sentence a moment wants.
import { cutText, type SummarizedCall, summarizeArguments, summarizeCall, summarizeValue } from '../../idl/summarize';
import type { Type } from '../../idl/types';
import type { Outcome } from '../../idl/value';
import type { Problem } from '../../problem/problem';
import { protocolById } from '../../protocols/index';
import { messageOfExchange } from '../../trace/messages';
import type { Moment } from '../../trace/moment';
import { outcomesAt } from '../../trace/outcomes';
import { phasesOf } from '../../trace/phases';
import type { Direction, Message, Trace, TraceEvent } from '../../trace/trace';
import {
  answersByItself,
  failureOf,
  knowsAnswer,
  localCallAt,
  localCalls,
  stepKey,
  waitsForEver,
} from '../../trace/turns';
import { KIND, START } from '../../wire/bytes/annotations';
import { fieldKind } from '../../wire/bytes/field-kind';

/** Characters of a value in a sentence. Whole, where it can be, is the text of a usual exception. */
const SENTENCE_LIMIT = 72;

/** Sizes of one message, in octets. */
export interface MessageFacts {
  readonly octets: number;
  /** What stands before the first octet of the inner format: HTTP's headers. All of it when HTTP carries nothing; 0 without HTTP. */
  readonly head: number;
  readonly headFormat: string;
  readonly bodyFormat: string;
  readonly segments: number;
}

export interface StageFacts {
  /** `fun_add(2, 3)`, of a batch the first. */
  readonly call: string;
  readonly method: string;
  /** The call that the server stub makes just now: of a batch, one after the other. */
  readonly localCall: string;
  readonly localMethod: string;
  /** How the last local call ended. */
  readonly localOutcome: string;
  /** Which of the calls that the server stub makes this is, counted from 1, and how many it makes. */
  readonly localNumber: number;
  readonly localCalls: number;
  /** Whether nobody wants what the local call returns. */
  readonly localUnwanted: boolean;
  /** How many of the ten steps there are: 7 to 9 need a reply, 5 and 6 the service. All, where the call does not get through. */
  readonly steps: number;
  /** Whether the client gets what it wants: an answer, if it wants one. */
  readonly getsThrough: boolean;
  /** How many calls travel in the message. */
  readonly calls: number;
  /** How many of them want a reply, and how many of these have failed. */
  readonly wanted: number;
  readonly failed: number;
  /** Whether the server stub replies without asking the service. */
  readonly ownAnswer: boolean;
  readonly args: string;
  readonly argCount: number;
  readonly exchange: number;
  readonly exchanges: number;
  /** Which attempt it is, counted from 1. */
  readonly attempt: number;
  /** `address:port`. */
  readonly client: string;
  readonly server: string;
  readonly request: MessageFacts | undefined;
  readonly reply: MessageFacts | undefined;
  /** The value returned, or what was thrown. */
  readonly outcome: string;
  readonly problem: Problem | undefined;
  /** From the exchange's first event to its result. */
  readonly elapsed: number;
  /** Of this connection, and of the whole run's. */
  readonly packets: number;
  readonly allPackets: number;
  readonly connections: number;
  /** Whether only the packets of one call are there, of the many that a connection carried. */
  readonly isPart: boolean;
  /** The host that says FIN first. */
  readonly closer: Direction;
}

/** What is going on, finer than the steps: each has a sentence of its own. */
export type Situation = UsualSituation | TroubledSituation;

export type UsualSituation =
  | 'before'
  | 'calls'
  | 'marshals'
  | 'marshalled'
  | 'connects'
  | 'sends'
  | 'receives'
  | 'unmarshalled'
  | 'answersByItself'
  | 'callsService'
  | 'executes'
  | 'returned'
  | 'threw'
  | 'marshalsReply'
  | 'marshalledReply'
  | 'sendsReply'
  | 'receivesReply'
  | 'unmarshalledReply'
  | 'hasResult'
  | 'hasError'
  | 'wantedNoReply'
  | 'closes'
  | 'closed';

/** The sentences of these are loaded when they are wanted. */
export type TroubledSituation =
  | 'notUnderstood'
  | 'replyNotUnderstood'
  | 'answersAgain'
  | 'triesAgain'
  | 'waitsNoLonger'
  | 'reachesNobody'
  | 'losesConnection'
  | 'waitsForEver';

/** Which sentence `moment` wants. */
export function situationAt(trace: Trace, moment: Moment): Situation {
  const { step, seq } = moment;
  if (step === undefined || moment.stepSeq === undefined) return 'before';
  if (waitsForEver(trace, moment.exchange, seq)) return 'waitsForEver';
  const since = trace.events.slice(moment.stepSeq, seq + 1);
  const has = (type: TraceEvent['type']) => since.some(event => event.type === type);
  switch (step) {
    case 1:
      return 'calls';
    case 2:
      if (moment.attempt > 0) return 'triesAgain';
      return has('encoded') ? 'marshalled' : 'marshals';
    case 3:
      return isConnecting(trace, moment) ? 'connects' : 'sends';
    case 4:
      return decodedSituation(trace, since, moment);
    case 5:
      return 'callsService';
    case 6: {
      const end = since.find(event => event.type === 'completed');
      return end?.type === 'completed' ? end.outcome.kind : 'executes';
    }
    case 7:
      return has('encoded') ? 'marshalledReply' : 'marshalsReply';
    case 8:
      return 'sendsReply';
    case 9: {
      const decoded = since.find(event => event.type === 'decoded');
      if (decoded?.type !== 'decoded') return 'receivesReply';
      return decoded.problem ? 'replyNotUnderstood' : 'unmarshalledReply';
    }
    case 10:
      return afterwards(trace, moment, since);
  }
}

function decodedSituation(trace: Trace, since: readonly TraceEvent[], moment: Moment): Situation {
  const decoded = since.find(event => event.type === 'decoded');
  if (decoded?.type !== 'decoded') return 'receives';
  if (decoded.problem) return 'notUnderstood';
  if (since.some(({ type }) => type === 'deduplicated')) return 'answersAgain';
  if (knowsAnswer(trace, moment.exchange, moment.attempt)) return 'unmarshalled';
  const next = trace.events.slice(moment.seq + 1).find(event => event.type === 'step');
  return next?.type === 'step' && next.step === 7 ? 'answersByItself' : 'unmarshalled';
}

function afterwards(trace: Trace, moment: Moment, since: readonly TraceEvent[]): Situation {
  const teardown = phasesOf(trace).find(phase => phase.kind === 'teardown' && phase.connection === moment.connection);
  if (teardown && moment.seq > teardown.to) return 'closed';
  if (teardown && moment.seq >= teardown.from && since.some(event => event.type === 'result')) return 'closes';
  const outcomes = outcomesAt(trace, moment);
  if (outcomes.length === 0) return 'wantedNoReply';
  const key = moment.stepSeq === undefined ? undefined : stepKey(trace, moment.stepSeq);
  if (key === 'waitsNoLonger' || key === 'reachesNobody' || key === 'losesConnection') return key;
  return outcomes.some(outcome => outcome.kind === 'threw') ? 'hasError' : 'hasResult';
}

/** Whether the handshake of the connection in use is not over yet. */
function isConnecting(trace: Trace, { seq, exchange, attempt }: Moment): boolean {
  const request = messageOfExchange(trace, exchange, 'c2s', attempt);
  const handshake = phasesOf(trace).find(
    phase => phase.kind === 'handshake' && phase.connection === request?.connection,
  );
  return handshake !== undefined && seq < handshake.to;
}

/** The figures of the exchange that `moment` is in. */
export function factsAt(trace: Trace, { exchange, attempt, seq, step }: Moment): StageFacts {
  const { calls } = trace.exchanges[exchange];
  const own = trace.events.filter(event => event.exchange === exchange);
  const result = own.find(event => event.type === 'result');
  const request = messageOfExchange(trace, exchange, 'c2s', attempt);
  const reply = messageOfExchange(trace, exchange, 's2c', attempt);
  const getsThrough = result !== undefined && failureOf(trace, exchange) === undefined;
  const connection = request?.connection ?? 0;
  const fin = trace.packets.find(p => p.connection === connection && p.segment.flags.includes('FIN'));
  const outcomes = outcomesAt(trace, { exchange, attempt, step });
  const types = resultTypes(trace, exchange);
  const local = localCall(trace, seq, exchange, attempt);
  const locals = localCalls(trace, exchange, attempt);
  const ended = own.findLast(event => event.type === 'completed' && event.seq <= seq);
  return {
    call: summarizeCall(calls[0], trace.service, 24),
    method: calls[0].method,
    localCall: summarizeCall(local, trace.service, 24),
    localMethod: local.method,
    localOutcome:
      ended?.type === 'completed' ? outcomeText(ended.outcome, SENTENCE_LIMIT, resultType(trace, ended.method)) : '',
    localNumber: Math.max(1, locals.filter(({ begins }) => begins <= seq).length),
    localCalls: locals.length,
    localUnwanted: calls[localCallAt(trace, seq, exchange, attempt)].oneway,
    steps: getsThrough ? new Set(own.flatMap(event => (event.type === 'step' ? [event.step] : []))).size : 10,
    getsThrough,
    calls: calls.length,
    wanted: calls.filter(({ oneway }) => !oneway).length,
    failed: outcomes.filter(({ kind }) => kind === 'threw').length,
    ownAnswer: answersByItself(trace, exchange, attempt),
    args: summarizeArguments(calls[0], trace.service, 24),
    argCount: calls[0].args.length,
    exchange,
    exchanges: trace.exchanges.length,
    attempt: attempt + 1,
    client: `${trace.hosts.client.address}:${trace.connections[connection]?.clientPort ?? trace.hosts.client.port}`,
    server: `${trace.hosts.server.address}:${trace.hosts.server.port}`,
    request: request && messageFacts(trace, request),
    reply: reply && messageFacts(trace, reply),
    outcome: outcomes.map((outcome, i) => outcomeText(outcome, SENTENCE_LIMIT, types[i])).join(', '),
    problem: trace.events.slice(0, seq + 1).findLast(isFailedDecode)?.problem,
    elapsed: own.length > 0 ? (result ?? own[own.length - 1]).at - own[0].at : 0,
    packets: trace.packets.filter(p => p.connection === connection).length,
    allPackets: trace.packets.length,
    connections: trace.connections.length,
    isPart: trace.part !== undefined,
    closer: fin?.direction ?? 'c2s',
  };
}

function isFailedDecode(
  event: TraceEvent,
): event is TraceEvent & { readonly type: 'decoded'; readonly problem: Problem } {
  return event.type === 'decoded' && event.problem !== undefined;
}

/** The call that the server stub makes, or made last: with the values that it has read. */
export function localCall(trace: Trace, seq: number, exchange: number, attempt: number): SummarizedCall {
  const made = localCalls(trace, exchange, attempt).findLast(({ begins }) => begins <= seq);
  return made?.call ?? trace.exchanges[exchange].calls[localCallAt(trace, seq, exchange, attempt)];
}

/** The type of the result of each call that wants one. */
export function resultTypes(trace: Trace, exchange: number): readonly (Type | undefined)[] {
  const wanted = trace.exchanges[exchange].calls.filter(({ oneway }) => !oneway);
  return wanted.map(({ method }) => resultType(trace, method));
}

function resultType({ service }: Trace, method: string): Type | undefined {
  return service.methods.find(({ name }) => name === method)?.result;
}

/** `5`, or `ZeroDivisionError: division by zero`, or `NotFound {id: 7}` for a declared exception. */
export function outcomeText(outcome: Outcome, limit = 40, type?: Type): string {
  if (outcome.kind === 'returned') return summarizeValue(outcome.value, limit, type);
  const { exception, message, declared } = outcome.error;
  if (declared) return cutText(`${exception} ${summarizeValue(declared.value, limit, declared.type)}`, limit);
  return cutText(exception ? `${exception}: ${message}` : message, limit);
}

/** Formats whose messages have a head before a document of another format. */
const HEADED: Readonly<Record<string, string>> = { http1: 'HTTP', dubbo: 'Dubbo' };

function messageFacts(trace: Trace, { id, pdu }: Message): MessageFacts {
  return {
    octets: pdu.bytes.length,
    head: pdu.format in HEADED ? headLength(pdu) : 0,
    headFormat: HEADED[pdu.format] ?? pdu.format,
    bodyFormat: protocolById(trace.protocol)?.title ?? trace.protocol,
    segments: segmentsOf(trace, id),
  };
}

/** How many segments a message was cut into: what is sent again, or copied by the network, counts once. */
function segmentsOf({ packets }: Trace, message: number): number {
  const starts = packets.flatMap(({ carries }) =>
    carries.flatMap(part => (part.message === message ? [part.start] : [])),
  );
  return new Set(starts).size;
}

/** Octets before the first of another format. */
function headLength({ annotations, format, bytes }: Message['pdu']): number {
  for (let row = 0; row < annotations.count; row++)
    if (fieldKind(annotations.get(row, KIND)).format !== format) return annotations.get(row, START);
  return bytes.length;
}
