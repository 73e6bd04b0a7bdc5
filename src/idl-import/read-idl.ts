// A file in one of the languages that can be imported.
import { checkSize, type IdlFile } from './idl-file';
import type { IdlLanguage } from './language';
import { readProto } from './proto/proto-draft';
import { readThrift } from './thrift/thrift-draft';

/** Characters of a file. */
const MAX_FILE = 300_000;

/** Reads a file. Throws `import.syntax` with the line and the column of the fault, or `import.too-large`. */
export function readIdl(text: string, language: IdlLanguage): IdlFile {
  checkSize(text, MAX_FILE);
  return language === 'proto' ? readProto(text) : readThrift(text);
}
