// Python's own xmlrpc.client as the judge, where Python is installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCall, arbitraryXmlText } from '../../../test/arbitraries';
import { ByteWriter } from '../../wire/bytes/byte-writer';
import { pythonRepr } from './python-float';
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
