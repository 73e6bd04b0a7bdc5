// What travels, in the form that it has at a moment: a call, a message, an outcome. Marshalling makes one of the other.
import type { SummarizedCall } from '../../idl/summarize';
import type { Outcome } from '../../idl/value';
import type { Span } from '../../trace/dissection';
import { journeysOf } from '../../trace/journeys';
import { messageOfExchange } from '../../trace/messages';
import type { Moment } from '../../trace/moment';
import { octetsRead } from '../../trace/octets-read';
import { outcomesAt } from '../../trace/outcomes';
import type { Direction, Message, Trace } from '../../trace/trace';
import { firstValueSpan, valueSpan } from '../../trace/value-span';
import type { ValuePath } from '../../wire/bytes/field-tree';
import type { Pdu } from '../../wire/bytes/pdu';
import { localCall } from './facts';

export type Cargo =
  /** `more` calls of a batch are not shown. */
  | { readonly form: 'call'; readonly call: SummarizedCall; readonly more: number }
  /** `end`: at whose end it is. What has come in may be damaged. */
  | { readonly form: 'message'; readonly message: number; readonly end: MessageEnd }
  | { readonly form: 'outcome'; readonly outcomes: readonly Outcome[] };

/** A message that has partly left, or partly come. */
export interface Transfer {
  readonly message: number;
  readonly direction: Direction;
  readonly octets: number;
  readonly sent: number;
  readonly arrived: number;
}

/** Whether a message is at its writer's or at its reader's. */
export type MessageEnd = 'sent' | 'received';

/** What the card that travels shows after event `seq` of `exchange`: the last thing that was made of the call. */
export function cargoAt(trace: Trace, seq: number, exchange: number): Cargo {
  const { calls } = trace.exchanges[exchange];
  for (let i = seq; i >= 0; i--) {
    const event = trace.events[i];
    const { attempt = 0 } = event;
    if (event.type === 'step') {
      if (event.step === 1 && event.exchange === exchange) break;
      if (event.step === 4 || event.step === 9) {
        const message = messageOfExchange(trace, exchange, event.step === 4 ? 'c2s' : 's2c', attempt);
        if (message) return { form: 'message', message: message.id, end: 'received' };
      }
      if (event.step === 5) return { form: 'call', call: localCall(trace, i, exchange, attempt), more: 0 };
    }
    if (event.type === 'encoded') return { form: 'message', message: event.message, end: 'sent' };
    if (event.type === 'result') return { form: 'outcome', outcomes: event.outcomes };
    if (event.type === 'completed') return { form: 'outcome', outcomes: [event.outcome] };
    if (event.type === 'deduplicated')
      return { form: 'outcome', outcomes: outcomesAt(trace, { exchange, attempt, step: 7 }) };
    if (event.type === 'decoded') {
      const [call, ...more] = event.calls ?? calls;
      const isReply = trace.messages[event.message].direction === 's2c';
      if (isReply && !event.problem)
        return { form: 'outcome', outcomes: outcomesAt(trace, { exchange, attempt, step: 9 }) };
      if (event.problem || !call) return { form: 'message', message: event.message, end: 'received' };
      return { form: 'call', call, more: more.length };
    }
  }
  return { form: 'call', call: calls[0], more: calls.length - 1 };
}

/** How much of the message under way has left and come in; undefined when no message is under way. */
export function transferAt(trace: Trace, { step, seq, exchange, attempt }: Moment): Transfer | undefined {
  if (step !== 3 && step !== 8) return undefined;
  const direction = step === 3 ? 'c2s' : 's2c';
  const message = messageOfExchange(trace, exchange, direction, attempt);
  if (!message) return undefined;
  const ways = journeysOf(trace);
  const [gone, come]: [Span[], Span[]] = [[], []];
  for (const event of trace.events.slice(0, seq + 1)) {
    if (event.type !== 'sent' && event.type !== 'arrived') continue;
    if (event.type === 'arrived' && ways[event.packet].discarded !== undefined) continue;
    const parts = event.type === 'sent' ? gone : come;
    for (const part of trace.packets[event.packet].carries) if (part.message === message.id) parts.push(part);
  }
  const octets = message.pdu.bytes.length;
  return { message: message.id, direction, octets, sent: coverage(gone), arrived: coverage(come) };
}

/** How many octets `parts` cover: what is sent again counts once. */
function coverage(parts: Span[]): number {
  let [covered, end] = [0, 0];
  for (const part of parts.sort((a, b) => a.start - b.start)) {
    covered += Math.max(0, part.end - Math.max(end, part.start));
    end = Math.max(end, part.end);
  }
  return covered;
}

/** The first `count` octets of a message at one of its ends in hex, and the first of those that hold the arguments, the result, or else the error's first value. */
export function hexOf(
  trace: Trace,
  message: Message,
  end: MessageEnd,
  count: number,
): { readonly start: string; readonly values: readonly string[] } {
  const pdu = pduAt(trace, message, end);
  const values = valuePaths(trace, message).flatMap(path => {
    const holder = [pdu, pdu.content].find(candidate => candidate && valueSpan(candidate, path));
    const span = holder && valueSpan(holder, path);
    return span ? [firstOf(holder, span)] : [];
  });
  if (values.length === 0) {
    const holder = pdu.content ?? pdu;
    const span = firstValueSpan(holder.annotations);
    if (span) values.push(firstOf(holder, span));
  }
  return { start: hex(pdu.bytes.subarray(0, count)), values: values.filter(text => text !== '') };
}

/** Damaged octets are looked at with the fields of those that were written: which is which, the damage may have undone. */
function pduAt(trace: Trace, { id, pdu }: Message, end: MessageEnd): Pdu {
  const bytes = end === 'received' ? octetsRead(trace, id) : undefined;
  return bytes ? { ...pdu, bytes } : pdu;
}

/** Where the values of a message are, for a call alone and for the first of a batch. */
function valuePaths(trace: Trace, { exchange, direction }: Message): ValuePath[] {
  const { calls, batch } = trace.exchanges[exchange];
  const paths: ValuePath[] = direction === 's2c' ? [['result']] : calls[0].args.map((_, i) => ['args', i]);
  return batch ? paths.map(path => ['batch', 0, ...path]) : paths;
}

/** At most four octets of `span`, in hex. */
function firstOf({ bytes }: Pdu, { start, end }: Span): string {
  return hex(bytes.subarray(start, Math.min(start + 4, end)));
}

function hex(octets: Uint8Array): string {
  return [...octets].map(octet => octet.toString(16).padStart(2, '0')).join(' ');
}
