// Where a value stands in a call: as a path for the program, as a text for a sentence.

/** Values may be nested this deep; deeper would only serve to exhaust the stack. */
export const MAX_VALUE_DEPTH = 64;

/** A place, linked to the one that it is part of: made for every element that is read, its path and text only for the sentence of a problem. */
export class Place {
  /** Use {@link placeOf}. */
  constructor(
    private readonly parent: Place | undefined,
    private readonly keys: readonly (string | number)[],
    private readonly name: string,
    readonly depth: number,
  ) {}

  /** The place of a member or an element of what stands here. */
  within(key: string | number): Place {
    return new Place(this, [key], '', this.depth + 1);
  }

  /** `['args', 0, 'items', 3]`. */
  get path(): readonly (string | number)[] {
    return this.parent ? [...this.parent.path, ...this.keys] : this.keys;
  }

  /** `order.items[3]`. */
  get text(): string {
    if (!this.parent) return this.name;
    const before = this.parent.text;
    return before + keyText(this.keys[0], before === '');
  }
}

/** The place at the end of `path`, which `name` stands for in a sentence. Without a name the path does. */
export function placeOf(path: readonly (string | number)[], name?: string): Place {
  const text = name ?? path.reduce<string>((before, key) => before + keyText(key, before === ''), '');
  return new Place(undefined, path, text, 0);
}

function keyText(key: string | number, first: boolean): string {
  if (typeof key === 'number') return `[${key}]`;
  if (/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(key)) return first ? key : `.${key}`;
  return `[${JSON.stringify(key)}]`;
}
