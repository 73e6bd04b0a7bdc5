// Which requests Python's server refuses in no case before it looks for a call in them: all that clients of XML-RPC send, uncompressed.
// The rest is looked at line by line: python-refusal.ts.
import { fieldValue, type Head } from '../../wire/http1/head';

/** SimpleXMLRPCRequestHandler.rpc_paths. */
const PATHS = ['/', '/RPC2', '/pydoc.css'];
/** http.server's and http.client's bound for a line, in octets. */
export const MAX_LINE = 65536;
/** http.client's bound for the lines of a head, the empty one included. */
export const MAX_FIELD_LINES = 100;
/** Far below {@link MAX_LINE}. */
const USUAL_FIELD = 1000;

/** Whether a request with `head` is one of those. */
export function isUsual(head: Head): boolean {
  if (head.kind !== 'request' || head.method !== 'POST' || !isPath(head.target) || head.version >= '2') return false;
  const { fields } = head;
  const areShort = fields.every(([name, value]) => name.length + value.length < USUAL_FIELD);
  const isCoded = fieldValue(head, 'Content-Encoding') !== undefined;
  return areShort && fields.length < MAX_FIELD_LINES && !isCoded && fieldValue(head, 'Content-Length') !== undefined;
}

/** Python takes `//RPC2` for `/RPC2`. */
export function isPath(target: string): boolean {
  return PATHS.includes(target.replace(/^\/+/, '/'));
}
