import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { isHostAddress, isUtcTime } from './rules';
import { isScenario, validateScenario } from './validate';

describe('the address of a host', () => {
  it.each(['172.171.4.176', '127.0.0.1', '10.0.0.255', '223.255.255.255', '1.2.3.4'])('can be %s', address => {
    expect(isHostAddress(address)).toBe(true);
  });

  it.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '1.2.3.04',
    ' 1.2.3.4',
    'localhost',
    '::1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
  ])('cannot be "%s"', address => {
    expect(isHostAddress(address)).toBe(false);
  });

  const octet = fc.oneof(fc.integer({ min: -1, max: 300 }), fc.constantFrom(0, 223, 224, 255));
  test.prop([fc.array(octet, { minLength: 3, maxLength: 5 })])('is the same in a field as in a link', octets => {
    const address = octets.join('.');
    expect(isScenario(validateScenario({ hosts: { server: { address } } }))).toBe(isHostAddress(address));
  });
});

it('a run starts at a second that exists, in UTC, since 1970', () => {
  expect(isUtcTime('2024-02-29T12:34:56Z')).toBe(true);
  for (const text of ['2023-02-29T12:34:56Z', '2024-02-29T12:34:56', '1969-12-31T23:59:59Z', '2024-02-29T12:34Z', 'Z'])
    expect(isUtcTime(text)).toBe(false);
});
