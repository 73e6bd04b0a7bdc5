import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../problem/problem';
import { type CapturedPacket, LINKTYPE } from './capture';
import { readCapture } from './read-capture';
import { writePcap } from './write-pcap';
import { writePcapng } from './write-pcapng';

const heading = {
  application: 'Callscope',
  comment: 'a test',
  interfaceName: 'simulated',
  linkType: LINKTYPE.ETHERNET,
};

const packets = fc.array(
  fc.record({
    // Classic pcap counts seconds in 32 bits: to the year 2106.
    atMicros: fc.integer({ min: 0, max: 0xffffffff * 1_000_000 }),
    linkType: fc.constant(LINKTYPE.ETHERNET),
    bytes: fc.uint8Array({ maxLength: 80 }),
  }),
);
const whole = (packet: { atMicros: number; linkType: number; bytes: Uint8Array }): CapturedPacket => ({
  ...packet,
  originalLength: packet.bytes.length,
});

const octets = (hex: string) =>
  Uint8Array.from(hex.replace(/\s/g, '').match(/../g)!, pair => Number.parseInt(pair, 16));
const problemOf = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return undefined;
};

describe('capture files', () => {
  test.prop([packets])('pcapng gives back the packets that were written', list => {
    const written = list.map(whole);
    expect(readCapture(writePcapng(heading, written))).toEqual(written);
  });

  test.prop([packets])('pcap gives back the packets that were written', list => {
    const written = list.map(whole);
    expect(readCapture(writePcap(LINKTYPE.ETHERNET, written))).toEqual(written);
  });

  // One without packets has none to lose.
  test.prop([packets.filter(({ length }) => length > 0), fc.integer({ min: 1, max: 60 })])(
    'a capture that is cut off says so, or is shorter',
    (list, cut) => {
      const file = writePcapng(heading, list.map(whole));
      const problem = problemOf(() => {
        expect(readCapture(file.subarray(0, Math.max(4, file.length - cut))).length).toBeLessThan(list.length);
      });
      if (problem) expect(problem.code).toBe('capture.cut-off');
    },
  );

  test.prop([fc.uint8Array({ maxLength: 200 })])('octets at random give a problem, never another error', random => {
    problemOf(() => readCapture(random));
    problemOf(() => readCapture(Uint8Array.of(0x0a, 0x0d, 0x0d, 0x0a, ...random)));
    problemOf(() => readCapture(Uint8Array.of(0xd4, 0xc3, 0xb2, 0xa1, ...random)));
  });

  it('keeps the comment of a packet in pcapng', () => {
    const packet = { ...whole({ atMicros: 1, linkType: 1, bytes: Uint8Array.of(1, 2, 3) }), comment: 'step 3: 请求' };
    expect(readCapture(writePcapng(heading, [packet]))).toEqual([packet]);
  });

  it('refuses a file that is neither', () => {
    expect(problemOf(() => readCapture(octets('89504e47')))).toMatchObject({
      code: 'capture.unknown-format',
      params: { magic: '89 50 4e 47' },
    });
  });
});

// Laid out by hand after draft-ietf-opsawg-pcap §4 and draft-ietf-opsawg-pcapng §4.
describe('captures of other writers', () => {
  it('reads big-endian pcap with nanoseconds and a snapshot length', () => {
    const file = octets(
      'a1b23c4d 0002 0004 00000000 00000000 00000004 00000065  65e07bd0 0001e240 00000002 00000009 aabb',
    );
    expect(readCapture(file)).toEqual([
      { atMicros: 0x65e07bd0 * 1_000_000 + 123, linkType: LINKTYPE.RAW, bytes: octets('aabb'), originalLength: 9 },
    ]);
  });

  it('reads big-endian pcapng with a binary resolution and an offset', () => {
    const file = octets(`
      0a0d0d0a 0000001c 1a2b3c4d 0001 0000 ffffffffffffffff 0000001c
      00000001 0000002c 0001 0000 00000000  0009 0001 8a000000  000e 0008 0000000000000064  0000 0000  0000002c
      00000006 00000024 00000000 00000000 00000c00 00000003 00000003 01020300 00000024`);
    // 0xc00 ticks of 2⁻¹⁰ s are 3 s, to which the interface adds 100 s.
    expect(readCapture(file)).toEqual([
      { atMicros: 103_000_000, linkType: 1, bytes: octets('010203'), originalLength: 3 },
    ]);
  });

  it('reads simple packet blocks, skips blocks that it does not know, and starts anew at a second section', () => {
    const section = '0a0d0d0a 1c000000 4d3c2b1a 0100 0000 ffffffffffffffff 1c000000';
    const file = octets(`${section}
      01000000 14000000 e400 0000 02000000 14000000
      05000000 10000000 00000000 10000000
      03000000 14000000 05000000 4500 0000 14000000
      ${section}
      03000000 14000000 01000000 45000000 14000000`);
    expect(problemOf(() => readCapture(file))).toMatchObject({ code: 'capture.unknown-interface' });
    expect(readCapture(file.subarray(0, file.length - 48))).toEqual([
      { atMicros: 0, linkType: LINKTYPE.IPV4, bytes: octets('4500'), originalLength: 5 },
    ]);
  });

  it('refuses a block whose two lengths differ', () => {
    const file = octets('0a0d0d0a 1c000000 4d3c2b1a 0100 0000 ffffffffffffffff 18000000');
    expect(problemOf(() => readCapture(file))).toMatchObject({ code: 'capture.bad-block', at: { offset: 0 } });
  });
});
