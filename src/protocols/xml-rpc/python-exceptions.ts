// The exceptions that CPython raises where we have a problem: a Python server sends them to the client as a fault.
import type { ServiceError } from '../../idl/value';
import type { Problem } from '../../problem/problem';
import { type ExpatError, expatError } from '../../wire/xml/expat';
import { pythonQuoted } from './python-text';

/** Characters of a text that int() quotes: `%.200R`. */
const QUOTED = 200;
const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;

/** What dumps() raises for a value that cannot be written. */
export function writingException({ code }: Problem): ServiceError {
  return code === 'xml-rpc.int-too-large'
    ? { exception: 'OverflowError', message: 'int exceeds XML-RPC limits' }
    : { exception: 'TypeError', message: 'cannot marshal None unless allow_none is enabled' };
}

/**
 * What loads() raises for `document`, in which `problem` was found at octet `problemAt` of it. Python reads an element as soon as it has
 * ended, so it is the first fault that counts, of XML or of a value.
 * Simplified: Python minds neither a missing element nor one too many, if all values can be read; what we refuse of that is a ResponseError.
 */
export function readingException(document: Uint8Array, problem: Problem, problemAt: number): ServiceError {
  const ill = expatError(document);
  const unreadable = valueException(document, problem, problemAt);
  if (ill && (!unreadable || ill.offset <= problemAt)) return illFormed(ill);
  return unreadable ?? { exception: 'xmlrpc.client.ResponseError', message: 'ResponseError()' };
}

/** What loads() raises for no octets at all. */
export function emptyDocumentException(): ServiceError {
  return illFormed({ message: 'no element found', offset: 0, line: 1, column: 0 });
}

function illFormed({ message, line, column }: ExpatError): ServiceError {
  return { exception: 'xml.parsers.expat.ExpatError', message: `${message}: line ${line}, column ${column}` };
}

/** What class Unmarshaller makes of an element that begins at `at`. */
function valueException(document: Uint8Array, { code, params }: Problem, at: number): ServiceError | undefined {
  if (code === 'xml-rpc.unknown-type') {
    const reason = `unknown tag ${pythonQuoted(String(params.name))}`;
    return { exception: 'xmlrpc.client.ResponseError', message: `ResponseError(${pythonQuoted(reason)})` };
  }
  if (code !== 'xml-rpc.bad-value') return undefined;
  const text = textOfElement(document, at);
  switch (params.element) {
    case 'boolean':
      return { exception: 'TypeError', message: 'bad boolean value' };
    case 'double':
      return { exception: 'ValueError', message: `could not convert string to float: ${pythonQuoted(text)}` };
    case 'base64':
      return { exception: 'binascii.Error', message: base64Fault(text) };
    default: {
      const quoted = pythonQuoted(text).slice(0, QUOTED);
      return { exception: 'ValueError', message: `invalid literal for int() with base 10: ${quoted}` };
    }
  }
}

/** Simplified: references in the text stay as they are. */
function textOfElement(document: Uint8Array, at: number): string {
  const start = document.indexOf(GREATER_THAN, at) + 1;
  return new TextDecoder().decode(document.subarray(start, document.indexOf(LESS_THAN, start)));
}

function base64Fault(text: string): string {
  const count = text.replace(/[^A-Za-z0-9+/]/g, '').length;
  return count % 4 === 1
    ? `Invalid base64-encoded string: number of data characters (${count}) cannot be 1 more than a multiple of 4`
    : 'Incorrect padding';
}
