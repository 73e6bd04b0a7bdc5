import { describe, expect, it } from 'vitest';
import { expatError } from './expat';

/** What `document`, its characters octets, is said to be. */
function verdict(document: string): string {
  const error = expatError(new Uint8Array(Buffer.from(document, 'latin1')));
  return error ? `${error.message}: line ${error.line}, column ${error.column}` : 'well-formed';
}

// Recorded from CPython 3.11.2 with expat 2.5.0: str() of the ExpatError.
const RECORDED: readonly (readonly [document: string, verdict: string])[] = [
  ['', 'no element found: line 1, column 0'],
  ['  \n ', 'no element found: line 2, column 1'],
  ['hello', 'syntax error: line 1, column 0'],
  ['hello=1', 'not well-formed (invalid token): line 1, column 5'],
  ['&', 'not well-formed (invalid token): line 1, column 0'],
  ['"foo', 'unclosed token: line 1, column 0'],
  ['"foo"', 'syntax error: line 1, column 0'],
  ['"foo"x', 'not well-formed (invalid token): line 1, column 5'],
  ['<', 'unclosed token: line 1, column 0'],
  ['<1>', 'not well-formed (invalid token): line 1, column 1'],
  ['</a>', 'not well-formed (invalid token): line 1, column 1'],
  ['<!x>', 'not well-formed (invalid token): line 1, column 3'],
  ['<![x', 'syntax error: line 1, column 0'],
  ['<!-- \x01-->', 'not well-formed (invalid token): line 1, column 5'],
  ['<?xml version="1.0"', 'unclosed token: line 1, column 0'],
  ['<?xml version=1.0?><a/>', 'XML declaration not well-formed: line 1, column 14'],
  ['<?xml?><a/>', 'XML declaration not well-formed: line 1, column 5'],
  [' <?xml version="1.0"?><a/>', 'XML or text declaration not at start of entity: line 1, column 1'],
  ['<a>', 'no element found: line 1, column 3'],
  ['<a>hello', 'no element found: line 1, column 8'],
  ['<a>\r', 'no element found: line 1, column 3'],
  ['<a', 'unclosed token: line 1, column 0'],
  ['<a/', 'unclosed token: line 1, column 0'],
  ['<a/ >', 'not well-formed (invalid token): line 1, column 3'],
  ['<a x=1>', 'not well-formed (invalid token): line 1, column 5'],
  ['<a x="<">', 'not well-formed (invalid token): line 1, column 6'],
  ['<a x="1"y="2">', 'not well-formed (invalid token): line 1, column 8'],
  ['<a x="1" x="2"/>', 'duplicate attribute: line 1, column 9'],
  ['<a b="1" \n c="&x;"/>', 'undefined entity: line 1, column 0'],
  ['<a x="&#0;"/>', 'reference to invalid character number: line 1, column 6'],
  ['<a x="]]>"/>', 'well-formed'],
  ['<a></b>', 'mismatched tag: line 1, column 5'],
  ['<a><b></a>', 'mismatched tag: line 1, column 8'],
  ['<a></a >', 'well-formed'],
  ['<a></a x>', 'not well-formed (invalid token): line 1, column 7'],
  ['<a></', 'unclosed token: line 1, column 3'],
  ['<a>& </a>', 'not well-formed (invalid token): line 1, column 4'],
  ['<a>&foo</a>', 'not well-formed (invalid token): line 1, column 7'],
  ['<a>&foo;</a>', 'undefined entity: line 1, column 3'],
  ['<a>&#0;</a>', 'reference to invalid character number: line 1, column 3'],
  ['<a>&#x;</a>', 'not well-formed (invalid token): line 1, column 6'],
  ['<a>\n\x01</a>', 'not well-formed (invalid token): line 2, column 0'],
  ['<a>\r\n\r\x01</a>', 'not well-formed (invalid token): line 3, column 0'],
  ['<a>\xe4\xbd\xa0\x01</a>', 'not well-formed (invalid token): line 1, column 4'],
  ['\xef\xbb\xbf<a>\0', 'not well-formed (invalid token): line 1, column 4'],
  ['<a>\x7f</a>', 'well-formed'],
  ['<a>\xff</a>', 'not well-formed (invalid token): line 1, column 3'],
  ['<a>\xed\xa0\x80</a>', 'not well-formed (invalid token): line 1, column 3'],
  ['<a>\xef\xbf\xbe</a>', 'not well-formed (invalid token): line 1, column 3'],
  ['<a>\xe4\xbd', 'partial character: line 1, column 3'],
  ['<a \xe4\xbd', 'partial character: line 1, column 0'],
  ['<a>x]]></a>', 'not well-formed (invalid token): line 1, column 6'],
  ['<a><![CDATA[x', 'unclosed CDATA section: line 1, column 13'],
  ['<a><![CDATA[x]]]]', 'unclosed CDATA section: line 1, column 15'],
  ['<a><![CDAT', 'unclosed token: line 1, column 3'],
  ['<a><![CDXTA[', 'not well-formed (invalid token): line 1, column 8'],
  ['<a><!-- -- --></a>', 'not well-formed (invalid token): line 1, column 10'],
  ['<a><?xml version="1.0"?></a>', 'XML or text declaration not at start of entity: line 1, column 3'],
  ['<a><?XML ?></a>', 'not well-formed (invalid token): line 1, column 8'],
  ['<a><?p x', 'unclosed token: line 1, column 3'],
  ['<a/>x', 'junk after document element: line 1, column 4'],
  ['<a/><b/>', 'junk after document element: line 1, column 4'],
  ['<a/></a>', 'not well-formed (invalid token): line 1, column 5'],
  ['<a/><?xml version="1.0"?>', 'junk after document element: line 1, column 4'],
  ['<a/><!DOCTYPE b>', 'junk after document element: line 1, column 4'],
];

describe("expat's verdict", () => {
  it.each(RECORDED)('on %j is %j', (document, expected) => {
    expect(verdict(document)).toBe(expected);
  });

  it('is not known of a document type declaration', () => {
    expect(verdict('<!DOCTYPE a [<!ENTITY')).toBe('well-formed');
  });
});
