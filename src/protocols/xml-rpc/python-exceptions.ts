// The exceptions that CPython raises where we have a problem: a Python server sends them to the client as a fault.
import type { ServiceError } from '../../idl/value';
import type { Problem, ProblemCode } from '../../problem/problem';

type Exception = readonly [name: string, message: string];

const NOT_WELL_FORMED = 'not well-formed (invalid token)';
/** expat's own messages. */
const EXPAT: Partial<Record<ProblemCode, string>> = {
  'xml-rpc.no-root': 'no element found',
  'xml.after-root': 'junk after document element',
  'xml.bad-character': NOT_WELL_FORMED,
  'xml.bad-markup': NOT_WELL_FORMED,
  'xml.bad-name': NOT_WELL_FORMED,
  'xml.bad-reference': NOT_WELL_FORMED,
  'xml.bad-utf8': NOT_WELL_FORMED,
  'xml.expected-end-tag': 'mismatched tag',
  'xml.mismatched-tag': 'mismatched tag',
  'xml.text-outside-root': 'syntax error',
  'xml.unexpected-end': 'no element found',
  'xml.unknown-encoding': 'unknown encoding',
  'xml.unknown-entity': 'undefined entity',
};

/**
 * The exception for `problem`.
 * Simplified: expat adds line and column to its messages; we know the octet only, and say that.
 */
export function pythonException(problem: Problem): ServiceError {
  const [exception, message] = exceptionOf(problem);
  return { exception, message };
}

function exceptionOf({ code, params, at }: Problem): Exception {
  const expat = EXPAT[code];
  if (expat !== undefined) return ['xml.parsers.expat.ExpatError', `${expat}: byte ${at?.offset ?? 0}`];
  switch (code) {
    case 'xml-rpc.int-too-large':
      return ['OverflowError', 'int exceeds XML-RPC limits'];
    case 'xml-rpc.nil-not-allowed':
      return ['TypeError', 'cannot marshal None unless allow_none is enabled'];
    case 'xml-rpc.bad-value':
      return badValue(String(params.element), String(params.text));
    default:
      return ['xmlrpc.client.ResponseError', ''];
  }
}

function badValue(element: string, text: string): Exception {
  const quoted = text.includes("'") ? `"${text}"` : `'${text}'`;
  switch (element) {
    case 'boolean':
      return ['TypeError', 'bad boolean value'];
    case 'double':
      return ['ValueError', `could not convert string to float: ${quoted}`];
    case 'base64':
      return ['binascii.Error', 'Incorrect padding'];
    default:
      return ['ValueError', `invalid literal for int() with base 10: ${quoted}`];
  }
}
