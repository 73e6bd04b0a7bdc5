import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { readScalar, scalarText, stepScalar } from './scalar-text';

describe('what is typed into a field', () => {
  it.each([
    ['int', '2', 2],
    ['int', ' -7 ', -7],
    ['long', '9007199254740993', '9007199254740993'],
    ['long', '5', 5],
    ['double', '1.', 1],
    ['double', '.5', 0.5],
    ['double', '-0', '-0'],
    ['double', '1e400', undefined],
    ['double', 'NaN', 'NaN'],
    ['string', ' 2 ', ' 2 '],
    ['bytes', 'AAH/', 'AAH/'],
    ['int', '3000000000', undefined],
    ['int', '0.5', undefined],
    ['int', '', undefined],
    ['int', '2x', undefined],
    ['long', '9223372036854775808', undefined],
    ['datetime', '2024-02-30T00:00:00', undefined],
  ] as const)('as %s: %j stands for %j', (kind, text, json) => {
    const reading = readScalar(kind, text, 'a');
    expect(reading.problem ? undefined : reading.json).toBe(json);
  });

  it('is told why it is wrong, by the name of the field', () => {
    expect(readScalar('int', '3000000000', 'b').problem).toMatchObject({
      code: 'value.out-of-range',
      params: { place: 'b' },
    });
  });

  test.prop([fc.integer()])('shows the same number again', number => {
    expect(readScalar('int', scalarText(number), '')).toEqual({ json: number });
  });

  it('goes up and down by one, up to the end of the range', () => {
    expect(stepScalar('int', 2, 1)).toBe(3);
    expect(stepScalar('int', 2147483647, 1)).toBeUndefined();
    expect(stepScalar('double', 0.5, -1)).toBe(-0.5);
    expect(stepScalar('double', 'Infinity', 1)).toBe('Infinity');
    expect(stepScalar('long', '9007199254740993', 1)).toBe('9007199254740994');
    expect(stepScalar('long', 5, -1)).toBe(4);
  });
});
