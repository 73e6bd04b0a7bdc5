// Names of an interface and addresses as JavaScript writes them.
import type { Member } from '../idl/types';

/** `name` as a JavaScript name: a method may be called `system.echo`. */
export function identifier(name: string): string {
  return name.replace(/[^\p{L}\p{N}_$]/gu, '_').replace(/^(?=\p{N})/u, '_');
}

/** `name` as a property of an object literal. */
export function propertyName(name: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? name : `'${name}'`;
}

/** Parameters between parentheses. */
export function parameterList(params: readonly Member[]): string {
  return params.map(({ name }) => identifier(name)).join(', ');
}

/** The two parts of `host:port`. */
export function hostAndPort(authority: string): [host: string, port: string] {
  const colon = authority.lastIndexOf(':');
  return [authority.slice(0, colon), authority.slice(colon + 1)];
}
