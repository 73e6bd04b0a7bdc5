import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../idl/behaviour';
import type { Json } from '../idl/json';
import { argumentsFromJson, valueToJson } from '../idl/json-value';
import { parseInterface } from '../idl/parse';
import { ANY, DOUBLE, INT, LONG } from '../idl/types';
import { Dynamic } from '../idl/value';
import { perform } from './behaviour';
import { crc32 } from './crc32';

/** What the function returns or throws, called with these arguments as the declaration says. */
function call(
  behaviour: Behaviour | Exclude<Behaviour['does'], 'throw' | 'raise' | 'return'>,
  declaration: string,
  ...args: Json[]
) {
  const [method] = parseInterface(declaration).methods;
  const what = typeof behaviour === 'string' ? { does: behaviour } : behaviour;
  const outcome = perform(what, method, argumentsFromJson(method, args));
  return outcome.kind === 'threw' ? outcome.error : outcome.value;
}

describe('the function of the server', () => {
  it('adds numbers and joins texts and lists', () => {
    expect(call('add', 'f(a: int, b: int): int', 2, 3)).toBe(5);
    expect(call('add', 'f(a: double, b: int): double', 0.5, 3)).toBe(3.5);
    expect(call('add', 'f(a: long, b: int): long', '9007199254740993', 1)).toBe(9007199254740994n);
    expect(call('add', 'f(a: string, b: string): string', '你', '好')).toBe('你好');
    expect(call('add', 'f(a: list<int>, b: list<int>): list<int>', [1], [2])).toEqual([1, 2]);
    expect(call('add', 'f(a: any, b: any): any', 1, 0.5)).toEqual(new Dynamic(DOUBLE, 1.5));
    expect(call('add', 'f(a: int, b: int, c: int): int', 1, 2, 3)).toBe(6);
  });

  it('returns the exact sum even where it does not fit, for the protocol to refuse', () => {
    expect(call('add', 'f(a: int, b: int): int', 2147483647, 1)).toBe(2147483648);
    expect(call('add', 'f(a: long, b: long): long', '9223372036854775807', 1)).toBe(9223372036854775808n);
  });

  it('hands over what it has where the interface promises something else', () => {
    expect(call('add', 'f(a: double, b: double): int', 0.5, 1)).toEqual(new Dynamic(DOUBLE, 1.5));
    expect(call('echo', 'f(a: long): int', '9007199254740993')).toEqual(new Dynamic(LONG, 9007199254740993n));
    expect(call('echo', 'f(a: int): any', 7)).toEqual(new Dynamic({ kind: 'int' }, 7));
    expect(call('echo', 'f(a: int)', 7)).toBeNull();
    expect(call('add', 'f(a: int, b: int): double', 2, 3)).toEqual(new Dynamic(INT, 5));
  });

  // Python 3.11: >>> None + 1
  it('throws what Python throws where it cannot add', () => {
    expect(call('add', 'f(a: int?, b: int): int', null, 1)).toEqual({
      exception: 'TypeError',
      message: "unsupported operand type(s) for +: 'NoneType' and 'int'",
    });
  });

  // Python 3.11: >>> -7 // 2, 7 // -2, -7.5 // 2
  it('divides and rounds down', () => {
    expect(call('divide', 'f(a: int, b: int): int', -7, 2)).toBe(-4);
    expect(call('divide', 'f(a: int, b: int): int', 7, -2)).toBe(-4);
    expect(call('divide', 'f(a: int, b: int): int', -8, 2)).toBe(-4);
    expect(call('divide', 'f(a: double, b: int): double', -7.5, 2)).toBe(-4);
  });

  // Python 3.11: >>> 1 // 0 and 1.0 // 0
  it('cannot divide by zero', () => {
    const exception = 'ZeroDivisionError';
    expect(call('divide', 'f(a: int, b: int): int', 1, 0)).toEqual({
      exception,
      message: 'integer division or modulo by zero',
    });
    expect(call('divide', 'f(a: double, b: int): double', 1, 0)).toEqual({
      exception,
      message: 'float floor division by zero',
    });
  });

  it('echoes its first argument', () => {
    expect(call('echo', 'struct P { x: int } f(p: P): P', { x: 1 })).toEqual(new Map([['x', 1]]));
    // Python 3.11: >>> def f(x): pass ; f()
    expect(call('echo', 'f(): int')).toMatchObject({ message: 'f() missing 1 required positional argument' });
  });

  it('counts characters as code points, elements and octets', () => {
    expect(call('length', 'f(a: string): int', '你🚀')).toBe(2);
    expect(call('length', 'f(a: map<int>): int', { a: 1 })).toBe(1);
    expect(call('length', 'f(a: bytes): int', 'AAAA')).toBe(3);
    expect(call('length', 'f(a: int): int', 3)).toEqual({
      exception: 'TypeError',
      message: "object of type 'int' has no len()",
    });
  });

  // Python 3.11: >>> zlib.crc32('123456789'.encode()) & 0x7fffffff
  it('measures a text by length and CRC-32', () => {
    expect(call('measure', 'f(a: string): list<int>', '123456789')).toEqual([9, 0x4bf43926]);
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('counts up, not without end', () => {
    expect(call('count-up', 'f(n: int): string', 3)).toBe('0000000,0000001,0000002,');
    expect(call('count-up', 'f(n: int): string', -1)).toBe('');
    expect(call('count-up', 'f(n: int): string', 2147483647)).toMatchObject({ exception: 'ValueError' });
  });

  it('confirms an order', () => {
    const value = call('receipt', 'struct O { n: int } struct R { ok: boolean, order: O } f(o: O): R', { n: 1 });
    expect(value).toEqual(
      new Map<string, unknown>([
        ['ok', true],
        ['order', new Map([['n', 1]])],
      ]),
    );
    const dynamic = call('receipt', 'f(o: any): any', { n: 1 }) as Dynamic;
    expect(valueToJson(ANY, dynamic)).toEqual({ ok: true, order: { n: 1 } });
  });

  it('returns a value or throws as it is told', () => {
    expect(call({ does: 'return', value: 7 }, 'f(): int')).toBe(7);
    expect(() => call({ does: 'return', value: 'x' }, 'f(): int')).toThrow('value.wrong-type');
    expect(call({ does: 'throw', code: 42, message: 'no' }, 'f(): int')).toEqual({ code: 42, message: 'no' });
    expect(call({ does: 'throw', message: 'no', data: 1 }, 'f(): int')).toMatchObject({
      data: new Dynamic({ kind: 'int' }, 1),
    });
  });

  it('raises what the method declares, with its value', () => {
    const declaration = 'exception NotFound { code: int, message: string } f(): int throws NotFound';
    const raise = (value: Json): Behaviour => ({ does: 'raise', exception: 'NotFound', value });
    const type = parseInterface(declaration).exceptions[0];
    expect(call(raise({ code: 4, message: 'gone' }), declaration)).toEqual({
      exception: 'NotFound',
      message: 'gone',
      declared: {
        type,
        value: new Map<string, unknown>([
          ['code', 4],
          ['message', 'gone'],
        ]),
      },
    });
    expect(() => call(raise({ message: 'gone' }), declaration)).toThrow('value.missing-member');
  });

  it('raises what the method does not declare as any other exception', () => {
    const behaviour: Behaviour = { does: 'raise', exception: 'NotFound', value: { message: 'gone' } };
    expect(call(behaviour, 'f(): int')).toEqual({ exception: 'NotFound', message: 'gone' });
    expect(call({ ...behaviour, value: 5 }, 'f(): int')).toEqual({ exception: 'NotFound', message: '' });
  });
});
