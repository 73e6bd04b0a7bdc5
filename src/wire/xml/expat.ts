// What expat 2.5, the parser of Python and many others, says of a document that is not well-formed: the error, its line and its column.
import { ExpatFault, UNKNOWN } from './expat-cursor';
import { ExpatScanner } from './expat-scanner';

/** An error as expat reports it. */
export interface ExpatError {
  readonly message: string;
  /** Octets of the document before the place. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** Characters of the line before the place. */
  readonly column: number;
}

/** What is wrong with `document`; undefined when it is well-formed, or when it has what the scanner does not know. */
export function expatError(document: Uint8Array): ExpatError | undefined {
  try {
    new ExpatScanner(document).document();
    return undefined;
  } catch (error) {
    if (!(error instanceof ExpatFault)) throw error;
    const { message, offset } = error;
    return message === UNKNOWN ? undefined : { message, offset, ...placeOf(document, offset) };
  }
}

/** Lines end with LF, CR, or both; a byte order mark counts as a character. XmlUpdatePosition. */
function placeOf(document: Uint8Array, offset: number): { line: number; column: number } {
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(document.subarray(0, offset));
  const lines = before.split(/\r\n?|\n/);
  return { line: lines.length, column: [...lines[lines.length - 1]].length };
}
