// One selection, shown in all panes: which PDU the bytes pane shows, and which of its octets a selection means.
import { END, START } from '../wire/bytes/annotations';
import { childRows, leafAt, rowOfValuePath, type ValuePath, valuePathOf } from '../wire/bytes/field-tree';
import type { Pdu } from '../wire/bytes/pdu';
import { pduOf, type Span } from './dissection';
import { messageOfExchange } from './messages';
import { momentAt } from './moment';
import type { PduRef, Selection } from './selection';
import type { Direction, Message, Trace } from './trace';
import { valueSpan } from './value-span';

/** An argument or a result of one exchange, and where in it. */
export interface ValueRef {
  readonly exchange: number;
  readonly direction: Direction;
  readonly path: ValuePath;
}

/**
 * The PDU to show. What was selected decides at the moment where it was selected (`selectedAt`, a seq); as the run moves on, the moment
 * decides again, and the selection is marked wherever it then stands.
 */
export function shownPdu(
  trace: Trace,
  seq: number,
  selection: Selection | undefined,
  selectedAt: number,
): PduRef | undefined {
  return (seq === selectedAt ? selectedPdu(trace, seq, selection) : undefined) ?? pduOfMoment(trace, seq);
}

function selectedPdu(trace: Trace, seq: number, selection: Selection | undefined): PduRef | undefined {
  switch (selection?.kind) {
    case 'octets':
      return pduOf(trace, selection.pdu) && selection.pdu;
    case 'packet':
      return frameAt(trace, selection.packet, seq);
    case 'value':
      return carriersOfValue(trace, selection).at(-1);
    default:
      return undefined;
  }
}

/** The frame of a packet as it is at event `seq`: as it arrived once it has. */
function frameAt({ events, packets }: Trace, id: number, seq: number): PduRef | undefined {
  const { arrivedBytes, arrivedAt } = packets[id] ?? {};
  if (arrivedBytes && arrivedAt! <= events[seq].at) return { of: 'packet', id, arrived: true };
  return packets[id] && { of: 'packet', id };
}

/** Finding a value in a large message takes a millisecond, and every pane asks for the same one. */
const knownCarriers = new WeakMap<ValueRef, { readonly trace: Trace; readonly refs: readonly PduRef[] }>();

/** The message, and behind it its content, in which a value stands. */
function carriersOfValue(trace: Trace, value: ValueRef): readonly PduRef[] {
  const known = knownCarriers.get(value);
  if (known?.trace === trace) return known.refs;
  const refs = findCarriers(trace, value);
  knownCarriers.set(value, { trace, refs });
  return refs;
}

function findCarriers(trace: Trace, value: ValueRef): PduRef[] {
  return trace.messages
    .filter(message => message.exchange === value.exchange && message.direction === value.direction)
    .flatMap(({ id }) => [
      { of: 'message', id } as const,
      ...(pduOf(trace, { of: 'content', id }) ? [{ of: 'content', id } as const] : []),
    ])
    .filter(ref => pathIn(trace, pduOf(trace, ref)!, value) !== undefined);
}

/**
 * What is at hand at event `seq`: a packet that has just left, come in or got lost, or else the message of the step: the request up to step 6, the
 * reply from then on. Before anything is written, the message that will be.
 */
function pduOfMoment(trace: Trace, seq: number): PduRef | undefined {
  const { event, step, exchange } = momentAt(trace, seq);
  if ('packet' in event) return frameAt(trace, event.packet, seq);
  const wanted: Direction = step !== undefined && step >= 7 ? 's2c' : 'c2s';
  const message =
    messageOfExchange(trace, exchange, wanted) ?? messageOfExchange(trace, exchange, 'c2s') ?? trace.messages[0];
  if (message) return { of: 'message', id: message.id };
  // A recording may have packets only.
  const last = trace.events.slice(0, seq).findLast(before => before.type === 'arrived');
  return trace.packets[0] && { of: 'packet', id: last?.type === 'arrived' ? last.packet : 0 };
}

/** Whether the PDU exists already at event `seq`: the message is written, the packet has left, or come in. */
export function isWritten(trace: Trace, ref: PduRef, seq: number): boolean {
  for (let i = 0; i <= seq; i++) {
    const event = trace.events[i];
    if (
      ref.of !== 'packet'
        ? writes(event, ref.id)
        : event.type === (ref.arrived ? 'arrived' : 'sent') && event.packet === ref.id
    )
      return true;
  }
  return false;
}

function writes(event: Trace['events'][number], message: number): boolean {
  return (event.type === 'encoded' || event.type === 'control') && event.message === message;
}

/** The octets of the PDU `target` that `selection` means: none, one run, or several. */
export function spansIn(trace: Trace, target: PduRef, selection: Selection | undefined): Span[] {
  switch (selection?.kind) {
    case 'octets':
      return octetsIn(trace, target, selection.pdu, selection);
    case 'packet':
      return octetsIn(
        trace,
        target,
        { of: 'packet', id: selection.packet },
        wholeOf(trace, 'packet', selection.packet),
      );
    case 'value':
      return valueIn(trace, target, selection);
    default:
      return [];
  }
}

function wholeOf(trace: Trace, of: PduRef['of'], id: number): Span {
  return { start: 0, end: pduOf(trace, { of, id })?.bytes.length ?? 0 };
}

/** Where octets `span` of `source` stand in `target`. */
function octetsIn(trace: Trace, target: PduRef, source: PduRef, span: Span): Span[] {
  if (target.of === source.of && target.id === source.id) return span.start < span.end ? [span] : [];
  return messageSpans(trace, source, span).flatMap(part => fromMessage(trace, target, part));
}

/** Octets of a message. */
interface MessageSpan extends Span {
  readonly message: number;
}

/** Where octets `span` of `source` stand in messages: those in a packet's headers stand in none. */
function messageSpans(trace: Trace, source: PduRef, span: Span): MessageSpan[] {
  switch (source.of) {
    case 'message':
      return [{ message: source.id, ...span }];
    case 'content':
      return [{ message: source.id, ...bodyOf(trace.messages[source.id]) }];
    case 'packet':
      return (trace.packets[source.id]?.carries ?? []).flatMap(({ message, start, end, at }) => {
        const from = Math.max(start, span.start - at + start);
        const to = Math.min(end, span.end - at + start);
        return from < to ? [{ message, start: from, end: to }] : [];
      });
  }
}

/** Where octets of a message stand in `target`. */
function fromMessage(trace: Trace, target: PduRef, { message, start, end }: MessageSpan): Span[] {
  switch (target.of) {
    case 'message':
      return target.id === message ? [{ start, end }] : [];
    case 'content': {
      const body = bodyOf(trace.messages[message]);
      // A compressed octet stands for no octet in particular: whoever points at one means all of the body.
      return target.id === message && start < body.end && body.start < end ? [wholeOf(trace, 'content', message)] : [];
    }
    case 'packet':
      return (trace.packets[target.id]?.carries ?? []).flatMap(carried => {
        const from = Math.max(start, carried.start);
        const to = Math.min(end, carried.end);
        const shift = carried.at - carried.start;
        return carried.message === message && from < to ? [{ start: from + shift, end: to + shift }] : [];
      });
  }
}

/** The octets of a message that its content stands for: the last of its outermost fields. */
function bodyOf({ pdu }: Message): Span {
  const [root] = childRows(pdu.annotations, -1);
  const last = root === undefined ? undefined : childRows(pdu.annotations, root).at(-1);
  if (last === undefined) return { start: 0, end: pdu.bytes.length };
  return { start: pdu.annotations.get(last, START), end: pdu.annotations.get(last, END) };
}

function valueIn(trace: Trace, target: PduRef, value: ValueRef): Span[] {
  return carriersOfValue(trace, value).flatMap(ref => {
    const pdu = pduOf(trace, ref)!;
    const span = valueSpan(pdu, pathIn(trace, pdu, value)!);
    return span ? octetsIn(trace, target, ref, span) : [];
  });
}

/** The path of `value` as `pdu` has it: an argument is keyed by its index, or by its name where arguments are passed by name. */
function pathIn(trace: Trace, { annotations }: Pdu, { exchange, path }: ValueRef): ValuePath | undefined {
  const named = withParameter(trace, exchange, path, ({ name }) => name);
  return [path, named].find(candidate => rowOfValuePath(annotations, candidate) >= 0);
}

/** `path` with the key of its argument, index or name, replaced. Paths of other things stay as they are. */
function withParameter(
  trace: Trace,
  exchange: number,
  path: ValuePath,
  keyOf: (parameter: { readonly index: number; readonly name: string }) => string | number,
): ValuePath {
  const [call, args] = path[0] === 'batch' ? [Number(path[1]), 2] : [0, 0];
  if (path[args] !== 'args' || path.length < args + 2) return path;
  const { calls = [], batch } = trace.exchanges[exchange] ?? {};
  if (batch !== (path[0] === 'batch')) return path;
  const method = trace.service.methods.find(({ name }) => name === calls[call]?.method);
  const parameters = method?.params.map(({ name }, index) => ({ index, name })) ?? [];
  const parameter = parameters.find(({ index, name }) => path[args + 1] === index || path[args + 1] === name);
  return parameter ? [...path.slice(0, args + 1), keyOf(parameter), ...path.slice(args + 2)] : path;
}

/** The argument or result that `selection` stands in, if all of it belongs to one. */
export function valueAt(trace: Trace, selection: Selection | undefined): ValueRef | undefined {
  if (selection?.kind === 'value') return selection;
  if (selection?.kind !== 'octets') return undefined;
  const { pdu: ref, start, end } = selection;
  if (ref.of === 'packet') return valueAtParts(trace, messageSpans(trace, ref, selection));
  const message = trace.messages[ref.id];
  const pdu = pduOf(trace, ref);
  const leaf = pdu && leafAt(pdu.annotations, start);
  if (!leaf || end > pdu.bytes.length) return undefined;
  let path = valuePathOf(pdu.annotations, leaf.row);
  const last = leafAt(pdu.annotations, Math.max(start, end - 1));
  const lastPath = last ? valuePathOf(pdu.annotations, last.row) : [];
  let common = 0;
  while (common < path.length && path[common] === lastPath[common]) common++;
  path = path.slice(0, common);
  if (path.length === 0) return undefined;
  const { exchange, direction } = message;
  return { exchange, direction, path: withParameter(trace, exchange, path, ({ index }) => index) };
}

function valueAtParts(trace: Trace, parts: MessageSpan[]): ValueRef | undefined {
  if (parts.length !== 1) return undefined;
  const [{ message, start, end }] = parts;
  return valueAt(trace, { kind: 'octets', pdu: { of: 'message', id: message }, start, end });
}

/** The packets that carry octets `span` of message `message`, in the order of sending. */
export function carriersOf(trace: Trace, message: number, span: Span): number[] {
  return trace.packets
    .filter(packet => fromMessage(trace, { of: 'packet', id: packet.id }, { message, ...span }).length > 0)
    .map(packet => packet.id);
}

/** The packets that `selection` means or is carried by, in whole or in part. */
export function packetsOf(trace: Trace, selection: Selection | undefined): ReadonlySet<number> {
  if (selection?.kind === 'packet') return new Set([selection.packet]);
  if (selection?.kind === 'octets' && selection.pdu.of === 'packet') return new Set([selection.pdu.id]);
  const messages = selection?.kind === 'octets' ? [selection.pdu.id] : trace.messages.map(({ id }) => id);
  return new Set(
    messages.flatMap(id =>
      spansIn(trace, { of: 'message', id }, selection).flatMap(span => carriersOf(trace, id, span)),
    ),
  );
}

/** The message that `ref` is, stands for, or carries first. */
export function messageOf(trace: Trace, ref: PduRef): number | undefined {
  return ref.of === 'packet' ? trace.packets[ref.id]?.carries[0]?.message : ref.id;
}
