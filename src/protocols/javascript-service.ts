// The service of a JavaScript server: its functions, as an author would write them who does not think of the protocol.
import type { Behaviour } from '../idl/behaviour';
import type { Method } from '../idl/types';
import { usesCrc32 } from './javascript-body';
import { identifier, parameterList } from './javascript-names';
import { type Line, litText } from './lit-text';
import type { CodeContext, SourceText } from './protocol';

/** How a module imports and exports. */
export interface ModuleStyle {
  readonly importCrc32: string;
  /** What stands before and behind the statements of a function. */
  head(name: string, parameters: string): string;
  readonly tail: string;
}

/** ECMA-262 §16.2. */
export const ES_MODULE: ModuleStyle = {
  importCrc32: "import { crc32 } from 'node:zlib';",
  head: (name, parameters) => `export function ${name}(${parameters}) {`,
  tail: '}',
};

/**
 * The text of `service.js`; the functions that are called are lit at step 6. `comment` is its first line, and `bodyOf` gives the statements
 * of a function, not indented.
 */
export function javascriptService(
  { service, functions, calls }: CodeContext,
  comment: string,
  bodyOf: (behaviour: Behaviour, method: Method) => readonly string[],
  { importCrc32, head, tail }: ModuleStyle = ES_MODULE,
): SourceText {
  const lines: Line[] = [comment];
  if (usesCrc32(service.methods.map(({ name }) => functions[name]))) lines.push(importCrc32);
  for (const method of service.methods) {
    const { name, params } = method;
    const body = bodyOf(functions[name], method).map(line => `  ${line}`);
    const text = [head(identifier(name), parameterList(params)), ...body, tail];
    const called = calls.some(call => call.method === name);
    lines.push('', ...text.map((line): Line => (called ? [line, 6] : line)));
  }
  return litText('service.js', 'javascript', lines);
}
