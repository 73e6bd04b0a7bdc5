// Two suites of Hessian 2: octets that Java wrote, kept by npm hessian.js, whose file names tell the values; and the values of Caucho's
// own test service, which have no octets with them, so that hessian.js has to say what they should be.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import hessianJs from 'hessian.js';
import { ProblemError } from '../../src/problem/problem';
import { ByteReader } from '../../src/wire/bytes/byte-reader';
import { hexText } from '../../src/wire/bytes/field-value';
import { tilingFault } from '../../src/wire/bytes/tiling';
import { HESSIAN_JS } from '../../src/wire/hessian2/flavour';
import { HessianReader } from '../../src/wire/hessian2/hessian-reader';
import { HessianDate, HessianDouble, type HessianValue } from '../../src/wire/hessian2/hessian-value';
import { HessianWriter } from '../../src/wire/hessian2/hessian-writer';
import { writeHessian } from '../../src/wire/hessian2/write-value';
import { graphText } from '../../test/hessian-graph';
import type { Report } from './report';

const REFUSED = 'refused';

const CAR = 'object {"name":"hessian.demo.Car","fields":["a","c","b","model","color","mileage"]}';
const car = (model: string) => `${CAR} ["a","c","b","${model}","aquamarine",int 65536]`;
const color = (name: string) => `object {"name":"hessian.Main$Color","fields":["name"]} ["${name}"]`;
const THROWN = '"fields":["detailMessage","cause","stackTrace"]} ["this is a java IOException instance",';
const ELEMENT =
  'object {"name":"java.lang.StackTraceElement","fields":["declaringClass","methodName","fileName","lineNumber"]} ["hessian.Main","main","Main.java",int 1283]';
const TRACE = 'list false [java.lang.StackTraceElement';

/** What the tests of hessian.js expect of the files whose names do not tell it, as {@link graphText} writes it. */
const EXPECTED: Readonly<Record<string, string>> = {
  // When the file was made: its name does not tell, its last eight octets do.
  'date/now': `date ${0x0145900369d0}`,
  'enum/red': color('RED'),
  'enum/green': color('GREEN'),
  'enum/blue': color('BLUE'),
  'enum/lists': `list false undefined [${color('BLUE')},${color('RED')},${color('GREEN')}]`,
  'exception/IOException': `object {"name":"java.io.IOException",${THROWN}#0,${TRACE} [${ELEMENT}]]`,
  'exception/UndeclaredThrowableException': `object {"name":"java.lang.reflect.UndeclaredThrowableException","fields":["undeclaredThrowable","detailMessage","cause","stackTrace"]} [object {"name":"java.io.IOException",${THROWN}#1,${TRACE} [${ELEMENT}]],null,null,${TRACE} [#3]]`,
  'list/[int': 'list false [int [int 1,int 2,int 3]',
  'list/[string': 'list false [string ["1","@","3"]',
  'list/typed_list': 'list false hessian.demo.SomeArrayList ["ok","some list"]',
  'list/typed_list_8': 'list false hessian.demo.SomeArrayList ["1","2","3","4","5","6","7","8"]',
  'map/car': car('Beetle'),
  'map/car1':
    'object {"name":"hessian.demo.Car","fields":["model","color","mileage","self","prev"]} ["Beetle","aquamarine",int 65536,#0,null]',
  'map/car_list': `list false undefined [${car('model 1')},${car('model 2')},${car('model 3')}]`,
  'map/two_car_list': `list false undefined [${car('model 1')},${car('model 2')}]`,
  'map/foo_bar': 'map undefined {"123": int 456,"foo": "bar","zero": int 0,"中文key": "中文哈哈value"}',
  'map/foo_empty': 'map undefined {"foo": ""}',
  'map/hashtable': 'map java.util.Hashtable {"中文key": "中文哈哈value","foo": "bar"}',
  'string/0123456789012345678901234567890': '"0123456789012345678901234567890"',
  'string/chinese': '"中文 Chinese"',
  'string/empty': '""',
  'string/foo': '"foo"',
  // They begin with the chunk `s` of Hessian 1, which is no string in Hessian 2.
  'string/large_string_chars': REFUSED,
  'string/large_string_chars_65536': REFUSED,
};

/** The files of Hessian 2 below `folder`. Those of Hessian 1 are left out. */
export function hessianFixtures(folder: string): Report {
  const root = join(folder, 'test/fixtures/v2');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.bin'));
  const failures = files.sort().flatMap(file => {
    const expected = expectation(file.slice(0, -'.bin'.length).replaceAll('\\', '/'));
    const got = readAndWrittenAgain(new Uint8Array(readFileSync(join(root, file))));
    return got === expected ? [] : [`${file}: ${got.slice(0, 80)} instead of ${expected.slice(0, 80)}`];
  });
  return { cases: files.length, failures };
}

/** What the octets say, provided that they are explained to the last one and come out again as they were. */
function readAndWrittenAgain(octets: Uint8Array): string {
  const reader = new ByteReader(octets);
  try {
    const value = new HessianReader(reader).read();
    const again = written(value);
    if (reader.remaining > 0) return `${reader.remaining} octets more`;
    if (hexText(again) !== hexText(octets)) return `written again: ${hexText(again)}`;
    return tilingFault(reader.annotations!, octets.length) ?? graphText(value);
  } catch (error) {
    if (error instanceof ProblemError) return REFUSED;
    throw error;
  }
}

function expectation(name: string): string {
  const [kind, figure] = name.split('/');
  const value = name in EXPECTED ? undefined : valueNamed(kind, figure);
  return value === undefined ? EXPECTED[name] : graphText(value);
}

/** `long/-2048`, `double/-0x800000`, `bytes/15`, `string/utf8_32767`. */
function valueNamed(kind: string, figure: string): HessianValue {
  switch (kind) {
    case 'number':
      return Number(figure);
    case 'long':
      return BigInt(figure);
    case 'double':
      return new HessianDouble(number(figure));
    case 'date':
      return new HessianDate(BigInt(figure));
    case 'bytes':
      return new Uint8Array(Number(figure)).fill(0x41);
    default:
      return (figure.startsWith('utf8') ? '\u950b' : 'A').repeat(Number(figure.split('_').pop()));
  }
}

/** The methods of com.caucho.hessian.test.TestHessian2 that are named after a single number: `replyInt_m0x40001`, `argDouble_3_14159`. */
export function hessianMethods(folder: string): Report {
  const { methods } = JSON.parse(readFileSync(join(folder, 'methods.json'), 'utf8')) as { methods: object };
  const values = Object.keys(methods).flatMap(name => {
    const value = numberNamed(name);
    return value === undefined ? [] : [{ name, value }];
  });
  const failures = values.flatMap(({ name, value }) => {
    const ours = written(value);
    const theirs = hessianJs.encode(forHessianJs(value), '2.0').toString('hex');
    const back = graphText(new HessianReader(new ByteReader(ours)).read());
    return hexText(ours) === theirs && back === graphText(value)
      ? []
      : [`${name}: ${hexText(ours)} instead of ${theirs}`];
  });
  return { cases: values.length, failures };
}

function numberNamed(method: string): number | bigint | HessianDouble | undefined {
  const [, kind, figure] = method.match(/^(?:arg|reply)(Int|Long|Double)_(.+)$/) ?? [];
  if (kind === undefined) return undefined;
  if (kind === 'Double') return new HessianDouble(number(figure.replace('m', '-').replace('_', '.')));
  const whole = number(figure.replace('m', '-'));
  return kind === 'Int' ? whole : BigInt(whole);
}

function forHessianJs(value: number | bigint | HessianDouble): unknown {
  if (typeof value === 'bigint') return { $class: 'long', $: String(value) };
  return typeof value === 'number' ? value : { $class: 'double', $: value.value };
}

/** Decimal, or hexadecimal with a sign. */
function number(text: string): number {
  return text.startsWith('-') ? -Number(text.slice(1)) : Number(text);
}

function written(value: HessianValue): Uint8Array {
  const hessian = new HessianWriter(HESSIAN_JS);
  writeHessian(hessian, value);
  return hessian.finish();
}
