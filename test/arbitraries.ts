// Random interfaces, methods and values for the laws that hold for all of them.
import fc, { type Arbitrary } from 'fast-check';
import { keyText } from '../src/idl/map-keys';
import {
  ANY,
  EMPTY_INTERFACE,
  type EnumType,
  type KeyType,
  type MapType,
  type Member,
  type Method,
  type ScalarKind,
  type ServiceInterface,
  type StructType,
  type Type,
  VOID,
} from '../src/idl/types';
import { Dynamic, LocalDateTime, type Value } from '../src/idl/value';

/** What random types and values are made of. */
export interface Ingredients {
  /** Kinds of scalars; all but void when not given. */
  readonly scalars?: readonly Exclude<ScalarKind, 'void'>[];
  readonly text?: Arbitrary<string>;
  readonly double?: Arbitrary<number>;
}

/** What a value of the type `any` can be even where little is known about types. */
const SELF_DESCRIBED = ['boolean', 'int', 'long', 'double', 'string', 'bytes', 'datetime'] as const;
const NUMBERS = ['byte', 'short', 'uint', 'ulong', 'float'] as const;
const SCALARS = [...SELF_DESCRIBED, ...NUMBERS, 'any'] as const;

/** Any Unicode text without lone surrogates. */
const arbitraryText: Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** Text that XML 1.0 can carry unchanged: its §2.2 characters but CR, which its §2.11 turns into LF. */
export const arbitraryXmlText: Arbitrary<string> = arbitraryText.map(text =>
  text.replace(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '·'),
);

/** Every double but NaN, -0 and the infinities among them. */
const arbitraryDouble: Arbitrary<number> = fc.double({ noNaN: true });

/** Doubles that JSON text and XML-RPC can carry: no infinity. */
export const arbitraryFiniteDouble: Arbitrary<number> = fc.double({ noNaN: true, noDefaultInfinity: true });

/** A name of a method, a parameter or a member. */
const arbitraryName: Arbitrary<string> = fc
  .tuple(fc.constantFrom('a', 'b', 'city', 'x_', '_', '数量', 'Größe'), fc.nat({ max: 999 }))
  .map(([word, number]) => `${word}${number}`);

/** A type of a value: never void. Optional types do not hold optional types. */
export function arbitraryType({ scalars = SCALARS }: Ingredients = {}): Arbitrary<Type> {
  return fc.letrec<{ type: Type; full: Type; scalar: Type }>(tie => ({
    scalar: fc.constantFrom(...scalars).map(kind => ({ kind })),
    full: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: tie('scalar') },
      { weight: 1, arbitrary: tie('type').map((element): Type => ({ kind: 'list', element })) },
      { weight: 1, arbitrary: tie('type').map((element): Type => ({ kind: 'set', element })) },
      { weight: 1, arbitrary: arbitraryMapType(tie('type')) },
      { weight: 1, arbitrary: arbitraryEnum },
      { weight: 1, arbitrary: arbitraryStruct(tie('type')) },
    ),
    type: fc.oneof(
      { weight: 5, arbitrary: tie('full') },
      { weight: 1, arbitrary: tie('full').map((inner): Type => ({ kind: 'optional', inner })) },
    ),
  })).type;
}

/** A value of `type`, as the core holds it. */
export function arbitraryValueOf(type: Type, ingredients: Ingredients = {}): Arbitrary<Value> {
  switch (type.kind) {
    case 'optional':
      return fc.option(arbitraryValueOf(type.inner, ingredients), { nil: null }).map(withoutNullOfAny);
    case 'list':
    case 'set':
      return fc.array(arbitraryValueOf(type.element, ingredients), { maxLength: 5 });
    case 'map':
      return arbitraryMap(arbitraryKey(type.key, ingredients), arbitraryValueOf(type.value, ingredients));
    case 'enum':
      return arbitraryEnumNumber(type);
    case 'struct':
      return arbitraryMembers(type, ingredients);
    default:
      return arbitraryScalar(type.kind, ingredients);
  }
}

/** A method with up to four parameters. */
export function arbitraryMethod(ingredients: Ingredients = {}): Arbitrary<Method> {
  const type = arbitraryType(ingredients);
  return fc
    .record({
      name: arbitraryName,
      params: arbitraryNamed(type, 4),
      result: fc.oneof({ weight: 4, arbitrary: type }, { weight: 1, arbitrary: fc.constant(VOID) }),
      throws: fc.array(fc.record({ type: arbitraryStruct(type) }), { maxLength: 2 }),
      oneway: fc.constant(false),
    })
    .map(uniqueNames);
}

/** Arguments for `method`, in the order of its parameters. */
function arbitraryArguments(method: Method, ingredients: Ingredients = {}): Arbitrary<readonly Value[]> {
  return fc.tuple(...method.params.map(param => arbitraryValueOf(param.type, ingredients)));
}

/** A call of a method, and what the method returns. */
export interface ArbitraryCall {
  readonly method: Method;
  readonly args: readonly Value[];
  readonly result: Value;
}

/** A method with arguments for it and a result of it. */
export function arbitraryCall(ingredients: Ingredients = {}): Arbitrary<ArbitraryCall> {
  return arbitraryMethod(ingredients).chain(method =>
    fc.record({
      method: fc.constant(method),
      args: arbitraryArguments(method, ingredients),
      result: arbitraryValueOf(method.result, ingredients),
    }),
  );
}

/** The interface that has just `method`. */
export function serviceOf(...methods: readonly Method[]): ServiceInterface {
  const named = new Map<string, EnumType | StructType>();
  const exceptions = methods.flatMap(({ throws }) => throws.map(({ type }) => type));
  for (const { params, result } of methods)
    for (const type of [...params.map(param => param.type), result]) collectNamed(type, named);
  for (const { members } of exceptions) for (const { type } of members) collectNamed(type, named);
  const types = [...named.values()];
  return {
    ...EMPTY_INTERFACE,
    enums: types.filter(type => type.kind === 'enum'),
    structs: types.filter(type => type.kind === 'struct'),
    exceptions,
    methods,
  };
}

function arbitraryStruct(type: Arbitrary<Type>): Arbitrary<StructType> {
  return fc
    .record({ members: arbitraryNamed(type, 3), numbers: arbitraryNumbers, grouped: fc.boolean() })
    .map(({ members, numbers, grouped }) => ({
      kind: 'struct',
      name: 'S',
      members: members.map((member, i) => ({ ...(grouped ? inOneof(member) : member), ...numbers[i] })),
    }));
}

/** None, or one for each of three members. */
const arbitraryNumbers = fc.oneof(
  fc.constant([]),
  fc.constant([{ number: 5 }, {}, { number: 1 }]),
  fc.constant([{}, { number: 2 ** 29 - 1 }, { number: 18 }]),
);

function inOneof(member: Member): Member {
  const type: Type = member.type.kind === 'optional' ? member.type : { kind: 'optional', inner: member.type };
  return { ...member, type, oneof: 'group' };
}

const arbitraryEnum: Arbitrary<EnumType> = fc
  .uniqueArray(fc.record({ name: arbitraryName, number: fc.integer({ min: -3, max: 3 }) }), {
    minLength: 1,
    maxLength: 3,
    comparator: (one, other) => one.name === other.name || one.number === other.number,
  })
  .map(members => ({ kind: 'enum', name: 'E', members }));

function arbitraryEnumNumber({ members }: EnumType): Arbitrary<number> {
  return fc.oneof(
    fc.constantFrom(...members.map(({ number }) => number)),
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  );
}

function arbitraryMapType(value: Arbitrary<Type>): Arbitrary<MapType> {
  const key: Arbitrary<KeyType | undefined> = fc.oneof(
    fc.constant(undefined),
    arbitraryEnum,
    fc.constantFrom('boolean', 'byte', 'int', 'uint', 'long', 'ulong').map(kind => ({ kind }) as KeyType),
  );
  return fc.record({ key, value }).map(({ key, value }) => ({ kind: 'map', ...(key && { key }), value }));
}

function arbitraryNamed(type: Arbitrary<Type>, maxLength: number) {
  return fc.uniqueArray(fc.record({ name: arbitraryName, type }), { maxLength, selector: ({ name }) => name });
}

function arbitraryKey(type: KeyType | undefined, ingredients: Ingredients): Arbitrary<string> {
  if (!type) return ingredients.text ?? arbitraryText;
  return arbitraryValueOf(type, ingredients).map(value => keyText(type, value as string | number | bigint | boolean));
}

function arbitraryMap(key: Arbitrary<string>, value: Arbitrary<Value>): Arbitrary<Value> {
  return fc.array(fc.tuple(key, value), { maxLength: 4 }).map(entries => new Map(entries));
}

/** On the wire, and in JSON, the null of an `any?` is either's: of its being optional, or of its being any. The former is taken. */
function withoutNullOfAny(value: Value): Value {
  return value instanceof Dynamic && value.type.kind === 'void' ? null : value;
}

/** Optional members may be missing, and of a oneof one at most is there. */
function arbitraryMembers(type: StructType, ingredients: Ingredients): Arbitrary<Value> {
  if (type.members.some(({ oneof }) => oneof !== undefined)) return arbitraryChoice(type, ingredients);
  const members = type.members.map(member => {
    const entry = arbitraryValueOf(member.type, ingredients).map(value => [member.name, value] as const);
    return member.type.kind === 'optional' ? fc.option(entry, { nil: undefined }) : entry;
  });
  return fc.tuple(...members).map(entries => new Map(entries.filter(entry => entry !== undefined)));
}

/** A value of a struct that is one oneof. */
function arbitraryChoice({ members }: StructType, ingredients: Ingredients): Arbitrary<Value> {
  const entries = members.map(({ name, type }) =>
    arbitraryValueOf(type, ingredients).map((value): Value => new Map(value === null ? [] : [[name, value]])),
  );
  return fc.oneof(fc.constant(new Map()), ...entries);
}

function arbitraryScalar(kind: ScalarKind, ingredients: Ingredients): Arbitrary<Value> {
  switch (kind) {
    case 'boolean':
      return fc.boolean();
    case 'byte':
      return fc.integer({ min: -128, max: 127 });
    case 'short':
      return fc.integer({ min: -32768, max: 32767 });
    case 'uint':
      return fc.integer({ min: 0, max: 2 ** 32 - 1 });
    case 'ulong':
      return fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    case 'float':
      return (ingredients.double ?? arbitraryDouble).map(asFloat);
    case 'int':
      return fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    case 'long':
      return fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    case 'double':
      return ingredients.double ?? arbitraryDouble;
    case 'string':
      return ingredients.text ?? arbitraryText;
    case 'bytes':
      return fc.uint8Array({ maxLength: 100 });
    case 'datetime':
      return fc
        .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
        .map(date => new LocalDateTime(date.toISOString().slice(0, 19)));
    case 'void':
      return fc.constant(null);
    case 'any':
      return arbitraryDynamic(ingredients);
  }
}

/** The nearest number of 32 bits; one beyond their range is replaced, so that it stays of its kind. */
function asFloat(double: number): number {
  const float = Math.fround(double);
  return Number.isFinite(float) === Number.isFinite(double) && (float === 0) === (double === 0) ? float : 0.25;
}

/** A value with its own type, two levels deep. */
function arbitraryDynamic(ingredients: Ingredients): Arbitrary<Dynamic> {
  const wanted: readonly ScalarKind[] = ingredients.scalars ?? SCALARS;
  const known: readonly ScalarKind[] = ingredients.scalars ? SELF_DESCRIBED : [...SELF_DESCRIBED, ...NUMBERS];
  const kinds = wanted.filter(kind => known.includes(kind));
  const scalar = fc
    .constantFrom<ScalarKind>('void', ...kinds)
    .chain(kind => arbitraryScalar(kind, ingredients).map(value => new Dynamic({ kind }, value)));
  return fc.oneof(
    { weight: 3, arbitrary: scalar },
    {
      weight: 1,
      arbitrary: fc.array(scalar, { maxLength: 3 }).map(value => new Dynamic({ kind: 'list', element: ANY }, value)),
    },
    {
      weight: 1,
      arbitrary: arbitraryMap(ingredients.text ?? arbitraryText, scalar).map(
        value => new Dynamic({ kind: 'map', value: ANY }, value),
      ),
    },
  );
}

/** Gives each enum and each struct of `method` a name of its own. */
function uniqueNames(method: Method): Method {
  let count = 0;
  const rename = (type: Type): Type => {
    switch (type.kind) {
      case 'optional':
        return { kind: 'optional', inner: rename(type.inner) };
      case 'list':
      case 'set':
        return { ...type, element: rename(type.element) };
      case 'map':
        return { ...type, ...(type.key && { key: rename(type.key) as KeyType }), value: rename(type.value) };
      case 'enum':
        return { ...type, name: `E${++count}` };
      case 'struct':
        return renameStruct(type);
      default:
        return type;
    }
  };
  const renameAll = (members: readonly Member[]) => members.map(member => ({ ...member, type: rename(member.type) }));
  const renameStruct = (struct: StructType): StructType => ({
    ...struct,
    name: `S${++count}`,
    members: renameAll(struct.members),
  });
  return {
    ...method,
    params: renameAll(method.params),
    result: rename(method.result),
    throws: method.throws.map(({ type }) => ({ type: renameStruct(type) })),
  };
}

function collectNamed(type: Type, named: Map<string, EnumType | StructType>): void {
  if (type.kind === 'optional') collectNamed(type.inner, named);
  else if (type.kind === 'list' || type.kind === 'set') collectNamed(type.element, named);
  else if (type.kind === 'map') {
    if (type.key?.kind === 'enum') named.set(type.key.name, type.key);
    collectNamed(type.value, named);
  } else if (type.kind === 'enum') named.set(type.name, type);
  else if (type.kind === 'struct') {
    for (const member of type.members) collectNamed(member.type, named);
    named.set(type.name, type);
  }
}
