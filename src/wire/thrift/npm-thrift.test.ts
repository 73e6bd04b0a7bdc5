// npm thrift 0.24.0 writes the same octets, and reads ours.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFields, type Limits } from '../../../test/thrift/arbitraries';
import { BINARY, COMPACT, type Encoding, JSON_TEXT, OLD_BINARY } from '../../../test/thrift/encodings';
import {
  type NpmProtocol,
  npmBinary,
  npmCompact,
  npmJson,
  npmOldBinary,
  npmRead,
  npmWritten,
} from '../../../test/thrift/npm-thrift';
import { ByteReader } from '../bytes/byte-reader';
import { ByteWriter } from '../bytes/byte-writer';
import { readCompactMessage } from './compact/read-message';
import { writeCompactMessage } from './compact/write-message';
import { readFrame, writeFrame } from './framed/framed';
import { type Body, CALL, EXCEPTION, type Message, ONEWAY, REPLY } from './message';
import type { ThriftType } from './schema';

/** npm's JSON does not escape names, and its compact reader takes every sequence id for positive. */
const header = fc.record({
  name: fc.constantFrom('fun_add', '', '数量', 'x'.repeat(200)),
  type: fc.constantFrom(CALL, REPLY, EXCEPTION, ONEWAY),
  seqId: fc.nat(2 ** 31 - 1),
});

function arbitraryMessage(limits: Limits, has: (type: ThriftType) => boolean = () => true) {
  return fc
    .record({ head: header, content: arbitraryFields(limits) })
    .filter(({ content }) => has(content.struct))
    .map(({ head, content }) => ({
      message: { ...head, fields: content.fields } satisfies Message,
      body: { struct: content.struct } satisfies Body,
    }));
}

/** Whether npm's compact reader understands it: it takes every bool that is an element for false. */
function noBoolElements(type: ThriftType): boolean {
  switch (type.kind) {
    case 'struct':
      return type.fields.every(field => noBoolElements(field.type));
    case 'list':
    case 'set':
      return type.element.kind !== 'bool' && noBoolElements(type.element);
    case 'map':
      return [type.key, type.value].every(part => part.kind !== 'bool' && noBoolElements(part));
    default:
      return true;
  }
}

const COMPARED: readonly {
  readonly encoding: Encoding;
  readonly npm: NpmProtocol;
  readonly limits: Limits;
  readonly readable: (type: ThriftType) => boolean;
}[] = [
  // npm takes doubles apart by arithmetic, in which zero has no sign.
  { encoding: BINARY, npm: npmBinary, limits: { noNegativeZero: true }, readable: () => true },
  { encoding: OLD_BINARY, npm: npmOldBinary, limits: { noNegativeZero: true }, readable: () => true },
  { encoding: COMPACT, npm: npmCompact, limits: { noNegativeZero: true }, readable: noBoolElements },
];

describe.each(COMPARED)('In the $encoding.name encoding', ({ encoding, npm, limits, readable }) => {
  it('npm thrift writes the same octets', () => {
    fc.assert(
      fc.property(arbitraryMessage(limits), ({ message, body }) => {
        expect(npmWritten(npm, message, body)).toEqual(encoding.write(message, body).finish());
      }),
    );
  });

  it('npm thrift reads ours', () => {
    fc.assert(
      fc.property(arbitraryMessage(limits, readable), ({ message, body }) => {
        expect(npmRead(npm, encoding.write(message, body).finish(), body)).toEqual(message);
      }),
    );
  });
});

describe('In the JSON encoding', () => {
  // npm escapes fewer characters, writes numbers that JSON does not have, and fills negative ones up: -1 is "-000000000001".
  const limits = { ...JSON_TEXT.limits, plainText: true, finite: true, noNegativeLong: true };

  it('npm thrift writes the same octets', () => {
    fc.assert(
      fc.property(arbitraryMessage(limits), ({ message, body }) => {
        expect(new TextDecoder().decode(npmWritten(npmJson, message, body))).toBe(
          new TextDecoder().decode(JSON_TEXT.write(message, body).finish()),
        );
      }),
    );
  });

  it('npm thrift reads ours', () => {
    // It reads no containers as we write them, and takes the id -1 for the end of a struct.
    const scalar = (type: ThriftType) =>
      type.kind === 'struct' &&
      type.fields.every(({ id, type }) => id !== -1 && !['struct', 'list', 'set', 'map'].includes(type.kind));
    fc.assert(
      fc.property(arbitraryMessage(limits, scalar), ({ message, body }) => {
        expect(npmRead(npmJson, JSON_TEXT.write(message, body).finish(), body)).toEqual(message);
      }),
    );
  });
});

describe('A frame', () => {
  it('is the same as npm thrift’s', () => {
    fc.assert(
      fc.property(arbitraryMessage({ noNegativeZero: true }, noBoolElements), ({ message, body }) => {
        const writer = new ByteWriter();
        writeFrame(writer, () => writeCompactMessage(writer, message, body));
        const frame = npmWritten(npmCompact, message, body, true);
        expect(writer.finish()).toEqual(frame);
        const reader = new ByteReader(frame);
        expect(readFrame(reader, () => readCompactMessage(reader, () => body))).toEqual(message);
        expect(npmRead(npmCompact, writer.finish(), body, true)).toEqual(message);
      }),
    );
  });
});
