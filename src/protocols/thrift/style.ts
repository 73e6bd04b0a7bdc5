// How each library writes.
import { pythonText, shortestText } from '../../wire/thrift/json/double-text';
import type { Style } from './encodings';
import type { Settings } from './settings';

/** Simplified: Java's digits of doubles are those of Node.js here; it writes 1.0 for 1. */
function doubleText(library: Settings['client']): Style['doubleText'] {
  return library === 'python' ? pythonText : shortestText;
}

export function clientStyle({ client, strict }: Settings): Style {
  return { strict, doubleText: doubleText(client) };
}

/** Servers answer with a version, whether the request has one or not. */
export function serverStyle({ server }: Settings): Style {
  return { strict: true, doubleText: doubleText(server) };
}

/** npm thrift 0.24.0 takes every bool of a list, set or map in the compact encoding for false. */
export function losesBools({ encoding }: Settings, library: Settings['client']): boolean {
  return encoding === 'compact' && library === 'node';
}
