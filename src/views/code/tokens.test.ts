import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenLines } from './tokens';

/** 'kind:text' of all but plain text, line by line. */
function coloured(text: string, language: 'python' | 'javascript' | 'idl') {
  return tokenLines(text, language).map(line =>
    line.filter(token => token.kind !== 'plain').map(token => `${token.kind}:${token.text}`),
  );
}

describe('Python', () => {
  it('is told apart into keywords, strings, numbers and comments', () => {
    expect(coloured('def f(a):\n    return a + 0x1f  # "no string"', 'python')).toEqual([
      ['keyword:def'],
      ['keyword:return', 'number:0x1f', 'comment:# "no string"'],
    ]);
  });

  it('may have a comment sign in a string', () => {
    expect(coloured(`s = 'a # b' # c`, 'python')).toEqual([["string:'a # b'", 'comment:# c']]);
  });

  it('has strings over several lines, and strings with a prefix', () => {
    expect(coloured('"""one\ntwo""" b"x" f\'{y}\'', 'python')).toEqual([
      ['string:"""one'],
      ['string:two"""', 'string:b"x"', "string:f'{y}'"],
    ]);
  });

  it('has no keywords within names', () => {
    expect(coloured('print(for_all, inner, x1)', 'python')).toEqual([[]]);
  });
});

describe('JavaScript', () => {
  it('has its own comments and template strings', () => {
    expect(coloured('const a = `x\ny` // z\n/* b */ null', 'javascript')).toEqual([
      ['keyword:const', 'string:`x'],
      ['string:y`', 'comment:// z'],
      ['comment:/* b */', 'keyword:null'],
    ]);
  });

  it('goes on after a string that nobody closed', () => {
    expect(coloured(`a = 'oops\nreturn 1`, 'javascript')).toEqual([["string:'oops"], ['keyword:return', 'number:1']]);
  });
});

it('loses and adds nothing', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('a', ' ', '\n', '"', "'", '`', '#', '/', '*', '\\', '0', 'if', '$', '{', '}'),
      }),
      fc.constantFrom('python', 'javascript', 'idl'),
      (text, language) => {
        const lines = tokenLines(text, language).map(line => line.map(token => token.text).join(''));
        expect(lines.join('\n')).toBe(text);
      },
    ),
  );
});
