// Trials of a connection over a bad path, as fast-check draws them: see rough-connection.ts.
import fc from 'fast-check';
import type { Trial } from './rough-connection';

const program = fc.record(
  {
    writes: fc.array(fc.integer({ min: 1, max: 4000 }), { maxLength: 6 }),
    pause: fc.constantFrom(0, 100, 30_000),
    closes: fc.constantFrom('at once' as const, 'after the peer' as const, 'never' as const),
    deaf: fc.tuple(fc.nat(200_000), fc.nat(3_000_000)).map(([from, length]) => [from, from + length] as const),
  },
  { requiredKeys: ['writes', 'pause', 'closes'] },
);

const options = fc.record(
  {
    congestionControl: fc.constantFrom('cubic' as const, 'new-reno' as const),
    sack: fc.boolean(),
    windowScaling: fc.boolean(),
    nagle: fc.boolean(),
    receiveBuffer: fc.constantFrom(600, 2000, 10_000, 200_000),
  },
  { requiredKeys: ['congestionControl', 'sack', 'windowScaling', 'nagle'] },
);

const rate = (max: number) => fc.oneof(fc.constant(0), fc.double({ min: 0, max, noNaN: true }));

/** Any connection over any path on which something gets through. */
export const arbitraryTrial: fc.Arbitrary<Trial> = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  loss: rate(0.3),
  duplication: rate(0.3),
  corruption: rate(0.2),
  latency: fc.constantFrom(10, 20_000, 300_000),
  delay: fc.constantFrom(0, 5_000, 100_000),
  mtu: fc.constantFrom(100, 576, 1500),
  options,
  client: program,
  server: program,
});
