// Hessian values for tests: random ones, with shared and circular parts, and what tells two of them apart.
import fc from 'fast-check';
import {
  type HessianContainer,
  HessianDate,
  HessianDouble,
  HessianList,
  HessianMap,
  HessianObject,
  type HessianValue,
} from '../src/wire/hessian2/hessian-value';

/** A value as a text in which each list, map and object has its number: equal for equal graphs, and only for them. */
export function graphText(value: HessianValue): string {
  const numbers = new Map<HessianContainer, number>();
  const text = (part: HessianValue): string => {
    if (part === null || typeof part === 'boolean') return String(part);
    if (typeof part === 'number') return `int ${part}`;
    if (typeof part === 'bigint') return `long ${part}`;
    if (typeof part === 'string') return JSON.stringify(part);
    if (part instanceof Uint8Array) return `binary ${part.join(' ')}`;
    if (part instanceof HessianDouble) return `double ${part.value}`;
    if (part instanceof HessianDate) return `date ${part.milliseconds}`;
    const number = numbers.get(part);
    if (number !== undefined) return `#${number}`;
    numbers.set(part, numbers.size);
    if (part instanceof HessianList) return `list ${part.variable} ${part.type} [${part.elements.map(text)}]`;
    if (part instanceof HessianMap)
      return `map ${part.type} {${part.entries.map(([key, member]) => `${text(key)}: ${text(member)}`)}}`;
    return `object ${JSON.stringify(part.definition)} [${part.values.map(text)}]`;
  };
  return text(value);
}

/** A description from which a value is built, so that it can refer to a list, map or object that has begun before. */
type Plan =
  | { readonly scalar: HessianValue }
  | { readonly again: number }
  | { readonly list: readonly Plan[]; readonly type: string | undefined; readonly variable: boolean }
  | { readonly map: readonly (readonly [Plan, Plan])[]; readonly type: string | undefined }
  | { readonly object: readonly Plan[]; readonly name: string };

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
  fc.constant('\ud800'),
);
const type = fc.option(fc.constantFrom('[int', 'java.util.LinkedList', '类型'), { nil: undefined });
const scalar = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.integer({ min: -3000, max: 3000 }),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.bigInt({ min: -300_000n, max: 300_000n }),
  fc.double().map(double => new HessianDouble(double === 0 ? 0 : double)),
  fc.integer({ min: -40_000, max: 40_000 }).map(mills => new HessianDouble(mills === 0 ? 0 : mills * 0.001)),
  fc.integer({ min: -40_000, max: 40_000 }).map(whole => new HessianDouble(whole === 0 ? 0 : whole)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(date => new HessianDate(date)),
  fc.integer().map(minutes => new HessianDate(BigInt(minutes) * 60_000n)),
  text,
  fc.uint8Array({ maxLength: 40 }),
);

const { plan } = fc.letrec<{ plan: Plan }>(tie => {
  const plans = fc.array(tie('plan'), { maxLength: 9 });
  return {
    plan: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      scalar.map(value => ({ scalar: value })),
      fc.record({ again: fc.nat(20) }),
      fc.record({ list: plans, type, variable: fc.boolean() }),
      fc.record({
        map: fc.array(
          fc.tuple(
            fc.oneof(
              tie('plan'),
              text.map(scalar => ({ scalar })),
            ),
            tie('plan'),
          ),
          { maxLength: 4 },
        ),
        type,
      }),
      fc.record({ object: plans, name: fc.string({ maxLength: 3 }) }),
    ),
  };
});

/** Any Hessian value. */
export const hessianValues: fc.Arbitrary<HessianValue> = plan.map(built);

function built(plan: Plan): HessianValue {
  const begun: HessianContainer[] = [];
  const build = (part: Plan): HessianValue => {
    if ('scalar' in part) return part.scalar;
    if ('again' in part) return begun.length > 0 ? begun[part.again % begun.length] : null;
    if ('list' in part) {
      const list = begin(new HessianList(part.type, [], part.variable));
      for (const element of part.list) list.elements.push(build(element));
      return list;
    }
    if ('map' in part) {
      const map = begin(new HessianMap(part.type));
      for (const [key, value] of part.map) map.entries.push([build(key), build(value)]);
      return map;
    }
    const object = begin(new HessianObject({ name: part.name, fields: part.object.map((_, i) => `field ${i}`) }));
    for (const value of part.object) object.values.push(build(value));
    return object;
  };
  const begin = <T extends HessianContainer>(container: T): T => {
    begun.push(container);
    return container;
  };
  return build(plan);
}
