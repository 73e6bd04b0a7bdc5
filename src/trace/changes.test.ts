import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Argument, annotatedMessage, annotatedRun } from '../../test/traces/annotated-run';
import { changedRanges, changesIn } from './changes';

function changedTexts(before: readonly Argument[], after: readonly Argument[]): string[] {
  const pdu = annotatedMessage('join', after);
  const text = new TextDecoder();
  return changedRanges(pdu, annotatedMessage('join', before)).map(({ start, end }) =>
    text.decode(pdu.bytes.subarray(start, end)),
  );
}

const { argument } = fc.letrec<{ argument: Argument }>(tie => ({
  argument: fc.oneof({ depthSize: 'small' }, fc.string(), fc.array(tie('argument'), { maxLength: 4 })),
}));
const args = fc.array(argument, { maxLength: 4 });

/** Whether `octets` are left when some are taken out of `all`. */
function isSubsequence(octets: Uint8Array, all: Uint8Array): boolean {
  let at = 0;
  for (const octet of octets) {
    at = all.indexOf(octet, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

describe('the octets that changed since the run before', () => {
  it('are none when nothing changed', () => {
    expect(changedTexts(['a', 'b'], ['a', 'b'])).toEqual([]);
  });

  it('are those of the changed argument, not of what it pushed aside', () => {
    expect(changedTexts(['a', 'b'], ['x', 'b'])).toEqual(['x']);
    expect(changedTexts(['a', 'b'], ['abc', 'b'])).toEqual([expect.stringMatching(/^\d{3}$/), 'abc']);
    expect(changedTexts([['a', 'b'], 'c'], [['a', 'x'], 'c'])).toEqual(['x']);
  });

  it('are all of a field that was not there before', () => {
    expect(changedTexts(['a'], ['a', 'b']).at(-1)).toBe('<param><value><string>b</string></value></param>');
    expect(changedTexts(['a'], [['a']])).toContain('<array><value><string>a</string></value></array>');
  });

  it('leave only octets that were there before, in the same order', () => {
    fc.assert(
      fc.property(args, args, (before, after) => {
        const pdu = annotatedMessage('join', after);
        const old = annotatedMessage('join', before);
        const ranges = changedRanges(pdu, old);
        const kept = pdu.bytes.filter((_, i) => !ranges.some(({ start, end }) => start <= i && i < end));
        expect(isSubsequence(kept, old.bytes)).toBe(true);
        if (JSON.stringify(before) === JSON.stringify(after)) expect(ranges).toEqual([]);
      }),
    );
  });

  it('mark exactly the octets that differ when two texts of equal length are exchanged', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[ab]{3}$/), { minLength: 1 }), fc.nat(), (texts, at) => {
        const i = at % texts.length;
        const other = texts.map((text, j) => (j === i ? 'ccc' : text));
        expect(changedTexts(texts, other)).toEqual(['ccc']);
      }),
    );
  });

  it('are marked in the packets too: in the payload as in the message, and in the headers', () => {
    const before = annotatedRun('join', ['a', 'b'], 1000);
    const after = annotatedRun('join', ['x', 'b'], 1000);
    const bytes = after.packets[0].bytes;
    const changes = changesIn(after, before, { of: 'packet', id: 0 });
    expect(changes.map(({ start, end }) => [start < 54, end - start])).toEqual([
      [true, 2],
      [false, 1],
    ]);
    expect(String.fromCharCode(bytes[changes[1].start])).toBe('x');
    expect(changesIn(after, undefined, { of: 'packet', id: 0 })).toEqual([]);
  });

  it('are found fast in a message of a megabyte', () => {
    const long = Array.from({ length: 20_000 }, (_, i) => `item ${i}`);
    const before = annotatedMessage('join', ['a', long, 'z']);
    const after = annotatedMessage('join', ['ab', long, 'y']);
    const times = Array.from({ length: 15 }, () => {
      const start = performance.now();
      expect(changedRanges(after, before)).toHaveLength(3);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    expect(after.bytes.length).toBeGreaterThan(800_000);
    expect(times[7]).toBeLessThan(20);
  });
});
