// What npm thrift needs of Node's `util` and `events` to be loaded, for the benchmark's page.

/** Makes `child` a class that extends `parent`, as before there were classes. */
export function inherits(child: { prototype: object }, parent: { prototype: object }): void {
  Object.setPrototypeOf(child.prototype, parent.prototype);
}

/** Connections extend it; none is made here. */
export class EventEmitter {}
