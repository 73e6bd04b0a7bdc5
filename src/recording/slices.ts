// Work that is done in slices, so that a page stays alive meanwhile: a generator that stops wherever it may be interrupted.

/** Yields the share of the work that is done, 0 to 1, as often as it can be interrupted; returns the result. */
export type Slices<T> = Generator<number, T>;

/** Does all of the work at once. */
export function atOnce<T>(work: Slices<T>): T {
  let slice = work.next();
  while (!slice.done) slice = work.next();
  return slice.value;
}

/** `work` as the part of a greater one that takes it from the share `from` to the share `to`. */
export function* within<T>(work: Slices<T>, from: number, to: number): Slices<T> {
  let slice = work.next();
  while (!slice.done) {
    yield from + (to - from) * slice.value;
    slice = work.next();
  }
  return slice.value;
}
