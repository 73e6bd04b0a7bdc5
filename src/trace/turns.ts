// How a step goes in this run where it goes otherwise than the canonical ten steps tell: a call fails, wants no reply, or travels with others.
import type { Outcome } from '../idl/value';
import type { StepNumber } from '../protocols/protocol';
import type { Trace, TraceEvent } from './trace';

/** Each has a title of its own. */
type StepTurn =
  /** 2, 7, 9, 10: several calls in one message. */
  | 'marshalsAllCalls'
  | 'marshalsAllOutcomes'
  | 'unmarshalsAllOutcomes'
  | 'hasAllResults'
  | 'hasResultsAndErrors'
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
  /** 10: the client has given the call up. */
  | 'waitsNoLonger'
  /** 7: the server stub answers, and the service does not hear of the call. */
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
  const unreadable = during.some(event => event.type === 'decoded' && event.problem !== undefined);
  switch (step) {
    case 2:
      return batch ? 'marshalsAllCalls' : undefined;
    case 4:
      return unreadable ? 'cannotReadRequest' : undefined;
    case 5:
      return isFirstCall(trace, during[0]) ? undefined : 'callsServiceAgain';
    case 6:
      if (during.some(event => event.type === 'completed' && event.outcome.kind === 'threw')) return 'serviceThrows';
      return isUnwanted(trace, during[0].seq, exchange) ? 'resultUnwanted' : undefined;
    case 9:
      if (unreadable) return 'cannotReadReply';
  }
  if (step < 7) return undefined;
  const row =
    REPLIES[
      replyKind(
        trace,
        exchange,
        batch,
        calls.every(({ oneway }) => oneway),
      )
    ];
  return row[step as 7 | 8 | 9 | 10];
}

type ReplyKind = 'none' | 'result' | 'error' | 'empty' | 'own' | 'refusal' | 'results' | 'mixed';

/** What becomes of steps 7 to 10, by what the reply holds. */
const REPLIES: Readonly<Record<ReplyKind, { readonly [step in 7 | 8 | 9 | 10]?: StepTurn }>> = {
  none: { 10: 'waitsNoLonger' },
  result: {},
  error: { 7: 'marshalsError', 8: 'sendsError', 9: 'unmarshalsError', 10: 'hasError' },
  empty: { 7: 'marshalsEmptyReply', 8: 'sendsEmptyReply', 9: 'unmarshalsEmptyReply', 10: 'hasNoResult' },
  own: { 7: 'stubAnswers' },
  refusal: { 7: 'stubRefuses', 8: 'sendsError', 9: 'unmarshalsError', 10: 'hasError' },
  results: { 7: 'marshalsAllOutcomes', 9: 'unmarshalsAllOutcomes', 10: 'hasAllResults' },
  mixed: { 7: 'marshalsAllOutcomes', 9: 'unmarshalsAllOutcomes', 10: 'hasResultsAndErrors' },
};

function replyKind(trace: Trace, exchange: number, batch: boolean, unwanted: boolean): ReplyKind {
  if (isGivenUp(trace, exchange)) return 'none';
  if (unwanted) return 'empty';
  const outcomes = resultsOf(trace, exchange);
  const errors = outcomes.filter(({ kind }) => kind === 'threw').length;
  if (batch && errors < outcomes.length) return errors > 0 ? 'mixed' : 'results';
  const own = answersByItself(trace, exchange);
  if (errors > 0) return own ? 'refusal' : 'error';
  return own ? 'own' : 'result';
}

function resultsOf(trace: Trace, exchange: number): readonly Outcome[] {
  const result = trace.events.find(event => event.type === 'result' && event.exchange === exchange);
  return result?.type === 'result' ? result.outcomes : [];
}

/** Whether the client has given exchange `exchange` up before it had a reply. */
export function isGivenUp({ events }: Trace, exchange: number): boolean {
  return events.some(
    event =>
      event.type === 'timer' &&
      event.exchange === exchange &&
      (event.timer === 'deadline' || event.timer === 'cancelled'),
  );
}

/** Whether the server stub has a reply to exchange `exchange` without asking the service. */
export function answersByItself(trace: Trace, exchange: number): boolean {
  return ownAnswers(trace).has(exchange);
}

const answers = new WeakMap<Trace, ReadonlySet<number>>();

/** The exchanges with a step 7 and no step 5: found in one pass, for drawings ask about each. */
function ownAnswers(trace: Trace): ReadonlySet<number> {
  let own = answers.get(trace);
  if (!own) {
    const having = (step: StepNumber) =>
      trace.events.flatMap(event => (event.type === 'step' && event.step === step ? [event.exchange ?? 0] : []));
    const served = new Set(having(5));
    own = new Set(having(7).filter(exchange => !served.has(exchange)));
    answers.set(trace, own);
  }
  return own;
}

function isFirstCall(trace: Trace, { seq, exchange }: TraceEvent): boolean {
  return !trace.events.some(
    event => event.type === 'step' && event.step === 5 && event.exchange === exchange && event.seq < seq,
  );
}

/** Whether the function that runs at event `seq` runs for a call that wants no reply. */
function isUnwanted(trace: Trace, seq: number, exchange: number): boolean {
  return trace.exchanges[exchange].calls[localCallAt(trace, seq, exchange)].oneway;
}

/** Which call of the exchange, counted from 0, the server stub has made last by event `seq`. What it answers by itself is passed over. */
export function localCallAt(trace: Trace, seq: number, exchange: number): number {
  const { calls } = trace.exchanges[exchange];
  let made = -1;
  for (const event of localCalls(trace, exchange)) {
    if (event.begins > seq) break;
    const next = calls.findIndex(({ method }, index) => index > made && method === event.method);
    if (next >= 0) made = next;
  }
  return Math.max(0, made);
}

/** The calls that the server stub makes for the exchange: the method, and the event that begins step 5. */
export function localCalls(
  trace: Trace,
  exchange: number,
): readonly { readonly begins: number; readonly method: string }[] {
  const found: { begins: number; method: string }[] = [];
  let begins = -1;
  for (const event of trace.events) {
    if (event.exchange !== exchange) continue;
    if (event.type === 'step' && event.step === 5) begins = event.seq;
    if (event.type === 'invoked') found.push({ begins, method: event.method });
  }
  return found;
}
