// Random structs of Thrift and values for them.
import fc, { type Arbitrary } from 'fast-check';
import type { EXCEPTION, Message, ONEWAY } from '../../src/wire/thrift/message';
import type {
  ThriftField,
  ThriftFields,
  ThriftScalar,
  ThriftStruct,
  ThriftType,
  ThriftValue,
} from '../../src/wire/thrift/schema';

const SCALARS: readonly ThriftScalar[] = ['bool', 'i8', 'i16', 'i32', 'i64', 'double', 'string', 'binary'];

/** What an encoding cannot carry. */
export interface Limits {
  /** JSON's names are texts: no struct or list can be a key of a map. */
  readonly scalarKeys?: boolean;
  /** JSON's numbers, as JavaScript writes them, have no -0. */
  readonly noNegativeZero?: boolean;
  /** Neither NaN nor infinities. */
  readonly finite?: boolean;
  /** No i64 below 0. */
  readonly noNegativeLong?: boolean;
  /** No control characters. */
  readonly plainText?: boolean;
}

const text: Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: fc.nat(0x20).map(code => String.fromCharCode(code)), maxLength: 4 }),
  fc.constant('x'.repeat(300)),
);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
const plainText = text.map(each => each.replace(/[\u0000-\u001f\u007f-\u009f]/g, '·'));

function arbitraryStruct({ scalarKeys = false }: Limits = {}): Arbitrary<ThriftStruct> {
  const { struct } = fc.letrec<{ type: ThriftType; scalar: ThriftType; struct: ThriftStruct }>(tie => ({
    scalar: fc.constantFrom(...SCALARS).map(kind => ({ kind })),
    type: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: tie('scalar') },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constantFrom('list' as const, 'set' as const), element: tie('type') }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('map' as const),
          key: scalarKeys ? tie('scalar') : tie('type'),
          value: tie('type'),
        }),
      },
      { weight: 1, arbitrary: tie('struct') },
    ),
    struct: fields(tie('type')).map(list => ({ kind: 'struct', name: 'S', fields: list })),
  }));
  return struct;
}

function fields(type: Arbitrary<ThriftType>): Arbitrary<ThriftField[]> {
  const field = fc.record({
    id: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: -32768, max: 32767 })),
    type,
    requiredness: fc.constantFrom('required' as const, 'optional' as const, 'default' as const),
  });
  return fc
    .uniqueArray(field, { maxLength: 5, selector: ({ id }) => id })
    .map(list => list.map((each, i) => ({ ...each, name: `field${i}` })));
}

/** A struct and values for its fields, of which those that are not required may be missing. */
export function arbitraryFields(limits: Limits = {}): Arbitrary<{ struct: ThriftStruct; fields: ThriftFields }> {
  return arbitraryStruct(limits).chain(struct => fieldsOf(struct, limits).map(values => ({ struct, fields: values })));
}

/** The header of any message. */
export const arbitraryHeader: Arbitrary<Omit<Message, 'fields'>> = fc.record({
  name: text,
  type: fc.integer({ min: 1, max: 4 }).map(type => type as typeof EXCEPTION | typeof ONEWAY),
  seqId: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
});

function fieldsOf(struct: ThriftStruct, limits: Limits): Arbitrary<ThriftFields> {
  const entries = struct.fields.map(({ name, type, requiredness }) => {
    const entry = arbitraryValue(type, limits).map(value => [name, value] as const);
    return requiredness === 'required' ? entry : fc.option(entry, { nil: undefined });
  });
  return fc.tuple(...entries).map(list => new Map(list.filter(entry => entry !== undefined)));
}

function arbitraryValue(type: ThriftType, limits: Limits): Arbitrary<ThriftValue> {
  switch (type.kind) {
    case 'bool':
      return fc.boolean();
    case 'i8':
      return fc.integer({ min: -128, max: 127 });
    case 'i16':
      return fc.integer({ min: -32768, max: 32767 });
    case 'i32':
      return fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    case 'i64':
      return fc.bigInt({ min: limits.noNegativeLong ? 0n : -(2n ** 63n), max: 2n ** 63n - 1n });
    case 'double':
      return doubles(limits);
    case 'string':
      return limits.plainText ? plainText : text;
    case 'binary':
      return fc.uint8Array({ maxLength: 20 });
    case 'list':
    case 'set':
      return fc.array(arbitraryValue(type.element, limits), { maxLength: 20, size: 'small' });
    case 'map':
      return pairsOf(type.key, type.value, limits);
    case 'struct':
      return fieldsOf(type, limits);
  }
}

function doubles({ noNegativeZero = false, finite = false }: Limits): Arbitrary<number> {
  const all = fc.double({ noNaN: finite, noDefaultInfinity: finite });
  return noNegativeZero ? all.map(value => value + 0) : all;
}

/** Keys that are objects differ by identity, so there is one at most. */
function pairsOf(key: ThriftType, value: ThriftType, limits: Limits): Arbitrary<ThriftValue> {
  const maxLength = ['binary', 'list', 'set', 'map', 'struct'].includes(key.kind) ? 1 : 4;
  return fc
    .array(fc.tuple(arbitraryValue(key, limits), arbitraryValue(value, limits)), { maxLength })
    .map(pairs => new Map(pairs));
}
