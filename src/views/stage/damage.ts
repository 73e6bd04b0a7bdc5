// What a stub has read of a message that came in damaged, beside what the other side meant.
import { type SummarizedCall, summarizeCall } from '../../idl/summarize';
import { messageOfExchange } from '../../trace/messages';
import type { Moment } from '../../trace/moment';
import { octetsRead } from '../../trace/octets-read';
import { isOf, outcomesAt } from '../../trace/outcomes';
import type { Trace } from '../../trace/trace';
import { outcomeText, resultTypes } from './facts';

export interface Damage {
  /** Whether the message came in other than it was written. */
  readonly request: boolean;
  readonly reply: boolean;
  /** What the client has called, and what the server stub has read: each as `fun_add(2, 7)`; nothing where it finds nothing to call. */
  readonly called: string;
  readonly read: string;
  /** What the server has answered, whatever the client has read. */
  readonly answered: string;
}

/** Damage that no checksum has seen, in the messages of the attempt that is under way; undefined where there is none. */
export function damageAt(trace: Trace, { exchange, attempt }: Moment): Damage | undefined {
  if (!trace.packets.some(({ arrivedBytes }) => arrivedBytes)) return undefined;
  const isDamaged = (direction: 'c2s' | 's2c') => {
    const message = messageOfExchange(trace, exchange, direction, attempt);
    return message !== undefined && octetsRead(trace, message.id) !== undefined;
  };
  const [request, reply] = [isDamaged('c2s'), isDamaged('s2c')];
  if (!request && !reply) return undefined;
  const { calls } = trace.exchanges[exchange];
  const written = (several: readonly SummarizedCall[]) =>
    several.map(call => summarizeCall(call, trace.service, 24)).join(', ');
  const types = resultTypes(trace, exchange);
  return {
    request,
    reply,
    called: written(calls),
    read: written(callsRead(trace, exchange, attempt) ?? calls),
    answered: outcomesAt(trace, { exchange, attempt, step: 8 })
      .map((outcome, i) => outcomeText(outcome, 72, types[i]))
      .join(', '),
  };
}

function callsRead({ events }: Trace, exchange: number, attempt: number) {
  const decoded = events.find(event => event.type === 'decoded' && event.calls && isOf(event, exchange, attempt));
  return decoded?.type === 'decoded' ? decoded.calls : undefined;
}
