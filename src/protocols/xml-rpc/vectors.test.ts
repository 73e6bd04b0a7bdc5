// The examples of the specification, xmlrpc.com/spec, and of the peers' own code.
import { describe, expect, it } from 'vitest';
import { Dynamic, LocalDateTime, type Value } from '../../idl/value';
import { ByteReader } from '../../wire/bytes/byte-reader';
import { ByteWriter } from '../../wire/bytes/byte-writer';
import { leafFields, valuePathOf } from '../../wire/bytes/field-tree';
import { tilingFault } from '../../wire/bytes/tiling';
import { NodeMarshaller } from './node-marshaller';
import { PythonMarshaller } from './python-marshaller';
import { type CallDocument, readDocument } from './read-document';
import type { Dialect } from './scalars';

function read(text: string, dialect: Dialect = 'python') {
  const reader = new ByteReader(new TextEncoder().encode(text));
  const document = readDocument(reader, dialect);
  expect(tilingFault(reader.annotations!, reader.bytes.length)).toBeUndefined();
  return document;
}

function argument(value: string, dialect?: Dialect): Value {
  const document = read(
    `<methodCall><methodName>m</methodName><params><param>${value}</param></params></methodCall>`,
    dialect,
  );
  return (document as CallDocument).args[0];
}

/** Python's and npm xmlrpc's text of one value. */
function written(value: Value, Flavour: typeof PythonMarshaller | typeof NodeMarshaller = PythonMarshaller): string {
  const writer = new ByteWriter();
  new Flavour(writer, true).response('f', { value, type: { kind: 'any' } });
  const text = new TextDecoder().decode(writer.finish());
  return text.slice(text.indexOf('<value>'), text.lastIndexOf('</param>')).trimEnd();
}

describe('the examples of the specification', () => {
  it('Payload format: examples.getStateName(41)', () => {
    const call = read(`<?xml version="1.0"?>
<methodCall>
   <methodName>examples.getStateName</methodName>
   <params>
      <param>
         <value><i4>41</i4></value>
         </param>
      </params>
   </methodCall>`);
    expect(call).toEqual({ kind: 'call', method: 'examples.getStateName', args: [new Dynamic({ kind: 'int' }, 41)] });
  });

  it('"The <methodCall> must contain a <methodName>", but <params> only if there are parameters', () => {
    expect(read('<methodCall><methodName>m</methodName></methodCall>')).toMatchObject({ args: [] });
    expect(() => read('<methodCall><params/></methodCall>')).toThrow('xml-rpc.expected-element');
  });

  it('<struct>s: lowerBound and upperBound', () => {
    const value = argument(`<value><struct>
   <member>
      <name>lowerBound</name>
      <value><i4>18</i4></value>
      </member>
   <member>
      <name>upperBound</name>
      <value><i4>139</i4></value>
      </member>
   </struct></value>`) as Dynamic;
    expect([...(value.value as Map<string, Dynamic>)].map(([name, member]) => [name, member.value])).toEqual([
      ['lowerBound', 18],
      ['upperBound', 139],
    ]);
  });

  it('<array>s: an int, a string, a boolean and an int', () => {
    const value = argument(`<value><array>
   <data>
      <value><i4>12</i4></value>
      <value><string>Egypt</string></value>
      <value><boolean>0</boolean></value>
      <value><i4>-31</i4></value>
      </data>
   </array></value>`) as Dynamic;
    expect((value.value as Dynamic[]).map(element => element.value)).toEqual([12, 'Egypt', false, -31]);
  });

  it.each([
    ['<i4>-12</i4>', { kind: 'int' }, -12],
    ['<double>-12.214</double>', { kind: 'double' }, -12.214],
    [
      '<dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>',
      { kind: 'datetime' },
      new LocalDateTime('1998-07-17T14:08:55'),
    ],
    [
      '<base64>eW91IGNhbid0IHJlYWQgdGhpcyE=</base64>',
      { kind: 'bytes' },
      new TextEncoder().encode("you can't read this!"),
    ],
    ['<boolean>1</boolean>', { kind: 'boolean' }, true],
    ['hello world', { kind: 'string' }, 'hello world'],
    ['<string>hello world</string>', { kind: 'string' }, 'hello world'],
    ['', { kind: 'string' }, ''],
    ['<nil/>', { kind: 'void' }, null],
    ['<i8>9007199254740993</i8>', { kind: 'long' }, 9007199254740993n],
  ] as const)('Scalar <value>s: %s', (text, type, value) => {
    expect(argument(`<value>${text}</value>`)).toEqual(new Dynamic(type, value));
  });

  it('Response format: South Dakota', () => {
    const response = read(`<?xml version="1.0"?>
<methodResponse>
   <params>
      <param>
         <value><string>South Dakota</string></value>
         </param>
      </params>
   </methodResponse>`);
    expect(response).toEqual({ kind: 'result', value: new Dynamic({ kind: 'string' }, 'South Dakota') });
  });

  it('Fault example: Too many parameters.', () => {
    const response = read(`<?xml version="1.0"?>
<methodResponse>
   <fault>
      <value>
         <struct>
            <member>
               <name>faultCode</name>
               <value><int>4</int></value>
               </member>
            <member>
               <name>faultString</name>
               <value><string>Too many parameters.</string></value>
               </member>
            </struct>
         </value>
      </fault>
   </methodResponse>`);
    expect(response).toEqual({ kind: 'fault', code: 4, text: 'Too many parameters.' });
  });
});

describe('what each peer writes', () => {
  it.each([
    ['', '<value><string></string></value>', '<value><string/></value>'],
    ['a<b', '<value><string>a&lt;b</string></value>', '<value><string><![CDATA[a<b]]></string></value>'],
    ['a>b', '<value><string>a&gt;b</string></value>', '<value><string>a&gt;b</string></value>'],
    [']]>', '<value><string>]]&gt;</string></value>', '<value><string><![CDATA[]]]]><![CDATA[>]]></string></value>'],
    ['a\r', '<value><string>a\r</string></value>', '<value><string>a&#xD;</string></value>'],
    [3, '<value><int>3</int></value>', '<value><int>3</int></value>'],
    [new Dynamic({ kind: 'double' }, 3), '<value><double>3.0</double></value>', '<value><int>3</int></value>'],
    [1e21, '<value><double>1e+21</double></value>', '<value><int>1e+21</int></value>'],
    [null, '<value><nil/></value>', '<value><nil/></value>'],
    [new Uint8Array(), '<value><base64>\n</base64></value>', '<value><base64/></value>'],
    [[], '<value><array><data>\n</data></array></value>', '<value><array><data/></array></value>'],
    [new Map(), '<value><struct>\n</struct></value>', '<value><struct/></value>'],
  ] as const)('%j', (value, python, node) => {
    // The int 1e21 is a float to Python: an int of that size it would refuse.
    const own = value === 1e21 ? new Dynamic({ kind: 'double' }, value) : value;
    expect(written(own as Value)).toBe(python);
    expect(written(value as Value, NodeMarshaller)).toBe(node);
  });

  it('JavaScript puts names that are array indices first', () => {
    const value = new Map<string, Value>([
      ['b', 1],
      ['10', 2],
      ['9', 3],
    ]);
    const names = (text: string) => [...text.matchAll(/<name>(.*?)<\/name>/g)].map(([, name]) => name);
    expect(names(written(value))).toEqual(['b', '10', '9']);
    expect(names(written(value, NodeMarshaller))).toEqual(['9', '10', 'b']);
  });

  it('Python writes a lone surrogate as a reference, which no reader takes', () => {
    expect(written('a\ud800')).toBe('<value><string>a&#55296;</string></value>');
  });
});

describe('what cannot be carried is refused with the way to it', () => {
  const refused = (value: Value, allowNone: boolean, Flavour: typeof PythonMarshaller | typeof NodeMarshaller) => {
    const marshaller = new Flavour(new ByteWriter(), allowNone);
    const nested = new Map<string, Value>([['list', [0, value]]]);
    try {
      marshaller.methodCall('m', [{ value: nested, type: { kind: 'any' }, name: 'order' }]);
    } catch (error) {
      return (error as { problem: unknown }).problem;
    }
    return undefined;
  };

  it.each([
    [3000000000, true, PythonMarshaller, 'xml-rpc.int-too-large'],
    [-(2n ** 40n), true, PythonMarshaller, 'xml-rpc.int-too-large'],
    [null, false, PythonMarshaller, 'xml-rpc.nil-not-allowed'],
    [2n ** 60n, true, NodeMarshaller, 'xml-rpc.not-exact'],
    ['\u0001', true, NodeMarshaller, 'xml-rpc.illegal-character'],
  ] as const)('%s', (value, allowNone, Flavour, code) => {
    expect(refused(value, allowNone, Flavour)).toMatchObject({
      code,
      params: { place: 'order.list[1]' },
      at: { path: ['args', 0, 'list', 1] },
    });
  });

  it('but both carry the ends of their range', () => {
    for (const value of [2147483647, -2147483648]) expect(refused(value, true, PythonMarshaller)).toBeUndefined();
    expect(refused(2n ** 53n - 1n, true, NodeMarshaller)).toBeUndefined();
  });
});

describe('the way from octets to values', () => {
  it('leads from an octet to the member of the argument that it encodes', () => {
    const writer = new ByteWriter();
    const order = new Map<string, Value>([['items', [new Map<string, Value>([['qty', 7]])]]]);
    new PythonMarshaller(writer, true).methodCall('m', [
      { value: 'x', type: { kind: 'string' } },
      { value: order, type: { kind: 'any' } },
    ]);
    const text = new TextDecoder().decode(writer.finish());
    const at = text.indexOf('7</int>');
    const leaf = leafFields(writer.annotations!).find(({ start }) => start === at)!;
    expect(leaf.name).toBe('int');
    expect(valuePathOf(writer.annotations!, leaf.row)).toEqual(['args', 1, 'items', 0, 'qty']);
  });
});

describe('faults in documents have a code and a place', () => {
  const call = '<methodCall><methodName>m</methodName><params><param>';
  it.each([
    ['<foo/>', 'xml-rpc.unknown-root', 0],
    ['', 'xml-rpc.no-root', 0],
    [`${call}<value><float>1</float></value></param></params></methodCall>`, 'xml-rpc.unknown-type', call.length + 7],
    [`${call}<value><int>1e3</int></value></param></params></methodCall>`, 'xml-rpc.bad-value', call.length + 7],
    [`${call}<value><boolean>2</boolean></value></param></params></methodCall>`, 'xml-rpc.bad-value', call.length + 7],
    [`${call}<value><base64>A</base64></value></param></params></methodCall>`, 'xml-rpc.bad-value', call.length + 7],
    [
      `${call}<value><dateTime.iso8601>20230229T00:00:00</dateTime.iso8601></value></param></params></methodCall>`,
      'xml-rpc.bad-value',
      call.length + 7,
    ],
    [`${call}<int>1</int></param></params></methodCall>`, 'xml-rpc.expected-element', call.length + 5],
    [
      `${call}<value><array><value/></array></value></param></params></methodCall>`,
      'xml-rpc.expected-element',
      call.length + 22,
    ],
    ['<methodResponse><fault><value>no</value></fault></methodResponse>', 'xml-rpc.bad-fault', 23],
  ])('%s', (text, code, offset) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code, at: { offset } }) }),
    );
  });

  it('a document nested without end is refused, not followed', () => {
    expect(() => read(call + '<value><array><data>'.repeat(10_000))).toThrow('xml.too-deep');
  });
});

it('npm xmlrpc reads numbers as parseInt and parseFloat do', () => {
  expect(argument('<value><int>12abc</int></value>', 'node')).toEqual(new Dynamic({ kind: 'int' }, 12));
  expect(argument('<value><double>1.5x</double></value>', 'node')).toEqual(new Dynamic({ kind: 'double' }, 1.5));
  expect(() => argument('<value><int>x</int></value>', 'node')).toThrow('xml-rpc.bad-value');
});
