// Which exchange a recorded message belongs to.
import type { CallId } from '../protocols/statement';
import type { RecordedExchange } from './exchanges';
import type { PlacedMessage } from './placed-messages';

/** The exchange, if it is known, and whether the message is neither its request nor its reply. */
export type ExchangeOf = (message: PlacedMessage) => {
  readonly exchange: number | undefined;
  readonly isControl: boolean;
};

/** Requests and replies are of their exchanges; so is what names one of their calls: a part of a reply, the client's giving up. */
export function ownersAmong(recorded: readonly RecordedExchange[]): ExchangeOf {
  const exchangeOf = new Map<PlacedMessage, number>();
  const exchangeWith = new Map<CallId, number>();
  for (const [index, { request, reply, calls }] of recorded.entries()) {
    if (request) exchangeOf.set(request, index);
    if (reply) exchangeOf.set(reply, index);
    for (const { id } of calls) if (id !== undefined) exchangeWith.set(id, index);
  }
  return message => {
    const own = exchangeOf.get(message);
    const id = named(message);
    return { exchange: own ?? (id === undefined ? undefined : exchangeWith.get(id)), isControl: own === undefined };
  };
}

function named({ dissected: { part, says } }: PlacedMessage): CallId | undefined {
  return says?.kind === 'given up' ? says.id : part?.of;
}
