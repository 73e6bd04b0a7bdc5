// The values that Hessian 2 can write, as a Java program would hold them. Hessian 2.0 §4.

/**
 * A Hessian value. A number is an int (32 bits), a bigint a long (64 bits); doubles and dates have classes, so that they differ from them.
 * Lists, maps and objects are known by identity: the same one twice is a shared value, and one may contain itself (§5.1).
 */
export type HessianValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | HessianDouble
  | HessianDate
  | HessianContainer;

/** What a value reference can refer to. Strings and binary data are never shared. */
export type HessianContainer = HessianList | HessianMap | HessianObject;

export class HessianDouble {
  constructor(readonly value: number) {}
}

/** A moment in UTC. */
export class HessianDate {
  /** @param milliseconds since 1970, 64 bits. */
  constructor(readonly milliseconds: bigint) {}
}

export class HessianList {
  /**
   * @param type what the other side's language calls it: `java.util.LinkedList`, `[int`.
   * @param variable written without a length, up to a terminator: by a peer that did not know the length beforehand.
   */
  constructor(
    readonly type: string | undefined,
    readonly elements: HessianValue[] = [],
    readonly variable = false,
  ) {}
}

export class HessianMap {
  constructor(
    readonly type: string | undefined,
    readonly entries: [key: HessianValue, value: HessianValue][] = [],
  ) {}
}

/** A class as its objects are written: its name and those of its fields, in the order of the values. */
export interface ClassDefinition {
  readonly name: string;
  readonly fields: readonly string[];
}

export class HessianObject {
  /** @param values one for each field of the definition. */
  constructor(
    readonly definition: ClassDefinition,
    readonly values: HessianValue[] = [],
  ) {}
}

/** What a map's entry is called in a value path: its key as text, or nothing for a key that is no plain text, number or boolean. */
export function entryName(key: HessianValue): string | undefined {
  return typeof key === 'object' ? undefined : String(key);
}
