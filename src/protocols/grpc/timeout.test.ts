import { describe, expect, test } from 'vitest';
import { coreTimeout, grpcJsTimeout, timeoutIn } from './timeout';

describe('A timeout', () => {
  test.each([
    [1, '1m', '1m'],
    [264, '264m', '264m'],
    [1234, '1234m', '1240m'],
    [1995, '1995m', '2S'],
    [5000, '5000m', '5S'],
    [60_000, '60000m', '1M'],
    [123_456, '123456m', '124S'],
    [3_600_000, '3600000m', '1H'],
  ])('of %i ms is %s to grpc-js and %s to the C core', (ms, js, core) => {
    expect([grpcJsTimeout(ms), coreTimeout(ms)]).toEqual([js, core]);
  });

  test('is read in any unit, and not at all where it is none', () => {
    expect(['2H', '3M', '4S', '5m', '6000u', '7000000n'].map(timeoutIn)).toEqual([7_200_000, 180_000, 4000, 5, 6, 7]);
    expect([undefined, '', 'S', '5', '5s', '-5S', '123456789S'].map(timeoutIn)).toEqual(Array(7).fill(undefined));
  });
});
