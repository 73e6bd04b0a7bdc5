// A value of a call leads to the octets that encode it, in the request as in the reply.
import { expect, test } from 'vitest';
import { converse } from '../../../test/grpc-conversation';
import { parseInterface } from '../../idl/parse';
import type { Value } from '../../idl/value';
import { END, START } from '../../wire/bytes/annotations';
import { rowOfValuePath, type ValuePath } from '../../wire/bytes/field-tree';
import { hexText } from '../../wire/bytes/field-value';
import type { Pdu } from '../../wire/bytes/pdu';

/** The octets of the value at `path`. */
function octetsAt({ annotations, bytes }: Pdu, path: ValuePath): string {
  const row = rowOfValuePath(annotations, path);
  return row < 0 ? 'none' : hexText(bytes.subarray(annotations.get(row, START), annotations.get(row, END)));
}

/** Request and reply of one call between grpc-js and grpc-js. */
function exchange(text: string, args: readonly Value[], result: Value): readonly [request: Pdu, reply: Pdu] {
  const service = parseInterface(text);
  const call = { method: service.methods[0].name, args };
  const { requests, replies } = converse({ service, options: {} }, [call], () => ({ kind: 'returned', value: result }));
  return [requests[0].pdu, replies[0].pdu];
}

test('parameters are the fields of a message, and the result is the only field of one', () => {
  const [request, reply] = exchange('add(a: int, b: int = 5): int', [2, 3], 300);
  expect(octetsAt(request, ['args', 0])).toBe('0802');
  expect(octetsAt(request, ['args', 1])).toBe('2803');
  expect(octetsAt(reply, ['result'])).toBe('08ac02');
});

test('a struct that is the only parameter, or the result, is the message', () => {
  const point = new Map([['x', 1]]);
  const [request, reply] = exchange('struct Point { x: int }\nmove(point: Point): Point', [point], point);
  expect(octetsAt(request, ['args', 0])).toBe('0801');
  expect(octetsAt(request, ['args', 0, 'x'])).toBe('0801');
  expect(octetsAt(reply, ['result', 'x'])).toBe('0801');
});

test('what is streamed is a message for each element', () => {
  const [request, reply] = exchange('doubled(numbers: stream int): stream int', [[1, 2]], [2, 4]);
  expect(octetsAt(request, ['args', 0, 1])).toBe('0802');
  expect(octetsAt(reply, ['result', 0])).toBe('0802');
  expect(octetsAt(reply, ['result', 1])).toBe('0804');
  expect(reply.title).toBe('HEADERS, DATA, HEADERS');
});

test('a message that no DATA frame holds is there in one piece', () => {
  const text = 'x'.repeat(20_000);
  const [request] = exchange('length(text: string): int', [text], 20_000);
  expect(octetsAt(request, ['args', 0])).toBe('none');
  expect(octetsAt(request.content!, ['args', 0]).slice(0, 12)).toBe('0aa09c017878');
});
