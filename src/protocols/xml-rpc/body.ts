// XML-RPC documents as bodies of HTTP messages. xmlrpc.com/spec, Header requirements.
import { type Problem, problem } from '../../problem/problem';
import type { BodyFormat } from '../../wire/http1/read-message';
import { OTHER_TEXT } from './kinds';
import { type CallDocument, type ExpectedTypes, type ResponseDocument, readDocument } from './read-document';
import type { Dialect } from './scalars';

/** What a body holds: a document, or something else that comes with an error of HTTP. */
export type Body = CallDocument | ResponseDocument | { readonly kind: 'other' };

/** Bodies read in the manner of `dialect`; `types` are those that are expected. */
export function bodyFormat(dialect: Dialect, types?: ExpectedTypes): BodyFormat<Body> {
  return {
    format: 'xml-rpc',
    read(reader, head) {
      if (head.kind === 'request' || head.status === 200) return readDocument(reader, dialect, types);
      reader.begin(OTHER_TEXT);
      reader.take(reader.remaining);
      reader.end();
      return { kind: 'other' };
    },
  };
}

/** The message holds another document than it should. */
export function unexpectedDocument(wanted: 'methodCall' | 'methodResponse'): Problem {
  return problem('xml-rpc.unexpected-document', { wanted }, { offset: 0 }).problem;
}
