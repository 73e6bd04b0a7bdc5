// How a step goes in this run where it goes otherwise than the canonical ten steps tell: a call fails, wants no reply, or travels with others.
import type { Outcome, Value } from '../idl/value';
import type { StepNumber } from '../protocols/protocol';
import { isOf, outcomesAt } from './outcomes';
import type { AttemptFailure, Trace, TraceEvent } from './trace';

/** Each has a title of its own. */
type StepTurn =
  /** 2, 7, 9, 10: several calls in one message. */
  | 'marshalsAllCalls'
  | 'marshalsAllOutcomes'
  | 'unmarshalsAllOutcomes'
  | 'hasAllResults'
  | 'hasResultsAndErrors'
  /** 2: the last attempt has brought no answer. */
  | 'triesAgain'
  /** 5: for the second call of a message and those that follow. */
  | 'callsServiceAgain'
  /** 4 and 9: octets that make no sense. */
  | 'cannotReadRequest'
  | 'cannotReadReply'
  /** 6 to 10: the function throws. */
  | 'serviceThrows'
  | 'marshalsError'
  | 'sendsError'
  | 'unmarshalsError'
  | 'hasError'
  /** 10: the client has no answer. It has given the call up, found no way to the server, or lost the connection. */
  | 'waitsNoLonger'
  | 'reachesNobody'
  | 'losesConnection'
  /** Any: the run is over, and the client waits for ever. */
  | 'waitsForEver'
  /** 7: the server stub answers, and the service does not hear of the call; with the answer that it has given before, or another. */
  | 'answersAgain'
  | 'stubAnswers'
  | 'stubRefuses'
  /** 6 to 10: nobody wants the result. */
  | 'resultUnwanted'
  | 'marshalsEmptyReply'
  | 'sendsEmptyReply'
  | 'unmarshalsEmptyReply'
  | 'hasNoResult';

/** What is to be said of a step, wherever its title stands: its number when it goes as in the canonical ten steps. */
export type StepKey = StepNumber | StepTurn;

/** How the step that is under way at `moment` goes; undefined before the first. */
export function stepKeyAt(trace: Trace, { stepSeq, seq, exchange }: StepMoment): StepKey | undefined {
  if (stepSeq === undefined) return undefined;
  return waitsForEver(trace, exchange, seq) ? 'waitsForEver' : stepKey(trace, stepSeq);
}

/** What is asked of a moment. */
export interface StepMoment {
  readonly stepSeq: number | undefined;
  readonly seq: number;
  readonly exchange: number;
}

/** Whether it is clear by event `seq` that the client will have no result of `exchange`, and wait all the same. */
export function waitsForEver({ events }: Trace, exchange: number, seq: number): boolean {
  // The run ends so, if it does.
  for (let i = events.length - 1; events[i]?.type === 'still waiting'; i--)
    if (events[i].exchange === exchange) return i <= seq;
  return false;
}

const known = new WeakMap<Trace, Map<number, StepKey>>();

/** How the step that begins with event `stepSeq` goes. Found out once for each step: drawings ask with every event. */
export function stepKey(trace: Trace, stepSeq: number): StepKey {
  const keys = known.get(trace) ?? new Map<number, StepKey>();
  known.set(trace, keys);
  const key = keys.get(stepSeq) ?? findKey(trace, stepSeq);
  keys.set(stepSeq, key);
  return key;
}

function findKey(trace: Trace, stepSeq: number): StepKey {
  const begin = trace.events[stepSeq];
  if (begin.type !== 'step') throw new Error(`event ${stepSeq} does not begin a step`);
  const next = trace.events.findIndex(({ type, seq }) => type === 'step' && seq > stepSeq);
  const during = trace.events.slice(stepSeq, next < 0 ? undefined : next);
  return turnOf(trace, begin.step, during, begin.exchange ?? 0) ?? begin.step;
}

function turnOf(trace: Trace, step: StepNumber, during: readonly TraceEvent[], exchange: number): StepTurn | undefined {
  const { batch, calls } = trace.exchanges[exchange];
  const { attempt = 0 } = during[0];
  const unreadable = during.some(event => event.type === 'decoded' && event.problem !== undefined);
  switch (step) {
    case 2:
      if (during[0].attempt) return 'triesAgain';
      return batch ? 'marshalsAllCalls' : undefined;
    case 4:
      return unreadable ? 'cannotReadRequest' : undefined;
    case 5:
      return isFirstCall(trace, during[0]) ? undefined : 'callsServiceAgain';
    case 6:
      if (during.some(event => event.type === 'completed' && event.outcome.kind === 'threw')) return 'serviceThrows';
      return isUnwanted(trace, during[0], exchange) ? 'resultUnwanted' : undefined;
    case 7:
      if (knowsAnswer(trace, exchange, attempt)) return 'answersAgain';
      break;
    case 9:
      if (unreadable) return 'cannotReadReply';
  }
  if (step < 7) return undefined;
  if (step === 10) {
    const turn = withoutAnswer(trace, exchange);
    if (turn) return turn;
  }
  if (calls.every(({ oneway }) => oneway)) return REPLIES.empty[step as ReplyStep];
  const own = answersByItself(trace, exchange, attempt);
  return REPLIES[replyKind(outcomesAt(trace, { exchange, attempt, step }), batch, own)][step as ReplyStep];
}

type ReplyStep = 7 | 8 | 9 | 10;

type ReplyKind = 'result' | 'error' | 'empty' | 'own' | 'refusal' | 'results' | 'mixed';

/** What becomes of steps 7 to 10, by what the reply holds. */
const REPLIES: Readonly<Record<ReplyKind, { readonly [step in ReplyStep]?: StepTurn }>> = {
  result: {},
  error: { 7: 'marshalsError', 8: 'sendsError', 9: 'unmarshalsError', 10: 'hasError' },
  empty: { 7: 'marshalsEmptyReply', 8: 'sendsEmptyReply', 9: 'unmarshalsEmptyReply', 10: 'hasNoResult' },
  own: { 7: 'stubAnswers' },
  refusal: { 7: 'stubRefuses', 8: 'sendsError', 9: 'unmarshalsError', 10: 'hasError' },
  results: { 7: 'marshalsAllOutcomes', 9: 'unmarshalsAllOutcomes', 10: 'hasAllResults' },
  mixed: { 7: 'marshalsAllOutcomes', 9: 'unmarshalsAllOutcomes', 10: 'hasResultsAndErrors' },
};

function replyKind(outcomes: readonly Outcome[], batch: boolean, own: boolean): ReplyKind {
  const errors = outcomes.filter(({ kind }) => kind === 'threw').length;
  if (batch && errors < outcomes.length) return errors > 0 ? 'mixed' : 'results';
  if (errors > 0) return own ? 'refusal' : 'error';
  return own ? 'own' : 'result';
}

function withoutAnswer(trace: Trace, exchange: number): StepTurn | undefined {
  switch (failureOf(trace, exchange)) {
    case 'given up':
    case 'timed out':
      return 'waitsNoLonger';
    case 'refused':
    case 'unreachable':
      return 'reachesNobody';
    case 'reset':
    case 'closed':
      return 'losesConnection';
  }
}

const failures = new WeakMap<Trace, ReadonlyMap<number, AttemptFailure | 'given up'>>();

/** Why the client has no answer to exchange `exchange`: it has given it up, or its last attempt has failed. Undefined when it has one. */
export function failureOf(trace: Trace, exchange: number): AttemptFailure | 'given up' | undefined {
  let known = failures.get(trace);
  if (!known) {
    known = findFailures(trace);
    failures.set(trace, known);
  }
  return known.get(exchange);
}

/** In one pass, for drawings ask about each. */
function findFailures({ events }: Trace): Map<number, AttemptFailure | 'given up'> {
  const last = new Map<number, AttemptFailure | 'given up'>();
  const ended = new Map<number, AttemptFailure | 'given up'>();
  for (const event of events) {
    const { exchange } = event;
    if (exchange === undefined) continue;
    if (event.type === 'timer' && (event.timer === 'deadline' || event.timer === 'cancelled'))
      last.set(exchange, 'given up');
    else if (event.type === 'attempt failed' && event.why !== 'superseded') last.set(exchange, event.why);
    else if (event.type === 'step' && event.step === 9) last.delete(exchange);
    else if (event.type === 'result' && last.has(exchange)) ended.set(exchange, last.get(exchange)!);
  }
  return ended;
}

/** Whether the server stub has a reply to an attempt at exchange `exchange` without asking the service. */
export function answersByItself(trace: Trace, exchange: number, attempt: number): boolean {
  return ownAnswers(trace).has(`${exchange} ${attempt}`);
}

const answers = new WeakMap<Trace, ReadonlySet<string>>();

/** The attempts with a step 7 and no step 5: found in one pass, for drawings ask about each. */
function ownAnswers(trace: Trace): ReadonlySet<string> {
  let own = answers.get(trace);
  if (!own) {
    const having = (step: StepNumber) =>
      trace.events.flatMap(event =>
        event.type === 'step' && event.step === step ? [`${event.exchange ?? 0} ${event.attempt ?? 0}`] : [],
      );
    const served = new Set(having(5));
    own = new Set(having(7).filter(attempt => !served.has(attempt)));
    answers.set(trace, own);
  }
  return own;
}

/** Whether the server stub knows an attempt by its key and executes nothing for it. */
export function knowsAnswer(trace: Trace, exchange: number, attempt: number): boolean {
  const isKnown = (event: TraceEvent) => event.type === 'deduplicated' && isOf(event, exchange, attempt);
  return answersByItself(trace, exchange, attempt) && trace.events.some(isKnown);
}

function isFirstCall(trace: Trace, { seq, exchange = 0, attempt = 0 }: TraceEvent): boolean {
  return !trace.events.some(
    event => event.type === 'step' && event.step === 5 && isOf(event, exchange, attempt) && event.seq < seq,
  );
}

/** Whether the function that runs at event `seq` runs for a call that wants no reply. */
function isUnwanted(trace: Trace, { seq, attempt = 0 }: TraceEvent, exchange: number): boolean {
  return trace.exchanges[exchange].calls[localCallAt(trace, seq, exchange, attempt)].oneway;
}

/**
 * Which call of the exchange, counted from 0, the server stub has made last by event `seq` for this attempt. What it answers by itself is
 * passed over.
 */
export function localCallAt(trace: Trace, seq: number, exchange: number, attempt: number): number {
  const { calls } = trace.exchanges[exchange];
  let made = -1;
  for (const event of localCalls(trace, exchange, attempt)) {
    if (event.begins > seq) break;
    const next = calls.findIndex(({ method }, index) => index > made && method === event.call.method);
    if (next >= 0) made = next;
  }
  return Math.max(0, made);
}

/** A call of the service. */
interface LocalCall {
  readonly method: string;
  readonly args: readonly Value[];
}

/** The calls that the server stub makes for an attempt, as it has read them, and the event that begins step 5. */
export function localCalls(
  trace: Trace,
  exchange: number,
  attempt: number,
): readonly { readonly begins: number; readonly call: LocalCall }[] {
  const found: { begins: number; call: LocalCall }[] = [];
  let begins = -1;
  for (const event of trace.events) {
    if (!isOf(event, exchange, attempt)) continue;
    if (event.type === 'step' && event.step === 5) begins = event.seq;
    if (event.type === 'invoked') found.push({ begins, call: event });
  }
  return found;
}
