import { describe, expect, it } from 'vitest';
import { run } from '../../test/line-runs';
import { decodeFrame } from '../wire/frame';
import { compensatingBit, vulnerableBit } from './damage';

const trace = run();
const data = trace.packets.filter(({ segment }) => segment.length > 1);

function flipped(bytes: Uint8Array, ...bits: number[]): Uint8Array {
  const damaged = bytes.slice();
  for (const bit of bits) damaged[bit >>> 3] ^= 0x80 >>> (bit & 7);
  return damaged;
}

describe('the bit that makes up for another', () => {
  it('is in the payload, and with both flipped the checksum holds, for every bit of a segment that has one', () => {
    let found = 0;
    for (const packet of data)
      for (let bit = packet.segment.headerLength * 8; bit < packet.bytes.length * 8; bit++) {
        const other = compensatingBit(packet, bit);
        expect(() => decodeFrame(flipped(packet.bytes, bit))).toThrow();
        if (other === undefined) continue;
        found++;
        expect(other >>> 3).toBeGreaterThanOrEqual(packet.segment.headerLength);
        const { payload } = decodeFrame(flipped(packet.bytes, bit, other));
        expect(payload).not.toEqual(decodeFrame(packet.bytes).payload);
      }
    expect(found).toBeGreaterThan(200);
  });

  it('is not to be had for a bit of another header, or without payload', () => {
    expect(compensatingBit(data[0], 10 * 8)).toBeUndefined();
    const [syn] = trace.packets;
    expect(compensatingBit(syn, vulnerableBit(trace, syn))).toBeUndefined();
  });
});

describe('the bit to damage', () => {
  it('is one of the payload where there is payload, else one of TCP’s header', () => {
    for (const packet of trace.packets) {
      const octet = vulnerableBit(trace, packet) >>> 3;
      if (packet.segment.length > 0) expect(octet).toBeGreaterThanOrEqual(packet.segment.headerLength);
      else expect(octet).toBe(48);
    }
  });
});
