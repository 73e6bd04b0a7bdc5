import { readdirSync, readFileSync } from 'node:fs';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { ByteReader } from './bytes/byte-reader';
import { ByteWriter } from './bytes/byte-writer';
import { leafAt, rootFields } from './bytes/field-tree';
import { tilingFault } from './bytes/tiling';
import { localMacAddress, readEthernetHeader } from './ethernet/ethernet';
import { annotateFrame, decodeFrame, encodeFrame, type Frame, ipv4Length, writeFrame } from './frame';
import { ipv4FromText, ipv4ToText, readIpv4Header } from './ipv4/ipv4';
import { readCapture } from './pcapng/read-capture';
import type { TcpOption } from './tcp/options';
import { ACK, PSH, readTcpHeader, SYN, tcpChecksum } from './tcp/tcp';

const NONE = new Uint8Array(0);
const TCP_CHECKSUM_AT = 14 + 20 + 16;

/** The first packet of test/captures/xmlrpc/big_up.pcap: a SYN over the loopback interface with an MTU of 1500. */
const CAPTURED_SYN = octetsOf(`
  00 00 00 00 00 00 00 00 00 00 00 00 08 00 45 00 00 3c c6 d6 40 00 40 06 75 e3 7f 00 00 01 7f 00
  00 01 a5 e2 1f 40 43 0e ea a0 00 00 00 00 a0 02 fa f0 fe 30 00 00 02 04 05 b4 04 02 08 0a 2d 74
  5b cb 00 00 00 00 01 03 03 0a`);

describe('a captured SYN', () => {
  const { ethernet, ipv4, tcp } = readParts(CAPTURED_SYN);

  it('is taken apart', () => {
    expect(ethernet.etherType).toBe(0x0800);
    expect(ipv4).toMatchObject({
      totalLength: 60,
      identification: 0xc6d6,
      dontFragment: true,
      timeToLive: 64,
      intact: true,
    });
    expect([ipv4.source, ipv4.destination].map(ipv4ToText)).toEqual(['127.0.0.1', '127.0.0.1']);
    expect(tcp).toEqual({
      sourcePort: 42466,
      destinationPort: 8000,
      sequenceNumber: 0x430eeaa0,
      acknowledgmentNumber: 0,
      flags: SYN,
      window: 64240,
      urgentPointer: 0,
      options: [
        { kind: 'mss', octets: 1460 },
        { kind: 'sack-permitted' },
        { kind: 'timestamps', value: 762600395, echoReply: 0 },
        { kind: 'nop' },
        { kind: 'window-scale', shift: 10 },
      ],
    });
  });

  it('is refused, because the loopback interface leaves its checksum unfinished', () => {
    expect(() => decodeFrame(CAPTURED_SYN)).toThrow('frame.bad-checksum {"header":"TCP"}');
  });

  it('has the fields of its layers nested in each other', () => {
    const names = rootFields(annotateFrame(CAPTURED_SYN)).map(field => field.name);
    expect(names).toEqual(['ethernet']);
    expect(leafAt(annotateFrame(CAPTURED_SYN), 14)?.name).toBe('version and header length');
    expect(leafAt(annotateFrame(CAPTURED_SYN), 56)?.name).toBe('MSS');
  });
});

describe('every frame of the captures', () => {
  for (const folder of ['xmlrpc', 'jsonrpc'])
    for (const file of readdirSync(`test/captures/${folder}`).filter(name => name.endsWith('.pcap')))
      it(`${folder}/${file} is written as it was read, but for the unfinished TCP checksum`, () => {
        for (const { bytes } of readCapture(new Uint8Array(readFileSync(`test/captures/${folder}/${file}`)))) {
          const written = encodeFrame(readParts(bytes));
          expect(tilingFault(annotateFrame(bytes), bytes.length)).toBeUndefined();
          expect(decodeFrame(written).payload.length).toBe(readParts(bytes).payload.length);
          written.set(bytes.subarray(TCP_CHECKSUM_AT, TCP_CHECKSUM_AT + 2), TCP_CHECKSUM_AT);
          expect(written).toEqual(new Uint8Array(bytes));
        }
      });
});

describe('any frame', () => {
  test.prop([arbitraryFrame()])('is read as it was written', frame => {
    expect(decodeFrame(encodeFrame(frame))).toMatchObject(frame);
  });

  test.prop([arbitraryFrame()])('has the same fields for its writer and its reader, which tile it', frame => {
    const writer = new ByteWriter();
    writeFrame(writer, frame);
    const bytes = writer.finish();
    expect(annotateFrame(bytes).toColumns()).toEqual(writer.annotations?.toColumns());
    expect(tilingFault(annotateFrame(bytes), bytes.length)).toBeUndefined();
  });

  test.prop([arbitraryFrame(), fc.nat(), fc.nat(7)])(
    'is refused when a bit of its packet is flipped',
    (frame, index, bit) => {
      const bytes = encodeFrame(frame);
      bytes[14 + (index % (bytes.length - 14))] ^= 1 << bit;
      expect(() => decodeFrame(bytes)).toThrow();
    },
  );

  test.prop([arbitraryFrame(), fc.nat()])('has fields that tile it wherever it is cut off', (frame, length) => {
    const whole = encodeFrame(frame);
    const bytes = whole.slice(0, length % whole.length);
    expect(tilingFault(annotateFrame(bytes), bytes.length)).toBeUndefined();
  });

  test.prop([fc.uint8Array({ maxLength: 200 })])('may be nonsense: fields tile it all the same', bytes => {
    expect(tilingFault(annotateFrame(bytes), bytes.length)).toBeUndefined();
  });

  test.prop([arbitraryFrame(), fc.uint8Array({ maxLength: 30 })])(
    'may have nonsense in its headers: fields tile it all the same',
    (frame, nonsense) => {
      const bytes = encodeFrame(frame);
      bytes.set(nonsense.subarray(0, bytes.length - 14 - 20), 14 + 20);
      expect(tilingFault(annotateFrame(bytes), bytes.length)).toBeUndefined();
    },
  );
});

describe('a frame that is padded to the smallest length', () => {
  it('ends its segment where the packet says', () => {
    const frame = encodeFrame(frameOf({ flags: ACK, options: [] }, NONE));
    const padded = new Uint8Array(60);
    padded.set(frame);
    expect(decodeFrame(padded).payload).toHaveLength(0);
    expect(leafAt(annotateFrame(padded), 57)?.name).toBe('data');
  });
});

describe('the TCP checksum', () => {
  it('covers the pseudo-header: another address, another checksum', () => {
    const bytes = encodeFrame(frameOf({ flags: PSH | ACK }, Uint8Array.of(1, 2, 3)));
    const [source, destination] = [ipv4FromText('172.171.4.176'), ipv4FromText('172.171.5.95')];
    expect(tcpChecksum(source, destination, bytes, 34, bytes.length)).toBe(0);
    expect(tcpChecksum(source + 1, destination, bytes, 34, bytes.length)).not.toBe(0);
  });
});

describe('a local MAC address', () => {
  it('is unicast, locally administered, and ends in the IPv4 address', () => {
    expect([...localMacAddress(ipv4FromText('172.171.4.176'))]).toEqual([0x02, 0, 172, 171, 4, 176]);
  });
});

/** The parts of a frame, whatever its TCP checksum says. */
function readParts(bytes: Uint8Array) {
  const reader = new ByteReader(bytes, false);
  const ethernet = readEthernetHeader(reader);
  const ipv4 = readIpv4Header(reader);
  const tcp = readTcpHeader(reader);
  return { ethernet, ipv4, tcp, payload: reader.take(14 + ipv4.totalLength - reader.at) };
}

function frameOf(tcp: Partial<Frame['tcp']>, payload: Uint8Array): Frame {
  const header = {
    sourcePort: 50000,
    destinationPort: 8080,
    sequenceNumber: 0xfffffff0,
    acknowledgmentNumber: 1,
    flags: 0,
    window: 63,
    urgentPointer: 0,
    options: [],
    ...tcp,
  };
  const source = ipv4FromText('172.171.4.176');
  const destination = ipv4FromText('172.171.5.95');
  return {
    ethernet: { destination: localMacAddress(destination), source: localMacAddress(source), etherType: 0x0800 },
    ipv4: {
      dscp: 0,
      ecn: 0,
      totalLength: ipv4Length(header, payload),
      identification: 7,
      dontFragment: true,
      moreFragments: false,
      fragmentOffset: 0,
      timeToLive: 64,
      protocol: 6,
      source,
      destination,
      options: NONE,
    },
    tcp: header,
    payload,
  };
}

function arbitraryFrame(): fc.Arbitrary<Frame> {
  const uint = (bits: number) => fc.integer({ min: 0, max: 2 ** bits - 1 });
  const option: fc.Arbitrary<TcpOption> = fc.oneof(
    fc.record({ kind: fc.constant('mss' as const), octets: uint(16) }),
    fc.record({ kind: fc.constant('window-scale' as const), shift: uint(4) }),
    fc.record({ kind: fc.constant('timestamps' as const), value: uint(32), echoReply: uint(32) }),
    fc.constant({ kind: 'sack-permitted' as const }),
    fc.record({
      kind: fc.constant('sack' as const),
      blocks: fc.array(fc.record({ left: uint(32), right: uint(32) }), { minLength: 1, maxLength: 1 }),
    }),
    fc.constant({ kind: 'other' as const, number: 34, data: Uint8Array.of(1, 2) }),
  );
  const tcp = fc.record({
    sourcePort: uint(16),
    destinationPort: uint(16),
    sequenceNumber: uint(32),
    acknowledgmentNumber: uint(32),
    flags: uint(8),
    window: uint(16),
    urgentPointer: uint(16),
    options: fc.array(option, { maxLength: 3 }).map(padded),
  });
  return fc.tuple(tcp, fc.uint8Array({ maxLength: 100 })).map(([header, payload]) => frameOf(header, payload));
}

/** Options filled up to a multiple of four octets. */
function padded(options: readonly TcpOption[]): TcpOption[] {
  const header = { ...frameOf({}, NONE).tcp, options };
  const missing = -ipv4Length(header, NONE) & 3;
  return [...options, ...Array<TcpOption>(missing).fill({ kind: 'nop' })];
}

function octetsOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.trim().split(/\s+/), octet => Number.parseInt(octet, 16));
}
