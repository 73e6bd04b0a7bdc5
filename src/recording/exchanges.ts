// Joins requests and replies: by their ids where messages have such, else in the order in which they come.

import type { ServiceError } from '../idl/value';
import type { Problem } from '../problem/problem';
import type { CallId, StatedCall, StatedOutcome, Statement } from '../protocols/statement';
import { UNKNOWN_METHOD } from '../trace/trace';
import type { PlacedMessage } from './placed-messages';

/** A request and its reply, as far as the recording has them: one of both at least. */
export interface RecordedExchange {
  readonly calls: readonly StatedCall[];
  readonly batch: boolean;
  readonly request?: PlacedMessage;
  /** Why the request cannot be read, if so. */
  readonly requestProblem?: Problem;
  reply?: PlacedMessage;
  replyProblem?: Problem;
  /** The client's word that it does not wait any longer, and why. */
  givenUp?: PlacedMessage;
  givenUpFor?: ServiceError;
  /** One for each call that wants one; none as long as there is no reply. */
  outcomes: readonly StatedOutcome[];
}

const UNKNOWN_CALL: StatedCall = { method: UNKNOWN_METHOD, args: [], oneway: false };

/** The exchanges of a connection in the order in which they begin. Messages of neither kind only serve the conversation. */
export function exchangesOf(messages: readonly PlacedMessage[]): RecordedExchange[] {
  const open: RecordedExchange[] = [];
  const exchanges: RecordedExchange[] = [];
  for (const message of inOrderOfNews(messages)) {
    const { says } = message.dissected;
    if (!says || isCutReply(message)) continue;
    if (says.kind === 'given up') giveUp(open, message, says);
    else if (message.dissected.direction === 'c2s') {
      const exchange = begun(message, says);
      exchanges.push(exchange);
      if (exchange.calls.some(({ oneway }) => !oneway) || awaitsEmptyReply(message)) open.push(exchange);
    } else {
      const exchange = answered(open, says) ?? added(exchanges, { calls: [UNKNOWN_CALL], batch: false, outcomes: [] });
      complete(exchange, message, says);
    }
  }
  return exchanges.sort((a, b) => beginning(a) - beginning(b));
}

/** A request is news when it begins, for a reply may come before its end; a reply when it is complete. */
function inOrderOfNews(messages: readonly PlacedMessage[]): PlacedMessage[] {
  const news = ({ dissected, first, last }: PlacedMessage) => (dissected.direction === 'c2s' ? first : last);
  return [...messages].sort((a, b) => news(a) - news(b) || a.id - b.id);
}

/** The reply may come all the same. */
function giveUp(
  open: readonly RecordedExchange[],
  message: PlacedMessage,
  says: Statement & { kind: 'given up' },
): void {
  const exchange = open.find(({ calls }) => calls.some(({ id }) => id === says.id));
  if (!exchange) return;
  exchange.givenUp = message;
  exchange.givenUpFor = says.error;
}

function beginning({ request, reply }: RecordedExchange): number {
  return (request ?? reply)!.first;
}

/** What is left of a stream when the recording ends, and is no reply as far as it goes. */
function isCutReply({ dissected: { direction, says, isLast } }: PlacedMessage): boolean {
  return direction === 's2c' && isLast && says?.kind === 'unreadable';
}

/** HTTP answers what wants no reply all the same. */
function awaitsEmptyReply({ dissected: { pdu } }: PlacedMessage): boolean {
  return pdu.format === 'http1';
}

function begun(request: PlacedMessage, says: Statement): RecordedExchange {
  if (says.kind === 'request') return { calls: says.calls, batch: says.batch, request, outcomes: [] };
  const unread = { calls: [UNKNOWN_CALL], batch: false, request, outcomes: [] };
  // What is left of a stream when the recording ends may yet be completed: nobody has failed to read it.
  return says.kind === 'unreadable' && !request.dissected.isLast ? { ...unread, requestProblem: says.problem } : unread;
}

/** Takes the exchange out of `open` that a reply answers: the oldest with one of its ids, or, where it has none, the oldest. */
function answered(open: RecordedExchange[], says: Statement): RecordedExchange | undefined {
  const ids = says.kind === 'reply' ? says.outcomes.flatMap(({ id }) => (id === undefined ? [] : [id])) : [];
  const place = ids.length === 0 ? 0 : open.findIndex(({ calls }) => calls.some(({ id }) => isAmong(ids, id)));
  return place < 0 ? undefined : open.splice(place, 1)[0];
}

function isAmong(ids: readonly CallId[], id: CallId | undefined): boolean {
  return id !== undefined && ids.includes(id);
}

function added(exchanges: RecordedExchange[], exchange: RecordedExchange): RecordedExchange {
  exchanges.push(exchange);
  return exchange;
}

function complete(exchange: RecordedExchange, reply: PlacedMessage, says: Statement): void {
  exchange.reply = reply;
  if (says.kind === 'unreadable') exchange.replyProblem = says.problem;
  if (says.kind === 'reply') exchange.outcomes = outcomesFor(exchange, says);
}

/** The outcomes in the order of the calls that want one. A single outcome answers all the calls of a batch: it is an error. */
function outcomesFor({ calls, batch, request }: RecordedExchange, says: Statement & { readonly kind: 'reply' }) {
  const outcomes = (batch && says.ofBatch) || says.outcomes;
  if (!request) return outcomes;
  const wanting = calls.filter(({ oneway }) => !oneway);
  if (outcomes.length === 1) return wanting.map(() => outcomes[0]);
  return wanting.flatMap(({ id }, index) => {
    const own = (id === undefined ? undefined : outcomes.find(outcome => outcome.id === id)) ?? outcomes[index];
    return own ? [own] : [];
  });
}
