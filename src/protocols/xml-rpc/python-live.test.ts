// Python's own xmlrpc.client as the judge, where Python is installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCall, arbitraryXmlText } from '../../../test/arbitraries';
import { ByteWriter } from '../../wire/bytes/byte-writer';
import { expatError } from '../../wire/xml/expat';
import { pythonRepr } from '../python-float';
import { PythonMarshaller } from './python-marshaller';

const PYTHON = '/usr/bin/python3';
const DOCUMENTS = 400;

/** Reads documents, one a line in base64, and writes each as xmlrpc.client writes what it read. */
const LOAD_AND_DUMP = `
import base64, sys
from xmlrpc.client import dumps, loads
for line in sys.stdin.buffer:
    params, method = loads(base64.b64decode(line), use_builtin_types=True)
    print(base64.b64encode(dumps(params, method, allow_none=True).encode('utf-8', 'xmlcharrefreplace')).decode())
`;

/** Says of documents, one a line in base64, what expat says. */
const PARSE = `
import base64, sys
from xml.parsers import expat
for line in sys.stdin.buffer:
    parser = expat.ParserCreate(None, None)
    try:
        parser.Parse(base64.b64decode(line), False)
        parser.Parse(b'', True)
        print('well-formed')
    except expat.ExpatError as error:
        print(error)
`;

/** Documents as octets in characters, what comes before the place where they may be damaged apart. */
const BEGINNINGS_AND_RESTS = [
  [
    "<?xml version='1.0'?>\n<methodCall",
    '>\n<methodName>echo</methodName>\n<params>\n<!-- \xc3\xa9 --><param a="1">\n<value>' +
      '<string>\xc3\xa9\xe4\xbd\xa0&lt;\xf0\x9f\x98\x80<![CDATA[x]]></string></value>\n</param>\n<?p i?></params>\n</methodCall>\n',
  ],
  ['<a', ' b="1" c=\'2\'>x</a>'],
  ['<a', '><b/>&amp;&#65;</a>\n<!-- x -->'],
] as const;

const PIECES = [
  '',
  '<',
  '>',
  '&',
  '</',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '--',
  '<?',
  '?>',
  '<?xml ',
  '<?XML ',
  '<b>',
  '</b>',
  '<b/>',
  ' b="1"',
]
  .concat([
    '&#1;',
    '&#xD800;',
    '&#',
    '&lt;',
    '&foo;',
    '"',
    "'",
    '=',
    ' ',
    '/',
    '-',
    ':',
    ';',
    '[',
    '!',
    '1',
    'x',
    '*',
    '|',
    '\r',
    '\r\n',
    '\n',
    '\t',
  ])
  .concat([
    '\0',
    '\x1f',
    '\x7f',
    '\xc3\xa9',
    '\xc3',
    '\xa9',
    '\xed\xa0\x80',
    '\xef\xbf\xbf',
    '\xf0\x9f\x98',
    '\xf5',
    '\xff',
  ]);

/** A document with a piece put in, and some octets from there on left out. */
const damagedDocument = fc
  .tuple(
    fc.constantFrom(...BEGINNINGS_AND_RESTS),
    fc.nat(300),
    fc.constantFrom(0, 0, 1, 2, 1000),
    fc.constantFrom(...PIECES),
  )
  .map(([[beginning, rest], place, length, piece]) => {
    const at = place % (rest.length + 1);
    return beginning + rest.slice(0, at) + piece + rest.slice(at + length);
  });

describe.skipIf(!existsSync(PYTHON))(`Python itself (skipped where there is no ${PYTHON})`, () => {
  it('reads our documents and writes the same octets', () => {
    const scalars = ['boolean', 'int', 'double', 'string', 'bytes', 'datetime', 'any'] as const;
    const calls = fc.sample(arbitraryCall({ scalars, text: arbitraryXmlText }), { numRuns: DOCUMENTS, seed: 42 });
    const documents = calls.map(({ method, args }) => {
      const writer = new ByteWriter(false);
      const { params } = method;
      new PythonMarshaller(writer, true).methodCall(
        method.name,
        args.map((value, i) => ({ value, type: params[i].type })),
      );
      return Buffer.from(writer.finish()).toString('base64');
    });
    const { stdout, stderr } = spawnSync(PYTHON, ['-c', LOAD_AND_DUMP], {
      input: documents.join('\n'),
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    const answers = stdout.trim().split('\n');
    const readable = (text: string) => Buffer.from(text, 'base64').toString();
    expect(answers.map(readable)).toEqual(documents.map(readable));
  }, 60_000);

  it('says the same of documents that are damaged', () => {
    const documents = fc.sample(damagedDocument, { numRuns: 2000, seed: 11 });
    const { stdout, stderr } = spawnSync(PYTHON, ['-c', PARSE], {
      input: documents.map(document => `${Buffer.from(document, 'latin1').toString('base64')}\n`).join(''),
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    const verdicts = documents.map(document => {
      const error = expatError(new Uint8Array(Buffer.from(document, 'latin1')));
      return error ? `${error.message}: line ${error.line}, column ${error.column}` : 'well-formed';
    });
    const judged = stdout.trim().split('\n');
    expect(documents.map((document, i) => `${document}: ${verdicts[i]}`)).toEqual(
      documents.map((document, i) => `${document}: ${judged[i]}`),
    );
  }, 60_000);

  it('has the same repr for doubles', () => {
    const doubles = fc.sample(fc.double({ noNaN: true, noDefaultInfinity: true }), { numRuns: 2000, seed: 7 });
    const script =
      'import struct, sys\nfor line in sys.stdin: print(repr(struct.unpack(">d", bytes.fromhex(line.strip()))[0]))';
    const hex = doubles.map(double => {
      const octets = Buffer.alloc(8);
      octets.writeDoubleBE(double);
      return octets.toString('hex');
    });
    const { stdout } = spawnSync(PYTHON, ['-c', script], { input: hex.join('\n'), encoding: 'utf8' });
    expect(doubles.map(pythonRepr)).toEqual(stdout.trim().split('\n'));
  }, 60_000);
});
