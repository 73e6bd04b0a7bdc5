import { expect, it } from 'vitest';
import { fitJson } from './fit-json';
import type { Json } from './json';
import { parseInterface } from './parse';

function fitted(type: string, json: Json): Json {
  const declarations = 'enum Color { RED = 1, BLUE = 7 } struct Contact { oneof by { email: string, phone: long } }';
  return fitJson(parseInterface(`f(): ${type}\n${declarations}`).methods[0].result, json);
}

it('keeps the entries of a map whose keys still fit', () => {
  expect(fitted('map<byte, int>', { '1': 2, '300': 4, one: 5 })).toEqual({ '1': 2 });
});

it('gives an enum its first member where another type was', () => {
  expect(fitted('list<Color>', ['BLUE', 'green', 3])).toEqual(['BLUE', 'RED', 3]);
});

it('keeps the first of two members of a oneof', () => {
  expect(fitted('Contact', { phone: 1, email: '' })).toEqual({ email: '' });
});

it('makes a set of a list', () => {
  expect(fitted('set<int>', [1, 'a'])).toEqual([1, 0]);
});
