// Messages that real peers sent: CPython's thrift 0.17, npm thrift 0.24 and Java's 0.16, who speak test/captures/thrift/calc.thrift.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStreams } from '../../../test/captures/streams';
import { calcBody } from '../../../test/thrift/calc';
import { BINARY, COMPACT, type Encoding, JSON_TEXT, OLD_BINARY } from '../../../test/thrift/encodings';
import { valueSpan } from '../../trace/value-span';
import { ByteReader } from '../bytes/byte-reader';
import { ByteWriter } from '../bytes/byte-writer';
import { leafAt, type ValuePath } from '../bytes/field-tree';
import { fieldValue } from '../bytes/field-value';
import { tilingFault } from '../bytes/tiling';
import { readFrame, writeFrame } from './framed/framed';
import type { Message } from './message';

const CAPTURES = readdirSync(new URL('../../../test/captures/thrift/', import.meta.url))
  .filter(file => file.endsWith('.pcap'))
  .map(file => file.slice(0, -'.pcap'.length));

/** In which encoding the client of a capture writes. npm's server answers the old binary encoding in the new one. */
function encodingOf(capture: string, side: 'c2s' | 's2c'): Encoding {
  if (capture.includes('json')) return JSON_TEXT;
  if (capture.includes('compact')) return COMPACT;
  return capture.startsWith('old') && side === 'c2s' ? OLD_BINARY : BINARY;
}

interface ReadMessage {
  readonly message: Message;
  readonly bytes: Uint8Array;
  readonly reader: ByteReader;
}

/** The messages of one direction. */
function messagesOf(capture: string, side: 'c2s' | 's2c'): ReadMessage[] {
  const stream = readStreams('thrift', capture)[0][side];
  const encoding = encodingOf(capture, side);
  const messages: ReadMessage[] = [];
  for (let at = 0; at < stream.length; ) {
    const reader = new ByteReader(stream.subarray(at));
    const message = capture.includes('framed')
      ? readFrame(reader, () => encoding.read(reader, calcBody))
      : encoding.read(reader, calcBody);
    messages.push({ message, bytes: stream.slice(at, at + reader.at), reader });
    at += reader.at;
  }
  return messages;
}

/** What stands where the value at `path` is looked for. */
function shownAt({ reader, bytes }: ReadMessage, path: ValuePath): string | number {
  const annotations = reader.annotations!;
  const { start, end } = valueSpan({ format: 'thrift', bytes, annotations }, path)!;
  const leaf = leafAt(annotations, start)!;
  expect([leaf.start, leaf.end]).toEqual([start, end]);
  return fieldValue(leaf, bytes);
}

describe.each(CAPTURES)('In the capture %s', capture => {
  it.each(['c2s', 's2c'] as const)('every octet of %s is explained, and the messages are written again alike', side => {
    for (const { message, bytes, reader } of messagesOf(capture, side)) {
      expect(tilingFault(reader.annotations!, bytes.length)).toBeUndefined();
      const inner = encodingOf(capture, side).write(message, calcBody(message)!);
      const writer = new ByteWriter();
      if (capture.includes('framed')) writeFrame(writer, () => writer.append(inner));
      else writer.append(inner);
      expect(writer.finish()).toEqual(bytes);
      expect(writer.annotations!.toColumns()).toEqual(reader.annotations!.toColumns());
    }
  });
});

describe('The captured peers', () => {
  it('call and answer', () => {
    const [call] = messagesOf('binary_buffered_fun_add', 'c2s');
    expect(call.message).toEqual({
      name: 'fun_add',
      type: 1,
      seqId: 0,
      fields: new Map([
        ['a', 2],
        ['b', 3],
      ]),
    });
    const [reply] = messagesOf('compact_framed_fun_add', 's2c');
    expect(reply.message).toEqual({ name: 'fun_add', type: 2, seqId: 0, fields: new Map([['success', 5]]) });
  });

  it('number calls from 1, but for Python, which numbers none', () => {
    const numbers = (capture: string) => messagesOf(capture, 'c2s').map(({ message }) => message.seqId);
    expect(numbers('java_binary_buffered_2calls')).toEqual([1, 2]);
    expect(numbers('binary_buffered_2calls')).toEqual([0, 0]);
  });

  it.each(['binary_framed_order_rich', 'node_compact_framed_order_rich'])('send the order of %s', capture => {
    const [call] = messagesOf(capture, 'c2s');
    const order = call.message.fields.get('o') as ReadonlyMap<string, unknown>;
    expect([...order.keys()]).not.toContain('extra');
    expect(order.get('id')).toBe(9007199254740993n);
    expect(order.get('city')).toBe('北京市海淀区');
    expect(order.get('blob')).toEqual(new Uint8Array([0, 1, 2, 127, 128, 254, 255]));
    expect(order.get('stock')).toEqual(
      new Map([
        ['apple', 3],
        ['梨', -7],
      ]),
    );
    expect(order.get('ids')).toEqual([5000000000n]);
    expect(order.get('flags')).toEqual([true, false, true]);
    expect(order.get('far_false')).toBe(false);
  });

  it.each([
    [['args', 0, 'delta'], -123456],
    [['args', 0, 'items', 0, 'price'], 9.99],
    [['args', 0, 'city'], '北京市海淀区'],
    [['args', 0, 'nums', 299], 300],
    [['args', 0, 'items', 1, 'qty'], -2],
    [['args', 0, 'small'], -300],
    [['args', 0, 'tiny'], -1],
    [['args', 0, 'ids', 0], 5000000000],
    [['args', 0, 'blob'], '0001027f80feff'],
  ] as const)('send %j where it is looked for', (path, value) => {
    for (const capture of ['binary_framed_order_rich', 'node_compact_framed_order_rich']) {
      const [call] = messagesOf(capture, 'c2s');
      expect(shownAt(call, path), capture).toBe(value);
    }
  });

  it('send a declared exception as a result, and any other as an exception', () => {
    const [declared] = messagesOf('binary_framed_err_declared', 's2c');
    expect(declared.message.type).toBe(2);
    expect(shownAt(declared, ['error', 'code'])).toBe(404);
    const [unknown] = messagesOf('compact_framed_err_unknown_method', 's2c');
    expect(unknown.message).toMatchObject({
      type: 3,
      fields: new Map<string, unknown>([
        ['message', 'Unknown function missing'],
        ['type', 1],
      ]),
    });
  });
});
