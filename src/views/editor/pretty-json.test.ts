import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { prettyJson } from './pretty-json';

it('keeps on a line what fits one', () => {
  expect(prettyJson([2, 3])).toBe('[2, 3]');
  expect(prettyJson({ a: 1, b: [] })).toBe('{ "a": 1, "b": [] }');
});

it('breaks what does not', () => {
  expect(
    prettyJson(
      [
        { sku: 'A-1', qty: 1 },
        { sku: '茶', qty: 2 },
      ],
      30,
    ),
  ).toBe('[\n  { "sku": "A-1", "qty": 1 },\n  { "sku": "茶", "qty": 2 }\n]');
});

test.prop([fc.jsonValue()])('is the same JSON', json => {
  expect(JSON.parse(prettyJson(json as never))).toEqual(JSON.parse(JSON.stringify(json)));
});
