// What a recorded XML-RPC message says by itself. xmlrpc.com/spec.
import type { Value } from '../../idl/value';
import type { HttpText } from '../http-dissector';
import { replyOf, type StatedCall, type StatedOutcome, type Statement } from '../statement';
import { type Body, unexpectedDocument } from './body';
import { plain } from './multicall';
import { MULTICALL } from './part-keys';
import type { CallDocument, ResponseDocument } from './read-document';

/** The statement of a request or a response. */
export function statementOf({ head, content }: HttpText<Body>): Statement {
  if (head.kind === 'request')
    return content?.kind === 'call' ? requestOf(content) : unreadable(unexpectedDocument('methodCall'));
  if (content?.kind === 'result' || content?.kind === 'fault') return responseOf(content);
  if (head.status === 200) return unreadable(unexpectedDocument('methodResponse'));
  return replyOf({ kind: 'threw', error: { code: head.status, message: head.reason } });
}

function unreadable(problem: ReturnType<typeof unexpectedDocument>): Statement {
  return { kind: 'unreadable', problem };
}

function requestOf({ method, args }: CallDocument): Statement {
  const batch = method === MULTICALL && args.length === 1 ? multicallOf(plain(args[0])) : undefined;
  if (batch) return { kind: 'request', calls: batch, batch: true };
  return { kind: 'request', calls: [{ method, args, oneway: false }], batch: false };
}

/** The calls of a multicall; undefined when it is not what {@link MULTICALL} takes. */
function multicallOf(structs: Value | undefined): StatedCall[] | undefined {
  if (!Array.isArray(structs) || structs.length === 0) return undefined;
  const calls = structs.map((each: Value) => {
    const struct = plain(each);
    const method = struct instanceof Map ? plain(struct.get('methodName')) : undefined;
    const args = struct instanceof Map ? plain(struct.get('params')) : undefined;
    return typeof method === 'string' && Array.isArray(args) ? { method, args, oneway: false } : undefined;
  });
  return calls.every(call => call !== undefined) ? calls : undefined;
}

function responseOf(document: ResponseDocument): Statement {
  if (document.kind === 'fault') {
    const { code, text } = document;
    return replyOf({ kind: 'threw', error: { code, message: text } });
  }
  const { value } = document;
  const ofBatch = multicallResults(plain(value));
  return { kind: 'reply', outcomes: [{ outcome: { kind: 'returned', value } }], ...(ofBatch && { ofBatch }) };
}

/** What the elements of a multicall's result say: undefined when it is none. */
function multicallResults(results: Value | undefined): StatedOutcome[] | undefined {
  if (!Array.isArray(results)) return undefined;
  const outcomes = results.map((each: Value): StatedOutcome | undefined => {
    const content = plain(each);
    if (Array.isArray(content) && content.length === 1) return { outcome: { kind: 'returned', value: content[0] } };
    const code = content instanceof Map ? plain(content.get('faultCode')) : undefined;
    const message = content instanceof Map ? plain(content.get('faultString')) : undefined;
    if (typeof code !== 'number' || typeof message !== 'string') return undefined;
    return { outcome: { kind: 'threw', error: { code, message } } };
  });
  return outcomes.every(outcome => outcome !== undefined) ? outcomes : undefined;
}
