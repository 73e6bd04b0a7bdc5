// Names of an interface as Python writes them.

/** `name` as Python allows it: a method may be called `system.echo`. */
export function pythonName(name: string): string {
  return name.replace(/[^\p{L}\p{N}_]/gu, '_').replace(/^(?=\p{N})/u, '_');
}
