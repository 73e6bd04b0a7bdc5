import { fromBinary, toBinary } from '@bufbuild/protobuf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messages, messageTypes } from '../../../test/protobuf/arbitrary';
import { bufbuildMessage, bufbuildType, protobufjsMessage, protobufjsType } from '../../../test/protobuf/peers';
import { type Problem, ProblemError } from '../../problem/problem';
import { ByteReader } from '../bytes/byte-reader';
import { ByteWriter } from '../bytes/byte-writer';
import { UNKNOWN } from '../bytes/field-kind';
import { tilingFault } from '../bytes/tiling';
import { MessageType } from './message-type';
import { readMessage } from './read-message';
import type { Message } from './value';
import { writeMessage } from './write-message';

interface Example {
  readonly type: MessageType;
  readonly message: Message;
}

const types = fc.oneof(messageTypes('proto2'), messageTypes('proto3'));
const examples: fc.Arbitrary<Example> = types.chain(type => messages(type).map(message => ({ type, message })));
/** Plain objects, which peers hold maps in, put integer keys in order. */
const examplesWithSmallMaps: fc.Arbitrary<Example> = types.chain(type =>
  messages(type, 1).map(message => ({ type, message })),
);

function written({ type, message }: Example, omitDefaults = false): ByteWriter {
  const writer = new ByteWriter(true, 1);
  writeMessage(writer, type, message, { omitDefaults });
  return writer;
}

/** Reads, and notes what the octets are even where they are damaged. */
function readAny(bytes: Uint8Array, type?: MessageType): { reader: ByteReader; problem?: Problem } {
  const reader = new ByteReader(bytes);
  try {
    readMessage(reader, type);
    return { reader };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    reader.annotations!.abandon(reader.at);
    if (reader.at < reader.limit) reader.annotations!.leaf(UNKNOWN, reader.at, reader.limit);
    return { reader, problem: error.problem };
  }
}

describe('A message of any type', () => {
  it('comes back as it was written, with the same fields, and every octet has one', () => {
    fc.assert(
      fc.property(examples, example => {
        const writer = written(example);
        const reader = new ByteReader(writer.finish());
        expect(readMessage(reader, example.type)).toEqual(example.message);
        expect(reader.annotations!.toColumns()).toEqual(writer.annotations!.toColumns());
        expect(tilingFault(writer.annotations!, writer.length)).toBeUndefined();
      }),
    );
  });

  it('has the same octets whether fields are noted or not', () => {
    fc.assert(
      fc.property(examples, fc.boolean(), (example, omitDefaults) => {
        const plain = new ByteWriter(false);
        writeMessage(plain, example.type, example.message, { omitDefaults });
        expect(plain.finish()).toEqual(written(example, omitDefaults).finish());
      }),
    );
  });

  it('is written as @bufbuild/protobuf writes it, which leaves out defaults', () => {
    fc.assert(
      fc.property(examplesWithSmallMaps, ({ type, message }) => {
        const desc = bufbuildType(type);
        const theirs = toBinary(desc, bufbuildMessage(desc, type, message));
        expect(written({ type, message }, true).finish()).toEqual(theirs);
        expect(toBinary(desc, fromBinary(desc, written({ type, message }).finish()))).toEqual(theirs);
      }),
      { numRuns: 50 },
    );
  });

  it('is written as protobufjs writes it, with and without defaults', () => {
    fc.assert(
      fc.property(examplesWithSmallMaps, fc.boolean(), ({ type, message }, omitDefaults) => {
        const theirs = protobufjsType(type, !omitDefaults).encode(protobufjsMessage(type, message)).finish();
        expect(written({ type, message }, omitDefaults).finish()).toEqual(new Uint8Array(theirs));
      }),
      { numRuns: 50 },
    );
  });

  it('read as one without fields is kept whole, and written again octet for octet', () => {
    const nothing = new MessageType('Nothing', 'proto3', () => []);
    fc.assert(
      fc.property(examples, example => {
        const bytes = written(example).finish();
        const reader = new ByteReader(bytes);
        const again = written({ type: nothing, message: readMessage(reader, nothing) });
        expect(again.finish()).toEqual(bytes);
        expect(again.annotations!.toColumns()).toEqual(reader.annotations!.toColumns());
        expect(tilingFault(again.annotations!, bytes.length)).toBeUndefined();
      }),
    );
  });

  it('can be joined to another one of its type: reading both at once merges them', () => {
    const pairs = types.chain(type => fc.tuple(fc.constant(type), messages(type), messages(type)));
    fc.assert(
      fc.property(pairs, ([type, first, second]) => {
        const desc = bufbuildType(type);
        const parts = [first, second].map(message => written({ type, message }).finish());
        const both = Buffer.concat(parts);
        const merged = readMessage(new ByteReader(both), type);
        const theirs = fromBinary(desc, toBinary(desc, fromBinary(desc, both)));
        expect(fromBinary(desc, written({ type, message: merged }, true).finish())).toEqual(theirs);
      }),
      { numRuns: 50 },
    );
  });
});

describe('Any octets', () => {
  const damaged = fc
    .tuple(examples, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 }), fc.nat())
    .map(([example, changes, cut]) => {
      const bytes = written(example).finish().slice();
      for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
      return { type: example.type, bytes: cut % 3 === 0 ? bytes.subarray(0, cut % (bytes.length + 1)) : bytes };
    });

  it('give a message or a problem with an offset among them, and each has a field', () => {
    fc.assert(
      fc.property(
        fc.oneof(damaged, fc.record({ type: types, bytes: fc.uint8Array({ maxLength: 60 }) })),
        ({ type, bytes }) => {
          for (const each of [type, undefined]) {
            const { reader, problem } = readAny(bytes, each);
            expect(tilingFault(reader.annotations!, bytes.length)).toBeUndefined();
            expect(reader.limit).toBe(bytes.length);
            const offset = problem ? problem.at?.offset : 0;
            expect(offset! >= 0 && offset! <= bytes.length).toBe(true);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  // Not the other way round: it does not ask for required fields, and lets a value stick out of the message that holds it.
  it('that @bufbuild/protobuf refuses are refused', () => {
    fc.assert(
      fc.property(damaged, ({ type, bytes }) => {
        const desc = bufbuildType(type);
        if (!readAny(bytes, type).problem) expect(() => fromBinary(desc, bytes)).not.toThrow();
      }),
    );
  });
});
