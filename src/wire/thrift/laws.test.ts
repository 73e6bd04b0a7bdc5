// What holds in every encoding of Thrift, for any struct and any value.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFields, arbitraryHeader } from '../../../test/thrift/arbitraries';
import { ENCODINGS, type Encoding } from '../../../test/thrift/encodings';
import { ProblemError } from '../../problem/problem';
import { ByteReader } from '../bytes/byte-reader';
import { tilingFault } from '../bytes/tiling';
import { type Body, CALL, type Message } from './message';
import type { ThriftFields, ThriftStruct, ThriftValue } from './schema';

/** A message in `encoding` with what is known of its struct. */
function arbitraryMessage({ limits }: Encoding) {
  return fc.record({ header: arbitraryHeader, content: arbitraryFields(limits) }).map(({ header, content }) => ({
    message: { ...header, fields: content.fields } satisfies Message,
    body: { struct: content.struct, key: 'args' } satisfies Body,
  }));
}

describe.each(ENCODINGS)('In the $name encoding', encoding => {
  it('what is written is read again, with the same fields, which tile the octets', () => {
    fc.assert(
      fc.property(arbitraryMessage(encoding), ({ message, body }) => {
        const writer = encoding.write(message, body);
        const reader = new ByteReader(writer.finish());
        expect(encoding.read(reader, () => body)).toEqual(message);
        expect(reader.at).toBe(writer.length);
        expect(reader.annotations!.toColumns()).toEqual(writer.annotations!.toColumns());
        expect(tilingFault(writer.annotations!, writer.length)).toBeUndefined();
      }),
    );
  });

  it('a message is read without knowing what is in it: as many fields, called by their ids', () => {
    fc.assert(
      fc.property(arbitraryMessage(encoding), ({ message, body }) => {
        const writer = encoding.write(message, body);
        const reader = new ByteReader(writer.finish());
        const read = encoding.read(reader, () => undefined);
        expect([...read.fields.keys()]).toEqual(idsOf(body.struct, message.fields));
        expect(tilingFault(reader.annotations!, writer.length)).toBeUndefined();
        expect(reader.annotations!.count).toBe(writer.annotations!.count);
      }),
    );
  });

  it('a reader that knows fewer fields passes over the others', () => {
    fc.assert(
      fc.property(arbitraryMessage(encoding), fc.nat(), ({ message, body }, seed) => {
        const known = body.struct.fields.filter((_, i) => (seed >> i) & 1);
        const bytes = encoding.write(message, body).finish();
        const read = encoding.read(new ByteReader(bytes), () => ({ struct: { ...body.struct, fields: known } }));
        const expected = [...message.fields].filter(([name]) => known.some(field => field.name === name));
        expect(read.fields).toEqual(new Map(expected));
      }),
    );
  });

  it('damaged octets are read as another message, or are a problem with a place', () => {
    const message = arbitraryMessage(encoding);
    fc.assert(
      fc.property(message, fc.nat(), fc.nat(255), fc.boolean(), ({ message, body }, place, octet, knows) => {
        const bytes = encoding.write(message, body).finish().slice();
        bytes[place % bytes.length] = octet;
        expectValueOrProblem(encoding, bytes, knows ? body : undefined);
      }),
      { numRuns: 300 },
    );
  });

  it('so are octets cut off, and octets of any kind', () => {
    fc.assert(
      fc.property(arbitraryMessage(encoding), fc.nat(), ({ message, body }, length) => {
        const bytes = encoding.write(message, body).finish();
        const cut = new ByteReader(bytes.subarray(0, length % bytes.length));
        expect(() => encoding.read(cut, () => body)).toThrow(ProblemError);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), bytes => expectValueOrProblem(encoding, bytes, undefined)),
    );
  });

  it('a required field must be set', () => {
    const struct = structOf('required');
    expect(() => encoding.write(callWith(new Map()), { struct })).toThrow('thrift.field-not-set');
    const bytes = encoding.write(callWith(new Map()), { struct: structOf('optional') }).finish();
    expect(() => encoding.read(new ByteReader(bytes), () => ({ struct }))).toThrow('thrift.field-not-set');
  });

  it('a field of another type than the interface says is passed over', () => {
    const bytes = encoding.write(callWith(new Map([['a', 7]])), { struct: structOf('optional') }).finish();
    const struct: ThriftStruct = {
      ...structOf('optional'),
      fields: [{ ...structOf('optional').fields[0], type: { kind: 'string' } }],
    };
    expect(encoding.read(new ByteReader(bytes), () => ({ struct })).fields.size).toBe(0);
  });

  it('elements of another type than the interface says are a problem', () => {
    const listOf = (kind: 'i32' | 'string'): ThriftStruct => ({
      kind: 'struct',
      name: 'S',
      fields: [{ id: 1, name: 'a', type: { kind: 'list', element: { kind } }, requiredness: 'default' }],
    });
    const bytes = encoding.write(callWith(new Map([['a', [1, 2]]])), { struct: listOf('i32') }).finish();
    const read = () => encoding.read(new ByteReader(bytes), () => ({ struct: listOf('string') }));
    expect(read).toThrow('thrift.unexpected-element');
  });

  it('structs within structs have a limit', () => {
    expect(() => encoding.read(new ByteReader(nested(encoding, 64)), () => undefined)).not.toThrow();
    expect(() => encoding.read(new ByteReader(nested(encoding, 65)), () => undefined)).toThrow('thrift.too-deep');
  });
});

function structOf(requiredness: 'required' | 'optional'): ThriftStruct {
  return { kind: 'struct', name: 'S', fields: [{ id: 1, name: 'a', type: { kind: 'i32' }, requiredness }] };
}

function callWith(fields: ThriftFields): Message {
  return { name: 'm', type: CALL, seqId: 0, fields };
}

/** Ids of the fields that are set, as they are called when nobody knows their names. */
function idsOf(struct: ThriftStruct, fields: ThriftFields): string[] {
  return struct.fields.filter(({ name }) => fields.has(name)).map(({ id }) => String(id));
}

function expectValueOrProblem(encoding: Encoding, bytes: Uint8Array, body: Body | undefined): void {
  const reader = new ByteReader(bytes);
  try {
    encoding.read(reader, () => body);
    expect(tilingFault(reader.annotations!, reader.at)).toBeUndefined();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    expect(error.problem.at?.offset).toBeLessThanOrEqual(bytes.length);
  }
}

/** A message with `depth` structs within one another. */
function nested(encoding: Encoding, depth: number): Uint8Array {
  let struct: ThriftStruct = { kind: 'struct', name: 'S', fields: [] };
  let fields: ReadonlyMap<string, ThriftValue> = new Map();
  for (let i = 1; i < depth; i++) {
    struct = { kind: 'struct', name: 'S', fields: [{ id: 1, name: 'a', type: struct, requiredness: 'default' }] };
    fields = new Map([['a', fields]]);
  }
  return encoding.write(callWith(fields), { struct }).finish();
}
