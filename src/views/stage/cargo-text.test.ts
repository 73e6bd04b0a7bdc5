import { describe, expect, it } from 'vitest';
import { columnsOf, fitting, linesOf } from './cargo-text';

describe('the octets of the arguments on the card', () => {
  it('are all there when there is room', () => {
    expect(fitting(['32', '33'], 11)).toEqual(['32', '33']);
    expect(fitting(['34 32', '31 32'], 17)).toEqual(['34 32', '31 32']);
  });

  it('lose their ends where there is none, the longest first', () => {
    expect(fitting(['34 32', '31 39 38 37'], 17)).toEqual(['34 32', '31 39']);
  });

  it('go altogether, the last first, rather than becoming nothing', () => {
    expect(fitting(['32', '33', '34'], 12)).toEqual(['32', '33']);
    expect(fitting(['3c 73 74 72'], 3)).toEqual([]);
  });
});

describe('the call on its card', () => {
  it('is one line where that fits', () => {
    expect(linesOf('fun_add(2, 3)', 13)).toEqual(['fun_add(2, 3)']);
  });

  it('goes on in a second line, behind a space or a bracket', () => {
    expect(linesOf('fun_add(42, 1987)', 13)).toEqual(['fun_add(42,', '1987)']);
  });

  it('is cut at the end of the second line, but what comes after it is not', () => {
    expect(linesOf('create_order({id: "A-1001", name: "Alice"})', 15, ' +2')).toEqual([
      'create_order(',
      '{id: "A-100… +2',
    ]);
  });

  it('never takes more room than it has, in any script', () => {
    for (const text of [
      'echo("北京市海淀区北京市海淀区")',
      'no_such_method_of_a_very_long_name(1)',
      'a b c d e f g h i j k l m n',
    ])
      for (const line of linesOf(text, 13)) expect(columnsOf(line)).toBeLessThanOrEqual(13);
  });
});
