// Parts of the program that come when they are first needed: a protocol, a compressor.
//
// Most of the program is synchronous, and which parts a run needs shows only while it runs. So a part that is not there yet is an
// exception: whoever began the work waits for the part and begins anew. The work must be pure until it has ended, as a simulation is.
import { problem } from '../problem/problem';

/** Every part that has been declared, those declared by a loaded part too. */
const declared = new Set<Part<unknown>>();

/** Something that is loaded on demand, once. */
export class Part<T> {
  private loaded: { readonly value: T } | undefined;
  private loading: Promise<T> | undefined;

  constructor(private readonly fetch: () => Promise<T>) {
    declared.add(this);
  }

  /** A part that comes with the page. */
  static of<T>(value: T): Part<T> {
    const part = new Part(async () => value);
    part.loaded = { value };
    return part;
  }

  /** The part itself. Throws {@link MissingPart} as long as it is not loaded. */
  get(): T {
    if (!this.loaded) throw new MissingPart(this);
    return this.loaded.value;
  }

  /** Resolves when {@link get} has something to give. Rejects with `part.unavailable`, and the next call tries again. */
  load(): Promise<T> {
    this.loading ??= this.fetch().then(
      value => {
        this.loaded = { value };
        return value;
      },
      () => {
        this.loading = undefined;
        throw problem('part.unavailable');
      },
    );
    return this.loading;
  }
}

/** Work came to a part that is not loaded yet. */
export class MissingPart extends Error {
  constructor(readonly part: Pick<Part<unknown>, 'load'>) {
    super('A part of the program is needed that is not loaded yet: load it and begin anew.');
    this.name = 'MissingPart';
  }
}

/** Loads all there is: for programs that do not wait for a network, such as the command line and the tests. */
export async function loadAllParts(): Promise<void> {
  const before = declared.size;
  await Promise.all([...declared].map(part => part.load()));
  // A part may have brought others with it.
  if (declared.size > before) await loadAllParts();
}
