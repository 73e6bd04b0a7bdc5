// Random interfaces, methods and values for the laws that hold for all of them.
import fc, { type Arbitrary } from 'fast-check';
import {
  ANY,
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

const SCALARS = ['boolean', 'int', 'long', 'double', 'string', 'bytes', 'datetime', 'any'] as const;

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
      { weight: 1, arbitrary: tie('type').map((value): Type => ({ kind: 'map', value })) },
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
      return fc.array(arbitraryValueOf(type.element, ingredients), { maxLength: 5 });
    case 'map':
      return arbitraryMap(arbitraryValueOf(type.value, ingredients), ingredients);
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
      oneway: fc.constant(false),
    })
    .map(uniqueStructs);
}

/** Arguments for `method`, in the order of its parameters. */
function arbitraryArguments(method: Method, ingredients: Ingredients = {}): Arbitrary<readonly Value[]> {
  return fc.tuple(...method.params.map(param => arbitraryValueOf(param.type, ingredients)));
}

/** A method with arguments for it and a result of it. */
export function arbitraryCall(
  ingredients: Ingredients = {},
): Arbitrary<{ method: Method; args: readonly Value[]; result: Value }> {
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
  const structs = new Map<string, StructType>();
  for (const { params, result } of methods)
    for (const type of [...params.map(param => param.type), result]) collectStructs(type, structs);
  return { methods, structs: [...structs.values()] };
}

function arbitraryStruct(type: Arbitrary<Type>): Arbitrary<StructType> {
  return arbitraryNamed(type, 3).map(members => ({ kind: 'struct', name: 'S', members }));
}

function arbitraryNamed(type: Arbitrary<Type>, maxLength: number) {
  return fc.uniqueArray(fc.record({ name: arbitraryName, type }), { maxLength, selector: ({ name }) => name });
}

function arbitraryMap(value: Arbitrary<Value>, { text = arbitraryText }: Ingredients): Arbitrary<Value> {
  return fc.array(fc.tuple(text, value), { maxLength: 4 }).map(entries => new Map(entries));
}

/** On the wire, and in JSON, the null of an `any?` is either's: of its being optional, or of its being any. The former is taken. */
function withoutNullOfAny(value: Value): Value {
  return value instanceof Dynamic && value.type.kind === 'void' ? null : value;
}

/** Optional members may be missing. */
function arbitraryMembers(type: StructType, ingredients: Ingredients): Arbitrary<Value> {
  const members = type.members.map(member => {
    const entry = arbitraryValueOf(member.type, ingredients).map(value => [member.name, value] as const);
    return member.type.kind === 'optional' ? fc.option(entry, { nil: undefined }) : entry;
  });
  return fc.tuple(...members).map(entries => new Map(entries.filter(entry => entry !== undefined)));
}

function arbitraryScalar(kind: ScalarKind, ingredients: Ingredients): Arbitrary<Value> {
  switch (kind) {
    case 'boolean':
      return fc.boolean();
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

/** A value with its own type, two levels deep. */
function arbitraryDynamic(ingredients: Ingredients): Arbitrary<Dynamic> {
  const kinds: ScalarKind[] = (ingredients.scalars ?? SCALARS).filter(kind => kind !== 'any');
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
      arbitrary: arbitraryMap(scalar, ingredients).map(value => new Dynamic({ kind: 'map', value: ANY }, value)),
    },
  );
}

/** Gives each struct of `method` a name of its own. */
function uniqueStructs(method: Method): Method {
  let count = 0;
  const rename = (type: Type): Type => {
    switch (type.kind) {
      case 'optional':
        return { kind: 'optional', inner: rename(type.inner) };
      case 'list':
        return { kind: 'list', element: rename(type.element) };
      case 'map':
        return { kind: 'map', value: rename(type.value) };
      case 'struct':
        return { kind: 'struct', name: `S${++count}`, members: renameAll(type.members) };
      default:
        return type;
    }
  };
  const renameAll = (members: Method['params']) => members.map(({ name, type }) => ({ name, type: rename(type) }));
  return { ...method, params: renameAll(method.params), result: rename(method.result) };
}

function collectStructs(type: Type, structs: Map<string, StructType>): void {
  if (type.kind === 'optional') collectStructs(type.inner, structs);
  else if (type.kind === 'list') collectStructs(type.element, structs);
  else if (type.kind === 'map') collectStructs(type.value, structs);
  else if (type.kind === 'struct') {
    for (const member of type.members) collectStructs(member.type, structs);
    structs.set(type.name, type);
  }
}
