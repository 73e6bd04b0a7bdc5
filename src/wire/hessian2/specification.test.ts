// The examples of the Hessian 2.0 Serialization Protocol, section by section.
import { describe, expect, test } from 'vitest';
import { ByteReader } from '../bytes/byte-reader';
import { tilingFault } from '../bytes/tiling';
import { HessianReader } from './hessian-reader';
import { HessianDate, HessianDouble, HessianList, HessianMap, HessianObject, type HessianValue } from './hessian-value';
import { HessianWriter } from './hessian-writer';
import { writeHessian } from './write-value';

/** Octets as the specification writes them: `x` and two digits, or characters of ASCII. */
function octets(notation: string): Uint8Array {
  const tokens = notation.match(/x[0-9a-f]{2}(?= |$)|\S+/g) ?? [];
  return Uint8Array.from(
    tokens.flatMap(token =>
      /^x[0-9a-f]{2}$/.test(token)
        ? [Number.parseInt(token.slice(1), 16)]
        : [...token].map(character => (character === '_' ? 0x20 : character.charCodeAt(0))),
    ),
  );
}

function readAll(bytes: Uint8Array): HessianValue[] {
  const reader = new ByteReader(bytes);
  const hessian = new HessianReader(reader);
  const values: HessianValue[] = [];
  while (reader.remaining > 0) values.push(hessian.read());
  expect(tilingFault(reader.annotations!, bytes.length)).toBeUndefined();
  return values;
}

function written(values: readonly HessianValue[]): Uint8Array {
  const hessian = new HessianWriter();
  for (const value of values) writeHessian(hessian, value);
  return hessian.finish();
}

const double = (value: number) => new HessianDouble(value);

describe('An example in its shortest form is read, and written as it stands', () => {
  test.each<[section: string, notation: string, value: HessianValue]>([
    ['4.1.2', 'x20', new Uint8Array()],
    ['4.1.2', 'x23 x01 x02 x03', Uint8Array.of(1, 2, 3)],
    ['4.2.1', 'T', true],
    ['4.2.1', 'F', false],
    ['4.3.2', 'x4a x00 x00 x00 xd0 x4b x92 x84 xb8', new HessianDate(BigInt(Date.UTC(1998, 4, 8, 9, 51, 31)))],
    ['4.4.6', 'x5b', double(0)],
    ['4.4.6', 'x5c', double(1)],
    ['4.4.6', 'x5d x80', double(-128)],
    ['4.4.6', 'x5d x7f', double(127)],
    ['4.4.6', 'x5e x80 x00', double(-32768)],
    ['4.4.6', 'x5e x7f xff', double(32767)],
    ['4.5.4', 'x90', 0],
    ['4.5.4', 'x80', -16],
    ['4.5.4', 'xbf', 47],
    ['4.5.4', 'xc0 x00', -2048],
    ['4.5.4', 'xc7 x00', -256],
    ['4.5.4', 'xcf xff', 2047],
    ['4.5.4', 'xd0 x00 x00', -262144],
    ['4.5.4', 'xd7 xff xff', 262143],
    ['4.6.2', 'x72 x04 [int x90 x91', new HessianList('[int', [0, 1])],
    ['4.6.2', 'x57 x90 x91 Z', new HessianList(undefined, [0, 1], true)],
    ['4.7.5', 'xe0', 0n],
    ['4.7.5', 'xd8', -8n],
    ['4.7.5', 'xef', 15n],
    ['4.7.5', 'xf0 x00', -2048n],
    ['4.7.5', 'xf7 x00', -256n],
    ['4.7.5', 'xff xff', 2047n],
    ['4.7.5', 'x38 x00 x00', -262144n],
    ['4.7.5', 'x3f xff xff', 262143n],
    [
      '4.8.1',
      'H x91 x03 fee xa0 x03 fie xc9 x00 x03 foe Z',
      new HessianMap(undefined, [
        [1, 'fee'],
        [16, 'fie'],
        [256, 'foe'],
      ]),
    ],
    ['4.9', 'N', null],
    ['4.12.2', 'x00', ''],
    ['4.12.2', 'x05 hello', 'hello'],
    ['4.12.2', 'x01 xc3 x83', '\u00c3'],
  ])('§%s %s', (_, notation, value) => {
    expect(readAll(octets(notation))).toEqual([value]);
    expect(written([value])).toEqual(octets(notation));
  });
});

describe('An example in a longer form is read, and written in the shortest', () => {
  test.each<[section: string, notation: string, value: HessianValue, shortest: string]>([
    ['4.4.6', 'x5d x00', double(0), 'x5b'],
    ['4.4.6', 'x5e x00 x00', double(0), 'x5b'],
    ['4.4.6', 'D x40 x28 x80 x00 x00 x00 x00 x00', double(12.25), 'x5f x00 x00 / xda'],
    ['4.5.4', 'xc8 x00', 0, 'x90'],
    ['4.5.4', 'xd4 x00 x00', 0, 'x90'],
    ['4.5.4', 'I x00 x00 x00 x00', 0, 'x90'],
    ['4.5.4', 'I x00 x00 x01 x2c', 300, 'xc9 x2c'],
    ['4.6.2', 'V x04 [int x92 x90 x91', new HessianList('[int', [0, 1]), 'x72 x04 [int x90 x91'],
    ['4.7.5', 'xf8 x00', 0n, 'xe0'],
    ['4.7.5', 'x3c x00 x00', 0n, 'xe0'],
    // The examples begin with x4c; the grammar (§3) and the bytecode map (§6) have x59, and so has every known program.
    ['4.7.5', 'x59 x00 x00 x00 x00', 0n, 'xe0'],
    ['4.7.5', 'x59 x00 x00 x01 x2c', 300n, 'xf9 x2c'],
    ['4.7.5', 'L x00 x00 x00 x00 x00 x00 x01 x2c', 300n, 'xf9 x2c'],
    ['4.12.2', 'S x00 x05 hello', 'hello', 'x05 hello'],
    ['4.12.2', 'x52 x00 x07 hello,_ x05 world', 'hello, world', 'x0c hello,_world'],
  ])('§%s %s', (_, notation, value, shortest) => {
    expect(readAll(octets(notation))).toEqual([value]);
    expect(written([value])).toEqual(octets(shortest));
  });
});

describe('Values that follow one another', () => {
  test('§4.1.2: a chunk of 1 kB that is not the last, and one of 4 kB that is', () => {
    const data = Uint8Array.from({ length: 1024 + 4096 }, (_, i) => i);
    const bytes = Uint8Array.of(
      ...octets('A x04 x00'),
      ...data.subarray(0, 1024),
      ...octets('B x10 x00'),
      ...data.subarray(1024),
    );
    expect(readAll(bytes)).toEqual([data]);
  });

  test('§4.3.1: a date of full minutes', () => {
    // The octets of the example in §4.3.2, x4b x92 x0b xa0, are a part of the milliseconds; these are the minutes.
    const date = new HessianDate(BigInt(Date.UTC(1998, 4, 8, 9, 51)));
    expect(readAll(octets('x4b x00 xe3 x83 x8f'))).toEqual([date]);
    expect(written([date])).toEqual(octets('x4b x00 xe3 x83 x8f'));
  });

  test('§4.6.2: the second list of a type refers to the name of the first', () => {
    const lists = [new HessianList('[int', [0, 1]), new HessianList('[int', [2, 3, 4])];
    expect(readAll(octets('x72 x04 [int x90 x91 x73 x90 x92 x93 x94'))).toEqual(lists);
    expect(written(lists)).toEqual(octets('x72 x04 [int x90 x91 x73 x90 x92 x93 x94'));
  });

  test('§4.8.1: a Java object as a map', () => {
    const car = new HessianMap('com.caucho.test.Car', [
      ['color', 'aquamarine'],
      ['model', 'Beetle'],
      ['mileage', 65536],
    ]);
    const notation = 'M x13 com.caucho.test.Car x05 color x0a aquamarine x05 model x06 Beetle x07 mileage ';
    expect(readAll(octets(`${notation} I x00 x01 x00 x00 Z`))).toEqual([car]);
    expect(written([car])).toEqual(octets(`${notation} xd5 x00 x00 Z`));
  });

  test('§4.10.3: two objects of a class, which is defined once', () => {
    const definition = { name: 'example.Car', fields: ['color', 'model'] };
    const cars = [
      new HessianObject(definition, ['red', 'corvette']),
      new HessianObject(definition, ['green', 'civic']),
    ];
    const classDefinition = 'C x0b example.Car x92 x05 color x05 model';
    expect(readAll(octets(`${classDefinition} O x90 x03 red x08 corvette x60 x05 green x05 civic`))).toEqual(cars);
    expect(written(cars)).toEqual(octets(`${classDefinition} x60 x03 red x08 corvette x60 x05 green x05 civic`));
  });

  test('§4.10.3: a value of an enumeration that comes twice is a reference', () => {
    // The specification counts 11 characters of the class name, which has 13, and repeats the class number after the second x60.
    const notation = 'C x0d example.Color x91 x04 name x60 x03 RED x60 x05 GREEN x60 x04 BLUE x51 x91';
    const [red, green, blue, again] = readAll(octets(notation));
    expect(again).toBe(green);
    expect(written([red, green, blue, green])).toEqual(octets(notation));
  });

  test('§4.11.1: a list that contains itself', () => {
    // The specification writes a small o for the object's code, which stems from a draft.
    const notation = 'C x0a LinkedList x92 x04 head x04 tail x60 x91 x51 x90';
    const [list] = readAll(octets(notation)) as [HessianObject];
    expect(list.values).toEqual([1, list]);
    expect(written([list])).toEqual(octets(notation));
  });
});
