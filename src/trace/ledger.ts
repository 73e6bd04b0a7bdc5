// The execution ledger: what the client believes of each call, against what the server has executed. Read off the machines' own events. ADR 11.
import type { Position } from './moment';
import { seqAt } from './moment';
import type { AttemptFailure, Trace, TraceEvent } from './trace';

/**
 * `answered`: the client knows how the call ended, with a result or with an error that the server told. `failed`: it has an error of its own
 * side, and no answer. `waiting`: neither yet.
 */
export type Belief = 'not made' | 'waiting' | 'answered' | 'failed';

/**
 * `open`: the client waits. `agree`: what it believes is what has happened. `failed but executed`: it takes for failed what the server has
 * done. `executed again`: the server has done more than once what was wanted once.
 */
export type Verdict = 'open' | 'agree' | 'failed but executed' | 'executed again';

/** One entry of a function of the server. */
interface Execution {
  readonly method: string;
  /** Seq of the event by which it was entered. */
  readonly entered: number;
  /** Seq of the event by which it ended, and its effect was there; absent when it has not. */
  readonly completed?: number;
}

export interface LedgerAttempt {
  /** Counted from 0. */
  readonly attempt: number;
  /** Seq of the event by which its stub was called, or told to try later. */
  readonly began: number;
  /** Seq of the event by which the first octets of its request left the client; absent when none have. */
  readonly sent?: number;
  /** The state of its client stub, and the seq of the event that led there. */
  readonly state: string;
  readonly stateSince: number;
  /** `given up`: at the deadline of the call, or by its program. */
  readonly ending: AttemptFailure | 'answered' | 'given up' | 'under way';
  /** Seq of the event that it ended with, if it has. */
  readonly ended?: number;
  readonly executions: readonly Execution[];
  /** Seqs of the events by which the server answered without executing, because it knew the call's key. */
  readonly deduplicated: readonly number[];
}

/** One call, or batch. */
export interface LedgerRow {
  readonly exchange: number;
  readonly belief: Belief;
  /** Seq of the event since which the client believes it. Absent before the call is made. */
  readonly believedSince?: number;
  /** The run is over, and the client waits for ever. */
  readonly waitsForEver: boolean;
  /** The state of the client's program. */
  readonly state: string;
  readonly attempts: readonly LedgerAttempt[];
  /** How often the server has executed the call to its end; of a batch, the call that it has executed most often. */
  readonly executed: number;
  readonly verdict: Verdict;
}

/** The ledger as it stands at `position`: a row for each exchange of the run. */
export function ledgerAt(trace: Trace, position: Position): readonly LedgerRow[] {
  const seq = seqAt(trace, position);
  return entriesOf(trace).map((entries, exchange) => rowAt(trace, exchange, entries, seq));
}

/** An event that the ledger is told by, or that the first octets of a request have left by. */
type Entry = TraceEvent | { readonly type: 'request leaves'; readonly seq: number; readonly attempt: number };

const known = new WeakMap<Trace, readonly (readonly Entry[])[]>();

/** The entries of each exchange, in order: found in one pass over the run. */
function entriesOf(trace: Trace): readonly (readonly Entry[])[] {
  let entries = known.get(trace);
  if (!entries) {
    entries = collect(trace);
    known.set(trace, entries);
  }
  return entries;
}

function collect({ events, exchanges, messages, packets }: Trace): Entry[][] {
  const entries = exchanges.map((): Entry[] => []);
  const gone = new Set<number>();
  for (const event of events) {
    if (event.type === 'sent') {
      for (const { message: id } of packets[event.packet].carries) {
        const { direction, control, exchange, attempt = 0 } = messages[id];
        if (direction === 's2c' || control || gone.has(id)) continue;
        gone.add(id);
        entries[exchange]?.push({ type: 'request leaves', seq: event.seq, attempt });
      }
    } else if (event.exchange !== undefined && isEntry(event, messages)) entries[event.exchange]?.push(event);
  }
  return entries;
}

function isEntry(event: TraceEvent, messages: Trace['messages']): boolean {
  switch (event.type) {
    case 'transition':
      return event.actor === 'client' || event.actor === 'clientStub';
    case 'decoded':
      return event.problem === undefined && messages[event.message].direction === 's2c';
    case 'invoked':
    case 'completed':
    case 'deduplicated':
    case 'attempt failed':
    case 'result':
    case 'still waiting':
      return true;
    default:
      return false;
  }
}

/** A row that is being written. */
interface Draft {
  belief: Belief;
  believedSince?: number;
  waitsForEver: boolean;
  state: string;
  readonly attempts: Map<number, DraftAttempt>;
}

interface DraftAttempt {
  attempt: number;
  began: number;
  sent?: number;
  state: string;
  stateSince: number;
  ending: LedgerAttempt['ending'];
  ended?: number;
  readonly executions: { method: string; entered: number; completed?: number }[];
  readonly deduplicated: number[];
}

function rowAt(trace: Trace, exchange: number, entries: readonly Entry[], seq: number): LedgerRow {
  const { client, clientStub } = trace.initialStates;
  const draft: Draft = { belief: 'not made', waitsForEver: false, state: client, attempts: new Map() };
  for (const entry of entries) {
    if (entry.seq > seq) break;
    const number = entry.attempt ?? 0;
    let attempt = draft.attempts.get(number);
    if (!attempt && !('actor' in entry && entry.actor === 'client')) {
      attempt = {
        attempt: number,
        began: entry.seq,
        state: clientStub,
        stateSince: entry.seq,
        ending: 'under way',
        executions: [],
        deduplicated: [],
      };
      draft.attempts.set(number, attempt);
    }
    enter(draft, attempt, entry);
  }
  const attempts = [...draft.attempts.values()].sort((a, b) => a.attempt - b.attempt);
  const executed = timesExecuted(attempts);
  return { exchange, ...draft, attempts, executed, verdict: verdictOf(draft.belief, executed) };
}

function enter(draft: Draft, attempt: DraftAttempt | undefined, entry: Entry): void {
  const { seq } = entry;
  switch (entry.type) {
    case 'request leaves':
      if (attempt) attempt.sent ??= seq;
      break;
    case 'transition':
      if (entry.actor === 'client') {
        draft.state = entry.to;
        if (draft.belief === 'not made') believe(draft, 'waiting', seq);
      } else if (attempt) moveStub(attempt, entry.to, entry.event, seq);
      break;
    case 'decoded':
      if (attempt) end(attempt, 'answered', seq);
      break;
    case 'invoked':
      attempt?.executions.push({ method: entry.method, entered: seq });
      break;
    case 'completed': {
      const execution = attempt?.executions.findLast(({ completed }) => completed === undefined);
      if (execution) execution.completed = seq;
      break;
    }
    case 'deduplicated':
      attempt?.deduplicated.push(seq);
      break;
    case 'attempt failed':
      if (attempt) end(attempt, entry.why, seq);
      break;
    case 'result': {
      const isAnswered = [...draft.attempts.values()].some(({ ending }) => ending === 'answered');
      const isFailed = !isAnswered && entry.outcomes.some(({ kind }) => kind === 'threw');
      believe(draft, isFailed ? 'failed' : 'answered', seq);
      break;
    }
    case 'still waiting':
      draft.waitsForEver = true;
      break;
  }
}

function believe(draft: Draft, belief: Belief, seq: number): void {
  draft.belief = belief;
  draft.believedSince = seq;
}

function moveStub(attempt: DraftAttempt, state: string, event: string, seq: number): void {
  attempt.state = state;
  attempt.stateSince = seq;
  if (event === 'given up' && attempt.ending === 'under way') end(attempt, 'given up', seq);
  // A call that wants no reply has all that it waits for.
  if (event === 'acknowledged') end(attempt, 'answered', seq);
}

/** What an attempt ends with, the failure that follows a giving up being the better word. */
function end(attempt: DraftAttempt, ending: LedgerAttempt['ending'], seq: number): void {
  attempt.ending = ending;
  attempt.ended = seq;
}

/** The calls of a batch are executed in the same order in each attempt. */
function timesExecuted(attempts: readonly DraftAttempt[]): number {
  const times: number[] = [];
  for (const { executions } of attempts)
    executions.forEach(({ completed }, call) => {
      if (completed !== undefined) times[call] = (times[call] ?? 0) + 1;
    });
  return Math.max(0, ...times.filter(time => time !== undefined));
}

function verdictOf(belief: Belief, executed: number): Verdict {
  if (executed > 1) return 'executed again';
  if (belief === 'waiting' || belief === 'not made') return 'open';
  return belief === 'failed' && executed > 0 ? 'failed but executed' : 'agree';
}
