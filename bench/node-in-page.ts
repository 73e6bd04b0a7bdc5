// What the packages of the benchmark's page need of Node's modules to be loaded: `util`, `events`, `assert` and `crypto`.
// Whatever they do not call while they are measured is missing.

/** Makes `child` a class that extends `parent`, as before there were classes. */
export function inherits(child: { prototype: object }, parent: { prototype: object }): void {
  Object.setPrototypeOf(child.prototype, parent.prototype);
}

/** Classes extend it by calling it, which no class of today allows. Nobody listens to events here. */
export function EventEmitter(): void {}

for (const method of ['on', 'once', 'emit', 'removeListener', 'listenerCount'])
  EventEmitter.prototype[method] = () => 0;

/** A log that is off. */
export function debuglog(): () => void {
  return () => {};
}

export function inspect(value: unknown): string {
  return String(value);
}

export default function assert(condition: unknown): void {
  if (!condition) throw new Error('assertion failed');
}
