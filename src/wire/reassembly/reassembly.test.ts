import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type CapturedPacket, LINKTYPE } from '../pcapng/capture';
import { conversationsOf } from './conversations';
import type { CapturedStream } from './stream';

const SYN = 0x02;
const ACK = 0x10;
const FIN = 0x01;
const CLIENT = { address: [10, 0, 0, 1], port: 40000 };
const SERVER = { address: [10, 0, 0, 2], port: 8000 };

interface Sketch {
  readonly from?: typeof CLIENT;
  readonly to?: typeof CLIENT;
  readonly seq: number;
  readonly flags?: number;
  readonly text?: string;
}

const uint16 = (value: number) => [(value >>> 8) & 0xff, value & 0xff];
const uint32 = (value: number) => [...uint16(value >>> 16), ...uint16(value)];
const tcp = ({ from = CLIENT, to = SERVER, seq, flags = ACK, text = '' }: Sketch) => [
  ...uint16(from.port),
  ...uint16(to.port),
  ...uint32(seq),
  ...uint32(0),
  0x50,
  flags,
  ...uint16(65535),
  ...uint32(0),
  ...Buffer.from(text),
];
const ipv4 = (sketch: Sketch) => {
  const payload = tcp(sketch);
  const { from = CLIENT, to = SERVER } = sketch;
  return [
    0x45,
    0,
    ...uint16(20 + payload.length),
    0,
    0,
    0x40,
    0,
    64,
    6,
    0,
    0,
    ...from.address,
    ...to.address,
    ...payload,
  ];
};
let clock = 0;
const packetOf = (linkType: number, bytes: number[]): CapturedPacket => ({
  atMicros: clock++,
  linkType,
  bytes: Uint8Array.from(bytes),
  originalLength: bytes.length,
});
const packet = (sketch: Sketch) => packetOf(LINKTYPE.RAW, ipv4(sketch));
const textOf = (stream: CapturedStream) => stream.chunks.map(chunk => Buffer.from(chunk.octets).toString());
const c2sOf = (sketches: Sketch[]) => conversationsOf(sketches.map(packet)).conversations[0].c2s;

describe('reassembly of a TCP stream', () => {
  it('takes the sender of the SYN for the client, whoever is captured first', () => {
    const [conversation] = conversationsOf([
      packet({ from: SERVER, to: CLIENT, seq: 500, flags: SYN | ACK }),
      packet({ seq: 101, text: 'hello' }),
      packet({ from: SERVER, to: CLIENT, seq: 501, text: 'welcome' }),
    ]).conversations;
    expect(conversation.client).toEqual({ address: '10.0.0.1', port: 40000 });
    expect(textOf(conversation.c2s)).toEqual(['hello']);
    expect(textOf(conversation.s2c)).toEqual(['welcome']);
  });

  it('takes the sender of the first packet where there is no SYN', () => {
    const [conversation] = conversationsOf([packet({ from: SERVER, to: CLIENT, seq: 1, text: 'x' })]).conversations;
    expect(conversation.client.port).toBe(8000);
  });

  it('puts segments in order and leaves out what was sent twice', () => {
    const stream = c2sOf([
      { seq: 99, flags: SYN },
      { seq: 103, text: 'lo wo' },
      { seq: 100, text: 'hel' },
      { seq: 102, text: 'llo world' },
      { seq: 100, text: 'hel' },
    ]);
    expect(textOf(stream)).toEqual(['hello world']);
    expect(stream).toMatchObject({ missing: 0, repeated: 9 });
  });

  it('goes on behind the end of the sequence numbers', () => {
    const stream = c2sOf([
      { seq: 0xfffffffd, flags: SYN },
      { seq: 0xfffffffe, text: 'abcd' },
      { seq: 2, text: 'ef' },
    ]);
    expect(textOf(stream)).toEqual(['abcdef']);
  });

  it('tells what is missing, in the middle and before the FIN', () => {
    const stream = c2sOf([
      { seq: 0, flags: SYN },
      { seq: 1, text: 'abc' },
      { seq: 6, text: 'fgh' },
      { seq: 11, flags: FIN | ACK },
    ]);
    expect(textOf(stream)).toEqual(['abc', 'fgh']);
    expect(stream.chunks.map(chunk => chunk.offset)).toEqual([0, 5]);
    expect(stream.missing).toBe(4);
  });

  it('does not take the octet of a keep-alive probe for data', () => {
    expect(
      textOf(
        c2sOf([
          { seq: 9, flags: SYN },
          { seq: 9, text: '\0' },
          { seq: 10, text: 'abc' },
        ]),
      ),
    ).toEqual(['abc']);
  });

  it('begins a new connection when the ports are used again', () => {
    const { conversations } = conversationsOf(
      [
        { seq: 0, flags: SYN },
        { seq: 0, flags: SYN },
        { seq: 1, text: 'first' },
        { seq: 7000, flags: SYN },
        { seq: 7001, text: 'second' },
      ].map(packet),
    );
    expect(conversations.map(({ c2s }) => textOf(c2s))).toEqual([['first'], ['second']]);
  });

  it('remembers when each octet was captured', () => {
    clock = 0;
    const [chunk] = c2sOf([
      { seq: 0, flags: SYN },
      { seq: 1, text: 'ab' },
      { seq: 3, text: 'c' },
    ]).chunks;
    expect(chunk.arrivals).toEqual([
      { offset: 0, atMicros: 1, octets: new Uint8Array(Buffer.from('ab')) },
      { offset: 2, atMicros: 2, octets: new Uint8Array(Buffer.from('c')) },
    ]);
  });

  const cut = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 60 }));
  test.prop([
    fc.uint8Array({ minLength: 1, maxLength: 200 }),
    fc.array(cut, { maxLength: 12 }),
    fc.integer({ min: 0, max: 0xffffffff }),
    fc.infiniteStream(fc.nat()),
  ])('any covering of a stream by segments in any order gives the stream', (octets, cuts, isn, random) => {
    const hex = Buffer.from(octets).toString('hex');
    const slices = [[0, hex.length] as const, ...cuts]
      .map(([start, length]) => ({ seq: (isn + 1 + start) >>> 0, text: hex.slice(start, start + length) }))
      .map(sketch => ({ sketch, order: random.next().value as number }))
      .sort((a, b) => a.order - b.order);
    const stream = c2sOf([{ seq: isn, flags: SYN }, ...slices.map(({ sketch }) => sketch)]);
    expect(textOf(stream)).toEqual([hex]);
    expect(stream.missing).toBe(0);
  });
});

describe('the layers below TCP', () => {
  const ip = ipv4({ seq: 0, text: 'data' });
  const ethernet = [...new Array(12).fill(0), 0x08, 0x00, ...ip];
  it.each([
    ['Ethernet', LINKTYPE.ETHERNET, ethernet],
    ['Ethernet with padding', LINKTYPE.ETHERNET, [...ethernet, 0, 0, 0]],
    ['Ethernet with a VLAN tag', LINKTYPE.ETHERNET, [...new Array(12).fill(0), 0x81, 0, 0, 7, 0x08, 0, ...ip]],
    ['BSD loopback', LINKTYPE.NULL, [2, 0, 0, 0, ...ip]],
    ['raw IP', LINKTYPE.RAW, ip],
    ['Linux cooked', LINKTYPE.LINUX_SLL, [...new Array(14).fill(0), 0x08, 0, ...ip]],
    ['Linux cooked, version 2', LINKTYPE.LINUX_SLL2, [0x08, 0, ...new Array(18).fill(0), ...ip]],
  ])('%s is understood', (_, linkType, bytes) => {
    expect(textOf(conversationsOf([packetOf(linkType, bytes)]).conversations[0].c2s)).toEqual(['data']);
  });

  it('IPv6 with an extension header is understood', () => {
    const payload = [6, 0, ...new Array(6).fill(0), ...tcp({ seq: 0, text: 'six' })];
    const address = (last: number) => [0x20, 0x01, ...new Array(13).fill(0), last];
    const bytes = [0x60, 0, 0, 0, ...uint16(payload.length), 60, 64, ...address(1), ...address(2), ...payload];
    const [conversation] = conversationsOf([packetOf(LINKTYPE.IPV6, bytes)]).conversations;
    expect(textOf(conversation.c2s)).toEqual(['six']);
    expect(conversation.server.address).toBe('2001:0:0:0:0:0:0:2');
  });

  it('counts what is not TCP, or is damaged, or has an unknown link type', () => {
    const udp = ipv4({ seq: 0 }).with(9, 17);
    const fragment = ipv4({ seq: 0 }).with(7, 5);
    const shortHeader = ipv4({ seq: 0 }).with(32, 0x10);
    const packets = [udp, fragment, shortHeader, [], [0x45]].map(bytes => packetOf(LINKTYPE.RAW, bytes));
    expect(conversationsOf([...packets, packetOf(147, ip)])).toEqual({ conversations: [], ignored: 6 });
  });

  test.prop([fc.uint8Array({ maxLength: 90 }), fc.constantFrom(...Object.values(LINKTYPE))])(
    'octets at random never break it',
    (bytes, linkType) => {
      conversationsOf([packetOf(linkType, [...bytes])]);
      conversationsOf([packetOf(LINKTYPE.RAW, [0x45, 0, 0, 0, 0, 0, 0, 0, 0, 6, ...bytes])]);
    },
  );
});
