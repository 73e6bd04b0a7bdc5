// Captures that are damaged in any way are dissected all the same: nothing throws, and every octet belongs to one field.
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { allProtocols } from '../../src/protocols/index';
import type { Direction } from '../../src/trace/trace';
import { tilingFault } from '../../src/wire/bytes/tiling';
import { captured, captureNames } from './golden';

/** Large captures would only make it slow. */
const LARGEST = 1000;

const streams = captureNames().flatMap(name =>
  (['c2s', 's2c'] as const).flatMap(direction =>
    captured(name)
      [direction].chunks.filter(chunk => chunk.octets.length < LARGEST)
      .map(chunk => ({ name, direction, octets: chunk.octets })),
  ),
);

const damage = fc.record({ at: fc.nat(), becomes: fc.integer({ min: 0, max: 255 }) });

function dissect(octets: Uint8Array, direction: Direction, cuts: readonly number[]): void {
  for (const protocol of allProtocols()) {
    const dissector = protocol.dissect(direction);
    const ends = [...cuts.map(cut => cut % octets.length), octets.length].sort((a, b) => a - b);
    const pdus = ends.flatMap((end, i) => dissector.push(octets.slice(ends[i - 1] ?? 0, end)).map(({ pdu }) => pdu));
    pdus.push(...dissector.end().map(({ pdu }) => pdu));
    expect(Buffer.concat(pdus.map(pdu => pdu.bytes)).equals(octets)).toBe(true);
    for (const pdu of pdus) expect(tilingFault(pdu.annotations, pdu.bytes.length)).toBeUndefined();
  }
}

describe('damaged captures', { timeout: 60_000 }, () => {
  test.prop([fc.constantFrom(...streams), fc.array(damage, { maxLength: 4 }), fc.array(fc.nat(), { maxLength: 3 })], {
    numRuns: 150,
  })('every octet still belongs to one field of one message', ({ octets, direction }, damages, cuts) => {
    const damaged = octets.slice();
    for (const { at, becomes } of damages) damaged[at % damaged.length] = becomes;
    dissect(damaged, direction, cuts);
  });

  test.prop([fc.constantFrom(...streams), fc.nat(), fc.nat()], { numRuns: 100 })(
    'so it does when octets are left out',
    ({ octets, direction }, from, length) => {
      const start = from % octets.length;
      const rest = Buffer.concat([octets.subarray(0, start), octets.subarray(start + (length % octets.length))]);
      if (rest.length > 0) dissect(rest, direction, []);
    },
  );
});
