import { describe, expect, it } from 'vitest';
import { parseInterface } from '../idl/parse';
import { CANONICAL } from './canonical';
import { argumentsNamed, callsOf, newCall, withArgument, withOption, withProtocol } from './edit';
import { withInterface } from './edit-interface';

const schema = { http: { choices: ['1.1', '1.0'] }, nil: { choices: [false, true] } };

/** The arguments of the only call after the interface has become `text`. */
function argsAfter(text: string) {
  return callsOf(withInterface(CANONICAL, text))[0].args;
}

describe('another interface', () => {
  it('keeps the arguments that still fit', () => {
    expect(argsAfter('fun_add(a: int, b: double): double')).toEqual([2, 3]);
    expect(argsAfter('fun_add(b: int, a: int): int')).toEqual([3, 2]);
    expect(argsAfter('fun_add(a: int): int')).toEqual([2]);
  });

  it('keeps the argument of a parameter that is only renamed', () => {
    expect(argsAfter('fun_add(first: int, b: int): int')).toEqual([2, 3]);
  });

  it('fills in defaults for the rest', () => {
    expect(argsAfter('fun_add(a: string, b: int, c: list<int>): int')).toEqual(['', 3, []]);
    expect(argsAfter('struct P { x: int, y?: int } fun_add(a: P, b: int?): int')).toEqual([{ x: 0 }, 3]);
  });

  it('follows a method to its new name', () => {
    const scenario = withInterface(CANONICAL, 'plus(a: int, b: int): int');
    expect(callsOf(scenario)[0]).toEqual({ method: 'plus', args: [2, 3] });
    expect(scenario.server).toEqual({ plus: { does: 'add' } });
  });

  it('leaves a call whose method is gone', () => {
    expect(callsOf(withInterface(CANONICAL, ''))[0].method).toBe('fun_add');
  });

  it('gives a new method a function', () => {
    const { server } = withInterface(
      CANONICAL,
      `${CANONICAL.interface} join(a: string, b: string): string same(a: bytes): bytes get(): list<int>`,
    );
    expect(server).toEqual({
      fun_add: { does: 'add' },
      join: { does: 'add' },
      same: { does: 'echo' },
      get: { does: 'return', value: [] },
    });
  });

  it('lets a function that nobody has chosen follow the types', () => {
    const growing = withInterface(CANONICAL, `${CANONICAL.interface} echo()`);
    expect(growing.server.echo).toEqual({ does: 'return', value: null });
    expect(withInterface(growing, `${CANONICAL.interface} echo(x: string): string`).server.echo).toEqual({
      does: 'echo',
    });
  });

  it('makes a value to return fit the result', () => {
    const returning = { ...CANONICAL, server: { fun_add: { does: 'return', value: 7 } } } as const;
    expect(withInterface(returning, 'fun_add(a: int): double').server.fun_add).toEqual({ does: 'return', value: 7 });
    expect(withInterface(returning, 'fun_add(a: int): string').server.fun_add).toEqual({ does: 'return', value: '' });
  });

  it('makes the value of an exception fit what is declared', () => {
    const server = { fun_add: { does: 'raise', exception: 'E', value: { code: 7, more: 1 } } } as const;
    const declared = 'fun_add(): int throws E exception E { code: int, message: string }';
    expect(withInterface({ ...CANONICAL, server }, declared).server.fun_add).toEqual({
      does: 'raise',
      exception: 'E',
      value: { code: 7, message: '' },
    });
    expect(withInterface({ ...CANONICAL, server }, 'fun_add(): int').server).toEqual(server);
  });

  it('does not bring back a function that the server was made to lack', () => {
    expect(withInterface({ ...CANONICAL, server: {} }, `${CANONICAL.interface}\n`).server).toEqual({});
  });

  it('keeps nested values where their part still fits', () => {
    const before = withInterface(CANONICAL, 'struct P { x: int, s: string } fun_add(a: P, b: list<P>): int');
    const filled = { ...before, calls: [{ method: 'fun_add', args: [{ x: 7, s: 'q' }, [{ x: 8, s: 'r' }]] }] };
    const after = withInterface(filled, 'struct P { x: int, s: int, t: boolean } fun_add(a: P, b: list<P>): int');
    expect(callsOf(after)[0].args).toEqual([{ x: 7, s: 0, t: false }, [{ x: 8, s: 0, t: false }]]);
  });
});

describe('options', () => {
  it('are written down only where they differ from the default', () => {
    const chosen = withOption(CANONICAL, schema, 'http', '1.0');
    expect(chosen.options).toEqual({ http: '1.0' });
    expect(withOption(chosen, schema, 'http', '1.1').options).toEqual({});
  });

  it('that another protocol lacks are dropped', () => {
    const scenario = { ...CANONICAL, options: { http: '1.0', flavour: 'npm' } };
    expect(withProtocol(scenario, 'other', schema)).toMatchObject({ protocol: 'other', options: { http: '1.0' } });
  });
});

describe('arguments', () => {
  const [method] = parseInterface('f(a: int, b?: int)').methods;

  it('change between order and names', () => {
    expect(argumentsNamed(method, [1, 2], true)).toEqual({ a: 1, b: 2 });
    expect(argumentsNamed(method, { b: 2, a: 1 }, false)).toEqual([1, 2]);
    expect(argumentsNamed(method, { a: 1 }, false)).toEqual([1, null]);
  });

  it('are replaced one by one', () => {
    expect(withArgument(method.params, [1], 1, 5)).toEqual([1, 5]);
    expect(withArgument(method.params, { a: 1 }, 1, 5)).toEqual({ a: 1, b: 5 });
  });

  it('begin with defaults', () => {
    expect(newCall(method)).toEqual({ method: 'f', args: [0, null] });
  });
});
