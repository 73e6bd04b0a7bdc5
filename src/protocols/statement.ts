// What a recorded message says by itself, to somebody who knows neither the interface nor the options: a request's calls, a reply's outcomes.
// Every value is of the type `any`.
import { ANY, type Type, VOID } from '../idl/types';
import { Dynamic, type Outcome, type ServiceError, type Value } from '../idl/value';
import type { Problem } from '../problem/problem';

/** What joins a call with its outcome where replies need not come in the order of the requests: a request id, the number of a stream. */
export type CallId = string | number;

export interface StatedCall {
  readonly method: string;
  readonly args: readonly Value[];
  /** What the message calls the arguments, one name for each; absent when it tells them apart by their positions. */
  readonly names?: readonly string[];
  readonly oneway: boolean;
  readonly id?: CallId;
}

export interface StatedOutcome {
  readonly outcome: Outcome;
  readonly id?: CallId;
}

export type Statement =
  | { readonly kind: 'request'; readonly calls: readonly StatedCall[]; readonly batch: boolean }
  | {
      readonly kind: 'reply';
      readonly outcomes: readonly StatedOutcome[];
      /** What the outcomes are if the request was a batch, where the reply alone does not tell. */
      readonly ofBatch?: readonly StatedOutcome[];
    }
  /** The client does not want the reply to the request with this id any more. `error`: what the message says of it. */
  | { readonly kind: 'given up'; readonly id: CallId; readonly error: ServiceError }
  /** The message should say something, but cannot be understood. */
  | { readonly kind: 'unreadable'; readonly problem: Problem };

export const ANY_LIST: Type = { kind: 'list', element: ANY };
export const ANY_MAP: Type = { kind: 'map', value: ANY };
/** The value null. */
export const NULL = new Dynamic(VOID, null);

/** The statement of a reply to one call. */
export function replyOf(outcome: Outcome, id?: CallId): Statement {
  return { kind: 'reply', outcomes: [{ outcome, ...(id !== undefined && { id }) }] };
}
