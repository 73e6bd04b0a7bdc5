// A value that changes many times a second: whoever draws it follows it, and React does not hear of it.

export interface MovingValue<T> {
  get(): T;
  /** Tells those who follow, at once, if it is another value. */
  set(value: T): void;
  /** `told` is called with every new value. Returns what ends that. */
  follow(told: (value: T) => void): () => void;
}

/** A {@link MovingValue} that is `value` at first. */
export function movingValue<T>(value: T): MovingValue<T> {
  const followers = new Set<(value: T) => void>();
  return {
    get: () => value,
    set(next) {
      if (next === value) return;
      value = next;
      for (const told of [...followers]) told(next);
    },
    follow(told) {
      followers.add(told);
      return () => followers.delete(told);
    },
  };
}
