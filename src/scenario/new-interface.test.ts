import { expect, test } from 'vitest';
import { CANONICAL } from './canonical';
import { withNewInterface } from './new-interface';

test('an interface from elsewhere begins with its first method, the plainest arguments and functions; the rest stays', () => {
  const text =
    'struct Q { text: string, limit?: int }\noneway note(q: Q)\nadd(a: long, b: long): long\nfind(q: Q): list<Q>\n';
  expect(withNewInterface(CANONICAL, text)).toEqual({
    ...CANONICAL,
    interface: text,
    calls: [{ method: 'note', args: [{ text: '' }], oneway: true }],
    server: {
      note: { does: 'return', value: null },
      add: { does: 'add' },
      find: { does: 'return', value: [] },
    },
  });
});
