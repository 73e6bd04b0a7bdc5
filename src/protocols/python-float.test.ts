import { describe, expect, it } from 'vitest';
import { pythonFloat, pythonInt, pythonRepr } from './python-float';

describe('floats of Python', () => {
  it.each([
    [3, '3.0'],
    [-0, '-0.0'],
    [0, '0.0'],
    [0.1, '0.1'],
    [1e100, '1e+100'],
    [1e-7, '1e-07'],
    [1.5e-10, '1.5e-10'],
    [0.0001, '0.0001'],
    [0.00001234, '1.234e-05'],
    [1e15, '1000000000000000.0'],
    [1e16, '1e+16'],
    [123456789012345680, '1.2345678901234568e+17'],
    [5e-324, '5e-324'],
    [Number.MAX_VALUE, '1.7976931348623157e+308'],
    [Infinity, 'inf'],
    [-Infinity, '-inf'],
    [Number.NaN, 'nan'],
  ])('repr(%d) is %s', (value, text) => {
    expect(pythonRepr(value)).toBe(text);
    expect(pythonFloat(text)).toBe(value);
  });

  it.each(['', '1e', '0x10', '1__0', 'one', '1 2'])('float(%j) is a ValueError', text => {
    expect(pythonFloat(text)).toBeUndefined();
  });

  it.each([
    [' 12 ', 12n],
    ['+1_000', 1000n],
    ['-0', 0n],
    ['1.0', undefined],
    ['', undefined],
  ])('int(%j) is %s', (text, value) => {
    expect(pythonInt(text)).toBe(value);
  });
});
