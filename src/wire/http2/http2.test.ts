// Frames of each type, what breaks the rules of RFC 9113, and laws for all frames.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Problem, ProblemError } from '../../problem/problem';
import { ByteReader } from '../bytes/byte-reader';
import { ByteWriter } from '../bytes/byte-writer';
import { leafFields } from '../bytes/field-tree';
import { fieldValue } from '../bytes/field-value';
import { tilingFault } from '../bytes/tiling';
import { EMPTY_TABLE } from '../hpack/dynamic-table';
import { NGHTTP2 } from '../hpack/policies';
import { writeHeaderBlock } from '../hpack/write-header-block';
import { errorOf } from './error-code';
import { ACK, CLIENT_PREFACE, END_HEADERS, END_STREAM, type Frame } from './frame';
import { FrameReader } from './frame-reader';
import { framePdu, headerFrames } from './header-frames';
import { readFrame } from './read-frame';
import { writeFrame } from './write-frame';

const encode = (text: string) => new TextEncoder().encode(text);
const SETTINGS: Frame = { type: 'SETTINGS', flags: 0, streamId: 0, settings: [] };
/** The smallest beginning of a server's octets. */
const BEGINNING = hexOf(framePdu(SETTINGS).bytes);

const FRAMES: readonly (readonly [string, Frame])[] = [
  ['000003000100000001616263', { type: 'DATA', flags: END_STREAM, streamId: 1, data: encode('abc') }],
  [
    '0000060008000000010261626300ff',
    { type: 'DATA', flags: 0x08, streamId: 1, data: encode('abc'), padding: octetsOf('00ff') },
  ],
  ['0000010104000000038a', { type: 'HEADERS', flags: END_HEADERS, streamId: 3, fragment: octetsOf('8a') }],
  [
    '000006012400000003800000010f82',
    {
      type: 'HEADERS',
      flags: 0x24,
      streamId: 3,
      priority: { exclusive: true, streamDependency: 1, weight: 16 },
      fragment: octetsOf('82'),
    },
  ],
  [
    '00000502000000000700000003ff',
    { type: 'PRIORITY', flags: 0, streamId: 7, exclusive: false, streamDependency: 3, weight: 256 },
  ],
  ['00000403000000000500000008', { type: 'RST_STREAM', flags: 0, streamId: 5, errorCode: 8 }],
  [
    '00000c04000000000000040000fffffe0300000001',
    {
      ...SETTINGS,
      settings: [
        [4, 65535],
        [0xfe03, 1],
      ],
    },
  ],
  ['000000040100000000', { ...SETTINGS, flags: ACK }],
  [
    '0000050504000000010000000282',
    { type: 'PUSH_PROMISE', flags: END_HEADERS, streamId: 1, promisedStreamId: 2, fragment: octetsOf('82') },
  ],
  [
    '0000080601000000000102030405060708',
    { type: 'PING', flags: ACK, streamId: 0, opaqueData: octetsOf('0102030405060708') },
  ],
  [
    '00000a0700000000000000000100000000' + '6869',
    { type: 'GOAWAY', flags: 0, streamId: 0, lastStreamId: 1, errorCode: 0, debugData: encode('hi') },
  ],
  ['000004080000000000003f0000', { type: 'WINDOW_UPDATE', flags: 0, streamId: 0, increment: 0x3f0000 }],
  ['00000209040000000382ff', { type: 'CONTINUATION', flags: END_HEADERS, streamId: 3, fragment: octetsOf('82ff') }],
  ['000002f0aa0000000b0102', { type: 'unknown', typeCode: 0xf0, flags: 0xaa, streamId: 11, payload: octetsOf('0102') }],
];

describe('a frame', () => {
  it.each(FRAMES)('%s is read, and written, as its type has it', (hex, frame) => {
    expect(readFrame(new ByteReader(octetsOf(hex)))).toEqual(frame);
    expect(hexOf(framePdu(frame).bytes)).toBe(hex);
  });

  it.each(FRAMES)('%s has the same fields written and read, and they tile it', (hex, frame) => {
    const reader = new ByteReader(octetsOf(hex));
    readFrame(reader);
    expect(reader.annotations!.toColumns()).toEqual(framePdu(frame).annotations.toColumns());
    expect(tilingFault(reader.annotations!, hex.length / 2)).toBeUndefined();
  });

  it('ignores the reserved bit of the stream identifier (§4.1)', () => {
    expect(readFrame(new ByteReader(octetsOf('000000040080000000')))).toEqual(SETTINGS);
  });

  it('has its numbers readable', () => {
    const { bytes, annotations } = framePdu({ type: 'WINDOW_UPDATE', flags: 0, streamId: 5, increment: 1000 });
    const values = leafFields(annotations).map(leaf => `${leaf.name} ${fieldValue(leaf, bytes)}`);
    expect(values).toEqual(['Length 4', 'Type 8', 'Flags 00', 'Stream Identifier 5', 'Window Size Increment 1000']);
  });

  it.each([
    ['a payload beyond SETTINGS_MAX_FRAME_SIZE', '004001000000000001', 'http2.frame-too-large', 'FRAME_SIZE_ERROR'],
    ['PING of 7 octets', '00000706000000000000000000000000', 'http2.bad-length', 'FRAME_SIZE_ERROR'],
    ['SETTINGS ACK with a setting', '000006040100000000000400000001', 'http2.bad-length', 'FRAME_SIZE_ERROR'],
    ['SETTINGS of 5 octets', '0000050400000000000001000000', 'http2.bad-length', 'FRAME_SIZE_ERROR'],
    ['DATA on stream 0', '00000100000000000061', 'http2.bad-stream', 'PROTOCOL_ERROR'],
    ['GOAWAY on stream 1', '0000080700000000010000000000000000', 'http2.bad-stream', 'PROTOCOL_ERROR'],
    ['padding as long as the payload', '000004000800000001' + '04000000', 'http2.bad-padding', 'PROTOCOL_ERROR'],
    ['ENABLE_PUSH 2', '000006040000000000000200000002', 'http2.bad-setting', 'PROTOCOL_ERROR'],
    ['INITIAL_WINDOW_SIZE 2^31', '000006040000000000000480000000', 'http2.bad-setting', 'FLOW_CONTROL_ERROR'],
    ['MAX_FRAME_SIZE 16383', '000006040000000000000500003fff', 'http2.bad-setting', 'PROTOCOL_ERROR'],
    ['WINDOW_UPDATE of 0', '00000408000000000100000000', 'http2.zero-increment', 'PROTOCOL_ERROR'],
    ['an odd promised stream', '00000405040000000100000003', 'http2.bad-promised-stream', 'PROTOCOL_ERROR'],
  ])('is refused: %s', (_, hex, code, error) => {
    const fault = problemOf(() => readFrame(new ByteReader(octetsOf(hex))))!;
    expect([fault.code, errorOf(fault)]).toEqual([code, error]);
    expect(fault.at?.offset).toBeLessThanOrEqual(hex.length / 2);
  });
});

describe('a reader of frames', () => {
  it.each([1, 5, 1000])('finds them in portions of %i octets', portion => {
    const stream = octetsOf(hexOf(encode(CLIENT_PREFACE)) + BEGINNING + FRAMES[0][0] + FRAMES[2][0] + FRAMES[9][0]);
    const items = receive('client', stream, portion);
    expect(items.map(item => (item.kind === 'frame' ? item.frame.type : item.kind))).toEqual([
      'preface',
      'SETTINGS',
      'DATA',
      'HEADERS',
      'PING',
    ]);
    expect(Buffer.concat(items.map(({ pdu }) => pdu.bytes))).toEqual(Buffer.from(stream));
  });

  it('puts a block of several frames together, and shows it whole with the last one', () => {
    const block = new ByteWriter();
    const fields = [
      { name: ':status', value: '200' },
      { name: 'content-type', value: 'application/grpc' },
    ];
    const table = writeHeaderBlock(block, fields, EMPTY_TABLE, NGHTTP2);
    const frames = headerFrames({ streamId: 1, flags: END_STREAM }, block, 5);
    expect(frames.length).toBe(Math.ceil(block.length / 5));
    const stream = octetsOf(BEGINNING + frames.map(({ bytes }) => hexOf(bytes)).join(''));
    const items = receive('server', stream).slice(1);
    const last = items[items.length - 1];
    expect(last).toMatchObject({ kind: 'frame', table });
    expect(last.kind === 'frame' && last.fields?.map(({ name, value }) => ({ name, value }))).toEqual(fields);
    for (const [i, { pdu }] of items.entries()) {
      expect(pdu.annotations.toColumns()).toEqual(frames[i].annotations.toColumns());
      expect(pdu.content?.annotations.toColumns()).toEqual(frames[i].content?.annotations.toColumns());
      expect(pdu.content?.bytes).toEqual(frames[i].content?.bytes);
    }
    expect(last.pdu.content?.format).toBe('hpack');
  });

  it('lets the fields of a block be looked at later, when the table has moved on', () => {
    const [first, second] = blocks(2);
    const items = receive('server', octetsOf(BEGINNING + hexOf(first.bytes) + hexOf(second.bytes)));
    expect(items[2].pdu.annotations.toColumns()).toEqual(second.annotations.toColumns());
    expect(items[1].pdu.annotations.toColumns()).toEqual(first.annotations.toColumns());
  });

  it('leaves the fields of data to whoever knows them', () => {
    const reader = new FrameReader('server', content => void content.take(1));
    const [, { pdu }] = reader.push(octetsOf(BEGINNING + FRAMES[0][0]));
    expect(
      leafFields(pdu.annotations)
        .slice(-2)
        .map(({ name, start }) => `${name} ${start}`),
    ).toEqual(['Data 9', 'unknown 10']);
  });

  it.each([
    ['client', hexOf(encode('GET / HTTP/1.1')), 'http2.bad-preface', 'PROTOCOL_ERROR'],
    ['server', FRAMES[0][0], 'http2.no-settings', 'PROTOCOL_ERROR'],
    ['server', `${BEGINNING}000001010000000001` + `82${FRAMES[0][0]}`, 'http2.expected-continuation', 'PROTOCOL_ERROR'],
    ['server', BEGINNING + FRAMES[12][0], 'http2.stray-continuation', 'PROTOCOL_ERROR'],
    ['server', `${BEGINNING}000001010400000001be`, 'hpack.bad-index', 'COMPRESSION_ERROR'],
    ['server', `${BEGINNING}00000201040000000140ff`, 'bytes.unexpected-end', 'COMPRESSION_ERROR'],
    ['server', `${BEGINNING}ffffff000000000001`, 'http2.frame-too-large', 'FRAME_SIZE_ERROR'],
  ] as const)('from a %s, %s is %s', (sender, hex, code, error) => {
    const items = receive(sender, octetsOf(hex), 3);
    const last = items.find(item => item.kind === 'broken')!;
    expect([last.problem.code, errorOf(last.problem)]).toEqual([code, error]);
    expect(Buffer.concat(items.map(({ pdu }) => pdu.bytes))).toEqual(Buffer.from(hex, 'hex'));
    for (const { pdu } of items) expect(tilingFault(pdu.annotations, pdu.bytes.length)).toBeUndefined();
  });

  it('says when the stream ends in the middle of a frame', () => {
    const items = receive('server', octetsOf(BEGINNING + FRAMES[0][0].slice(0, -2)));
    expect(items[1]).toMatchObject({ kind: 'broken', problem: { code: 'http2.incomplete' } });
    expect(tilingFault(items[1].pdu.annotations, 11)).toBeUndefined();
  });

  it('never hangs or crashes on damage, and every octet has a field', () => {
    const stream = octetsOf(
      BEGINNING +
        FRAMES.map(([hex]) => hex).join('') +
        blocks(3)
          .map(({ bytes }) => hexOf(bytes))
          .join(''),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }), fc.nat(), (changes, cut) => {
        const octets = stream.slice();
        for (const [at, octet] of changes) octets[at % octets.length] = octet;
        const kept = octets.subarray(0, cut % 3 === 0 ? cut % octets.length : octets.length);
        const items = receive('server', kept, 50);
        for (const { pdu } of items) expect(tilingFault(pdu.annotations, pdu.bytes.length)).toBeUndefined();
        expect(items.reduce((sum, { pdu }) => sum + pdu.bytes.length, 0)).toBe(kept.length);
      }),
      { numRuns: 300 },
    );
  });
});

const octets = fc.uint8Array({ maxLength: 40 });
const common = {
  flags: fc.constantFrom(0, END_STREAM, END_HEADERS, 0x05),
  streamId: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
};
const uint32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const priority = {
  exclusive: fc.boolean(),
  streamDependency: fc.nat(2 ** 31 - 1),
  weight: fc.integer({ min: 1, max: 256 }),
};
const content = { ...common, padding: fc.option(octets, { nil: undefined }) };
const someFrame = fc.oneof(
  fc.record({ type: fc.constant('DATA' as const), ...content, data: octets }),
  fc.record({
    type: fc.constant('HEADERS' as const),
    ...content,
    priority: fc.option(fc.record(priority), { nil: undefined }),
    fragment: octets,
  }),
  fc.record({ type: fc.constant('PRIORITY' as const), ...common, ...priority }),
  fc.record({ type: fc.constant('RST_STREAM' as const), ...common, errorCode: uint32 }),
  fc.record({
    type: fc.constant('SETTINGS' as const),
    flags: fc.constant(0),
    streamId: fc.constant(0),
    settings: fc.array(fc.tuple(fc.constantFrom(1, 3, 6, 0xfe03, 99), uint32), { maxLength: 4 }),
  }),
  fc.record({
    type: fc.constant('GOAWAY' as const),
    flags: fc.constant(0),
    streamId: fc.constant(0),
    lastStreamId: fc.nat(2 ** 31 - 1),
    errorCode: uint32,
    debugData: octets,
  }),
);

it('any frame comes back as it was, with the same fields', () => {
  fc.assert(
    fc.property(someFrame, frame => {
      const writer = new ByteWriter();
      writeFrame(writer, frame);
      const reader = new ByteReader(writer.finish());
      const { flags, ...read } = readFrame(reader);
      const { flags: wanted, ...rest } = Object.fromEntries(
        Object.entries(frame).filter(([, value]) => value !== undefined),
      );
      expect(read).toEqual(rest);
      expect(flags & 0x05).toBe(wanted);
      expect(reader.annotations!.toColumns()).toEqual(writer.annotations!.toColumns());
      expect(tilingFault(writer.annotations!, writer.length)).toBeUndefined();
    }),
  );
});

function blocks(count: number) {
  let table = EMPTY_TABLE;
  return Array.from({ length: count }, (_, i) => {
    const block = new ByteWriter();
    table = writeHeaderBlock(block, [{ name: 'grpc-status', value: '0' }], table, NGHTTP2);
    return headerFrames({ streamId: 2 * i + 1, flags: 0 }, block)[0];
  });
}

function receive(sender: 'client' | 'server', octets: Uint8Array, portion = octets.length || 1) {
  const reader = new FrameReader(sender);
  const items = [];
  for (let at = 0; at < octets.length; at += portion) items.push(...reader.push(octets.slice(at, at + portion)));
  return [...items, ...reader.end()];
}

function problemOf(run: () => unknown): Problem | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return undefined;
}

function octetsOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}

function hexOf(octets: Uint8Array): string {
  return Buffer.from(octets).toString('hex');
}
