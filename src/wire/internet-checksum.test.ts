import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { checksumOf, checksumOver } from './internet-checksum';

describe('the Internet checksum', () => {
  it('is that of the example in RFC 1071 §3', () => {
    const octets = Uint8Array.of(0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7);
    const sum = checksumOver(octets, 0, octets.length);
    expect(sum.toString(16)).toBe('2ddf0');
    expect(checksumOf(sum)).toBe(~0xddf2 & 0xffff);
  });

  it('pads an odd octet with zero on the right', () => {
    expect(checksumOver(Uint8Array.of(0x12, 0x34, 0x56), 0, 3)).toBe(0x1234 + 0x5600);
  });

  test.prop([fc.uint8Array({ minLength: 2, maxLength: 400 })])(
    'is 0 over octets that hold their own checksum',
    octets => {
      const even = octets.subarray(0, octets.length & ~1);
      even[0] = 0;
      even[1] = 0;
      const checksum = checksumOf(checksumOver(even, 0, even.length));
      even[0] = checksum >>> 8;
      even[1] = checksum & 0xff;
      expect(checksumOf(checksumOver(even, 0, even.length))).toBe(0);
    },
  );

  test.prop([fc.uint8Array({ minLength: 4, maxLength: 64 }), fc.nat(), fc.nat(7)])(
    'notices every single flipped bit',
    (octets, index, bit) => {
      const before = checksumOf(checksumOver(octets, 0, octets.length));
      octets[index % octets.length] ^= 1 << bit;
      expect(checksumOf(checksumOver(octets, 0, octets.length))).not.toBe(before);
    },
  );
});
